"""Shape: is an index of the shape that this code reads and writes?

A folder's marker says it: facets, arrays, the fields of a stored article, and how they are packed.
So an index of other facets or fields is refused before anything of it is read.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from index.segments.segment_layout import ARRAYS
from search.errors import IndexDamagedError
from search.model.articles import Article
from search.model.facets import TABLE

ENGINE_MARKER: Final = "embedded.json"
PACKING: Final = 10  # raised when the same arrays and fields are packed in another way


def shape() -> str:
    """What the marker of an index says."""
    said = {
        "engine": "readout",
        "packing": PACKING,
        "facets": {
            facet.name: [facet.field, facet.kind.name.lower(), facet.is_single] for facet in TABLE
        },
        "arrays": ARRAYS,
        "article": [field.name for field in fields(Article)],
    }
    return json.dumps({**said, "sha256": _digest(said)}) + "\n"


def is_of_this_shape(folder: Path) -> bool:
    """Whether the index in a folder can be read; a folder without one has the right shape.

    Raises `IndexDamagedError` if the marker is no marker at all.
    """
    marker = folder / ENGINE_MARKER
    if not marker.exists():
        return True
    written = marker.read_bytes()
    if written == shape().encode():
        return True
    if not _is_whole(written):
        raise IndexDamagedError(str(marker))
    return False


def _is_whole(written: bytes) -> bool:
    """Whether a marker is as it was written, by whichever release; older ones had no SHA-256."""
    try:
        said = json.loads(written)
        return bool(said["engine"]) and said.pop("sha256", None) in {None, _digest(said)}
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _digest(said: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()

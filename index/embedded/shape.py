"""Shape: is an index of the shape that this code reads and writes?

A folder's marker says it: facets, arrays, the fields of a stored article, and how they are packed.
So an index of other facets or fields is refused before anything of it is read.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Final

from index.segments.segment import ARRAYS
from search.model.articles import Article
from search.model.facets import TABLE

ENGINE_MARKER: Final = "embedded.json"
PACKING: Final = 7  # raised when the same arrays and fields are packed in another way


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
    return json.dumps(said) + "\n"


def is_of_this_shape(folder: Path) -> bool:
    """Whether the index in a folder can be read; a folder without one has the right shape."""
    marker = folder / ENGINE_MARKER
    return not marker.exists() or marker.read_text(encoding="utf-8") == shape()

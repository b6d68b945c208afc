"""Kept manifest: how is the manifest of an index read, wherever the index is?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from index import engines
from index.address import Address, Location
from index.archive import in_use
from index.update.manifest import Manifest, reading
from search.errors import IndexDamagedError


@contextmanager
def reading_of(index: Location) -> Iterator[Manifest]:
    """The manifest of an index, wherever that is; nothing is written.

    Raises `IndexStateError` where there is none, `IndexDamagedError` if it is not as it was
    written.
    """
    if not isinstance(index, Address):
        with reading(in_use(index).manifest) as manifest:
            yield manifest
        return
    content = engines.manifest_of(index)
    with TemporaryDirectory(prefix="readout-") as folder:
        file = Path(folder) / "manifest.db"
        file.write_bytes(content)
        try:
            opened = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
            with closing(opened):
                yield Manifest.of(opened)
        except sqlite3.DatabaseError as error:
            raise IndexDamagedError(
                str(index), f"has a manifest that is damaged ({error})"
            ) from error

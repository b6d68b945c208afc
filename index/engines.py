"""Engines: which engine has the articles of an index, open for searching?"""

from __future__ import annotations

from pathlib import Path

from index.archive import INDEX_MARKER, in_use
from index.embedded.commits import Commits
from index.embedded.engine import EmbeddedEngine
from index.queries.snapshot import Snapshot


class ArchiveEngine(EmbeddedEngine):
    """The engine of whichever generation is in use: a swap is seen by the next search."""

    def __init__(self, index: Path) -> None:
        """Open the index; raises `IndexStateError`."""
        self._marker = index / INDEX_MARKER
        self._read = _stamp(self._marker)
        super().__init__(in_use(index).postings)

    def _newest(self) -> Snapshot:
        """The newest commit of the generation in use."""
        stamp = _stamp(self._marker)
        if stamp != self._read:
            self._commits, self._read = Commits(in_use(self._marker.parent).postings), stamp
        return super()._newest()


def _stamp(marker: Path) -> tuple[int, int] | None:
    """What changes with the name of the generation: each is written into a file of its own."""
    try:
        found = marker.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def open_engine(index: Path) -> ArchiveEngine:
    """The engine of an index, for searching."""
    return ArchiveEngine(index)

"""Commits: which segments are the index now?

The folder has a marker, segments that never change, and a table of contents (TOC), which names
them; a commit is a new TOC. It is read here without Whoosh, which takes longer to load than a
search takes.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.embedded.segment_info import INDEX_NAME, SegmentInfo
from index.embedded.shape import ENGINE_MARKER, is_of_this_shape
from index.embedded.toc import Listed, unsealed
from index.queries.snapshot import Snapshot
from index.segments.segment import Segment
from search.errors import IndexDamagedError, IndexStateError

# of the name of a TOC; between them stands the number of the commit
OTHER_SHAPE: Final = (
    "{folder} was made by another version; "
    "`readout index --rebuild` makes it anew beside the old one"
)
TOC_BEGIN, TOC_END = f"_{INDEX_NAME}_", ".toc"
_TRIES: Final = 50  # a commit may take a file away between reading the TOC and opening it
_PAUSE: Final = 0.02


Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Contents:
    """The segments of one commit; `change` is another word after each change of an article."""

    stamp: Stamp
    generation: int
    change: str
    entries: tuple[SegmentInfo, ...]
    segments: dict[str, Segment]

    def snapshot(self) -> Snapshot:
        """The segments as one."""
        return Snapshot([(self.segments[entry.filename], entry.deleted) for entry in self.entries])


class Commits:
    """The commits of one folder."""

    def __init__(self, folder: Path) -> None:
        """Those of this folder."""
        self.folder = folder

    def newest(self) -> Stamp:
        """What tells the newest commit from any other, also after the folder was swapped."""
        numbers = (
            int(toc.stem.removeprefix(TOC_BEGIN))
            for toc in self.folder.glob(f"{TOC_BEGIN}*{TOC_END}")
        )
        generation = max(numbers, default=-1)
        try:
            found = self.toc(generation).stat()
        except FileNotFoundError:
            return generation, 0, 0
        return generation, found.st_ino, found.st_mtime_ns

    def toc(self, generation: int) -> Path:
        """The TOC of a commit."""
        return self.folder / f"{TOC_BEGIN}{generation}{TOC_END}"

    def read(self, known: Mapping[str, Segment]) -> Contents:
        """The newest commit; segments that are open already stay open."""
        self._check_shape()
        for _ in range(_TRIES):
            try:
                return self._contents(known)
            except FileNotFoundError:
                time.sleep(_PAUSE)
        raise IndexDamagedError(str(self.folder), "lacks files of its index")

    def listed(self) -> Listed:
        """The segments of the newest commit; none is opened."""
        self._check_shape()
        try:
            return self._listed(self.newest())
        except FileNotFoundError:
            raise IndexDamagedError(str(self.folder), "lacks files of its index") from None

    def damage(self, entry: SegmentInfo) -> str | None:
        """What is wrong with the file of a segment; every byte is read."""
        path = self.folder / entry.filename
        try:
            if path.stat().st_size != entry.size:
                return "it is not as long as it was written"
            with path.open("rb") as file:
                whole = hashlib.file_digest(file, "sha256").hexdigest() == entry.digest
        except FileNotFoundError:
            return "it is gone"
        return None if whole else "its bytes are not those that were written"

    def unnamed(self, generation: int, entries: Iterable[SegmentInfo]) -> list[Path]:
        """The files that this commit doesn't name.

        Of commits before it, or of one that was broken off.
        """
        named = {*(entry.filename for entry in entries), self.toc(generation).name}
        ours = (
            path
            for path in self.folder.iterdir()
            if path.name.startswith((f"{INDEX_NAME}_", TOC_BEGIN))
        )
        return [path for path in ours if path.suffix and path.name not in named]

    def open(self, entry: SegmentInfo) -> Segment:
        """The arrays of a segment."""
        path = self.folder / entry.filename
        if path.stat().st_size != entry.size:
            raise IndexDamagedError(str(path))
        return entry.arrays(self.folder)

    def _contents(self, known: Mapping[str, Segment]) -> Contents:
        stamp = self.newest()
        _, change, entries = self._listed(stamp)
        segments = {one.filename: known.get(one.filename) or self.open(one) for one in entries}
        return Contents(stamp, stamp[0], change, entries, segments)

    def _listed(self, stamp: Stamp) -> Listed:
        change, entries = unsealed(self.toc(stamp[0]))
        return Listed(stamp[0], change, entries)

    def _check_shape(self) -> None:
        """Raises `IndexStateError` where there is no index, or one of another version."""
        if not (self.folder / ENGINE_MARKER).exists():
            if any(self.folder.glob(f"{TOC_BEGIN}*{TOC_END}")):
                raise IndexDamagedError(str(self.folder), f"lacks {ENGINE_MARKER}")
            raise IndexStateError(
                f"{self.folder} holds no index of Readout; `readout index PATH` makes one"
            )
        if not is_of_this_shape(self.folder):
            raise IndexStateError(OTHER_SHAPE.format(folder=self.folder))

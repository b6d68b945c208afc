"""Commits: which segments are the index now?

The folder has a marker, checked before any pickle is opened, segments that never change, and
Whoosh's table of contents (TOC), which names them; a commit is a new TOC. It is read here without
Whoosh, which takes longer to load than a search takes.
"""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from index.embedded.segment_info import INDEX_NAME, SegmentInfo
from index.queries.snapshot import Snapshot
from index.segments.segment import Segment
from search.errors import IndexStateError

ENGINE_MARKER: Final = "embedded.json"
ENGINE_FORMAT: Final = '{"engine": "readout", "format": 5}\n'
# of the name of a TOC; between them stands the number of the commit
TOC_BEGIN, TOC_END = f"_{INDEX_NAME}_", ".toc"
# sizes of numbers, a mark, the layout, Whoosh 2.7.4
TOC_HEAD: Final = bytes.fromhex("040804 ffffcfc7 ffffff91 020704")
TOC_NUMBERS: Final = 8  # bytes: the number of the commit again, and one that nothing uses
_TRIES: Final = 50  # a commit may take a file away between reading the TOC and opening it
_PAUSE: Final = 0.02


Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Contents:
    """The segments of one commit."""

    stamp: Stamp
    generation: int
    entries: tuple[SegmentInfo, ...]
    segments: dict[str, Segment]

    def snapshot(self) -> Snapshot:
        """The segments as one."""
        return Snapshot([(self.segments[entry.filename], entry.deleted) for entry in self.entries])


class CarefulUnpickler(pickle.Unpickler):
    """Loads the list of segments and nothing else: a pickle may run any code."""

    def find_class(self, module: str, name: str) -> type[SegmentInfo]:
        """Our own entry, or nothing."""
        if (module, name) != (SegmentInfo.__module__, SegmentInfo.__qualname__):
            raise IndexStateError(
                f"the list of segments names {module}.{name}, which is not ours; it is not opened"
            )
        return SegmentInfo


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
        if not (self.folder / ENGINE_MARKER).exists():
            raise IndexStateError(
                f"{self.folder} holds no index of Readout; `readout index PATH` makes one"
            )
        for _ in range(_TRIES):
            try:
                return self._contents(known)
            except FileNotFoundError:
                time.sleep(_PAUSE)
        raise IndexStateError(
            f"{self.folder} lacks files of its index; `readout index --full` builds it anew"
        )

    def open(self, entry: SegmentInfo) -> Segment:
        """The arrays of a segment."""
        return entry.arrays(self.folder)

    def _contents(self, known: Mapping[str, Segment]) -> Contents:
        if (self.folder / ENGINE_MARKER).read_text(encoding="utf-8") != ENGINE_FORMAT:
            raise IndexStateError(
                f"{self.folder} was made by another version; `readout index --full` builds it anew"
            )
        stamp = self.newest()
        entries = _listed(self.toc(stamp[0]))
        segments = {one.filename: known.get(one.filename) or self.open(one) for one in entries}
        return Contents(stamp, stamp[0], entries, segments)


def _listed(toc: Path) -> tuple[SegmentInfo, ...]:
    """The segments that a TOC names, last of all in it."""
    with toc.open("rb") as file:
        if file.read(len(TOC_HEAD)) != TOC_HEAD:
            raise IndexStateError(
                f"{toc} is no list of segments; `readout index --full` builds the index anew"
            )
        # over the schema, which is always the same
        file.seek(_number(file) + TOC_NUMBERS, os.SEEK_CUR)
        return tuple(CarefulUnpickler(file).load())


def _number(file: IO[bytes]) -> int:
    """A number of as many bytes as it needs.

    Seven bits in each, the lowest first, and the eighth if more follow.
    """
    (byte,) = file.read(1)
    return byte if byte < 0x80 else byte - 0x80 + (_number(file) << 7)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows does so by itself and can't open a folder."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)

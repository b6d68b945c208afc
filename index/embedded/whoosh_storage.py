"""Whoosh storage: how does a change happen at once and for good?

Whoosh never calls fsync: here each file is on the disk before the TOC that names it, and the TOC
before the commit returns.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from index.disk import sync_folder
from index.embedded.commits import Commits
from index.embedded.segment_info import INDEX_NAME, SegmentInfo
from index.embedded.shape import ENGINE_MARKER, shape
from index.embedded.toc import sealed
from index.embedded.whoosh_codec import SCHEMA
from index.embedded.whoosh_import import TOC, FileStorage, RamStorage
from index.segments.segment_draft import SegmentDraft
from search.errors import IndexBusyError, IndexStateError

NO_CHANGE: Final = ""  # of an index that never had an article


class Committing(Commits):
    """The commits of one folder, for its one writer."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the folder; with `create` one without an index gets an empty one."""
        super().__init__(folder)
        self._lock = FileStorage(str(folder)).lock(f"{INDEX_NAME}_WRITELOCK")
        if create and not (folder / ENGINE_MARKER).exists():
            self._create()

    def save(self, draft: SegmentDraft, count: int, deleted: set[int]) -> SegmentInfo:
        """Write a segment's file, durable but named by no commit yet."""
        entry = SegmentInfo(count, deleted)
        with (self.folder / entry.filename).open("wb") as file:
            entry.digest = draft.save(file)
            entry.size = file.tell()
            _sync(file)
        return entry

    def publish(self, entries: list[SegmentInfo], generation: int, change: str) -> None:
        """Make these segments the index, then clear away what is no longer named."""
        sync_folder(self.folder)
        memory = RamStorage()
        TOC(SCHEMA, entries, generation).write(memory, INDEX_NAME)
        toc = self.toc(generation)
        fresh = toc.with_name(f"{toc.name}.new")
        with fresh.open("wb") as file:
            file.write(sealed(memory.files[toc.name], change, entries))
            _sync(file)
        fresh.rename(toc)
        sync_folder(self.folder)
        self.clear(generation, entries)

    def clear(self, generation: int, entries: Iterable[SegmentInfo]) -> None:
        """Take away what no commit names; what can't be taken now is taken the next time."""
        for path in self.unnamed(generation, entries):
            with suppress(OSError):
                path.unlink()

    def leave_out(self, names: Collection[str]) -> None:
        """Make the other segments the index: these can't be read."""
        self.acquire()
        try:
            generation, change, entries = self.listed()
            whole = [entry for entry in entries if entry.filename not in names]
            self.publish(whole, generation + 1, change)
        finally:
            self.release()

    def acquire(self) -> None:
        """Become the one writer."""
        if not self._lock.acquire():
            raise IndexBusyError(
                f"somebody else is writing to {self.folder}; try again when that is done"
            )

    def release(self) -> None:
        """Let others write."""
        self._lock.release()

    def _create(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(self.folder.glob("*.toc")):
            raise IndexStateError(
                f"{self.folder} holds an index that is not Readout's; choose another folder"
            )
        self.folder.chmod(0o700)
        self.acquire()
        try:
            if not (self.folder / ENGINE_MARKER).exists():
                self.publish([], 0, NO_CHANGE)
                with (self.folder / ENGINE_MARKER).open("wb") as file:
                    file.write(shape().encode())
                    _sync(file)
                sync_folder(self.folder)
        finally:
            self.release()


def _sync(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())

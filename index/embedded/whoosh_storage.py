"""Whoosh storage: how does a change happen at once and for good?

Whoosh never calls fsync: here each file is on the disk before the TOC that names it, and the TOC
before the commit returns.
"""

# ruff: noqa: ANN401 - Whoosh is untyped
from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any

from index.embedded.commits import ENGINE_FORMAT, ENGINE_MARKER, Commits, sync_folder
from index.embedded.segment_info import INDEX_NAME, SegmentInfo
from index.embedded.whoosh_codec import SCHEMA
from index.embedded.whoosh_import import TOC, FileStorage
from index.segments.segment_writer import SegmentDraft
from search.errors import IndexBusyError, IndexStateError


class Storage(FileStorage):  # type: ignore[misc]
    """The folder as Whoosh writes to it, with fsync."""

    def create_file(self, name: str, **options: Any) -> Any:
        """A new file that is on the disk once it is closed."""
        return super().create_file(name, onclose=_sync, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002 - Whoosh's
        """Give a file its name for good."""
        super().rename_file(oldname, newname, safe=safe)
        sync_folder(Path(self.folder))


class Committing(Commits):
    """The commits of one folder, for its one writer."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the folder; with `create` one without an index gets an empty one."""
        super().__init__(folder)
        self._storage = Storage(str(folder))
        self._lock = self._storage.lock(f"{INDEX_NAME}_WRITELOCK")
        if create and not (folder / ENGINE_MARKER).exists():
            self._create()

    def save(self, draft: SegmentDraft, count: int, deleted: set[int]) -> SegmentInfo:
        """Write a segment's file, durable but named by no commit yet."""
        entry = SegmentInfo(count, deleted)
        with self._storage.create_file(entry.filename) as file:
            entry.digest = draft.save(file.file)
        return entry

    def publish(self, entries: list[SegmentInfo], generation: int) -> None:
        """Make these segments the index, then clear away what is no longer named."""
        sync_folder(self.folder)
        TOC(SCHEMA, entries, generation).write(self._storage, INDEX_NAME)
        keep = {*(entry.filename for entry in entries), self.toc(generation).name}
        for path in self.folder.iterdir():
            if (
                path.name.startswith((f"{INDEX_NAME}_", f"_{INDEX_NAME}_"))
                and "." in path.name
                and path.name not in keep
            ):
                path.unlink(missing_ok=True)

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
                TOC.create(self._storage, SCHEMA, INDEX_NAME)
                with self._storage.create_file(ENGINE_MARKER) as file:
                    file.write(ENGINE_FORMAT.encode())
                sync_folder(self.folder)
        finally:
            self.release()


def _sync(file: Any) -> None:
    handle: IO[bytes] = file.file
    handle.flush()
    os.fsync(handle.fileno())

"""Commits: which segments are the index now, and how does a change happen at once and for good?

The folder has a marker, checked before any pickle is opened, segments that never change, and Whoosh's table of
contents (TOC), which names them; a commit is a new TOC. Whoosh never calls fsync: here each file is on the disk
before the TOC that names it, and the TOC before the commit returns.
"""

# ruff: noqa: ANN401 - Whoosh is untyped
from __future__ import annotations

import os
import pickle
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC, EmptyIndexError

from index.embedded.codec import SCHEMA, Entry
from index.queries.snapshot import Snapshot
from index.segments.segment import Segment
from index.segments.writing import Draft
from search.errors import IndexBusyError, IndexStateError

NAME: Final = "MAIN"  # Whoosh's default, so that its own `open_dir` finds the index
MARKER: Final = "embedded.json"
FORMAT: Final = '{"engine": "readout", "format": 4}\n'
_TRIES: Final = 50  # a commit may take a file away between reading the TOC and opening it
_PAUSE: Final = 0.02


Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Contents:
    """The segments of one commit."""

    stamp: Stamp
    generation: int
    entries: tuple[Entry, ...]
    segments: dict[str, Segment]

    def snapshot(self) -> Snapshot:
        """The segments as one."""
        return Snapshot([(self.segments[entry.filename], entry.deleted) for entry in self.entries])


class CarefulUnpickler(pickle.Unpickler):
    """Loads the list of segments and nothing else: a pickle may run any code."""

    def find_class(self, module: str, name: str) -> Any:
        """Our own entry, or nothing."""
        if (module, name) != (Entry.__module__, Entry.__qualname__):
            raise IndexStateError(f"the list of segments names {module}.{name}, which is not ours; it is not opened")
        return Entry


class CarefulFile(StructFile):  # type: ignore[misc]
    """A file of Whoosh's whose pickles are not trusted."""

    def read_pickle(self) -> Any:
        """Read the list of segments."""
        return CarefulUnpickler(self.file).load()


class Storage(FileStorage):  # type: ignore[misc]
    """The folder as Whoosh sees it, with fsync, and with arrays that are mapped."""

    def create_file(self, name: str, **options: Any) -> Any:
        """A new file that is on the disk once it is closed."""
        return super().create_file(name, onclose=_sync, **options)

    def open_file(self, name: str, **options: Any) -> CarefulFile:
        """A file to read."""
        return CarefulFile(Path(self.folder, name).open("rb"), name=name, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002 - Whoosh's
        """Give a file its name for good."""
        super().rename_file(oldname, newname, safe=safe)
        sync_folder(Path(self.folder))


class Commits:
    """The commits of one folder."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        """Open the folder; with `create` one without an index gets an empty one."""
        self.folder = folder
        self.storage = Storage(str(folder))
        self._lock = self.storage.lock(f"{NAME}_WRITELOCK")
        if create and not (folder / MARKER).exists():
            self._create()
        if not (folder / MARKER).exists():
            raise IndexStateError(f"{folder} holds no index of Readout; `readout index PATH` makes one")

    def newest(self) -> Stamp:
        """What tells the newest commit from any other, even if the folder was swapped for another."""
        generation = int(TOC._latest_generation(self.storage, NAME))  # noqa: SLF001 - named in `codec`
        try:
            found = (self.folder / TOC._filename(NAME, generation)).stat()  # noqa: SLF001
        except FileNotFoundError:
            return generation, 0, 0
        return generation, found.st_ino, found.st_mtime_ns

    def read(self, known: Mapping[str, Segment]) -> Contents:
        """The newest commit; segments that are open already stay open."""
        for _ in range(_TRIES):
            try:
                return self._contents(known)
            except (FileNotFoundError, EmptyIndexError):
                time.sleep(_PAUSE)
        raise IndexStateError(f"{self.folder} lacks files of its index; `readout index --full` builds it anew")

    def open(self, entry: Entry) -> Segment:
        """The arrays of a segment."""
        return entry.arrays(self.storage)

    def save(self, draft: Draft, count: int, deleted: set[int]) -> Entry:
        """Write a segment's file, durable but named by no commit yet."""
        entry = Entry(NAME, count, deleted)
        with self.storage.create_file(entry.filename) as file:
            entry.digest = draft.save(file.file)
        return entry

    def publish(self, entries: list[Entry], generation: int) -> None:
        """Make these segments the index, then clear away what is no longer named."""
        sync_folder(self.folder)
        TOC(SCHEMA, entries, generation).write(self.storage, NAME)
        keep = {*(entry.filename for entry in entries), TOC._filename(NAME, generation)}  # noqa: SLF001
        for path in self.folder.iterdir():
            if path.name.startswith((f"{NAME}_", f"_{NAME}_")) and "." in path.name and path.name not in keep:
                path.unlink(missing_ok=True)

    def acquire(self) -> None:
        """Become the one writer."""
        if not self._lock.acquire():
            raise IndexBusyError(f"somebody else is writing to {self.folder}; try again when that is done")

    def release(self) -> None:
        """Let others write."""
        self._lock.release()

    def _create(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(self.folder.glob("*.toc")):
            raise IndexStateError(f"{self.folder} holds an index that is not Readout's; choose another folder")
        self.folder.chmod(0o700)
        self.acquire()
        try:
            if not (self.folder / MARKER).exists():
                TOC.create(self.storage, SCHEMA, NAME)
                with self.storage.create_file(MARKER) as file:
                    file.write(FORMAT.encode())
                sync_folder(self.folder)
        finally:
            self.release()

    def _contents(self, known: Mapping[str, Segment]) -> Contents:
        if (self.folder / MARKER).read_text(encoding="utf-8") != FORMAT:
            raise IndexStateError(f"{self.folder} was made by another version; `readout index --full` builds it anew")
        stamp = self.newest()
        toc = TOC.read(self.storage, NAME, schema=SCHEMA)
        entries: tuple[Entry, ...] = tuple(toc.segments)
        segments = {one.filename: known.get(one.filename) or self.open(one) for one in entries}
        return Contents(stamp, int(toc.generation), entries, segments)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows does so by itself and can't open a folder."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sync(file: Any) -> None:
    handle: IO[bytes] = file.file
    handle.flush()
    os.fsync(handle.fileno())

"""Sources: which files are read, in which order, and their bytes as text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

from index.loaders.encodings import decode
from search.errors import SourceError

LARGEST: Final = 100 * 1024 * 1024  # bytes of a file that is read whole; JSON Lines may be as large as they like
CSV_SIDECAR: Final = "metadata.csv"
TOML_SIDECAR: Final = ".meta.toml"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or folder that is not gone into, with the reason."""

    path: Path
    reason: str


class Seen(NamedTuple):
    """A file as its folder lists it; `sidecar` is empty where no side metadata can speak of it, and else not known.

    A tuple, for an archive may have hundreds of thousands.
    """

    file: str
    size: int
    mtime: int  # nanoseconds
    sidecar: str | None


def read(path: Path, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """A file's text as written, and a note if it is not in today's encoding."""
    text, encoding = decode(read_bytes(path), str(path), declared)
    return text, () if encoding == "utf-8" else (f"read as {encoding}",)


def lines(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A file's lines that are not empty, each with the notes on reading it; a large file is never held whole."""
    if not path.is_file() or path.stat().st_size <= LARGEST:
        text, notes = read(path)
        yield from ((line, notes) for line in text.split("\n") if line.strip())
        return
    with path.open("rb") as file:
        yield from (_line(raw) for raw in file if raw.strip())


def _line(raw: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        line, encoding = decode(raw)
    except SourceError as error:
        return raw.decode("utf-8", "replace"), (error.reason,)
    return line, () if encoding == "utf-8" else (f"read as {encoding}",)


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises `SourceError` if it can't be read or is too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise SourceError(str(path), f"{size // 2**20} MB; at most {LARGEST // 2**20} MB are read: split it")
        if not path.is_file():
            raise SourceError(str(path), "not a file")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), error.strerror or type(error).__name__) from error


def files(root: Path, wanted: Callable[[str], bool]) -> Iterator[Seen | Refused]:
    """The visible files below a folder with a wanted name, in one order on every machine.

    Links to folders are not followed; a link to a file counts if the file is below the root.
    """
    home = root.resolve()
    yield from _below(str(home), home, wanted, sheets=False)


def _below(folder: str, home: Path, wanted: Callable[[str], bool], *, sheets: bool) -> Iterator[Seen | Refused]:
    """The files of a folder, then those of its folders; `sheets`: a metadata.csv stands above."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted((entry for entry in listed if not is_hidden(entry.name)), key=attrgetter("name"))
    except OSError as error:
        yield Refused(Path(folder), error.strerror or type(error).__name__)
        return
    sheets = sheets or any(entry.name == CSV_SIDECAR for entry in entries)
    sidecar = None if sheets or any(entry.name.endswith(TOML_SIDECAR) for entry in entries) else ""
    for entry in entries:
        if wanted(entry.name) and not entry.is_dir():
            reason = _reason(entry, home)
            if reason:
                yield Refused(Path(entry.path), reason)
            elif entry.is_file():
                yield _seen(entry, sidecar)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, home, wanted, sheets=sheets)


def _reason(entry: os.DirEntry[str], home: Path) -> str:
    """Why a file must not be read; empty if it may."""
    if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(home):
        return "a link out of the folder"
    if not entry.path.isprintable() and not _is_unicode(entry.path):
        return "its name is not UTF-8; rename it"
    return ""


def _seen(entry: os.DirEntry[str], sidecar: str | None) -> Seen | Refused:
    """The file as it is now; it may have gone since the folder was listed."""
    try:
        stat = entry.stat()
    except OSError as error:
        return Refused(Path(entry.path), error.strerror or type(error).__name__)
    return Seen(entry.path, stat.st_size, stat.st_mtime_ns, sidecar)


def _is_unicode(name: str) -> bool:
    """Whether the name can be written down: bytes that are no UTF-8 come as halves of surrogate pairs."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is hidden, or half of a save."""
    return name.startswith((".", "~$")) or name.endswith("~")

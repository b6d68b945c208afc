"""Sources: which files are read, in which order, and their bytes as text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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


def files(root: Path) -> Iterator[Path | Refused]:
    """Every visible file below a folder, in one order on every machine.

    Links to folders are not followed; a link to a file counts if the file is below the root.
    """
    home = root.resolve()
    unreadable: list[Refused] = []

    def refuse(error: OSError) -> None:
        unreadable.append(Refused(Path(error.filename), error.strerror or type(error).__name__))

    for folder, folders, names in os.walk(home, onerror=refuse):
        yield from unreadable
        unreadable.clear()
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        for name in sorted(name for name in names if not is_hidden(name)):
            path = Path(folder, name)
            yield from _file(path, home)
    yield from unreadable


def _file(path: Path, home: Path) -> Iterator[Path | Refused]:
    """The file, unless it is none, or its name or its place is such that it must not be read."""
    if path.is_symlink() and not path.resolve().is_relative_to(home):
        yield Refused(path, "a link out of the folder")
    elif not str(path).isprintable() and not _is_unicode(str(path)):
        yield Refused(path, "its name is not UTF-8; rename it")
    elif path.is_file():
        yield path


def _is_unicode(name: str) -> bool:
    """Whether the name can be written down: bytes that are no UTF-8 come as halves of surrogate pairs."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is hidden, or half of a save."""
    return name.startswith((".", "~$")) or name.endswith("~")


def is_sidecar(path: Path) -> bool:
    """Whether a file says something about its neighbours."""
    return path.name == CSV_SIDECAR or path.name.endswith(TOML_SIDECAR)

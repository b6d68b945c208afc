"""Sources: which files are read, in which order, and their bytes as text."""

from __future__ import annotations

import errno
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, AnyStr, Final

from index.loaders.encodings import decode
from index.settings import file_limits
from search.errors import SourceError

LONGEST_LINE: Final = 25_000_000  # characters of a line of a large file: JSON takes ten times that
TOO_LONG: Final = f"a line of more than {LONGEST_LINE:,} characters"
NULS_LEFT_OUT: Final = "NUL characters in it are left out"
SMALL: Final = 1 << 20  # bytes that are read at once, whatever they are
NOT_OF_A_SOURCE: Final = frozenset(
    {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT}
)


def largest() -> int:
    """The bytes of a file that is read whole; JSON Lines may be as large as they like."""
    return file_limits().size


def read(path: Path, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """A file's text as written, and a note if it is not in today's encoding."""
    raw = read_bytes(path)
    text, encoding = decode(raw, str(path), declared)
    notes = () if encoding == "utf-8" else (f"read as {encoding}",)
    is_narrow = not encoding.startswith(("utf-16", "utf-32"))
    return text, (*notes, NULS_LEFT_OUT) if is_narrow and b"\0" in raw else notes


def lines(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A file's lines that are not empty, each with the notes on reading it.

    A large file is never held whole.
    """
    size = path.stat().st_size if path.is_file() else 0
    if size > SMALL and _is_utf8(path):
        with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as written:
            yield from ((line, ()) for line in _bounded(written, "\n", TOO_LONG) if line.strip())
    elif size <= largest():
        text, notes = read(path)
        yield from ((line, notes) for line in text.split("\n") if line.strip())
    else:
        with path.open("rb") as file:
            bounded = _bounded(file, b"\n", TOO_LONG.encode())
            yield from (_line(raw) for raw in bounded if raw.strip())


def _bounded(file: IO[AnyStr], end: AnyStr, instead: AnyStr) -> Iterator[AnyStr]:
    """The lines of a file; one that is too long is read past, and something else told."""
    while line := file.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(end):
            yield line
            continue
        while (rest := file.readline(SMALL)) and not rest.endswith(end):
            pass
        yield instead


def _is_utf8(path: Path) -> bool:
    """Whether a whole file is UTF-8, from its first byte to its last."""
    decoder = getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while part := file.read(SMALL):
                if b"\0" in part:
                    return False
                decoder.decode(part)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _line(raw: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        line, encoding = decode(raw)
    except SourceError as error:
        return raw.decode("utf-8", "replace"), (error.reason,)
    return line, () if encoding == "utf-8" else (f"read as {encoding}",)


@contextmanager
def reading_source(path: Path) -> Iterator[None]:
    """Read a source: what the disk refuses is a `SourceError` of this file.

    Not what this process or its temporary folder has no room for.
    """
    try:
        yield
    except OSError as error:
        if error.errno in NOT_OF_A_SOURCE:
            raise
        raise SourceError(str(path), error.strerror or str(error)) from error


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises `SourceError` if it can't be read or is too large."""
    with reading_source(path):
        size = path.stat().st_size
        if size > (most := largest()):
            raise SourceError(
                str(path), f"{size // 2**20} MB; at most {most // 2**20} MB are read: split it"
            )
        if not path.is_file():
            raise SourceError(str(path), "not a file")
        return path.read_bytes()

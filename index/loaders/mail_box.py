"""Mail box: which messages does a file hold, and is it one at all?"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from index.loaders.source import SMALL, largest
from search.errors import SourceError

KNOWN_BY: Final = (
    "from",
    "subject",
    "date",
    "to",
    "received",
    "message-id",
    "mime-version",
    "content-type",
)
FROM: Final = b"From "  # with which a message begins
BOX_HEAD: Final = 4096  # bytes in which an MBOX has shown itself
# whose message has no header
DATED: Final = re.compile(rb"From \S.* [A-Z][a-z]{2} +\d{1,2} \d{1,2}:\d{2}.* \d{4}\b")
LONGEST_FROM: Final = 1000  # bytes of a line that begins a message
BLANK: Final = frozenset({b"\n", b"\r\n"})
HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
HEADER_LINE: Final = re.compile(rb"[!-9;-~]+:")
# MBOX writes it so, for a line `From` begins a message
QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


def headed(raw: bytes) -> bytes:
    """A message whose headers are whole: a line among them that is none goes on the one before.

    Else all headers behind it would be text.
    """
    end = HEAD_END.search(raw)
    if end is None:
        return raw
    lines = raw[: end.start()].split(b"\n")
    kept = (
        line
        if HEADER_LINE.match(line) or line[:1] in b" \t" or line.startswith(FROM)
        else b" " + line
        for line in lines[1:]
    )
    return b"\n".join([lines[0], *kept]) + raw[end.start() :]


def refuse_others(path: Path) -> None:
    """Refuse what does not begin as an MBOX, or as a message."""
    try:
        with path.open("rb") as file:
            head = file.read(BOX_HEAD).removeprefix(BOM_UTF8).lstrip(b"\r\n")
    except OSError as error:
        raise SourceError(str(path), error.strerror or type(error).__name__) from error
    if not head.startswith(FROM) and not HEADER_LINE.match(head):
        raise SourceError(str(path), "damaged, or no MBOX: it does not begin with a message")


def messages(path: Path) -> Iterator[bytes]:
    """The bytes of each message; one that is far too large is cut just above what is allowed."""
    lines: list[bytes] = []
    size, most = 0, largest()
    for line, begins in _lines(path):
        if begins:
            if size:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= most:
            lines.append(line)
            size += len(line)
    if size:
        yield b"".join(lines)


def _lines(path: Path) -> Iterator[tuple[bytes, bool]]:
    """Every line, and whether a message begins with it.

    After a blank one, and before a header or with a date.
    """
    with path.open("rb") as file:
        before, line = b"\n", file.readline(SMALL)
        while line:
            following = file.readline(SMALL)
            begins = line.startswith(FROM) and before in BLANK
            yield (
                line,
                begins and bool(HEADER_LINE.match(following) or DATED.match(line[:LONGEST_FROM])),
            )
            before, line = line, following

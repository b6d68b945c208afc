"""E-mail: a message is an article, its subject the title, its sender the outlet.

Of a message in two forms the plain one is read, unless it only says that there is another. An
attachment of a kind that is read holds articles of its own, after the message.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr
from io import BytesIO
from pathlib import Path
from typing import Final

from index.loaders import dates, mime, pages, values
from index.loaders.loaded import Loaded, Part, Skipped
from index.loaders.records import finished
from index.loaders.source import LARGEST, SMALL, read_bytes
from index.loaders.unpacking import Unpacking, member_name
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
BLANK: Final = frozenset({b"\n", b"\r\n"})
HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
HEADER: Final = re.compile(rb"[!-9;-~]+:")
# MBOX writes it so, for a line `From` begins a message
QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
ENCRYPTED: Final = frozenset(
    {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
)
# words: a plain form with fewer, and four times fewer than the other, stands for that
PLACEHOLDER: Final = 60
DEEPEST_PART: Final = 20  # parts within parts


@dataclass(slots=True)
class Body:
    """What a message says, in the order of its parts: plain texts, pages, and what is attached."""

    plain: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    attached: list[tuple[str, bytes | mime.Mime]] = field(default_factory=list)

    def add(self, other: Body) -> None:
        """Take in what another part says."""
        self.plain += other.plain
        self.pages += other.pages
        self.attached += other.attached


def load(path: Path, unpacking: Unpacking | None = None) -> Iterator[Part]:
    """The message of the file, and what is attached to it."""
    message = parsed(read_bytes(path))
    if not any(mime.header(message, name) for name in KNOWN_BY):
        raise SourceError(str(path), "damaged, or no e-mail: it has no header")
    yield from _parts(message, "", unpacking or Unpacking.of(path))


def load_box(path: Path, unpacking: Unpacking | None = None) -> Iterator[Part]:
    """The messages of an MBOX, one at a time: the file may be as large as it likes."""
    unpacking = unpacking or Unpacking.of(path)
    _refuse_others(path)
    for number, raw in enumerate(_messages(path), 1):
        try:
            message = parsed(QUOTED.sub(rb"\1", raw))
        except SourceError as error:
            yield Skipped(0, f"message {number}: {error.reason}")
        else:
            yield from _parts(message, f"#{number}" if number > 1 else "", unpacking)


def parsed(raw: bytes) -> mime.Mime:
    """A message; of what is none, one without headers."""
    if len(raw) > LARGEST:
        raise SourceError("message", f"more than {LARGEST // 2**20} MB")
    try:
        written = _headed(raw.removeprefix(BOM_UTF8).lstrip(b"\r\n"))
        return BytesParser(Message, policy=compat32).parsebytes(written)
    except RecursionError as error:
        raise SourceError("message", "its parts are nested too deeply") from error


def _headed(raw: bytes) -> bytes:
    """A message whose headers are whole: a line among them that is none goes on the one before.

    Else all headers behind it would be text.
    """
    end = HEAD_END.search(raw)
    if end is None:
        return raw
    lines = raw[: end.start()].split(b"\n")
    kept = (
        line if HEADER.match(line) or line[:1] in b" \t" or line.startswith(FROM) else b" " + line
        for line in lines[1:]
    )
    return b"\n".join([lines[0], *kept]) + raw[end.start() :]


def _refuse_others(path: Path) -> None:
    """Refuse what does not begin as an MBOX, or as a message."""
    try:
        with path.open("rb") as file:
            head = file.read(BOX_HEAD).removeprefix(BOM_UTF8).lstrip(b"\r\n")
    except OSError as error:
        raise SourceError(str(path), error.strerror or type(error).__name__) from error
    if not head.startswith(FROM) and not HEADER.match(head):
        raise SourceError(str(path), "damaged, or no MBOX: it does not begin with a message")


def _messages(path: Path) -> Iterator[bytes]:
    """The bytes of each message; one that is far too large is cut just above what is allowed."""
    lines: list[bytes] = []
    size = 0
    for line, begins in _lines(path):
        if begins:
            if size:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= LARGEST:
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
            yield line, begins and bool(HEADER.match(following) or DATED.match(line))
            before, line = line, following


def _parts(message: mime.Mime, locator: str, unpacking: Unpacking) -> Iterator[Part]:
    body = _body(message)
    article = finished(_article(message, body))
    yield replace(article, member=locator) if isinstance(article, Loaded) else article
    met = Counter[str]()
    for written, attached in body.attached:
        name = member_name(written).rpartition("/")[2] or "attachment"
        met[name] += 1
        if met[name] > 1:
            name = f"{Path(name).stem}-{met[name]}{Path(name).suffix}"
        if isinstance(attached, bytes):
            yield from unpacking.articles(name, BytesIO(attached), step=f"{locator}/{name}")
        else:
            yield from _parts(attached, f"{locator}/{name}", unpacking)


def _article(message: mime.Mime, body: Body) -> Loaded:
    date = mime.header(message, "date")
    published, remark = dates.published(date) if date else (None, None)
    notes = (remark,) if remark else ()
    if message.get_content_type() in ENCRYPTED:
        notes = (*notes, "encrypted: only its headers are read")
    name, address = parseaddr(mime.header(message, "from"))
    return Loaded(
        number=1,
        title=values.line(mime.header(message, "subject")),
        text="\n\n".join(text.strip() for text in (*body.plain, *map(pages.whole, body.pages))),
        published=published,
        published_source="metadata" if published else None,
        outlet=values.line(name or address),
        url=values.link(mime.header(message, "archived-at").strip("<>")),
        notes=notes,
    )


def _body(part: mime.Mime, depth: int = 0) -> Body:
    """What a part and those in it say."""
    kind, name = part.get_content_type(), mime.filename(part)
    within = (
        [one for one in part.get_payload() if isinstance(one, Message)]
        if part.is_multipart()
        else []
    )
    if kind == "message/rfc822":
        return Body(
            attached=[(f"{name.removesuffix('.eml') or 'message'}.eml", one) for one in within]
        )
    if within:
        return _joined(
            kind, [_body(one, depth + 1) for one in within] if depth < DEEPEST_PART else []
        )
    if name:
        return Body(attached=[(name, mime.content(part))])
    if kind == "text/html":
        return Body(pages=[mime.text(part)])
    if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
        written = mime.text(part)
        return Body(plain=[written] if written.strip() else [])
    return Body()


def _joined(kind: str, within: list[Body]) -> Body:
    """What several parts say together: of two forms of one text only one is read."""
    body = Body()
    for one in within:
        body.add(one)
    if kind == "multipart/alternative" and body.plain and body.pages:
        plain = sum(len(text.split()) for text in body.plain)
        page = sum(len(pages.whole(text).split()) for text in body.pages)
        if plain < PLACEHOLDER and plain * 4 < page:
            body.plain = []
        else:
            body.pages = []
    return body

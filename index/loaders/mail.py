"""E-mail: a message is an article, its subject the title, its sender the outlet.

Of a message in two forms the plain one is read, unless it only says that there is another. An
attachment of a kind that is read holds articles of its own, after the message.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr, parsedate
from io import BytesIO
from pathlib import Path
from typing import Final

from index.dates import metadata_dates
from index.loaders import mime, pages, values
from index.loaders.loaded import Loaded, Part, Skipped
from index.loaders.mail_box import KNOWN_BY, QUOTED_FROM, headed, messages, refuse_others
from index.loaders.records import finished
from index.loaders.source import largest, read_bytes
from index.loaders.unpacking import Unpacking, member_name
from search.errors import SourceError

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
    refuse_others(path)
    for number, raw in enumerate(messages(path), 1):
        try:
            message = parsed(QUOTED_FROM.sub(rb"\1", raw))
        except SourceError as error:
            yield Skipped(0, f"message {number}: {error.reason}")
        else:
            yield from _parts(message, f"#{number}" if number > 1 else "", unpacking)


def parsed(raw: bytes) -> mime.Mime:
    """A message; of what is none, one without headers."""
    if len(raw) > (most := largest()):
        raise SourceError("message", f"more than {most // 2**20} MB")
    try:
        written = headed(raw.removeprefix(BOM_UTF8).lstrip(b"\r\n"))
        return BytesParser(Message, policy=compat32).parsebytes(written)
    except RecursionError as error:
        raise SourceError("message", "its parts are nested too deeply") from error


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
    published, remark = metadata_dates.published(date) if date else (None, None)
    if date and published is None and (day := parsedate(date)):  # a year of two digits
        published, remark = metadata_dates.published("-".join(map(str, day[:3])))
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

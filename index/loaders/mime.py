"""MIME: what do the headers and parts of a message say, in characters?"""

from __future__ import annotations

import binascii
import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import Final, TypeAlias

from index.loaders.codepages import CODE_PAGES
from index.loaders.encodings import decode
from search.errors import SourceError

# what mailers say of any text
UNSURE: Final = frozenset({"", "ascii", "iso8859-1", "utf-8", "unknown-8bit"})
# Hebrew and Arabic in the order of reading, or of drawing
DIRECTION: Final = re.compile(r"(?i)(iso-8859-[68])-[ie]$")
SIGNATURE: Final = "-- "
Mime: TypeAlias = "Message[str, str]"


def characters(raw: bytes, declared: str | None) -> str:
    """The text of some bytes.

    What is declared is believed, but for what mailers say of anything.
    """
    charset = DIRECTION.sub(r"\1", (declared or "").strip().lower())
    if (name := _codec(charset)) not in UNSURE and charset not in CODE_PAGES:
        try:
            return raw.decode(name)
        except (UnicodeError, LookupError):
            pass  # it is something else, then
    try:
        return decode(raw, declared=charset or None)[0]
    except SourceError:
        return raw.decode("utf-8", "replace")


def header(message: Mime, name: str) -> str:
    """The first header of this name, decoded; empty if there is none."""
    values = (str(value) for key, value in message.raw_items() if key.lower() == name)
    raw = next(values, "").encode("utf-8", "surrogateescape")
    written = characters(raw, None)
    try:
        parts = decode_header(written)
    except (HeaderParseError, ValueError):
        return " ".join(written.split())
    return " ".join(
        "".join(
            part if isinstance(part, str) else _word(part, charset) for part, charset in parts
        ).split()
    )


def content(part: Mime) -> bytes:
    """The bytes of a part as they were before they were encoded for the way."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, binascii.Error):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def text(part: Mime) -> str:
    """The text of a part, with the lines that only the width of a mailer broke made whole again."""
    written = characters(content(part), part.get_content_charset()).replace("\r\n", "\n")
    if _parameter(part, "format") != "flowed":
        return written
    keeps_space = _parameter(part, "delsp") != "yes"
    return _unfolded(written, " " if keeps_space else "")


def filename(part: Mime) -> str:
    """The name of a file that is attached; empty if it is none."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return "attachment"
    try:
        chunks = decode_header(name)
    except (HeaderParseError, ValueError):
        return name
    return "".join(
        chunk if isinstance(chunk, str) else _word(chunk, charset) for chunk, charset in chunks
    )


def _word(raw: bytes, charset: str | None) -> str:
    """An encoded word: short, so what it says of itself counts for more than its letters."""
    name = _codec(DIRECTION.sub(r"\1", charset or ""))
    try:
        return raw.decode("cp1252" if name == "iso8859-1" else name or "utf-8")
    except (UnicodeError, LookupError):
        return characters(raw, None)


def _codec(charset: str) -> str:
    """Python's name for a charset; empty if it knows none."""
    try:
        return codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""


def _parameter(part: Mime, name: str) -> str:
    value = part.get_param(name)
    return value.lower() if isinstance(value, str) else ""


def _unfolded(written: str, joint: str) -> str:
    """Lines that end with a space go on in the next.

    Quotations and the signature's mark do not (RFC 3676).
    """
    out: list[str] = []
    goes_on = False
    for line in written.split("\n"):
        is_quoted = line.startswith(">")
        shown = line if is_quoted else line.removeprefix(" ")
        if out:
            out.append(joint if goes_on and not is_quoted else "\n")
        is_open = line.endswith(" ") and line != SIGNATURE and not is_quoted
        goes_on = is_open
        out.append(shown.removesuffix(" ") if is_open else shown)
    return "".join(out)

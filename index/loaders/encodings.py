"""Encodings: which characters do these bytes stand for?

In this order: a byte order mark, strict UTF-8, UTF-16 without a mark (it has NULs, a text in bytes
has none), UTF-8 with a few broken bytes, a code page of our languages, and last whatever
charset-normalizer can tell. What none of them reads is binary, and is refused.
"""

from __future__ import annotations

import codecs
from typing import Final

from index.loaders.codepages import best_decoding, codec
from search.errors import SourceError

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
# 1A ended files on DOS, 1B begins escapes
TEXT_CONTROLS: Final = frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")
ORDINARY_CONTROLS: Final = frozenset("\t\n\r")
ORDINARY: Final = (
    (" ", "~"),
    ("\u00a0", "\u017f"),  # Latin
    ("\u0218", "\u021b"),  # Romanian's letters with a comma below
    ("\u0370", "\u06ff"),  # Greek, Cyrillic, Hebrew, Arabic
    ("\u1e00", "\u2bff"),  # Latin and Greek with marks, punctuation, signs
)
STRAY_NULS: Final = 50  # bytes in which a text may have a NUL; texts in two bytes have many
MOST_BROKEN: Final = 5  # for so many characters of several bytes one byte may stand alone
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
ENCODING_SAMPLE: Final = 1 << 16


def decode(raw: bytes, source: str = "bytes", declared: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding.

    `declared` is what the source itself says, believed if it fits.
    """
    for mark, name, shown in MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace"), shown
    if raw.count(b"\0") * STRAY_NULS > len(raw):
        return _wide(raw, source)
    raw = raw.replace(b"\0", b"")  # a few are slips of a program that wrote the file
    _refuse_controls(raw, source)
    return _utf8(raw) or _code_page(raw, declared) or _anything(raw, source)


def _utf8(raw: bytes) -> tuple[str, str] | None:
    """UTF-8, also where a few bytes, or a cut end, are broken."""
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = sum(not letter.isascii() for letter in text) - broken
    return (text, "utf-8") if whole > 0 and broken <= max(1, whole // MOST_BROKEN) else None


def _wide(raw: bytes, source: str) -> tuple[str, str]:
    """UTF-16 without a mark: of the two orders of bytes the one that gives ordinary characters."""
    for name in ("utf-16-le", "utf-16-be"):
        text = raw.decode(name, "replace")
        sample = text[:ENCODING_SAMPLE]
        if sum(map(_is_ordinary, sample)) >= 0.98 * len(sample):
            return text, name
    raise SourceError(source, "binary: it has NUL bytes")


def _is_ordinary(letter: str) -> bool:
    """Whether a text of our languages may have this character.

    The wrong order of bytes gives rare ones.
    """
    return letter in ORDINARY_CONTROLS or any(first <= letter <= last for first, last in ORDINARY)


def _refuse_controls(raw: bytes, source: str) -> None:
    """Refuse what has more than one control character in a hundred bytes: no text has."""
    controls = sum(
        raw[:ENCODING_SAMPLE].count(byte) for byte in range(0x20) if byte not in TEXT_CONTROLS
    )
    if controls * 100 > len(raw[:ENCODING_SAMPLE]):
        raise SourceError(source, "binary: too many control characters")


def _code_page(raw: bytes, declared: str | None) -> tuple[str, str] | None:
    """A code page of our languages, if its letters are credible."""
    reading = best_decoding(raw, declared)
    return (
        (raw.decode(codec(reading.encoding), "replace"), reading.encoding)
        if reading.is_credible
        else None
    )


def _anything(raw: bytes, source: str) -> tuple[str, str]:
    """Other languages' encodings, by charset-normalizer."""
    # few files need it, and every start would wait for it
    from charset_normalizer import from_bytes  # noqa: PLC0415

    match = from_bytes(raw[:ENCODING_SAMPLE]).best()
    if match is None:
        raise SourceError(source, "its encoding can't be told; save it as UTF-8")
    return raw.decode(match.encoding, "replace"), match.encoding.replace("_", "-")

"""Cleaning: what is taken out of a text before anybody reads it.

Line ends become one kind, control characters go, halves of surrogate pairs become U+FFFD: after
this the text is what the reader sees and what every offset counts in. Words stay as they are
written, with two exceptions: Romanian letters that an old code page has spoilt (`preºedinte`), and
UTF-8 that was read as something else (`PreÈ™edinte`), are repaired.
"""

from __future__ import annotations

import re
from typing import Final

LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# U+FEFF: a byte order mark out of place
CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
SURROGATES: Final = re.compile("[\ud800-\udfff]")

# Windows-1250 read as windows-1252. Only the first four never stand in a Romanian word; Ã and ã are
# letters of other languages, so they are repaired only where one of the four shows what happened.
SPOILT: Final = str.maketrans("ªºÞþÃã", "ŞşŢţĂă")
NEVER_ROMANIAN: Final = "ªºÞþ"
WITNESSES: Final = re.compile(  # `nº` and `2ª` are Spanish and Portuguese
    r"(?<![^\W\d_])[ªÞ](?=[^\W\d_]{2})|(?<=[^\W\d_]{2})[ºþ]|(?<![^\W\d_])[ºþ](?=[^\W\d_]{2})"
)
SPOILT_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]*[ªºÞþÃã][^\W\d_]*")
# rare elsewhere
FREQUENT: Final = re.compile(r"\b(?:ºi|cã|cu|din|fost|în|lui|mai|nu|pe|pentru|sau|sã|sunt)\b")
# a first byte of UTF-8 and one more, each as a letter of its own: Ã©, ×©, Ð°, È™
MISREAD: Final = re.compile("[\u00c3-\u00df\u00e0-\u00ef][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]")
FEWEST_MISREAD: Final = 2  # elsewhere one may stand by chance
ANY_WORD: Final = re.compile(r"[^\W\d_]+")


def clean(text: str) -> str:
    """The text with line feeds alone as line ends, no control characters, and valid as UTF-8."""
    # most texts, and the patterns are slow
    if text.replace("\n", " ").replace("\u00a0", " ").isprintable():
        return text
    text = repair_utf8(text)  # before some of its bytes are taken for control characters
    return SURROGATES.sub("\N{REPLACEMENT CHARACTER}", CONTROLS.sub("", LINE_ENDS.sub("\n", text)))


def repair_utf8(text: str) -> str:
    """The text of UTF-8 that was read as Latin-1 or windows-1252, if the whole of it is such."""
    if text.isascii() or len(MISREAD.findall(text)) < FEWEST_MISREAD:
        return text
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except (UnicodeError, ValueError):
        return text


def _byte(letter: str) -> bytes:
    return bytes((ord(letter),)) if ord(letter) < 256 else letter.encode("cp1252")


def repair_romanian(text: str) -> str:
    """The text with the letters of Romanian that windows-1250 spells, where windows-1252 was read.

    Only in what has a spoilt letter inside a word and the small words of Romanian, so that `2º`,
    Portuguese and Icelandic stay. No letter changes its place.
    """
    if not any(letter in text for letter in NEVER_ROMANIAN):  # most texts, and the pattern is slow
        return text
    if not WITNESSES.search(text) or "ð" in text:
        return text
    words = len(ANY_WORD.findall(text))
    if len(FREQUENT.findall(text)) * 20 < words:
        return text
    return SPOILT_WORD.sub(lambda word: word.group().translate(SPOILT), text)

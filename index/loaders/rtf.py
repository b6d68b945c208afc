"""RTF: the text of a document as Word, WordPad and databases of news write it.

No library reads Hebrew, Romanian and Czech code pages right that change with the font, so the walk
is ours: control words are a table, and a group inherits what holds around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from index.loaders import blocks, bundles
from index.loaders.blocks import Block
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Skipped
from index.loaders.rtf_group import RtfGroup
from index.loaders.rtf_words import (
    CHARSETS,
    CODE_PAGE_WORDS,
    LITERALS,
    RTF_SIGNS,
    RTF_SYMBOLS,
    SEEN_GROUPS,
    UNSEEN_GROUPS,
)
from index.loaders.source import read_bytes
from search.errors import SourceError

TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)


@dataclass(slots=True)
class RtfDocument:
    """A document while it is read: `raw` are bytes whose letters are not known yet."""

    codec: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    default: int | None = None
    written: dict[str, list[str]] = field(
        default_factory=lambda: {"text": [], "notes": [], "title": []}
    )
    groups: list[RtfGroup] = field(default_factory=lambda: [RtfGroup()])
    raw: bytearray = field(default_factory=bytearray)
    passing: int = 0  # signs that stand in for the last letter
    is_fresh: bool = False  # a group has just begun

    @property
    def group(self) -> RtfGroup:
        """The innermost group."""
        return self.groups[-1]

    def change(self, group: RtfGroup) -> None:
        """Have something else hold from here on."""
        self.flush()
        self.groups[-1] = group

    def flush(self) -> None:
        """Turn bytes into letters, by the font that they are in."""
        if self.raw:
            font = self.group.font if self.group.font is not None else self.default
            codec = self.fonts.get(font, self.codec) if font is not None else self.codec
            self.say(bytes(self.raw).decode(codec, "replace"))
            self.raw.clear()

    def say(self, text: str) -> None:
        """Write where this group's text goes."""
        if self.group.target is not None and not self.group.is_hidden:
            self.written[self.group.target].append(text)

    def letters(self, raw: bytes) -> None:
        """Take bytes of text, but for those that only stand in for a letter."""
        passed = min(self.passing, len(raw))
        self.passing -= passed
        self.raw += raw[passed:]

    def text(self, target: str) -> str:
        """All that was written there; halves of pairs are one letter again."""
        return (
            "".join(self.written[target])
            .encode("utf-16", "surrogatepass")
            .decode("utf-16", "replace")
        )


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of the file, its notes at the end."""
    raw = read_bytes(path)
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise SourceError(str(path), "damaged, or no RTF")
    document = _read(raw)
    text = clean(f"{document.text('text')}\n\n{document.text('notes')}")
    text = re.sub(r"(?<![ \t])[ \t]+\n", "\n", text)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    found = [Block(part) for part in text.split("\n\n")]
    title = blocks.title(found, document.text("title"), frozenset())
    yield from bundles.loaded(Loaded(number=1, title=title, text=text))


def _read(raw: bytes) -> RtfDocument:
    """Go through the document once."""
    document = RtfDocument()
    place = 0
    while match := TOKEN.match(raw, place):
        place = match.end()
        was_fresh, document.is_fresh = document.is_fresh, match.group() == b"{"
        word, number, code, symbol, brace, text = match.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin":
                place += max(0, value or 0)
            _word(document, word.decode("ascii"), value)
        elif code:
            document.letters(bytes([int(code, 16)]))
        elif symbol:
            _symbol(document, symbol, begins=was_fresh)
        elif brace:
            _brace(document, brace)
        elif text:
            document.letters(text)
    document.flush()
    return document


def _brace(document: RtfDocument, brace: bytes) -> None:
    document.flush()
    document.passing = 0
    if brace == b"{":
        document.groups.append(document.group)
    elif len(document.groups) > 1:
        document.groups.pop()


def _symbol(document: RtfDocument, symbol: bytes, *, begins: bool) -> None:
    """A control of one sign; a group that begins with `*` is unseen unless it is known."""
    if symbol in LITERALS:
        document.letters(symbol)
    elif symbol == b"*" and begins:
        document.change(replace(document.group, target=None))
    elif symbol in RTF_SYMBOLS:
        document.flush()
        document.say(RTF_SYMBOLS[symbol])


def _word(document: RtfDocument, word: str, value: int | None) -> None:
    """A control word: a sign, a letter, or something that holds from here on."""
    group = document.group
    if word in RTF_SIGNS:
        document.flush()
        document.say(RTF_SIGNS[word])
    elif word == "u" and value is not None:
        document.flush()
        document.say(chr(value % 0x10000))
        document.passing = group.substitutes
    elif UNSEEN_GROUPS.fullmatch(word):
        document.change(replace(group, target=None))
    elif word in SEEN_GROUPS:
        document.change(replace(group, target="text"))
    elif word in {"footnote", "title"}:
        document.change(replace(group, target="notes" if word == "footnote" else "title"))
        document.say("\n\n")
    else:
        _setting(document, word, value)


def _setting(document: RtfDocument, word: str, value: int | None) -> None:
    """A font, a code page, or letters that are not shown."""
    group = document.group
    if word == "f":
        document.change(replace(group, font=value))
    elif word == "fcharset" and group.font is not None and value in CHARSETS:
        document.fonts[group.font] = CHARSETS[value]
    elif word in {"v", "deleted", "htmlrtf"}:
        document.change(replace(group, is_hidden=value != 0))
    elif word == "plain":
        document.change(replace(group, font=None, is_hidden=False))
    elif word == "uc" and value is not None:
        document.change(replace(group, substitutes=max(0, value)))
    elif word == "deff":
        document.default = value
    elif word in CODE_PAGE_WORDS:
        document.codec = CODE_PAGE_WORDS[word]
    elif word == "ansicpg" and value:
        document.codec = _code_page(value) or document.codec


def _code_page(number: int) -> str | None:
    """Python's name for a code page of Windows."""
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        "".encode(name)
    except LookupError:
        return None
    return name

"""Sentences: where does each sentence of a text begin and end?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from search.model.articles import Span
from search.model.line_wrapping import goes_on, unwrapped

_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»״)\]]*+(?=\s)")  # a row of marks is read once
_LETTER: Final = re.compile(r"\S")
_SHORT: Final = re.compile(
    "mr|mrs|ms|dr|jr|sr|st|gen|sen|rep|gov|prof|oct|nov|dec|jan|feb|aug|sept|no|vs|lt|col"
    "|dl|dna|nr|art|г|гг|им|т[.]е|(?:[^\\W\\d_][.])*[^\\W\\d_]"
)  # abbreviations, initials and rows of them


def sentences(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """The sentences of some stretches of a text, in code points."""
    text = unwrapped(text)
    for start, end in spans:
        for begin, stop in _paragraphs(text, start, end):
            yield from _within(text, begin, stop)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Lines, joined with those that only the width of a page has parted from them."""
    begin = start
    while begin < end:
        stop = text.find("\n", begin, end)
        stop = end if stop < 0 else stop
        last = begin
        while stop < end and goes_on(text[last:stop], text[stop + 1 : stop + 80]):
            last = stop + 1
            stop = text.find("\n", last, end)
            stop = end if stop < 0 else stop
        if text[begin:stop].strip():
            yield begin, stop
        begin = stop + 1


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a paragraph."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if _ends(text, match, end):
            yield begin, match.end()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a mark ends a sentence: not behind an abbreviation, nor before a small letter."""
    following = _LETTER.search(text, match.end(), end)
    if following and following[0].islower():
        return False
    if match[0] != ".":
        return True
    before = text[max(0, match.start() - 12) : match.start()].split()[-1:]
    word = before[0].lstrip("\"'“„«([").casefold() if before else ""
    return not _SHORT.fullmatch(word)

"""Paragraphs: where does a text part, and which marks stand in each part of it?"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from search.model.articles import Span
from search.model.line_wrapping import unwrapped

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE: Final = re.compile(r"\n+")
_ENOUGH: Final = 400  # letters that show the direction of a text
_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article with its marks, `before` how many stand above.

    `aside` is what was never searched.
    """

    text: str
    marks: tuple[Span, ...]
    before: int
    aside: bool


def paragraphs(text: str, marks: Sequence[Span], asides: Iterable[Span]) -> Iterator[Paragraph]:
    """The text as it was, in paragraphs; marks rise and do not overlap.

    Parted by blank lines if it has any, else by every line but those that a page's width parted.
    """
    text, asides, before = unwrapped(text), sorted(asides), 0
    ends = [right for _, right in marks]
    begun = [left for left, _ in asides]
    reached = [0, *accumulate((right for _, right in asides), max)]
    for start, end in _stretches(text, asides):
        if text[start:end].strip():
            aside = end <= reached[bisect_right(begun, start)]
            own = tuple(_within(marks, bisect_right(ends, start), start, end))
            yield Paragraph(text[start:end], own, before, aside)
            before += len(own)


def _stretches(text: str, asides: Iterable[Span]) -> Iterator[Span]:
    """The paragraphs, each cut where an aside begins or ends."""
    between = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE
    breaks = {edge for gap in between.finditer(text) for edge in gap.span()}
    cuts = {edge for span in asides for edge in span if 0 < edge < len(text)}
    yield from pairwise(sorted({0, len(text)} | breaks | cuts))


def _within(marks: Sequence[Span], first: int, start: int, end: int) -> Iterator[Span]:
    """What stands in a stretch, of the marks from the first that may."""
    for at in range(first, len(marks)):
        left, right = marks[at]
        if left >= end:
            return
        yield max(left, start) - start, min(right, end) - start


def direction(text: str, otherwise: str) -> str:
    """The direction that most letters of a text have.

    An English post in a Hebrew article reads left to right.
    """
    if not _RIGHT.search(text):
        return "ltr" if any(map(str.isalpha, text)) else otherwise
    kinds = list(map(unicodedata.bidirectional, text[:_ENOUGH]))
    right, left = kinds.count("R") + kinds.count("AL"), kinds.count("L")
    return otherwise if left == right else "rtl" if right > left else "ltr"

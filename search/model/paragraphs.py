"""Paragraphs: where does a text part, and which marks stand in each part of it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from search.model.articles import Span

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE: Final = re.compile(r"\n+")


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
    """The text as it was, in paragraphs.

    Parted by blank lines if it has any, else by every line.
    """
    asides, before = tuple(asides), 0
    for start, end in _stretches(text, asides):
        if text[start:end].strip():
            aside = any(left <= start and end <= right for left, right in asides)
            own = tuple(_within(marks, start, end))
            yield Paragraph(text[start:end], own, before, aside)
            before += len(own)


def _stretches(text: str, asides: Iterable[Span]) -> Iterator[Span]:
    """The paragraphs, each cut where an aside begins or ends."""
    between = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE
    breaks = {edge for gap in between.finditer(text) for edge in gap.span()}
    cuts = {edge for span in asides for edge in span if 0 < edge < len(text)}
    yield from pairwise(sorted({0, len(text)} | breaks | cuts))


def _within(marks: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    for left, right in marks:
        if left < end and start < right:
            yield max(left, start) - start, min(right, end) - start

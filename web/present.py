"""Present: how does text become HTML that shows its marks and can do no harm?

The only place that makes HTML from what articles say: everything is escaped, then only our own `<mark>` goes in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from markupsafe import Markup, escape

from search.articles import Span

_ENOUGH: Final = 400  # letters that show the direction of a text
_RIGHT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_kept: Final = lru_cache(maxsize=4096, typed=True)(escape)  # every page has the same names, numbers and languages
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE: Final = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article with its marks, `before` how many stand above; `aside` is what was never searched."""

    text: str
    marks: tuple[Span, ...]
    before: int
    aside: bool


def escaped(shown: object) -> Markup:
    """What a template shows, as HTML."""
    return shown if isinstance(shown, Markup) else _kept(shown)


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """The text escaped, with `<mark>` around the spans; a span that overlaps an earlier one is cut."""
    return _wrapped(text, spans, lambda _number, word: f"<mark>{escape(word)}</mark>")


def linked(paragraph: Paragraph, total: int) -> Markup:
    """The same for an article to be read: each of its `total` marks leads to the next, the last to the first."""

    def link(number: int, word: str) -> str:
        own = paragraph.before + number
        return f'<a class="m" id="m{own}" href="#m{own % total + 1}"><mark>{escape(word)}</mark></a>'

    return _wrapped(paragraph.text, paragraph.marks, link)


def _wrapped(text: str, spans: Iterable[Span], wrap: Callable[[int, str], str]) -> Markup:
    pieces: list[str] = []
    shown = 0
    for number, (start, end) in enumerate(spans, 1):
        first, last = max(start, shown), min(end, len(text))
        if first < last:
            pieces += [escape(text[shown:first]), wrap(number, text[first:last])]
            shown = last
    return Markup("".join((*pieces, escape(text[shown:]))))  # noqa: S704 - all of them are escaped


def direction(text: str, otherwise: str) -> str:
    """The direction that most letters of a text have; an English post in a Hebrew article reads left to right."""
    if not _RIGHT.search(text):
        return "ltr" if any(map(str.isalpha, text)) else otherwise
    kinds = list(map(unicodedata.bidirectional, text[:_ENOUGH]))
    right, left = kinds.count("R") + kinds.count("AL"), kinds.count("L")
    return otherwise if left == right else "rtl" if right > left else "ltr"


def paragraphs(text: str, marks: Sequence[Span], asides: Iterable[Span]) -> Iterator[Paragraph]:
    """The text as it was, in paragraphs: parted by blank lines if it has any, else by every line."""
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

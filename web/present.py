"""Present: how does text become HTML that shows its marks and can do no harm?

The only place that makes HTML from what articles say: everything is escaped, then only our own
`<mark>` goes in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from search.model.articles import Span
from search.model.paragraphs import Paragraph

_ENOUGH: Final = 400  # letters that show the direction of a text
_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# every page has the same names, numbers and languages
_kept: Final = lru_cache(maxsize=4096, typed=True)(escape)


def escaped(shown: object) -> Markup:
    """What a template shows, as HTML."""
    return shown if isinstance(shown, Markup) else _kept(shown)


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """The text escaped, with `<mark>` around the spans.

    A span that overlaps an earlier one is cut.
    """
    return _wrapped(text, spans, lambda _number, word: f"<mark>{escape(word)}</mark>")


def linked(paragraph: Paragraph, total: int) -> Markup:
    """The same for an article to be read.

    Each of its `total` marks leads to the next, the last to the first.
    """

    def link(number: int, word: str) -> str:
        own = paragraph.before + number
        return (
            f'<a class="m" id="m{own}" href="#m{own % total + 1}"><mark>{escape(word)}</mark></a>'
        )

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
    """The direction that most letters of a text have.

    An English post in a Hebrew article reads left to right.
    """
    if not _RIGHT.search(text):
        return "ltr" if any(map(str.isalpha, text)) else otherwise
    kinds = list(map(unicodedata.bidirectional, text[:_ENOUGH]))
    right, left = kinds.count("R") + kinds.count("AL"), kinds.count("L")
    return otherwise if left == right else "rtl" if right > left else "ltr"

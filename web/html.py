"""HTML: how does text become HTML that shows its marks and can do no harm?

The only place that makes HTML from what articles say: everything is escaped, then only our own
`<mark>` goes in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from search.model.articles import Span
from search.model.paragraphs import Paragraph

# every page has the same names, numbers and languages
_kept: Final = lru_cache(maxsize=4096, typed=True)(escape)


def escaped(shown: object) -> Markup:
    """What a template shows, as HTML."""
    return shown if isinstance(shown, Markup) else _kept(shown)


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """The text escaped, with `<mark>` around the spans; an overlapping one is cut."""
    return _wrapped(text, spans, lambda _number, word: f"<mark>{escape(word)}</mark>")


def linked(paragraph: Paragraph, total: int) -> Markup:
    """The same for an article to be read: each of its `total` marks leads to the next."""

    def link(number: int, word: str) -> str:
        at = paragraph.before + number
        return f'<a class="m" id="m{at}" href="#m{at % total + 1}"><mark>{escape(word)}</mark></a>'

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

"""Postings: at which positions do an article's terms stand?

Title and body are one text: the body goes on behind the title after a gap that no phrase crosses. Every term
of the title is kept a second time behind a `t`, which is what `title:` asks for and the title's bonus reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from search.analysis.tokens import AnalysedArticle, AnalysedText

GAP: Final = 64  # more words than a phrase may let stand between its own
TITLE: Final = "t"


def postings(article: AnalysedArticle) -> dict[str, list[int]]:
    """Each term of the article with its positions, rising, without repeats."""
    found: dict[str, list[int]] = {}
    for term, position in _places(article):
        at = found.setdefault(term, [])
        if not at or at[-1] != position:
            at.append(position)
    return found


def length(article: AnalysedArticle) -> int:
    """How many words the article has: positions, the gap aside."""
    return article.title.length + article.body.length


def body_start(article: AnalysedArticle) -> int:
    """The position of the body's first word."""
    return article.title.length + GAP if article.title.length else 0


def _places(article: AnalysedArticle) -> Iterator[tuple[str, int]]:
    for term, position in _terms(article.title, 0):
        yield term, position
        yield TITLE + term, position
    yield from _terms(article.body, body_start(article))


def _terms(text: AnalysedText, start: int) -> Iterator[tuple[str, int]]:
    for position, terms in zip(text.positions, text.terms, strict=True):
        for term in terms:
            yield term, start + position

"""Postings: at which positions do an article's terms stand?

Title and body are one text: the body goes on behind the title after a gap that no phrase crosses. Every term
of the title is kept a second time behind a `t`, which is what `title:` asks for and the title's bonus reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from search.analysis.tokens import AnalysedArticle, AnalysedText

GAP: Final = 64  # more words than a phrase may let stand between its own
TITLE: Final = "t"


def postings(article: AnalysedArticle) -> dict[str, list[int]]:
    """Each term of the article with its positions, rising, without repeats."""
    found: dict[str, list[int]] = {}
    for terms, positions in columns(article):
        for term, position in zip(terms, positions, strict=True):
            at = found.setdefault(term, [])
            if not at or at[-1] != position:
                at.append(position)
    return found


def columns(article: AnalysedArticle) -> Iterator[tuple[list[str], list[int]]]:
    """The article's terms with a position each, a term's positions rising; one may stand twice at the same."""
    titled, places = _columns(article.title, 0)
    yield titled, places
    yield [TITLE + term for term in titled], places
    yield _columns(article.body, body_start(article))


def length(article: AnalysedArticle) -> int:
    """How many words the article has: positions, the gap aside."""
    return article.title.length + article.body.length


def body_start(article: AnalysedArticle) -> int:
    """The position of the body's first word."""
    return article.title.length + GAP if article.title.length else 0


def _columns(text: AnalysedText, start: int) -> tuple[list[str], list[int]]:
    places = (start + position for position, terms in zip(text.positions, text.terms, strict=True) for _ in terms)
    return list(chain.from_iterable(text.terms)), list(places)

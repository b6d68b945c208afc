"""Postings: at which positions do an article's terms stand?

Title and body are one text: the body goes on behind the title after a gap that no phrase crosses. Every term
of the title is kept a second time behind a `t`, which is what `title:` asks for and the title's bonus reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from search.analysis.tokens import AnalysedArticle

GAP: Final = 64  # more words than a phrase may let stand between its own
TITLE: Final = "t"

Column = tuple[tuple[tuple[str, ...], ...], tuple[int, ...], int]


def postings(article: AnalysedArticle) -> dict[str, list[int]]:
    """Each term of the article with its positions, rising, without repeats."""
    found: dict[str, list[int]] = {}
    for terms, positions, start in columns(article):
        for here, position in zip(terms, positions, strict=True):
            for term in here:
                at = found.setdefault(term, [])
                if not at or at[-1] != start + position:
                    at.append(start + position)
    return found


def columns(article: AnalysedArticle) -> Iterator[Column]:
    """The article's words in stretches: each word's terms, its position, and where the positions begin."""
    title, body = article.title, article.body
    yield title.terms, title.positions, 0
    yield tuple(tuple(TITLE + term for term in terms) for terms in title.terms), title.positions, 0
    yield body.terms, body.positions, body_start(article)


def length(article: AnalysedArticle) -> int:
    """How many words the article has: positions, the gap aside."""
    return article.title.length + article.body.length


def body_start(article: AnalysedArticle) -> int:
    """The position of the body's first word."""
    return article.title.length + GAP if article.title.length else 0

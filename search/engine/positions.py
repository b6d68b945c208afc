"""Positions: at which positions, and in which rows, do an article's terms stand?

Title and body are one text: the body goes on behind the title after a gap that no phrase crosses.
Every term of the title is kept a second time behind a `t`, which is what `title:` asks for and the
title's bonus reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from search.analysis.tokens import AnalysedArticle

GAP: Final = 64  # more words than a phrase may let stand between its own
TITLE: Final = "t"


class TermOffsets(NamedTuple):
    """Where the words of an article stand.

    A row a word, those of its title first, and the rows of some terms.
    `starts` and `ends` are code points into the title in the first `titled` rows, then into the
    text. `positions` rise; the joined form of a hyphenated word is a second row at the position of
    its first part. `soft_line_ends` are the text's, None where the engine keeps none.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    positions: Sequence[int]
    titled: int
    rows: Mapping[str, Sequence[int]]
    soft_line_ends: Sequence[int] | None = None


def term_offsets(article: AnalysedArticle) -> TermOffsets:
    """The words of the article with the rows of all terms.

    Of two rows at one position a term has the first.
    """
    title, body, start = article.title, article.body, body_start(article)
    positions = (*title.positions, *(start + position for position in body.positions))
    named = (*((*terms, *(TITLE + term for term in terms)) for terms in title.terms), *body.terms)
    rows: dict[str, list[int]] = {}
    for row, terms in enumerate(named):
        for term in terms:
            own = rows.setdefault(term, [])
            if not own or positions[own[-1]] != positions[row]:
                own.append(row)
    return TermOffsets(
        (*title.starts, *body.starts), (*title.ends, *body.ends), positions, len(title), rows
    )


def positions(offsets: TermOffsets) -> dict[str, list[int]]:
    """Each term with its positions, rising, without repeats."""
    return {term: [offsets.positions[row] for row in rows] for term, rows in offsets.rows.items()}


def length(article: AnalysedArticle) -> int:
    """How many words the article has: positions, the gap aside."""
    return article.title.length + article.body.length


def body_start(article: AnalysedArticle) -> int:
    """The position of the body's first word."""
    return article.title.length + GAP if article.title.length else 0

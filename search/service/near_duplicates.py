"""Near duplicates: which hits of a page tell the same text?

Agencies' texts come from many outlets, a little cut or corrected. Two are one if the shorter has
nine tenths of the longer's letters and they share nine tenths of their runs of three words
(Broder's resemblance of shingles), title and all but what stands beside the article. What is said
again in another year is news again. Of a long text, pages and pages, only both ends are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from search.model.articles import Article
from search.model.response import Hit

# of the longer one's letters, and of all runs that either has, those that both have
SIMILAR_ENOUGH: Final = 0.9
SHINGLE_WORDS: Final = 3  # words
COMPARED: Final = 25_000  # letters at the beginning of a text, and at its end


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """A hit, and those further down that tell the same."""

    first: Hit
    others: tuple[Hit, ...]


class _Told:
    """What an article tells.

    Its words if its length doesn't tell enough, and its runs if the words don't.
    """

    def __init__(self, article: Article) -> None:
        self._text = " ".join(
            (article.title, *(article.text[start:end] for start, end in article.searched()))
        )

    @cached_property
    def _all(self) -> list[str]:
        is_long = len(self._text) > 2 * COMPARED
        ends = (self._text[:COMPARED], self._text[-COMPARED:]) if is_long else (self._text,)
        return " ".join(ends).casefold().split()

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._all)

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(
            zip(*(self._all[at:] for at in range(min(SHINGLE_WORDS, len(self._all)))), strict=False)
        )

    def is_like(self, other: _Told) -> bool:
        """Whether the two are of about one length, and share enough of their runs.

        A word that only one has stands in runs that only one has, so of such words there can't be
        many.
        """
        shorter, longer = sorted((len(self._text), len(other._text)))
        if shorter < SIMILAR_ENOUGH * longer:
            return False
        most = (
            SHINGLE_WORDS
            * (1 - SIMILAR_ENOUGH)
            / SIMILAR_ENOUGH
            * min(len(self._all), len(other._all))
        )
        if len(self._words) + len(other._words) - 2 * len(self._words & other._words) > most:
            return False
        shared = len(self._runs & other._runs)
        return shared > 0 and shared >= SIMILAR_ENOUGH * (
            len(self._runs) + len(other._runs) - shared
        )


def grouped(hits: Sequence[Hit]) -> list[DuplicateGroup]:
    """The hits in their order, each under the first that tells the same."""
    groups: list[tuple[_Told, list[Hit]]] = []
    for hit in hits:
        told = _Told(hit.article)
        same = next(
            (
                group
                for first, group in groups
                if _of_one_year(group[0], hit) and first.is_like(told)
            ),
            None,
        )
        if same is None:
            groups.append((told, [hit]))
        else:
            same.append(hit)
    return [DuplicateGroup(first, tuple(others)) for _, (first, *others) in groups]


def tell_the_same(one: Article, other: Article) -> bool:
    """Whether two articles have the same text, a little cut or corrected."""
    return _Told(one).is_like(_Told(other))


def _of_one_year(one: Hit, other: Hit) -> bool:
    return len({one.article.year, other.article.year} - {None}) < 2

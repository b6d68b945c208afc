"""Alike: which hits of a page tell the same text?

Agencies' texts come from many outlets, a little cut or corrected. Two are one if they share nine tenths of their runs
of three words (Broder's resemblance of shingles), title and all but what stands beside the article. What is said
again in another year is news again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from search.articles import Article
from search.results import Hit

ENOUGH: Final = 0.9  # of all runs that either has, those that both have
RUN: Final = 3  # words

_Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """A hit, and those further down that tell the same."""

    first: Hit
    others: tuple[Hit, ...]


def grouped(hits: Sequence[Hit]) -> list[Group]:
    """The hits in their order, each under the first that tells the same."""
    groups: list[tuple[_Runs, list[Hit]]] = []
    for hit in hits:
        runs = _runs(hit.article)
        same = next((group for told, group in groups if _of_one_year(group[0], hit) and _alike(told, runs)), None)
        if same is None:
            groups.append((runs, [hit]))
        else:
            same.append(hit)
    return [Group(first, tuple(others)) for _, (first, *others) in groups]


def _runs(article: Article) -> _Runs:
    told = "".join(article.text[start:end] for start, end in article.searched())
    words = f"{article.title} {told}".casefold().split()
    return frozenset(zip(*(words[at:] for at in range(min(RUN, len(words)))), strict=False))


def _of_one_year(one: Hit, other: Hit) -> bool:
    return len({one.article.year, other.article.year} - {None}) < 2


def _alike(one: _Runs, other: _Runs) -> bool:
    if min(len(one), len(other)) < ENOUGH * max(len(one), len(other)):
        return False  # told without looking
    shared = len(one & other)
    return shared > 0 and shared >= ENOUGH * (len(one) + len(other) - shared)

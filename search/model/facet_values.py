"""Facet values: what is an entry of a facet, and which years are shown between two?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from search.model.articles import UNKNOWN

LONGEST_GAP: Final = 40  # years without an article that are shown


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One entry of a facet, as the reader sees it."""

    value: str
    label: str
    count: int
    selected: bool


def through(years: Iterable[str]) -> list[str]:
    """The years in their order, with those between that nothing has; an undated one comes last."""
    known = sorted(set(years))
    dated = [value for value in known if value != UNKNOWN]
    shown = dated[:1]
    for before, value in pairwise(dated):
        between = range(int(before) + 1, int(value))
        shown += [*map(str, between if len(between) <= LONGEST_GAP else ()), value]
    return shown + [value for value in known if value == UNKNOWN]


def with_gaps(rows: Iterable[FacetValue]) -> list[FacetValue]:
    """The dated years from the oldest on, with those between that no article has."""
    dated = {row.value: row for row in rows if row.value != UNKNOWN}
    return [dated.get(year) or FacetValue(year, year, 0, selected=False) for year in through(dated)]

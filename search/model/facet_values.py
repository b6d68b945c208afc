"""Facet values: in which order are the values of a facet shown, and which are chosen?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from search.model.articles import UNKNOWN
from search.model.facets import BY_NAME, YEAR_RANGE, FacetKind, chosen

LONGEST_GAP: Final = 40  # years without an article that are shown


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One entry of a facet, as the reader sees it."""

    value: str
    label: str
    count: int
    selected: bool


def ordered(
    counts: Mapping[str, int], facet: str, choices: Iterable[str]
) -> list[tuple[str, int, bool]]:
    """The values of a facet in the order they are shown: by count, then value.

    Years from the newest.
    A chosen value is there even when nothing has it; a chosen range shows only the years that
    something has.
    """
    choices, kind = tuple(choices), BY_NAME[facet].kind
    asked = set(choices)
    if kind is FacetKind.YEAR:
        asked = {choice for choice in choices if not YEAR_RANGE.fullmatch(choice)}
    elif kind is FacetKind.TEXT:  # one that is written otherwise is a choice of what is there
        asked = {
            choice for choice in choices if not any(chosen(facet, own, (choice,)) for own in counts)
        }
    rows = [
        (value, counts.get(value, 0), bool(choices) and chosen(facet, value, choices))
        for value in {*counts, *asked}
    ]
    if kind is FacetKind.YEAR:
        return sorted(rows, key=lambda row: (row[0] != UNKNOWN, row[0]), reverse=True)
    return sorted(rows, key=lambda row: (-row[1], row[0]))


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

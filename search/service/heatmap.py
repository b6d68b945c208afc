"""Heat map: how many articles name each leader, or each country, in each year?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, sqrt
from typing import Final, Literal, NamedTuple, Protocol

from search.model.articles import UNKNOWN
from search.model.facet_values import FacetValue
from search.model.partial import Partial
from search.model.response import Search

MOST_ROWS: Final = 30
LEVELS: Final = 6  # shades of a cell

Side = Literal["leader", "country"]


class CrossCounts(NamedTuple):
    """The values of a facet, and for each how many articles have which value of another."""

    values: tuple[FacetValue, ...]
    cells: Mapping[str, Mapping[str, int]]
    partial: Partial | None


class FacetCounts(Protocol):
    """What counts the articles of a search by the values of facets."""

    def crossed(self, asked: Search, facet: str, by: str) -> CrossCounts:
        """The values of a facet, by those of another that has one an article."""
        ...


@dataclass(frozen=True, slots=True)
class HeatmapCell:
    """The articles of a year; `level` is a shade from 0, none, to LEVELS."""

    year: str
    count: int
    level: int


@dataclass(frozen=True, slots=True)
class HeatmapRow:
    """A leader or a country, through the years."""

    value: FacetValue
    cells: tuple[HeatmapCell, ...]


@dataclass(frozen=True, slots=True)
class Heatmap:
    """The most frequent values, and the years that have articles, from the newest.

    Years between that have none are one: 2001..2013. What is undated comes last.
    """

    years: tuple[str, ...]
    lines: tuple[HeatmapRow, ...]
    omitted: int
    partial: Partial | None = None


def heatmap(searcher: FacetCounts, asked: Search, side: Side) -> Heatmap:
    """The map of what a search finds.

    The years that it chooses are put aside, since the map shows them all.
    """
    everything = replace(asked, filters={**asked.filters, "year": ()}, page=1)
    found = searcher.crossed(everything, side, "year")
    values = [row for row in found.values if row.count]
    counts = {row.value: found.cells.get(row.value, {}) for row in values[:MOST_ROWS]}
    years = _years(year for own in counts.values() for year in own)
    fullest = max((count for own in counts.values() for count in own.values()), default=1)
    lines = tuple(
        HeatmapRow(
            row, tuple(_cell(year, counts[row.value].get(year, 0), fullest) for year in years)
        )
        for row in values[:MOST_ROWS]
    )
    return Heatmap(years, lines, len(values) - len(lines), found.partial)


def _years(found: Iterable[str]) -> tuple[str, ...]:
    """The years as columns: with articles, and folded together those between without any."""
    known = set(found)
    dated = sorted((int(year) for year in known - {UNKNOWN}), reverse=True)
    shown = [str(year) for year in dated[:1]]
    for later, year in pairwise(dated):
        first, last = year + 1, later - 1
        between = [str(first) if first == last else f"{first}..{last}"] if first <= last else []
        shown += [*between, str(year)]
    return (*shown, *(known & {UNKNOWN}))


def _cell(year: str, count: int, fullest: int) -> HeatmapCell:
    # The root, because a few years have most articles: else all others would look alike.
    return HeatmapCell(year, count, ceil(LEVELS * sqrt(count / fullest)))

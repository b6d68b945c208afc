"""Heat map: how many articles name each leader, or each country, in each year?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil, sqrt
from typing import Final, Literal, Protocol

from search.model.facet_values import FacetValue, through
from search.model.response import Search

MOST_ROWS: Final = 30  # rows: each is a search
LEVELS: Final = 6  # shades of a cell

Side = Literal["leader", "country"]


class FacetCounts(Protocol):
    """What counts the articles of a search by the values of facets."""

    def facets(self, asked: Search, *names: str) -> Mapping[str, tuple[FacetValue, ...]]:
        """The values of some facets, by facet."""
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
    """The most frequent values, and the years from their first article to the last."""

    years: tuple[str, ...]
    lines: tuple[HeatmapRow, ...]
    omitted: int


def heatmap(searcher: FacetCounts, asked: Search, side: Side) -> Heatmap:
    """The map of what a search finds.

    The years that it chooses are put aside, since the map shows them all.
    """
    everything = replace(asked, filters={**asked.filters, "year": ()}, page=1)
    values = [row for row in searcher.facets(everything, side)[side] if row.count]
    counts = {
        row.value: dict(_counted(searcher, everything, side, row.value))
        for row in values[:MOST_ROWS]
    }
    years = through(year for own in counts.values() for year in own)
    fullest = max((count for own in counts.values() for count in own.values()), default=1)
    lines = tuple(
        HeatmapRow(
            row, tuple(_cell(year, counts[row.value].get(year, 0), fullest) for year in years)
        )
        for row in values[:MOST_ROWS]
    )
    return Heatmap(tuple(years), lines, len(values) - len(lines))


def _counted(
    searcher: FacetCounts, asked: Search, side: Side, value: str
) -> Iterator[tuple[str, int]]:
    chosen = {**asked.filters, side: (*asked.filters.get(side, ()), value)}
    narrowed = replace(asked, filters=chosen)
    return ((row.value, row.count) for row in searcher.facets(narrowed, "year")["year"])


def _cell(year: str, count: int, fullest: int) -> HeatmapCell:
    # The root, because a few years have most articles: else all others would look alike.
    return HeatmapCell(year, count, ceil(LEVELS * sqrt(count / fullest)))

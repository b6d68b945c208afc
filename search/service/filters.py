"""Filters: which values did a reader choose beside the query?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from search.engine.port import FieldIs, Found
from search.entities.gazetteer import Gazetteer
from search.model.facets import TABLE, FacetKind, ordered, year
from search.model.response import Search


@dataclass(frozen=True, slots=True)
class SharedName:
    """A spelling that several leaders or countries have: whoever chooses it means any of them."""

    facet: str
    spelling: str
    bearers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelectedFilters:
    """The chosen values by facet, and the spellings that are shared."""

    filters: Mapping[str, frozenset[str]]
    shared: tuple[SharedName, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.shared) or any(self.filters.values())

    @property
    def limits(self) -> tuple[FieldIs, ...]:
        """What must hold beside the filters."""
        return tuple(FieldIs(one.facet, frozenset(one.bearers)) for one in self.shared)

    def values(self, facet: str, found: Found) -> list[tuple[str, int, bool]]:
        """The values of a facet in the order they are shown.

        All that is found has a shared spelling that is chosen.
        """
        spelled = {one.spelling for one in self.shared if one.facet == facet}
        counts = {**found.counts.get(facet, {}), **dict.fromkeys(spelled, found.total)}
        return ordered(counts, facet, self.filters[facet] | spelled)


def selected_filters(asked: Search, gazetteer: Gazetteer) -> SelectedFilters:
    """The choices of a search; a spelling that nobody knows stays as it is and finds nothing.

    Raises `BadParameterError` for what is no year.
    """
    filters: dict[str, frozenset[str]] = {}
    shared: list[SharedName] = []
    for facet in TABLE:
        values = asked.filters.get(facet.name, ())
        if facet.kind is FacetKind.YEAR:
            values = tuple(map(year, values))
        elif facet.kind is FacetKind.ENTITY:
            found = {value: gazetteer.bearers(facet.name, value) or (value,) for value in values}
            values = tuple(bearers[0] for bearers in found.values() if len(bearers) == 1)
            shared += (
                SharedName(facet.name, spelling, bearers)
                for spelling, bearers in found.items()
                if len(bearers) > 1
            )
        filters[facet.name] = frozenset(values)
    return SelectedFilters(filters, tuple(shared))

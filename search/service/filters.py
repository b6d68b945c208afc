"""Filters: what did a reader choose beside the query, and may it be asked for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from search.engine.nodes import FieldIs, Published, SeenWithin
from search.engine.port import Found
from search.entities.gazetteer import Gazetteer
from search.errors import BadParameterError
from search.model.articles import UNKNOWN
from search.model.contacts import ANY_KIND, KINDS, Pair, key, kind_in, pair_of
from search.model.dates import Span, date, span
from search.model.facets import BY_NAME, TABLE, YEAR_RANGE, FacetKind, chosen, year
from search.model.response import Search
from search.model.search_options import Match, Order, Sort
from search.query.field_values import contact_kind
from search.query.tree import EVERY_ARTICLE, AllOf, Field, Query


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
    leaders: frozenset[str] = frozenset()  # whom the choices and the fields of the query ask for
    pair: Pair | None = None  # the two leaders between whom contacts are meant
    kinds: frozenset[str] = frozenset()  # one of these contacts will do, whoever held it
    dates: Span | None = None
    seen: Span | None = None

    def __bool__(self) -> bool:
        """Whether anything is chosen."""
        others = self.shared or self.kinds or self.dates or self.seen
        return bool(others) or any(self.filters.values())

    @property
    def limits(self) -> tuple[FieldIs | Published | SeenWithin, ...]:
        """What must hold beside the filters."""
        dated = () if self.dates is None else (Published(self.dates),)
        seen = () if self.seen is None else (SeenWithin(self.seen),)
        held = (FieldIs("contact", self.kinds),) if self.kinds else ()
        return (
            *dated,
            *seen,
            *held,
            *(FieldIs(one.facet, frozenset(one.bearers)) for one in self.shared),
        )

    def values(self, facet: str, found: Found) -> list[tuple[str, int, bool]]:
        """The values of a facet in the order they are shown.

        All that is found has a shared spelling that is chosen.
        """
        if BY_NAME[facet].kind is FacetKind.CONTACT:
            counted = found.counts.get(facet, {})
            counts = {kind: counted.get(key(kind, self.pair), 0) for kind in KINDS}
            asked = frozenset(map(kind_in, self.filters[facet]))
            if self.kinds or ANY_KIND in asked:
                asked, counts = asked | {ANY_KIND}, counts | {ANY_KIND: found.total}
            return ordered({kind: n for kind, n in counts.items() if n}, facet, asked)
        spelled = {one.spelling for one in self.shared if one.facet == facet}
        counts = {**found.counts.get(facet, {}), **dict.fromkeys(spelled, found.total)}
        return ordered(counts, facet, self.filters[facet] | spelled)


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


def check(asked: Search, *, largest: int) -> None:
    """Raise `BadParameterError` for an order, a mode, a page or a size that does not exist."""
    if asked.sort not in get_args(Order):
        raise BadParameterError("sort", asked.sort, f"one of {', '.join(get_args(Sort))}")
    if asked.match not in get_args(Match):
        raise BadParameterError("match", asked.match, f"one of {', '.join(get_args(Match))}")
    if asked.page < 1:
        raise BadParameterError("page", str(asked.page), "a number from 1")
    if not 1 <= asked.size <= largest:
        raise BadParameterError("size", str(asked.size), f"a number from 1 to {largest}")


def selected_filters(
    asked: Search, gazetteer: Gazetteer, query: Query | None = None
) -> SelectedFilters:
    """The choices of a search; a spelling that nobody knows stays as it is and finds nothing.

    The leaders whom the query asks for as fields count for who spoke with whom.

    Raises `BadParameterError` for what is no year or date.
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
    named = frozenset((*filters["leader"], *_by_field(query, gazetteer, "leader")))
    subjects = {*filters["about"], *_by_field(query, gazetteer, "about")}
    leaders = named.union(one for one in subjects if gazetteer.resolve("leader", one) == one)
    pair = pair_of(named)
    filters["contact"], kinds = _contacts(filters["contact"], pair)
    return SelectedFilters(filters, tuple(shared), leaders, pair, kinds, *_spans(asked))


def _spans(asked: Search) -> tuple[Span | None, Span | None]:
    """When the articles must be published, and when first seen."""
    since = asked.seen_since
    is_dated = asked.since or asked.until
    dates = span(date("from", asked.since), date("to", asked.until)) if is_dated else None
    return dates, None if since is None else span(date("since", since or '""'), "")


def _by_field(query: Query | None, gazetteer: Gazetteer, field: str) -> Iterator[str]:
    """The leaders whom a query asks for by a field, all of them at once."""
    tree = query.tree if query else EVERY_ARTICLE
    for part in tree.children if isinstance(tree, AllOf) else (tree,):
        if isinstance(part, Field) and part.name == field:
            leader = gazetteer.resolve("leader", part.value)
            yield from (leader,) if leader else ()


def _contacts(chosen: frozenset[str], pair: Pair | None) -> tuple[frozenset[str], frozenset[str]]:
    """What an index keeps for the chosen kinds, and kinds of which one will do.

    It keeps no key for any contact but between two leaders.
    """
    chosen = frozenset(contact_kind(kind) or kind for kind in chosen)
    if pair is None and ANY_KIND in chosen:
        return chosen - {ANY_KIND}, frozenset(KINDS)
    return frozenset(key(kind, pair) for kind in chosen), frozenset()

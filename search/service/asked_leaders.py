"""Asked leaders: whom does a search ask for, by choices and by the names among its words?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import product
from math import prod
from typing import Final, NamedTuple

from search.engine.nodes import FieldIs
from search.engine.port import Engine, Request
from search.entities import recognition
from search.entities.entity_names import PEOPLE
from search.model.contacts import ANY_KIND, KINDS, Pair, key, kind_in, pair_of
from search.model.facets import FACETS
from search.query.field_values import contact_kind
from search.query.tree import AllOf, Field, Query, Quoted, Tree, Word
from search.query.unparse import unparse

Owners = tuple[str, ...]  # all leaders who have a name
NARROWING: Final = frozenset({*FACETS, "date"}) - {"leader", "contact"}  # fields
MOST_PAIRS: Final = 16  # that surnames of several may mean; of more none is


class Asked(NamedTuple):
    """The leaders who are chosen or typed, and the two of whom contacts are meant."""

    leaders: frozenset[str]
    pair: Pair | None


def asked_leaders(query: Query, chosen: frozenset[str], engine: Engine) -> Asked:
    """Whom a query and its choices ask for.

    Where several have a surname that was typed, those two are meant of whom articles report
    anything, if these are the only ones; else nobody is by that query.
    """
    named = _by_name(query, chosen)
    pairs = _pairs(chosen, named)
    if len(pairs) > 1:
        pairs = [pair for pair in pairs if _is_reported(pair, engine)]
    if len(pairs) == 1:
        return Asked(chosen.union(pairs[0]), pairs[0])
    is_clear = all(len(owners) == 1 for owners in named)
    return Asked(chosen.union(*named) if is_clear else chosen, None)


def asked_fields(query: Query) -> Query:
    """What a query asks for by fields beside leaders and contacts."""
    fields = AllOf(tuple(one for one in _fields(query) if one.name in NARROWING))
    return Query(fields, text=unparse(fields))


def asked_kinds(query: Query, chosen: Collection[str]) -> frozenset[str]:
    """The kinds of contacts that are chosen, or asked for by a field."""
    typed = (contact_kind(one.value) for one in _fields(query) if one.name == "contact")
    return frozenset(KINDS).intersection((*map(kind_in, chosen), *filter(None, typed)))


def _by_name(query: Query, chosen: Collection[str]) -> frozenset[Owners]:
    """Whose names a query has.

    Where that makes two with those who are chosen, a word that is a name too means the leader:
    `biden xi`.
    """
    words = list(_words(query))
    written = [word.capitalize() if word and word.islower() else word for word in words]
    named, meant = _owners(words), _owners(written)
    return meant if not _pairs(chosen, named) and _pairs(chosen, meant) else named


def _owners(words: Sequence[str | None]) -> frozenset[Owners]:
    return frozenset(
        whose.owners for _, whose in recognition.subjects(words) if whose.kind in PEOPLE
    )


def _pairs(chosen: Collection[str], named: Collection[Owners]) -> list[Pair]:
    """Each two leaders who may be meant."""
    if prod(map(len, named)) > MOST_PAIRS:
        return []
    meant = (pair_of((*chosen, *owners)) for owners in product(*named))
    return sorted({pair for pair in meant if pair})


def _is_reported(pair: Pair, engine: Engine) -> bool:
    """Whether any article reports a contact between two."""
    limit = FieldIs("contact", frozenset({key(ANY_KIND, pair)}))
    return bool(engine.search(Request(limits=(limit,), size=0)).total)


def _words(query: Query) -> Iterator[str | None]:
    """The words that must all be there, side by side as they were typed; None is none."""
    for part in _parts(query):
        if isinstance(part, Quoted) and not part.slop:
            yield from (None, *part.words.split(), None)
        else:
            yield part.text if isinstance(part, Word) else None


def _fields(query: Query) -> Iterator[Field]:
    return (part for part in _parts(query) if isinstance(part, Field))


def _parts(query: Query) -> tuple[Tree, ...]:
    """What must be there together."""
    return query.tree.children if isinstance(query.tree, AllOf) else (query.tree,)

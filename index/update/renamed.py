"""Renamed: which articles may name others, now that some names have changed?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from search import names
from search.engine.nodes import AS_TYPED, Group
from search.engine.port import Request, Store
from search.entities.name_entries import SpelledName, entries
from search.names.own import OwnName

KINDS: Final[Mapping[str, str]] = {
    "leaders": "leader",
    "countries": "country",
}  # fields of articles, each with its facet


def is_told(engine: Store, article_id: str, told: set[str] | None) -> bool:
    """Whether the metadata of an article gives one of some ids (None: any)."""
    return any(
        field in article.from_metadata
        and (told is None or not set(getattr(article, field)).isdisjoint(told))
        for article in engine.get([article_id])
        for field in KINDS
    ) or any(
        told is None or not told.isdisjoint(one.leaders)
        for article in engine.get([article_id])
        for one in article.contact_statements
    )


def spelled(changed: Iterable[OwnName], rows: Iterable[OwnName]) -> set[tuple[str, str]]:
    """Every name, with its language, of those of whom a row has changed."""
    of = {row.owner for row in changed}
    reviewed = (*names.leaders(), *names.countries())
    return {(row.language, row.name) for row in rows if row.owner in of} | {
        (name.language, name.name) for name in reviewed if name.owner in of
    }


def having(engine: Store, spelled: Iterable[tuple[str, str]]) -> set[str]:
    """The articles with the last word of one of some names: whoever is named has it."""
    terms = {
        term
        for language, name in spelled
        for words, _ in entries([SpelledName("leader", "", name, whole=True)], language)
        for term in words[-1]
    }
    if not terms:
        return set()
    group = Group("", tuple((term, AS_TYPED) for term in sorted(terms)))
    return {hit.article_id for hit in engine.every(Request(clauses=(group,), match="any"))}

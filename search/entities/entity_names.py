"""Entity names: which names has each kind of entity, and which of them are its own?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Final

from search import icu, names
from search.entities.ambiguity import WHOLE, is_borne_by_many
from search.entities.subjects import Kind, Subject
from search.model.languages import SHOWN_LANGUAGES
from search.names.own import follows
from search.names.records import Name

ALIAS_LANGUAGES: Final = SHOWN_LANGUAGES


KINDS: Final[Mapping[Kind, tuple[str, ...]]] = {  # of names; a spelling is the first subject's
    "leader": ("surname", "name", "variant", "spelling", "nickname"),
    "country": ("name", "alias", "spelling"),
    "capital": ("capital", "capital-spelling"),
    "surname": ("surname", "spelling", "name", "variant"),
    "organisation": ("name", "alias"),
}
PEOPLE: Final[frozenset[Kind]] = frozenset({"leader", "surname"})
# surnames of several words are in whole names
PHRASED: Final[tuple[Kind, ...]] = ("country", "capital", "leader", "organisation")
SHORTEST_NAME: Final = 3  # letters of a name that is looked for: `US` would find `us`


def names_of(kind: Kind, languages: Collection[str] = ALIAS_LANGUAGES) -> Iterator[Name]:
    """The names of a kind of subjects in some languages, CLDR's of countries last."""
    yield from (row for row in _reviewed(kind) if row.language in languages)
    if kind == "country":
        yield from _usual(icu.country_codes(), languages)


def names_of_subject(whose: Subject) -> list[Name]:
    """The names of a subject, those of one kind together."""
    order = KINDS[whose.kind]
    own = [row for row in _reviewed(whose.kind) if row.owner in whose.owners]
    if whose.kind == "country":
        own += _usual([owner.upper() for owner in whose.owners], ALIAS_LANGUAGES)
    return sorted(own, key=lambda name: order.index(name.kind))


@follows
@cache
def _reviewed(kind: Kind) -> tuple[Name, ...]:
    """The names of a kind of subjects in the reviewed data."""
    if kind == "organisation":
        return names.organisations()
    rows = names.leaders() if kind in PEOPLE else names.countries()
    return tuple(row for row in rows if row.kind in KINDS[kind])


def _usual(codes: Iterable[str], languages: Iterable[str]) -> Iterator[Name]:
    """What CLDR calls countries."""
    for code, language in product(codes, languages):
        yield Name(code.lower(), language, icu.country_name(code, language), "name", "cldr", "")


def is_theirs(name: Name, kind: Kind, spelling: str) -> bool:
    """Whether a name, of this normal spelling, means a subject of this kind.

    One that many bear is no leader's, and a surname all the same.
    """
    is_surname = kind == "surname" and name.kind not in WHOLE
    return kind not in PEOPLE or is_surname or not is_borne_by_many(spelling)

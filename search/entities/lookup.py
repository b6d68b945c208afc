"""Lookup: which leader or country does a reader mean who types a name?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from search import icu, names
from search.analysis.normalize import bare_name_key
from search.model.languages import NAME_LANGUAGES
from search.names import own

_key: Final = lru_cache(maxsize=1 << 15)(bare_name_key)  # of the tables' names, whoever adds some

# A name is looked up in this order: `Georgia` is a country before a capital could be, `in` a code
# before a word.
_RANKS: Final = (
    ("code",),
    ("name", "variant"),
    ("surname", "spelling", "alias"),
    ("nickname", "capital", "capital-spelling", "seat", "demonym"),
    ("label",),  # as metadata has it of whom nobody knows
)


def owners(facet: str, spelling: str) -> tuple[str, ...]:
    """The ids that a spelling stands for: of all who are called so, none if nobody is."""
    return _owners(facet).get(bare_name_key(spelling), ())


@own.follows
@cache
def _owners(facet: str) -> dict[str, tuple[str, ...]]:
    """Ids by key: the only owner in the first rank that has one, else all of the first rank."""
    alone: dict[str, tuple[str, ...]] = {}
    shared: dict[str, tuple[str, ...]] = {}
    spelled = list(_spelled(facet))
    for kinds in _RANKS:
        owners: dict[str, set[str]] = {}
        for kind, name, value in spelled:
            if kind in kinds:
                owners.setdefault(_key(name), set()).add(value)
        ids = {key: tuple(sorted(found)) for key, found in owners.items()}
        alone = {key: found for key, found in ids.items() if len(found) == 1} | alone
        shared = ids | shared
    return shared | alone


def _spelled(facet: str) -> Iterator[tuple[str, str, str]]:
    """Kind, name and id of everything that a leader or country is called."""
    for row in own.current().labels:
        if row.facet == facet:
            yield from (("label", row.owner, row.owner), ("label", row.name, row.owner))
    if facet == "leader":
        yield from (("code", leader, leader) for leader in names.people())
        yield from ((name.kind, name.name, name.owner) for name in names.leaders())
        return
    for code in icu.country_codes():
        codes = filter(None, (code, icu.long_country_code(code)))
        yield from (("code", one, code.lower()) for one in codes)
        yield from (
            ("name", icu.country_name(code, language), code.lower()) for language in NAME_LANGUAGES
        )
    yield from ((name.kind, name.name, name.owner) for name in names.countries())
    yield from (("code", row.owner, row.owner) for row in own.current().rows if row.kind == facet)

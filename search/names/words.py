"""Words of names: which words are a name or a part of one, and how are they usually spelled?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from search import icu
from search.names import (
    LABEL_LANGUAGE,
    ambiguous_names,
    folded,
    label,
    reviewed_countries,
    reviewed_leaders,
)
from search.names.records import (
    Name,
)

# The kind of a word that is only spelled otherwise, with the kind of the word that it stands for.
SPELLINGS: Final[Mapping[str, str]] = {"spelling": "surname", "capital-spelling": "capital"}
# demonyms are words
PROPER: Final = frozenset({"name", "alias", "spelling", "capital", "capital-spelling", "seat"})
_PART: Final = re.compile(r"[^\W\d_]+(?:['’׳\"״\u200c][^\W\d_]+)*")
_HEBREW_AND: Final = re.compile(r"\sו(\w{3,})$")
# letters: below that a name's part is a particle (al, bin) or a syllable (Xi, ג'ו)
_SHORTEST: Final = 3


@cache
def _by_language(facet: str) -> Mapping[str, list[Name]]:
    """The reviewed names of leaders or countries in each language."""
    found: dict[str, list[Name]] = {}
    for name in reviewed_leaders() if facet == "leader" else reviewed_countries():
        found.setdefault(name.language, []).append(name)
    return found


def _named(facet: str, language: str) -> list[Name]:
    """The reviewed names of leaders or countries in a language."""
    return _by_language(facet).get(language, [])


@cache
def word_names(language: str) -> frozenset[str]:
    """The words, normalised and case folded, that are a name or a part of one.

    Never a common word.
    """
    written = [name.name for name in _named("leader", language) if name.owner in _known_short()]
    written += [word for word in _country_words(language) if not re.search(r"[\s-]", word)]
    return frozenset(part for part in _parts(written) if len(part) >= _SHORTEST) - _common_words(
        language
    )


@cache
def _known_short() -> frozenset[str]:
    """The leaders with a surname that may stand alone in some language.

    Of others a part of a name is more often a word, or the given name of somebody else.
    """
    obscure = frozenset(folded(row.word) for row in ambiguous_names() if row.why == "obscure")
    alone = [name for name in reviewed_leaders() if name.kind == "surname"]
    english = [name for name in alone if name.language == LABEL_LANGUAGE]
    little_known = {name.owner for name in english} - {
        name.owner for name in english if folded(name.name) not in obscure
    }
    return frozenset(name.owner for name in alone if name.owner not in little_known)


@cache
def _common_words(language: str) -> frozenset[str]:
    """Names that are words of every day too."""
    return frozenset(
        folded(row.word)
        for row in ambiguous_names()
        if row.language == language and row.why == "word"
    )


def _country_words(language: str) -> Iterator[str]:
    """The proper names of countries, capitals and seats."""
    yield from (name.name for name in _named("country", language) if name.kind in PROPER)
    yield from (icu.country_name(code, language) for code in icu.country_codes())


def second_halves() -> frozenset[str]:
    """What Hebrew countries are named after their "and", which texts seldom have without.

    הרצגובינה of בוסניה והרצגובינה.
    """
    found = map(_HEBREW_AND.search, _country_words("he"))
    return frozenset(_parts(match[1] for match in found if match))


def _parts(written: Iterable[str]) -> Iterator[str]:
    """The words that names are made of.

    All are folded in one go, many times as fast as one by one.
    """
    return iter(_PART.findall(folded("\n".join(written))))


@cache
def spelling_joins(language: str) -> Mapping[str, str]:
    """Names that are only spelled otherwise, each with its usual spelling: `טרמפ` is `טראמפ`.

    Never a common word.
    """
    usual = _usual_spellings(language)
    named = (*_named("leader", language), *_named("country", language))
    joins = {
        folded(name.name): usual[name.owner, SPELLINGS[name.kind]]
        for name in named
        if name.kind in SPELLINGS
    }
    return {word: folded(joins[word]) for word in joins.keys() - _common_words(language)}


def _usual_spellings(language: str) -> dict[tuple[str, str], str]:
    """The usual spelling of each leader, capital and country that has another spelling."""
    of_leaders, of_countries = _named("leader", language), _named("country", language)
    countries = {name.owner for name in of_countries if name.kind == "spelling"}
    words = (name for name in (*of_leaders, *of_countries) if name.kind in SPELLINGS.values())
    return {(owner, "surname"): label("country", owner, language) for owner in countries} | {
        (name.owner, name.kind): name.name for name in words if _PART.fullmatch(name.name)
    }

"""Hebrew given names: is a country somebody's given name, as in `ישראל איינהורן`, `ירדן ביבס`?

Hebrew has no capitals: there a surname is what no dictionary has and no verb's form is, or what
many bear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from search import names
from search.analysis.analyzer import analyse
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize
from search.analysis.tokens import LEMMA
from search.entities.candidates import Met

COUNTRIES: Final = ("ירדן", "ישראל")
PREFIXES: Final = frozenset({"", "ו", "ל", "ול"})  # that they have as given names
# how common a surname may be that no dictionary has (decimal logarithm of occurrences in 10⁹ words)
UNKNOWN_WORD: Final = 4.2
SHORTEST_SURNAME: Final = 3  # letters
GERESH: Final = "'"  # in its normal form


def without_given_names(met: Iterable[Met]) -> Iterator[Met]:
    """The names of a text, without the countries that are somebody's given names."""
    for match, means in met:
        if match.after[0].endswith(COUNTRIES) and _is_given_name(*match.after):
            yield match, means._replace(countries=(), weak=())
        else:
            yield match, means


def _is_given_name(country: str, following: str) -> bool:
    """Whether a country's name is somebody's, by the word behind it."""
    name = next((name for name in COUNTRIES if country.endswith(name)), None)
    return name is not None and country.removesuffix(name) in PREFIXES and _is_surname(following)


@lru_cache(maxsize=4096)
def _is_surname(word: str) -> bool:
    """Whether a word can only be a surname."""
    spelling, known = normalize(word), lexicon_of("he")
    if len(spelling) < SHORTEST_SURNAME or spelling in _shared():
        return spelling in _shared()
    is_unknown = known.lemma(spelling) is None and known.frequency(spelling) < UNKNOWN_WORD
    if not is_unknown or GERESH in spelling:
        return is_unknown
    return LEMMA + spelling in analyse(word, side="article", lang="he").terms[0]


@cache
def _shared() -> frozenset[str]:
    """The surnames that many bear."""
    rows = names.ambiguous_names()
    return frozenset(
        normalize(row.word) for row in rows if row.language == "he" and row.why == "shared"
    )

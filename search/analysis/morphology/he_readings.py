"""Hebrew readings: the dictionary form of a word, by the dictionary and by what texts have.

Names are known elsewhere.
What comes out here of each word that the tables know is kept with them (`Lexicon.readings`), for it
takes long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from search.analysis.lexicon import lexicon_of
from search.analysis.morphology.he_acronyms import acronym, unmarked_acronym
from search.analysis.morphology.he_candidates import irregulars
from search.analysis.morphology.he_ranking import loose, rank, strong
from search.analysis.normalize import unfinal
from search.analysis.prefixes import TIES, splits
from search.names import given_names
from search.names.words import word_names

_SHORTEST: Final = 3  # letters of a word behind prefixes
_TIED: Final = re.compile(f"({TIES.pattern})([א-ת]{{4,}})")
_MET_OFTEN: Final = 2.5  # a tied word comes three hundred times in a milliard words
_POSSIBLE: Final = 0.1  # the probability from which these may be meant
_BEFORE_NAMES: Final = frozenset({"ו", "ל", "מ", "ב", "ש", "כ", "של", "ול", "ומ", "וש", "כש"})
Ranking = Callable[[str], Sequence[tuple[str, float]]]


class HebrewReadings(NamedTuple):
    """The dictionary form of a word, or the two that are as likely, and one that is less likely."""

    strong: list[str]
    loose: str | None = None


def readings(word: str, ranked: Ranking = rank) -> HebrewReadings:
    """The readings of a normal word, where only `ranked` tells by its probabilities."""
    if word.endswith("'") and word not in lexicon_of("he") and word[:-1] in lexicon_of("he"):
        return readings(word[:-1], ranked)  # the mark closes a quotation
    sure = _marked(word) or irregulars().get(word) or unmarked_acronym(word) or _tied(word)
    if sure:
        return HebrewReadings([sure])
    shares = ranked(word)
    if len(shares) == 1:
        return HebrewReadings([shares[0][0]])
    found, other = strong(shares), loose(shares)
    people = _people(found[0], shares)
    meant = _behind_prefix(word, shares) if len(found) == 1 else None
    if people or meant:
        found = [people] if people else [*found, *filter(None, (meant,))]
        other = (
            next((form for form, share in shares if form not in found), None) if people else other
        )
    return HebrewReadings(found, None if other in found else other)


def _people(name: str, shares: Sequence[tuple[str, float]]) -> str | None:
    """The people of a country, where a form may be of either: האיראנים are Iranians.

    A leader's name has none, but a surname in -י that is no form of it: אברהימי. So a new name may
    change a few kept readings.
    """
    if name not in word_names("he"):
        return None
    named = {f"{unfinal(name)}י", f"{name.removesuffix('יה')}י"}
    return next((form for form, share in shares if form in named and share >= _POSSIBLE), None)


def _behind_prefix(word: str, shares: Sequence[tuple[str, float]]) -> str | None:
    """What may stand behind prefixes, though the whole is likelier another word.

    A given name (ליעל is to Yael, and to streamline), a form like no other (מימי).
    """
    behind = [(chain, rest) for chain, rest in splits(word) if len(rest) >= _SHORTEST]
    forms = {irregulars()[rest] for _, rest in behind if rest in irregulars()}
    names = {rest for chain, rest in behind if chain in _BEFORE_NAMES} & given_names("he")
    possible = (forms | names) - {shares[0][0]}
    return next((form for form, share in shares if form in possible and share >= _POSSIBLE), None)


def _tied(word: str) -> str | None:
    """The dictionary form of a compound that no table has: תלתשנתית is תלתשנתי."""
    lexicon = lexicon_of("he")
    if word in lexicon:
        return None
    ways = (_TIED.fullmatch(rest) for rest in (word, *(rest for _, rest in splits(word))))
    for found in filter(None, ways):
        known = lexicon.readings(found[2])
        if known and lexicon.frequency(found[2]) >= _MET_OFTEN:
            return found[1] + known[0]
    return None


def _marked(word: str) -> str | None:
    """The dictionary form of a word with gershayim, or with a geresh if no table has it."""
    if '"' in word:
        return acronym(word)
    if "'" in word and word not in lexicon_of("he"):
        return _attested(word)
    return None


def _attested(word: str) -> str:
    """A foreign name with a geresh behind the prefix that leaves the most frequent rest."""
    frequency = lexicon_of("he").frequency
    rests = [word, *(rest for _, rest in splits(word, least=_SHORTEST))]
    return max(rests, key=lambda rest: max(frequency(rest), frequency(rest.replace("'", ""))))

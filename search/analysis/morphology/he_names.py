"""Hebrew names: which name is a word, or has behind its prefixes?

Names are asked before the tables and not kept with them, so that a new one needs no new tables; but
for rare words in -י (`he_readings`), which are read as before until these are made again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from search.analysis.lexicon import lexicon_of
from search.analysis.morphology.he_acronyms import unmarked
from search.analysis.morphology.he_spellings import consonants, respelled
from search.analysis.morphology.name_spellings import spelled_names
from search.analysis.prefixes import splits
from search.names.words import second_halves

_LANGUAGE: Final = "he"
_SHORTEST: Final = 3
_LONG: Final = 5  # letters of a name that one letter does not make another
_MET: Final = 1.5  # a word that is met comes three times in a hundred million words
# as in (כבישראל), than in (מבישראל), that when, since: before a name, and before other words seldom
_SELDOM_CHAINS: Final = ("כב", "מב", "שכש", "מכש")
# By how many powers of ten a name comes more often than the same behind a prefix, at least.
_LESS, _MUCH_LESS = 1.2, 2.0
_OFTEN_BEHIND: Final = frozenset("ולש")
Split = tuple[str, str]


class NameReadings(NamedTuple):
    """The name that a word is, and one that it may be beside what else it is."""

    surely: str | None = None
    perhaps: str | None = None


_NO_NAME: Final = NameReadings()


def names_of(word: str) -> NameReadings:
    """The name that a word is, or has behind its prefixes.

    Surely if the word has no other meaning; perhaps if texts have it no more often than they would
    have the name there: לבנט.
    """
    named = _names()
    if word in named:
        return NameReadings(word)
    found = [
        (chain, rest if rest in named else rest[1:])
        for chain, rest in splits(word, least=_SHORTEST)
        # ו that begins a name doubles
        if rest in named or (rest.startswith("וו") and rest[1:] in named)
    ]
    if not found and word.startswith(_SELDOM_CHAINS):
        found = _behind_seldom_chains(word)
    if not found:
        return _NO_NAME
    sure = (
        None
        if lexicon_of(_LANGUAGE).lemma(word) is not None
        else next((rest for _, rest in found if _is_meant(rest, word)), None)
    )
    return NameReadings(sure) if sure else NameReadings(None, _perhaps(word, found))


def is_name(word: str) -> bool:
    """Whether a word is a name, or one behind prefixes and nothing else."""
    return names_of(word).surely is not None


def nearly_named(word: str) -> str | None:
    """The name that a word which texts have not is but for one letter of a vowel."""
    named = _long_names().get(consonants(word))  # few words have those of a name
    return next((other for other in respelled(word) if other in named), None) if named else None


def _behind_seldom_chains(word: str) -> list[Split]:
    pairs = (
        (chain, word.removeprefix(chain)) for chain in _SELDOM_CHAINS if word.startswith(chain)
    )
    return [(chain, rest) for chain, rest in pairs if rest in _names()]


def _is_meant(rest: str, word: str) -> bool:
    """Whether the name behind prefixes is meant, and no longer word of the dictionary: בשאלה."""
    lexicon = lexicon_of(_LANGUAGE)
    best = next(iter(lexicon.readings(word)), rest) if lexicon.frequency(word) >= _MET else rest
    return len(best) <= len(rest) or best == word or lexicon.lemma(best) != best


def _perhaps(word: str, found: Sequence[Split]) -> str | None:
    frequency = lexicon_of(_LANGUAGE).frequency
    own = frequency(word)
    return next(
        (
            rest
            for chain, rest in found
            if frequency(rest) >= own + (_LESS if chain in _OFTEN_BEHIND else _MUCH_LESS)
        ),
        None,
    )


@cache
def _names() -> frozenset[str]:
    """The names in our spelling, and their other spellings.

    The Kremlin without its article, ארה"ב without its mark.
    """
    spelled = spelled_names(_LANGUAGE)
    named = {name[1:] if _has_article(name) else name for name in spelled} | second_halves()
    return frozenset(named | {unmarked(name) for name in named if '"' in name})


@cache
def _long_names() -> Mapping[str, frozenset[str]]:
    """The names that one letter does not make others, by their consonants."""
    named: dict[str, frozenset[str]] = {}
    for name in _names():
        if len(name) >= _LONG:
            letters = consonants(name)
            named[letters] = named.get(letters, frozenset()) | {name}
    return named


def _has_article(name: str) -> bool:
    """Whether the ה that a name begins with is the article, which is not written after ב and ל.

    בקרמלין, but בהודו.
    """
    if not name.startswith("ה"):
        return False
    frequency = lexicon_of(_LANGUAGE).frequency
    without, within = (
        max(frequency(prefix + rest) for prefix in "בל") for rest in (name[1:], name)
    )
    return without > within

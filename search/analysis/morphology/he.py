"""Hebrew: prefixes, endings, acronyms and names, each word to the dictionary form that it most likely has.

A dictionary form stands without gershayim and geresh, so that צה"ל, צהל and ולצה"ל meet.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from search.analysis import fold, reading
from search.analysis.morphology.he_acronyms import acronym
from search.analysis.morphology.he_letters import final, unfinal
from search.analysis.morphology.he_ranking import rank
from search.analysis.morphology.he_spellings import spellings
from search.analysis.prefixes import BY_LENGTH, splits
from search.analysis.reading import Reading, Written
from search.analysis.tables import words
from search.names import spelling_joins, word_names

LANGUAGE: Final = "he"
_LIKELY: Final = 0.05  # the probability from which another reading is worth a loose term
_SHORTEST_NAME: Final = 3
_LONGEST_CHAIN: Final = 3  # prefix letters tried before a word that no table has


def read(written: Written) -> Reading:
    """The terms of a Hebrew word."""
    word = written.normal
    if not "א" <= word[:1] <= "ת":
        return Reading((reading.exact(word), reading.lemma(word)))
    found = lemma(word)
    terms = (reading.exact(word), reading.lemma(found))
    if not written.is_query:
        return Reading(terms)
    chained = [reading.exact(chain + word) for chain in BY_LENGTH if len(chain) <= _LONGEST_CHAIN]
    return Reading((*terms, *([] if is_known(word) else chained))) | Reading((), tuple(_loose(word, found)))


def lemma(word: str) -> str:
    """The likeliest dictionary form of a normal word, in the usual spelling of a name, without marks."""
    found = _name(word) or _marked(word) or words(LANGUAGE).best(word) or rank(word)[0][0]
    return unmarked(_joins().get(found, found))


def is_known(word: str) -> bool:
    """Whether a table has the word, or the name in it."""
    return word in words(LANGUAGE) or _name(word) is not None


def unmarked(word: str) -> str:
    """A word without gershayim and geresh; what comes last looks as the last letter does."""
    return final(unfinal(word.replace('"', "").replace("'", ""))) or word


def _name(word: str) -> str | None:
    """The name that a word is, or that stands behind its prefixes if the word has no other meaning."""
    if word in _names():
        return word
    if words(LANGUAGE).lemma(word) is not None:
        return None
    return next((rest for _, rest in splits(word, least=_SHORTEST_NAME) if rest in _names()), None)


def _marked(word: str) -> str | None:
    """The dictionary form of a word with gershayim, or with a geresh if no table has it."""
    if '"' in word:
        return acronym(word)
    if "'" in word and word not in words(LANGUAGE):
        return _attested(word)
    return None


def _attested(word: str) -> str:
    """A foreign name with a geresh behind the prefix that leaves what texts have most, with or without the mark."""
    frequency = words(LANGUAGE).frequency
    rests = [word, *(rest for _, rest in splits(word, least=_SHORTEST_NAME))]
    return max(rests, key=lambda rest: max(frequency(rest), frequency(rest.replace("'", ""))))


def _loose(word: str, found: str) -> list[str]:
    """Less likely readings, other spellings, and the word without what may be prefixes."""
    plain = unmarked(word)
    others = [reading.lemma(unmarked(other)) for other, share in rank(plain) if share >= _LIKELY and other != found]
    spelled = [term for variant in spellings(plain) for term in (reading.exact(variant), reading.lemma(lemma(variant)))]
    rests = [] if is_known(word) else [reading.exact(rest) for _, rest in splits(word, least=_SHORTEST_NAME)]
    return [*others, *spelled, *rests]


@cache
def _names() -> frozenset[str]:
    """The names in our spelling, and their other spellings."""
    return frozenset(fold.normal(name) for name in (*word_names(LANGUAGE), *spelling_joins(LANGUAGE)))


@cache
def _joins() -> dict[str, str]:
    return {fold.normal(variant): fold.normal(usual) for variant, usual in spelling_joins(LANGUAGE).items()}

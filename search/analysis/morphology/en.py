"""English: the dictionary, and light endings for the words that it has not. Accents are ornaments."""

from __future__ import annotations

from functools import cache
from typing import Final

from search.analysis import fold, reading
from search.analysis.morphology.ro import meets_name
from search.analysis.reading import Reading, Written
from search.analysis.tables import words
from search.names import spelling_joins, word_names

LANGUAGE: Final = "en"
_SHORTEST: Final = 3  # letters of a stem
_ENDINGS: Final = (
    ("ies", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)


def read(written: Written) -> Reading:
    """The terms of an English word."""
    word = written.normal
    stripped = fold.bare(word)
    terms = [reading.exact(word), reading.lemma(lemma(stripped))]
    if (word != stripped and not written.is_query) or (word == stripped and written.is_query and not meets_name(word)):
        terms.append(reading.folded(stripped))
    return Reading(tuple(terms))


def lemma(word: str) -> str:
    """The dictionary form of a word without accents."""
    if word in _names():
        return _joins().get(word, word)
    return words(LANGUAGE).lemma(word) or _unknown(word)


def _unknown(word: str) -> str:
    """The most frequent word of which this one has an ending; a word more frequent than that is its own."""
    if word.endswith("ss"):
        return word
    frequency = words(LANGUAGE).frequency
    found = max(_stems(word), key=frequency, default=word)
    return words(LANGUAGE).lemma(found) or found if frequency(found) > frequency(word) else word


def _stems(word: str) -> list[str]:
    """What stands before an ending of number or tense, also with its last letter once (planned, plan)."""
    cut = [word[: -len(ending)] + new for ending, new in _ENDINGS if word.endswith(ending)]
    single = [stem[:-1] for stem in cut if len(stem) > _SHORTEST and stem[-1] == stem[-2]]
    return [stem for stem in (*cut, *single) if len(stem) >= _SHORTEST]


@cache
def _names() -> frozenset[str]:
    """The names in our spelling, without accents."""
    return frozenset(fold.bare(fold.normal(name)) for name in word_names(LANGUAGE))


@cache
def _joins() -> dict[str, str]:
    return {fold.normal(variant): fold.normal(usual) for variant, usual in spelling_joins(LANGUAGE).items()}

"""Languages of which only a dictionary is known: Russian, Ukrainian, Arabic, Persian."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from search.analysis import fold, reading
from search.analysis.morphology.endings import guess
from search.analysis.reading import Reading, Written
from search.analysis.tables import words
from search.names import spelling_joins

ENDINGS: Final = frozenset({"ru", "uk"})  # languages whose endings tell the dictionary form


def read(language: str, written: Written) -> Reading:
    """The terms of a word: as it is spelled, and as the dictionary has it."""
    found = words(language).forms(written.normal) or [_guessed(language, written.normal)]
    usual = dict.fromkeys(_joins(language).get(form, form) for form in found)
    return Reading((reading.exact(written.normal), *map(reading.lemma, usual)))


def _guessed(language: str, word: str) -> str:
    """The dictionary form of a word that the dictionary has not, where endings tell it."""
    return guess(language, word) if language in ENDINGS else word


@cache
def _joins(language: str) -> dict[str, str]:
    return {fold.normal(variant): fold.normal(usual) for variant, usual in spelling_joins(language).items()}


russian, ukrainian, arabic, persian = (partial(read, language) for language in ("ru", "uk", "ar", "fa"))

"""Dictionary only: Russian, Ukrainian, Arabic and Persian, without rules of their own."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from search.analysis import normalize, term_builders
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology.endings import guess
from search.analysis.tokens import TermReadings, WrittenWord
from search.names import spelling_joins

ENDINGS: Final = frozenset({"ru", "uk"})  # languages whose endings tell the dictionary form


def read(language: str, written: WrittenWord) -> TermReadings:
    """The terms of a word: as it is spelled, and as the dictionary has it."""
    found = lexicon_of(language).forms(written.normal) or [_guessed(language, written.normal)]
    usual = dict.fromkeys(_joins(language).get(form, form) for form in found)
    return TermReadings((term_builders.exact(written.normal), *map(term_builders.lemma, usual)))


def _guessed(language: str, word: str) -> str:
    """The dictionary form of a word that the dictionary has not, where endings tell it."""
    return guess(language, word) if language in ENDINGS else word


@cache
def _joins(language: str) -> dict[str, str]:
    return {
        normalize.normalize(variant): normalize.normalize(usual)
        for variant, usual in spelling_joins(language).items()
    }


russian, ukrainian, arabic, persian = (
    partial(read, language) for language in ("ru", "uk", "ar", "fa")
)

"""Dictionary only: Russian, Ukrainian, Arabic and Persian, without rules of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Final

from search.analysis import normalize, term_builders
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology.endings import guess
from search.analysis.morphology.surnames import mostly, surnames
from search.analysis.tokens import TermReadings, WrittenWord
from search.names import spelling_joins

ENDINGS: Final = frozenset({"ru", "uk"})  # languages whose endings tell the dictionary form


def read(language: str, written: WrittenWord) -> TermReadings:
    """The terms of a word: as it is spelled, and as the dictionary has it."""
    known = lexicon_of(language).forms(written.normal)
    found = known or [_guessed(language, written.normal)]
    names = _names(written, is_known=bool(known)) if language in ENDINGS else ()
    usual = dict.fromkeys((*(_joins(language).get(form, form) for form in found), *names))
    return TermReadings((term_builders.exact(written.normal), *map(term_builders.lemma, usual)))


def _names(written: WrittenWord, *, is_known: bool) -> Sequence[str]:
    """The surnames that a word may be a form of.

    What its neighbours leave of them is settled later.
    """
    may_be = written.is_query or written.is_capital
    is_typed_small = written.is_query and not written.is_capital
    return (
        surnames(written.normal)
        if (may_be and not is_known) or (is_typed_small and mostly(written.normal))
        else ()
    )


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

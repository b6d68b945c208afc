"""English: the dictionary put right where it prefers rare verbs, and the verbs of gerunds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from search.analysis.fold import bare, normal
from search.analysis.making.sources import frequencies, given
from search.analysis.making.writing import write_words
from search.analysis.morphology.en_endings import stems

_FLOOR: Final = 3e-8
_NAMES: Final = 5  # letters: a shorter form that the dictionary has only with a capital is an abbreviation (Dr, ISS)
_CLEARLY: Final = 1.0  # powers of ten by which a regular verb must be more frequent than the dictionary's choice
_NEARLY: Final = 0.5  # powers of ten by which a verb may be rarer than its gerund


def make() -> None:
    """The words of English with their dictionary forms, and the verbs of gerunds."""
    shares = frequencies("en", _FLOOR)
    forms = _forms()
    lemmas = {form: _regular(form, lemma, forms, shares) for form, lemma in forms.items()}
    verbs = {form: verb for form, lemma in lemmas.items() if form == lemma and (verb := _verb(form, forms, shares))}
    write_words("en", lemmas, shares, verbs=verbs)


def _forms() -> dict[str, str]:
    """The dictionary without letters and abbreviations; forms in small letters win."""
    forms: dict[str, str] = {}
    listed = given("en")
    for form in sorted(listed, key=lambda form: (form != form.lower(), form)):
        if len(form) > 1 and (form == form.lower() or len(form) >= _NAMES):
            forms.setdefault(bare(normal(form)), bare(normal(listed[form])))
    return {form: lemma for form, lemma in forms.items() if form and lemma}


def _regular(form: str, lemma: str, forms: Mapping[str, str], shares: Mapping[str, float]) -> str:
    """The regular verb or noun where the dictionary has a rare one: thinking is think, not thinke."""
    stem = _stem(form, forms, shares)
    if form == lemma or not stem or form.endswith("ss"):
        return lemma
    return stem if _level(stem, shares) > _level(lemma, shares) + _CLEARLY else lemma


def _verb(form: str, forms: Mapping[str, str], shares: Mapping[str, float]) -> str | None:
    """The verb of a gerund that the dictionary has as a noun: closing is close too."""
    stem = _stem(form, forms, shares) if form.endswith("ing") else None
    return stem if stem and _level(stem, shares) > _level(form, shares) - _NEARLY else None


def _stem(form: str, forms: Mapping[str, str], shares: Mapping[str, float]) -> str | None:
    """The most frequent dictionary form before a regular ending."""
    known = [stem for stem in stems(form) if stem in shares and forms.get(stem, stem) == stem]
    return max(known, key=lambda stem: shares[stem], default=None)


def _level(word: str, shares: Mapping[str, float]) -> float:
    return math.log10(shares.get(word, _FLOOR / 10))

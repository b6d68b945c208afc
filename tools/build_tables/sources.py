"""Sources: the word lists that tables are made from, in our spelling."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import wordfreq
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from search.analysis.normalize import normalize

RARE: Final = 1e-8  # wordfreq's own floor for its large lists
_FOREIGN: Final = {"ro": frozenset("şţŞŢ"), "fa": frozenset("يكى")}


@cache
def given(language: str) -> Mapping[str, str]:
    """Every form with its dictionary form, as simplemma spells them."""
    return dict(DefaultDictionaryFactory().get_dictionary(language).items())


@cache
def dictionary(language: str) -> Mapping[str, str]:
    """Every form with its dictionary form.

    Where spellings meet, the usual one wins, then small letters.
    """
    listed = given(language)
    forms: dict[str, str] = {}
    for form in sorted(listed, key=lambda form: _rank(language, form)):
        if spelled := normalize(form):
            forms.setdefault(spelled, normalize(listed[form]) or spelled)
    return forms


def _rank(language: str, form: str) -> tuple[int, bool, bool, str]:
    """How usual a spelling is.

    Letters of other keyboards last, then Persian with joiners, then small letters.
    """
    # cedillas in Romanian, Arabic letters in Persian
    foreign = _FOREIGN.get(language, frozenset()).intersection(form)
    return len(foreign), "\u200c" not in form, form != form.lower(), form


@cache
def spelled_frequencies(language: str) -> Mapping[str, float]:
    """How large a part of all words each word is, as it is spelled."""
    return dict(wordfreq.get_frequency_dict(language, "best"))


@cache
def frequencies(language: str, floor: float = RARE) -> Mapping[str, float]:
    """How large a part of all words each word is; spellings that meet are added up."""
    shares: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict(language, "best").items():
        if share >= floor and (spelled := normalize(word)):
            shares[spelled] = shares.get(spelled, 0.0) + share
    return shares

"""Sources: the word lists that tables are made from, in our spelling."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import wordfreq
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from search.analysis.fold import normal

RARE = 1e-8  # wordfreq's own floor for its large lists


@cache
def dictionary(language: str) -> Mapping[str, str]:
    """Every form with its dictionary form; where spellings meet, ours wins, then small letters."""
    given = dict(DefaultDictionaryFactory().get_dictionary(language).items())
    forms: dict[str, str] = {}
    for form in sorted(given, key=lambda form: (form != normal(form), form != form.lower(), form)):
        if spelled := normal(form):
            forms.setdefault(spelled, normal(given[form]) or spelled)
    return forms


@cache
def frequencies(language: str, floor: float = RARE) -> Mapping[str, float]:
    """How large a part of all words each word is; spellings that meet are added up."""
    shares: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict(language, "best").items():
        if share >= floor and (spelled := normal(word)):
            shares[spelled] = shares.get(spelled, 0.0) + share
    return shares

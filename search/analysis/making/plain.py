"""The languages of which only a dictionary is known, and the common words that tell languages apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from search.analysis.fold import bare
from search.analysis.making.endings import write_endings
from search.analysis.making.sources import RARE, dictionary, frequencies
from search.analysis.making.writing import write_words

LONG: Final = ("ru", "uk")  # their lists have a million forms that nobody writes
SHORT: Final = ("ar", "fa")
COMMON: Final = ("ro", "en", "ru", "uk", "ar", "fa")  # languages that share their letters with another
_COMMON_FLOOR: Final = 1e-6  # where wordfreq's small lists end


def make() -> None:
    """The dictionaries, then the common words."""
    for language in LONG:
        seen = _seen(language)
        write_words(language, seen)
        write_endings(language, seen)
    for language in SHORT:
        write_words(language, _changing(language))
    for language in COMMON:
        write_words(f"{language}-common", {}, frequencies(language, _COMMON_FLOOR))
    write_words("ro-bare-common", {}, _bare(frequencies("ro", _COMMON_FLOOR)))


def _bare(shares: Mapping[str, float]) -> Mapping[str, float]:
    """The frequencies of words as they are spelled without accents."""
    stripped: dict[str, float] = {}
    for word, share in shares.items():
        stripped[bare(word)] = stripped.get(bare(word), 0.0) + share
    return stripped


def _seen(language: str) -> Mapping[str, str]:
    """The forms that texts have, and what they are forms of."""
    shares = frequencies(language, RARE)
    forms = {form: lemma for form, lemma in dictionary(language).items() if form in shares}
    return {**{lemma: lemma for lemma in forms.values()}, **forms}


def _changing(language: str) -> Mapping[str, str]:
    """The forms that are not their own dictionary form: other words are, known or not."""
    return {form: lemma for form, lemma in dictionary(language).items() if form != lemma}

"""The languages of which only a dictionary is known, and the common words that tell languages apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from search.analysis.fold import bare
from search.analysis.making.endings import write_endings
from search.analysis.making.sources import RARE, dictionary, frequencies
from search.analysis.making.writing import write_words

LONG: Final = ("ru", "uk")  # their lists have a million forms that nobody writes
SHORT: Final = ("ar", "fa")
COMMON: Final = ("ro", "en", "ru", "uk", "ar", "fa")  # languages that share their letters with another
# Russian endings of adjectives, without those that nouns have too, and what ends a dictionary form that is no noun.
_ADJECTIVE: Final = re.compile(r"\w{3,}(?:ый|ий|ой|[ое]го|[ое]му|[ыи]м|[ыи]ми|ая|яя|ую|юю|ое|ее|[ыи]е|[ыи]х)")
_ADJECTIVE_OR_VERB: Final = re.compile(r"\w+(?:[ыио]й|ть|ти|чь)")
_COMMON_FLOOR: Final = 1e-6  # where wordfreq's small lists end


def make() -> None:
    """The dictionaries, then the common words."""
    for language in LONG:
        seen = _seen(language)
        write_words(language, seen, seconds=_own(seen))
        write_endings(language, seen)
    for language in SHORT:
        forms = _changing(language)
        write_words(language, forms, seconds=_own(forms))
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
    known = dictionary(language)
    forms = {form: lemma for form, lemma in known.items() if form in shares and not _is_of_two(form, lemma, known)}
    return {**{lemma: lemma for lemma in forms.values()}, **forms}


def _is_of_two(form: str, lemma: str, known: Mapping[str, str]) -> bool:
    """Whether these are the two words of one entry (колорадский жук) and no form with its dictionary form."""
    if form[0] == lemma[0] or lemma[:3] in form:
        return False
    is_form = known.get(lemma, lemma) != lemma
    return is_form or (bool(_ADJECTIVE.fullmatch(form)) and not _ADJECTIVE_OR_VERB.fullmatch(lemma))


def _own(forms: Mapping[str, str]) -> dict[str, str]:
    """The forms that have forms of their own too: войска is of войско, and войсками of войска."""
    changing = {form: lemma for form, lemma in forms.items() if form != lemma}
    return {form: form for form in changing.keys() & set(changing.values())}


def _changing(language: str) -> Mapping[str, str]:
    """The forms that are not their own dictionary form: other words are, known or not."""
    return {form: lemma for form, lemma in dictionary(language).items() if form != lemma}

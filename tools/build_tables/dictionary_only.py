"""Languages with a dictionary only, and the common words that tell languages apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from search.analysis.normalize import strip_accents
from search.model.languages import LANGUAGES, LANGUAGES_BY_SCRIPT
from tools.build_tables.endings import write_endings
from tools.build_tables.paradigms import missing_forms
from tools.build_tables.sources import RARE, dictionary, frequencies
from tools.build_tables.writing import write_words

LONG: Final = ("uk",)  # their lists have a million forms that nobody writes
MADE_ELSEWHERE: Final = ("ru", "ar", "fa")  # each by a module of its own
SHORT: Final = tuple(
    language.code
    for language in LANGUAGES
    if language.morphology == "dictionary_only" and language.code not in (*LONG, *MADE_ELSEWHERE)
)
# languages that share their letters with another
COMMON: Final = tuple(
    code for codes in LANGUAGES_BY_SCRIPT.values() if len(codes) > 1 for code in codes
)
# Russian endings of adjectives, without those that nouns have too, and what ends a dictionary form
# that is no noun.
_ADJECTIVE: Final = re.compile(
    r"\w{3,}(?:ый|ий|ой|[ое]го|[ое]му|[ыи]м|[ыи]ми|ая|яя|ую|юю|ое|ее|[ыи]е|[ыи]х)"
)
_ADJECTIVE_OR_VERB: Final = re.compile(r"\w+(?:[ыио]й|ть|ти|чь)")
_COMMON_FLOOR: Final = 1e-6  # where wordfreq's small lists end


def make() -> None:
    """The dictionaries, then the common words."""
    for language in LONG:
        seen = _seen(language)
        missing = missing_forms(dictionary(language), frequencies(language, RARE))
        known = {form: lemma for form, lemma in missing.items() if form in seen}
        whole = {**missing, **seen}
        write_words(language, whole, alternates={**own_forms(seen), **known})
        write_endings(language, seen)
    for language in SHORT:
        forms = _changing(language)
        write_words(language, forms, alternates=own_forms(forms))
    for language in COMMON:
        write_words(f"{language}-common", {}, frequencies(language, _COMMON_FLOOR))
    write_words("ro-bare-common", {}, _bare(frequencies("ro", _COMMON_FLOOR)))


def _bare(shares: Mapping[str, float]) -> Mapping[str, float]:
    """The frequencies of words as they are spelled without accents."""
    stripped: dict[str, float] = {}
    for word, share in shares.items():
        stripped[strip_accents(word)] = stripped.get(strip_accents(word), 0.0) + share
    return stripped


def _seen(language: str) -> Mapping[str, str]:
    """The forms that texts have, and what they are forms of."""
    forms = listed_forms(language)
    return {**{lemma: lemma for lemma in forms.values()}, **forms}


@cache
def listed_forms(language: str) -> Mapping[str, str]:
    """The forms that texts have with their dictionary forms, as simplemma has them."""
    shares = frequencies(language, RARE)
    known = dictionary(language)
    return {
        form: lemma
        for form, lemma in known.items()
        if form in shares and not _is_of_two(form, lemma, known)
    }


def _is_of_two(form: str, lemma: str, known: Mapping[str, str]) -> bool:
    """Whether these are the two words of one entry (колорадский жук), not form and lemma."""
    if form[0] == lemma[0] or lemma[:3] in form:
        return False
    is_form = known.get(lemma, lemma) != lemma
    return is_form or (bool(_ADJECTIVE.fullmatch(form)) and not _ADJECTIVE_OR_VERB.fullmatch(lemma))


def own_forms(forms: Mapping[str, str]) -> dict[str, str]:
    """The forms that have forms of their own too: войска is of войско, and войсками of войска."""
    changing = {form: lemma for form, lemma in forms.items() if form != lemma}
    return {form: form for form in changing.keys() & set(changing.values())}


def _changing(language: str) -> Mapping[str, str]:
    """The forms that are not their own dictionary form: other words are, known or not."""
    return {form: lemma for form, lemma in dictionary(language).items() if form != lemma}

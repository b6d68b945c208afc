"""What holds for every language.

Whoever adds one gets these tests with its row in the table of morphology.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.analyzer import analyse
from search.analysis.language import script_of
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology import MORPHOLOGIES
from search.analysis.tokens import EXACT, LEMMA, TIERS, Side
from search.model.languages import LANGUAGES_BY_SCRIPT

EACH = 40
LANGUAGE_SCRIPT = {
    language: script for script, languages in LANGUAGES_BY_SCRIPT.items() for language in languages
}


@cache
def shown(language: str) -> list[str]:
    """Some words of a language, taken from all over its table; tables have words of others too."""
    own = [
        word
        for word in lexicon_of(language)
        if word.isalpha() and script_of(word) == LANGUAGE_SCRIPT[language]
    ]
    return own[:: len(own) // EACH]


LANGUAGE = pytest.mark.parametrize("language", MORPHOLOGIES)
SIDES: tuple[Side, ...] = ("article", "query")


def terms(word: str, language: str, side: Side) -> set[str]:
    return {term for terms in analyse(word, side=side, lang=language).terms for term in terms}


@LANGUAGE
def test_a_language_has_one_script_and_words_in_it(language: str) -> None:
    assert 1 == sum(language in languages for languages in LANGUAGES_BY_SCRIPT.values())
    assert len(shown(language)) >= EACH


@LANGUAGE
def test_a_word_finds_itself(language: str) -> None:
    """However it is read, the letters that were typed are found."""
    lost = [
        word
        for word in shown(language)
        if not terms(word, language, "query") & terms(word, language, "article")
    ]

    assert [] == lost


@LANGUAGE
def test_case_is_no_difference(language: str) -> None:
    shouted = [
        word
        for word in shown(language)
        if not terms(word.upper(), language, "query") & terms(word, language, "article")
    ]

    assert [] == shouted


@LANGUAGE
def test_a_form_finds_its_dictionary_form(language: str) -> None:
    """And the other way round: most dictionary forms are their own."""
    known = [
        (word, lemma)
        for word in shown(language)
        if (lemma := lexicon_of(language).lemma(word)) and lemma != word
    ]
    met = [
        pair
        for pair in known
        if terms(pair[0], language, "query") & terms(pair[1], language, "article")
    ]

    assert len(met) >= len(known) / 2


@LANGUAGE
@given(st.text(max_size=30))
def test_any_text_has_terms_of_known_tiers(language: str, text: str) -> None:
    for side in SIDES:
        found = analyse(text, side=side, lang=language)
        for exact, own, loose in zip(found.exacts, found.terms, found.loose, strict=True):
            assert f"{EXACT}{exact}" in own
            assert {term[:2] for term in (*own, *loose)} <= set(TIERS)
            assert side == "query" or not loose


@LANGUAGE
def test_every_word_has_a_dictionary_form(language: str) -> None:
    """A word that no dictionary has is its own."""
    assert all(
        any(term.startswith(LEMMA) for term in terms(word, language, "article"))
        for word in shown(language)
    )

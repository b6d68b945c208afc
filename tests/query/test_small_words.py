"""Small words count less where an article need not have every word of a query."""

from __future__ import annotations

import pytest

from search.engine.nodes import Group, Node
from search.entities.gazetteer import gazetteer
from search.query.compiler import compile_query
from search.query.parser import parse
from search.query.small_words import small_words, with_small_words
from search.service.relaxation import best_set


def clauses(query: str) -> tuple[Node, ...]:
    return compile_query(parse(query), gazetteer=gazetteer(), interface="en", loose=False).clauses


def small(query: str) -> list[str]:
    asked = clauses(query)
    found = (asked[place] for place in sorted(small_words(asked)))
    return [clause.word for clause in found if isinstance(clause, Group)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("what have the soldiers seen", ["what", "have", "the"], id="english"),
        pytest.param("cât de mult a crescut exportul", ["cât", "de", "mult", "a"], id="romanian"),
        pytest.param("когда были подписаны соглашения", ["когда", "были"], id="russian"),
        pytest.param("כמה חיילים נהרגו", ["כמה"], id="hebrew"),
        pytest.param("US envoy", [], id="initials are no pronoun"),
        pytest.param("Putin Netanyahu", [], id="names"),
    ],
)
def test_small_words_are_frequent_in_the_language_of_the_query(
    query: str, found: list[str]
) -> None:
    assert found == small(query)


def test_a_question_is_answered_by_its_telling_words() -> None:
    """One article has what, have and the, and two have the soldiers and what they have seen."""
    asked = clauses("what have the soldiers seen")

    assert (3, 4) == best_set({(0, 1, 2): 1, (3, 4): 2}, asked)


def test_in_a_short_query_every_word_is_meant() -> None:
    asked = clauses("the soldiers")

    assert (0,) == best_set({(0,): 1, (1,): 2}, asked)


def test_a_hebrew_word_counts_by_how_frequent_its_dictionary_form_is() -> None:
    """באיזה is which behind a prefix, and no form of which is as frequent as what."""
    asked = clauses("מה באיזה פרוטגו")
    whole, counted = (
        [max(weight for _, weight in clause.terms) for clause in some if isinstance(clause, Group)]
        for some in (asked, with_small_words(asked))
    )
    what, which, rare = (new / old for new, old in zip(counted, whole, strict=True))

    assert what < which < rare == 1.0


@pytest.mark.parametrize(
    ("query", "word"),
    [
        pytest.param("מי ייסד את פרוטגו", 3, id="a Hebrew name that no table has"),
        pytest.param("which centrifuges", 1, id="an English word"),
    ],
)
def test_a_rare_word_counts_in_full(query: str, word: int) -> None:
    assert clauses(query)[word] == with_small_words(clauses(query))[word]

"""Forgiving readings: what is asked for when the strict query finds nothing, and never before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.nodes import And, Group, Not, Or
from search.engine.ranking import LOOSE
from search.entities.gazetteer import gazetteer
from search.query.compiler import compile_query
from search.query.parser import parse
from tests.query.test_compiler import ARCHIVE, WORDS, clause, compiled, found


def test_loose_readings_are_asked_for_only_when_told() -> None:
    strict, loose = compiled("אביב"), compiled("אביב", loose=True)

    assert strict.clauses != loose.clauses
    loose_terms, strict_terms = (read.clauses[0].terms for read in (loose, strict))  # type: ignore[union-attr]
    assert {LOOSE} == {weight for _, weight in set(loose_terms) - set(strict_terms)}


def test_what_is_excluded_is_excluded_by_strong_readings_only() -> None:
    """A looser search must not lose articles."""
    assert compiled("-אביב").limits == compiled("-אביב", loose=True).limits


def test_phrases_are_taken_apart_at_last() -> None:
    """What is excluded stays whole, or it would exclude more."""
    asked = compiled('talks "held today" -"went home"')

    assert ["Group", "Phrase"] == [type(node).__name__ for node in asked.clauses]
    assert asked.relaxed == compiled("talks held today").clauses
    assert [Not(clause('"went home"'))] == list(asked.limits)


def test_a_phrase_among_alternatives_is_taken_apart_too() -> None:
    asked = compiled('"held today" OR talks')

    assert asked.relaxed == (Or((And(compiled("held today").clauses), clause("talks"))),)


def test_without_phrases_there_is_nothing_to_take_apart() -> None:
    assert compiled('cease-fire "Putin"').relaxed is None


def test_any_word_of_a_name_will_do_where_any_word_of_a_query_does() -> None:
    asked = compile_query(
        parse("Vladimir Putin"), gazetteer=gazetteer(), interface="en", loose=False, match="any"
    )

    assert [Group, Group] == list(map(type, asked.clauses))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from(WORDS))
@settings(deadline=None, max_examples=50)
def test_a_word_more_never_adds_articles(words: list[str], word: str) -> None:
    """Also where the word tells the language that the others left open."""
    before, after = (set(found(" ".join(asked), *ARCHIVE)) for asked in (words, [*words, word]))

    assert after <= before

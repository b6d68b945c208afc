"""Any text is a query, read at once, and what goes beyond a limit is left out and said."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.limits import DEEPEST_GROUP, LONGEST_QUERY, MOST_WORDS
from search.query.parser import parse
from search.query.tree import Quoted, Word

HOSTILE = {
    "parentheses": "(" * 1000 + "a",
    "parentheses-in-pairs": "(" * 1000 + "a" + ")" * 1000,
    "alternatives": " OR ".join(["a"] * 1000),
    "stars": "*a*",
    "long-word": "a" * 100_000,
    "quotation-marks": 'א"' * 5000,
    "prefixes-before-quotations": 'ה"הה' * 5000,
    "minuses": "-(" * 5000,
    "negations": "title:NOT " * 1000,
    "tildes": "~" * 100_000,
    "half-a-character": "\ud800 \udc00",
    "null": "a\x00b",
}


def codes(text: str) -> list[str]:
    return [hint.code for hint in parse(text).hints]


def test_words_after_the_last_that_is_allowed_are_left_out() -> None:
    """Operators are no words; the words of a phrase are."""
    words = [f"w{number}" for number in range(MOST_WORDS)]

    assert [] == codes(" OR ".join(words))
    assert ["cut_words"] == codes(" ".join([*words, "more"]))
    assert Quoted(" ".join(words)) == parse(f'"{" ".join(words)} more"').tree
    assert Quoted(" ".join(words)) == parse(f"«{' '.join(words)} more»").tree


def test_characters_after_the_last_that_is_allowed_are_left_out() -> None:
    assert (Word("a" * LONGEST_QUERY), ["cut_length"]) == (
        parse("a" * 100_000).tree,
        codes("a" * 100_000),
    )


def test_a_query_that_is_just_short_enough_is_searched_whole_and_unsaid() -> None:
    assert (Word("a" * LONGEST_QUERY), []) == (
        parse("a" * LONGEST_QUERY).tree,
        codes("a" * LONGEST_QUERY),
    )


def test_parentheses_deeper_than_allowed_are_left_out() -> None:
    deepest, deeper = (
        "(b OR " * levels + "a" + ")" * levels for levels in (DEEPEST_GROUP, DEEPEST_GROUP + 1)
    )

    assert [] == codes(deepest)
    assert ["cut_depth"] == codes(deeper)


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    """The words that somebody pastes are never an error."""
    hints = parse(text).hints

    assert all(hint.message.endswith(".") for hint in hints)
    assert len(set(hints)) == len(hints)


@given(
    st.lists(
        st.sampled_from(
            [*' ()"„”«*~=-:', "a", 'צה"ל', "AND ", "OR ", "NOT ", "title:", "year:", "~3"]
        )
    )
)
def test_any_mixture_of_the_language_is_a_query(parts: list[str]) -> None:
    parse("".join(parts))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_queries_are_read_at_once(text: str) -> None:
    """The bound is some hundred times what is measured, so that only another complexity fails."""
    started = process_time()
    parse(text)

    assert process_time() - started < 1

"""A tree is written so that it is read again."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from search.query.parser import parse
from search.query.tree import NO_ARTICLE
from search.query.unparse import unparse

PIECES: Final = (
    "a", "b", "=a", '"a b"', '"a b"~3', '="a b"', "pre*", "near~", "title:a", "title:(a OR b)", "leader:Putin",
    'leader:"Theresa May"', "year:2016..2019", "idea:truce", "script:he", "-a", "-(a b)", "NOT", "AND", "OR", "(", ")",
    'צה"ל', '«a "b» c»', "cease-fire", "9/11", "-title:a", "title:-a",
)  # fmt: skip

SIGNS: Final = (
    "a", "bc", "צה", "AND", "OR", "NOT", "leader", "LEADER", "title", "foo", "date", "3", "10", "000", "2016", "-", "=",
    "*", "~", "~2", ":", "(", ")", '"', "„", "«", "»", "״", " ", "\u00a0", ".", "/", "'", "’", "־", "–", "+", "\u200f",
)  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("a b OR c", id="alternatives are loosest"),
        pytest.param("(a OR b) c", id="alternatives inside"),
        pytest.param('"a b"~3 -leader:"Theresa May"', id="a phrase, an exclusion, a field"),
        pytest.param("title:(a b) pre* near~ =a", id="all kinds"),
    ],
)
def test_what_is_written_well_stays(query: str) -> None:
    assert query == unparse(parse(query).tree)


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_what_was_written_is_read_as_the_same(pieces: list[str]) -> None:
    """Also where what was typed had to be repaired."""
    tree = parse(" ".join(pieces)).tree
    assume(tree != NO_ARTICLE)  # nothing can't be written

    assert tree == parse(unparse(tree)).tree


@given(st.lists(st.sampled_from(SIGNS), max_size=9).map("".join))
def test_signs_wherever_they_stand_are_read_as_the_same(typed: str) -> None:
    """What a page shows as understood is what it asked for."""
    tree = parse(typed).tree
    assume(tree != NO_ARTICLE)

    assert tree == parse(unparse(tree)).tree


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("ou*tlet:0", '"outlet:0"', id="a star inside of a field's name"),
        pytest.param("a *AND b", 'a "AND" b', id="a star before an operator"),
        pytest.param('"a"-b', '"a" b', id="a dash behind a mark"),
        pytest.param('"-near~', "near~", id="and before a word that is one letter off"),
        pytest.param("x~*", "x", id="a star behind a tilde"),
        pytest.param('3"000', "3  000", id="numbers that are not one"),
        pytest.param("LEADER:X AND B", "leader:X B", id="a field among capitals"),
        pytest.param("NOT THIS AND THAT", "NOT THIS AND THAT", id="a headline"),
    ],
)
def test_what_was_repaired_is_written_as_it_is_read(typed: str, written: str) -> None:
    assert written == unparse(parse(typed).tree)
    assert parse(typed).tree == parse(written).tree

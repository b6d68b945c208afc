"""The table of what can be written: its help is true and whole, and its first row is a short cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.grammar import TABLE, Row, help_rows
from search.query.parser import parse


def codes(text: str) -> list[str]:
    return [hint.code for hint in parse(text).hints]


@given(st.lists(st.sampled_from([*'ה"*~=-:\n ', "a", "ș", "7", "AND", "OR", "NOTE", "year"])))
def test_the_short_cut_for_words_reads_what_the_rest_of_the_table_reads(parts: list[str]) -> None:
    """It stands first so that the others need not be compiled, and must not change what is typed."""
    short_cut, *rest = TABLE
    text = "".join(parts)

    if found := re.match(short_cut.pattern, text):
        kind, other = next(
            (row.kind, match) for row in rest if (match := re.match(row.pattern, text))
        )
        assert (short_cut.kind, found.span(), found["text"]) == (kind, other.span(), other["text"])


@pytest.mark.parametrize("row", [row for row in TABLE if row.written], ids=lambda row: row.written)
def test_every_example_of_the_help_is_read_by_its_row(row: Row) -> None:
    """Help that does not work is worse than none."""
    words = re.finditer(r"(?<!\w)\S", row.example)

    assert any(re.compile(row.pattern).match(row.example, word.start()) for word in words)
    assert [] == codes(row.example)


def test_the_help_says_everything_that_can_be_written() -> None:
    """The contract's list; a row taken out of the table is taken out of the language."""
    promised = [
        "a b",
        '"a b"',
        '"a b"~3',
        "-a",
        "NOT a",
        "a AND b",
        "a OR b",
        "( )",
        "pre*",
        "a~",
        "=a",
    ]
    fields = [
        f"{name}:"
        for name in (
            "leader",
            "country",
            "year",
            "date",
            "lang",
            "title",
            "script",
            "idea",
            "outlet",
            "contact",
            "about",
        )
    ]

    assert {*promised, *fields} == {row.written for row in help_rows()}

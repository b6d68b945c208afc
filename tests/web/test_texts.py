"""What the interface says in each language."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from search.query.grammar import HelpRow, help_rows
from search.query.hints import MESSAGES
from search.results import Hint
from web.pages import NAMES, TEMPLATES
from web.texts import PLURALS, TABLE, tongue
from web.urls import TONGUES

ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
BY_NUMBER = frozenset({"articles", "marks", "show"})  # texts that have a row for each plural form


def test_the_table_is_sorted_and_whole() -> None:
    """Two people who add a text meet in the same place."""
    assert ["key", *TONGUES] == ROWS[0]
    assert sorted(ROWS[1:]) == ROWS[1:]
    assert {len(ROWS[0])} == {len(row) for row in ROWS}


@pytest.mark.parametrize("row", ROWS[1:], ids=[row[0] for row in ROWS[1:]])
def test_a_text_is_there_in_every_language_with_the_same_facts(row: list[str]) -> None:
    """A plural form that a language does not have stays empty."""
    name, _, form = row[0].partition(".")
    if name in BY_NUMBER:
        assert [any(rule(n) == form for n in range(200)) for rule in PLURALS.values()] == [bool(one) for one in row[1:]]
        return
    facts = [{fact for _, fact, _, _ in Formatter().parse(text) if fact} for text in row[1:]]

    assert all(row[1:])
    assert [facts[0]] * len(TONGUES) == facts


def test_every_text_that_a_template_asks_for_is_there_and_every_text_is_asked_for() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir())
    keys = {row[0] for row in ROWS[1:]}
    asked = set(re.findall(r"""\bt\(["']([\w.]+)["'][),]""", shown))
    begun = (*re.findall(r"""["'](\w+\.)["'] ~""", shown), "articles.", "hint.", "as_typed", "marks.", "show.", "year.")

    assert asked <= keys
    assert {key for key in keys if not key.startswith(begun)} <= asked


@pytest.mark.parametrize("code", MESSAGES)
def test_every_hint_is_said_in_every_language(code: str) -> None:
    """A message that was changed is to be translated anew."""
    assert tongue("en").texts.get(f"hint.{code}") == MESSAGES[code]


@pytest.mark.parametrize("row", help_rows(), ids=lambda row: str(row.written))
def test_everything_that_can_be_written_is_explained_in_every_language(row: HelpRow) -> None:
    assert tongue("en").texts.get(f"grammar.{row.written}") == row.means


@pytest.mark.parametrize("row", [row for row in ROWS if row[0].startswith("hint.")], ids=lambda row: str(row[0]))
def test_a_hint_has_the_same_numbers_in_every_language(row: list[str]) -> None:
    digits = [re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3})", "", text)) for text in row[1:]]

    assert [digits[0]] * len(TONGUES) == digits


def test_what_is_said_of_a_word_keeps_the_word_in_its_own_direction() -> None:
    hint = Hint("unknown_field", "colour: is no field, so colour was searched as a word.", facts=(("name", "colour"),))

    assert "אין שדה בשם \u2068colour\u2069:, ולכן \u2068colour\u2069 חופש כמילה." == tongue("he").hint(hint)


def test_what_no_text_says_is_said_as_the_core_says_it() -> None:
    """A hint that is newer than its translation is better in English than not at all."""
    assert "New {hint}." == tongue("he").hint(Hint("new", "New {hint}.", facts=(("name", "x"),)))


def test_the_languages_of_the_interface_are_named() -> None:
    assert list(TONGUES) == list(NAMES) == list(PLURALS)


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [
        ("en", 1, "1 article"),
        ("en", 0, "0 articles"),
        ("en", 1234, "1,234 articles"),
        ("he", 1, "כתבה אחת"),
        ("he", 2, "שתי כתבות"),
        ("he", 11, "11 כתבות"),
        ("ro", 1, "1 articol"),
        ("ro", 19, "19 articole"),
        ("ro", 20, "20 de articole"),
        ("ro", 101, "101 articole"),
    ],
)
def test_articles_are_counted_as_the_language_counts(code: str, number: int, expected: str) -> None:
    assert expected == tongue(code).count("articles", number)


@pytest.mark.parametrize(("code", "expected"), [("en", "ltr"), ("he", "rtl"), ("ro", "ltr")])
def test_the_page_has_the_direction_of_its_language(code: str, expected: str) -> None:
    assert expected == tongue(code).dir


@pytest.mark.parametrize(
    ("choice", "expected"), [("2016", "2016"), ("2016..2019", "2016–2019"), ("unknown", "Dată necunoscută")]
)
def test_a_choice_of_years_has_a_name(choice: str, expected: str) -> None:
    assert expected == tongue("ro").year(choice)

"""What the interface says in each language."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from search.model.hints import Hint
from search.model.languages import INTERFACE_LANGUAGES
from search.query.grammar import Row, help_rows
from search.query.hint_messages import MESSAGES
from web.messages import CATALOGUES, DOMAIN, locale
from web.pages import NAMES, TEMPLATES


@cache
def catalogue(code: str) -> Catalog:
    with (CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=code)


@cache
def keys() -> frozenset[str | tuple[str, ...]]:
    """What the templates ask for; texts that count as pairs."""
    where = [(name, "tests.asked:asked") for name in ("templates/*.html", "rows.py")]
    found = extract_from_dir(TEMPLATES.parent, method_map=where)
    return frozenset(message for _, _, message, _, _ in found)


def messages(code: str) -> list[Message]:
    # the one without is the head of the file
    return [message for message in catalogue(code) if message.id]


def said(message: Message) -> list[str]:
    """A text in all its forms."""
    return [
        form or ""
        for form in ([message.string] if isinstance(message.string, str) else message.string or [])
    ]


def filled(text: str) -> tuple[set[str], list[str]]:
    """The facts that a text has places for, and its figures."""
    figures = re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3})", "", text))
    return {fact for _, fact, _, _ in Formatter().parse(text) if fact}, figures


@pytest.mark.parametrize("code", INTERFACE_LANGUAGES)
def test_a_catalogue_has_what_the_templates_ask_for_and_nothing_else(code: str) -> None:
    """`make texts` adds what is new and takes away what nobody asks for any more."""
    assert keys() == {message.id for message in messages(code)}
    assert {} == catalogue(code).obsolete


@pytest.mark.parametrize("code", INTERFACE_LANGUAGES)
def test_every_text_is_translated_in_all_its_forms(code: str) -> None:
    forms = catalogue(code).num_plurals
    wanted = {message.id: forms if message.pluralizable else 1 for message in messages(code)}

    assert wanted == {
        message.id: len(list(filter(None, said(message)))) for message in messages(code)
    }
    assert not [message.id for message in messages(code) if message.fuzzy]


@pytest.mark.parametrize("code", INTERFACE_LANGUAGES)
def test_a_text_has_the_same_facts_and_figures_in_every_language(code: str) -> None:
    """One thing may be said in words, as in Hebrew two may be."""
    english = {message.id: filled(said(message)[-1]) for message in messages("en")}

    assert english == {message.id: filled(said(message)[-1]) for message in messages(code)}


@pytest.mark.parametrize("code", INTERFACE_LANGUAGES)
def test_what_is_read_is_what_was_written(code: str) -> None:
    """`make texts` compiles the catalogues."""
    compiled = BytesIO()
    write_mo(compiled, catalogue(code))

    assert compiled.getvalue() == (CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes()


@pytest.mark.parametrize("code", MESSAGES)
def test_every_hint_is_said_in_every_language(code: str) -> None:
    """A message that was changed is to be translated anew."""
    assert MESSAGES[code] == locale("en").texts.gettext(f"hint.{code}")


@pytest.mark.parametrize("row", help_rows(), ids=lambda row: str(row.written))
def test_everything_that_can_be_written_is_explained_in_every_language(row: Row) -> None:
    assert row.means == locale("en")(f"grammar.{row.written}")


def test_what_is_said_of_a_word_keeps_the_word_in_its_own_direction() -> None:
    hint = Hint(
        "unknown_field",
        "<b>: is no field, so <b> was searched as a word.",
        facts=(("name", "<b>"),),
    )

    word = '<bdi lang="">&lt;b&gt;</bdi>'

    assert f"אין שדה בשם {word}:, ולכן {word} נחשב למילה." == locale("he").hint(hint)


def test_names_that_were_searched_too_are_kept_apart() -> None:
    """Two right-to-left names side by side would change places in a line from left to right."""
    hint = Hint("also_searched", "", facts=(("names", "נתניהו, نتنياهو"),))

    assert 'Also searched: <bdi lang="">נתניהו</bdi>, <bdi lang="">نتنياهو</bdi>' == locale(
        "en"
    ).hint(hint)


def test_what_no_text_says_is_said_as_the_core_says_it() -> None:
    """A hint that is newer than its translation is better in English than not at all."""
    assert "New {hint}." == locale("he").hint(Hint("new", "New {hint}.", facts=(("name", "x"),)))


def test_the_languages_of_the_interface_are_named() -> None:
    assert list(INTERFACE_LANGUAGES) == list(NAMES)
    assert set(INTERFACE_LANGUAGES) == {folder.name for folder in CATALOGUES.iterdir()}


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
        ("ro", 0, "0 articole"),
        ("ro", 19, "19 articole"),
        ("ro", 20, "20 de articole"),
        ("ro", 100, "100 de articole"),
        ("ro", 101, "101 articole"),
        ("ro", 119, "119 articole"),
    ],
)
def test_articles_are_counted_as_the_language_counts(code: str, number: int, expected: str) -> None:
    assert expected == locale(code).counted(number, "articles")


@pytest.mark.parametrize(("code", "expected"), [("en", "ltr"), ("he", "rtl"), ("ro", "ltr")])
def test_the_page_has_the_direction_of_its_language(code: str, expected: str) -> None:
    assert expected == locale(code).dir


@pytest.mark.parametrize(
    ("choice", "expected"),
    [("2016", "2016"), ("2016..2019", "2016–2019"), ("unknown", "Fără dată")],
)
def test_a_choice_of_years_has_a_name(choice: str, expected: str) -> None:
    assert expected == locale("ro").year(choice)

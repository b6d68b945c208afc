"""What the rest of the project may rely on of ICU."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import icu

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_words_are_counted_in_code_points() -> None:
    """ICU counts UTF-16 units, in which an emoji is two."""
    text = "😀 שלום, 🇮🇱 lume"

    assert ["שלום", "lume"] == [text[start:end] for start, end in icu.word_spans(text)]


@given(ANY_TEXT)
def test_words_lie_inside_any_text_in_order(text: str) -> None:
    """Broken input has halves of characters too."""
    edges = [edge for span in icu.word_spans(text) for edge in span]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


def test_each_thread_breaks_its_own_text() -> None:
    """One BreakIterator shared by two threads would mix their texts."""
    texts = [f"{'a ' * n}{'ab ' * (50 - n)}" for n in range(50)]

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda text: len(icu.word_spans(text)), texts * 20))

    assert [50] * 1000 == counts


@given(ANY_TEXT)
def test_casefolding_twice_is_casefolding_once(text: str) -> None:
    once = icu.casefold(text)

    assert once == icu.casefold(once)


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("ש", "Hebr"),
        ("ț", "Latn"),
        ("й", "Cyrl"),
        ("پ", "Arab"),
        ("،", "Zyyy"),
        (" ", "Zyyy"),
        ("\u0301", "Zinh"),
    ],
)
def test_a_character_has_a_script(char: str, script: str) -> None:
    assert script == icu.script_of(char)


def test_countries_are_those_of_iso_3166() -> None:
    codes = icu.country_codes()

    assert {"IL", "RO", "US", "RU", "PS", "XK"} <= set(codes)
    assert len(codes) == 250


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [("RO", "he", "רומניה"), ("ro", "en", "Romania"), ("DE", "ro", "Germania"), ("", "ro", "")],
)
def test_a_country_has_a_name_in_each_language(code: str, locale: str, name: str) -> None:
    assert name == icu.country_name(code, locale)


def test_a_language_has_a_name_in_each_language() -> None:
    assert "ebraică" == icu.language_name("he", "ro")


@pytest.mark.parametrize(
    ("locale", "name", "month"),
    [
        ("uk", "травня", 5),
        ("uk", "травень", 5),
        ("ro", "sept.", 9),
        ("he", "אוקטובר", 10),
        ("ar-LB", "نيسان", 4),
        ("fa", "اکتبر", 10),
    ],
)
def test_months_are_named_in_dates_and_alone(locale: str, name: str, month: int) -> None:
    """Ukrainian months change their ending inside a date; the Levant has month names of its own."""
    assert (name, month) in icu.month_names(locale)


@pytest.mark.parametrize(
    ("published", "locale", "written"),
    [
        ("2016-10-23", "he", "23 באוקטובר 2016"),
        ("2016-10-23", "ro", "23 octombrie 2016"),
        ("2025-04", "en", "April 2025"),
        ("2025", "ro", "2025"),
        ("2016-10-23", "fa", "۲۳ اکتبر ۲۰۱۶"),
    ],
    ids=["day", "romanian", "month", "year", "gregorian calendar in Persian too"],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    published: str, locale: str, written: str
) -> None:
    assert written == icu.format_date(published, locale)


def test_numbers_have_the_marks_of_the_language() -> None:
    assert ["1,234,567", "1.234.567"] == [
        icu.format_number(1234567, locale) for locale in ("en", "ro")
    ]


@pytest.mark.parametrize(
    ("lang", "rtl"),
    [
        ("he", True),
        ("ar", True),
        ("fa", True),
        ("en", False),
        ("ru", False),
        ("und", False),
        ("", False),
    ],
)
def test_some_languages_are_written_from_the_right(lang: str, rtl: bool) -> None:  # noqa: FBT001 - a table of cases
    assert rtl == icu.is_rtl(lang)


def test_versions_are_told() -> None:
    assert {"icu", "unicode"} == set(icu.versions())

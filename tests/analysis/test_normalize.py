"""Spellings that are one word, and spellings that must not become one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import icu
from search.analysis import normalize

ANY_WORD = st.text(st.characters(exclude_categories=()), max_size=30)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        pytest.param("Preşedinţi", "președinți", id="cedilla is comma"),
        pytest.param("pres\u0327edint\u0326i", "președinți", id="marks of their own"),
        pytest.param("İSTANBUL", "istanbul", id="dotted capital i"),
        pytest.param("ＮＡＴＯ", "nato", id="full width"),
        pytest.param("מִלְחָמָה", "מלחמה", id="niqqud"),
        pytest.param("\ufb2aר", "שר", id="presentation forms"),
        pytest.param("רה״מ", 'רה"מ', id="gershayim"),
        pytest.param("רה''מ", 'רה"מ', id="gershayim of two"),
        pytest.param("ז׳בוטינסקי", "ז'בוטינסקי", id="geresh"),
        pytest.param("ПЁТР", "петр", id="ё is е"),
        pytest.param("Пу\u0301тин", "путин", id="stress"),
        pytest.param("сім’я", "сім'я", id="apostrophe"),
        pytest.param("أُورُوبَّا", "اوروبا", id="harakat and hamza"),
        pytest.param("عـــراق", "عراق", id="tatweel"),
        pytest.param("ایران", "ايران", id="persian ye"),
        pytest.param("می\u200cشود", "ميشود", id="zero width non-joiner"),
        pytest.param("٢٠١٦", "2016", id="arabic digits"),
        pytest.param("۲۰۱۶", "2016", id="persian digits"),
        pytest.param("coope\u00adrare", "cooperare", id="soft hyphen"),
        pytest.param("ΕΙΡΉΝΗΣ", "ειρηνησ", id="greek accents and the last sigma"),
        pytest.param("Ὀδυσσεύς", "οδυσσευσ", id="greek of old"),
    ],
)
def test_encodings_of_a_word_have_one_spelling(written: str, normal: str) -> None:
    assert normal == normalize.normalize(written)


@given(st.from_regex(normalize.PLAIN, fullmatch=True))
def test_plain_letters_have_only_case_to_lose(word: str) -> None:
    """They are not shown to ICU, which would say the same."""
    assert icu.nfc(icu.casefold(word)) == normalize.normalize(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мой", "мои"),
        ("її", "іі"),
        ("țară", "tara"),
        ("față", "fată"),
        ("pește", "peste"),
        ('עו"ד', "עוד"),
    ],
)
def test_marks_with_a_meaning_stay(one: str, other: str) -> None:
    """Dropping every combining mark makes й of и, as many engines do."""
    assert normalize.normalize(one) != normalize.normalize(other)


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("președinte", "presedinte"),
        ("erdoğan", "erdogan"),
        ("мой", "мой"),
        ("שלום", "שלום"),
        ("café", "cafe"),
    ],
)
def test_bare_takes_accents_off_latin_letters_only(word: str, bare: str) -> None:
    assert bare == normalize.strip_accents(word)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("10.000", "10000"),
        ("10,000", "10000"),
        ("3.5", "3.5"),
        ("3,5", "3.5"),
        ("1,234,567", "1234567"),
        ("٣٫٥", "3.5"),
    ],
)
def test_a_number_has_one_spelling(written: str, number: str) -> None:
    """Romanian and English print part thousands and decimals with each other's marks."""
    assert number == normalize.normalize_number(written)


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("s.u.a", "sua"),
        ("o.n.u.", "onu"),
        ("u.s", "u.s"),
        ("a.m.", "a.m."),
        ("example.org", "example.org"),
    ],
)
def test_dots_between_letters_do_not_count_from_three_letters_on(written: str, word: str) -> None:
    """Without its dots U.S. would be the pronoun, and a.m. the verb."""
    assert word == normalize.undotted(written)


@given(ANY_WORD)
def test_folding_twice_is_folding_once(word: str) -> None:
    normal = normalize.normalize(word)

    assert normal == normalize.normalize(normal)
    assert normalize.strip_accents(normal) == normalize.strip_accents(
        normalize.strip_accents(normal)
    )

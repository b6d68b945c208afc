"""Cleaning: what leaves a text before it is stored, and what must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.loaders.clean import clean, repair_romanian, repair_utf8


@pytest.mark.parametrize(
    "ends",
    ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}"],
    ids=[
        "Windows",
        "old Mac",
        "Unix",
        "tabulation",
        "form feed",
        "next line",
        "line separator",
        "paragraph separator",
    ],
)
def test_every_kind_of_line_end_becomes_one(ends: str) -> None:
    assert "one\ntwo" == clean(f"one{ends}two")


@given(text=st.text(alphabet=st.characters()))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """Else the text would change each time that it is loaded."""
    assert clean(text) == clean(clean(text))


@given(text=st.text(alphabet=st.characters()))
def test_a_clean_text_can_be_stored(text: str) -> None:
    """Half a surrogate pair, as JSON may have it, is no UTF-8."""
    assert clean(text) == clean(text).encode().decode()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize(
    "meant",
    ["Președintele a vorbit și a plecat.", "Ședința – „lungă” – a fost marți.", "שיחה של שעה"],
)
def test_utf8_that_was_read_as_another_encoding_is_repaired(meant: str, encoding: str) -> None:
    """Social networks export texts so, and databases that were moved."""
    read_so = "".join(_as(encoding, byte) for byte in meant.encode())

    assert meant == repair_utf8(read_so)


def _as(encoding: str, byte: int) -> str:
    try:
        return bytes((byte,)).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)  # five bytes mean nothing in windows-1252, and programs leave them


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("São José, não há água à noite, já é manhã.", id="Portuguese"),
        pytest.param("Ã© stands for é, Ã± for ñ and Ã¼ for ü, wrote Ana.", id="a text about it"),
        pytest.param("ÂNCORA, «Ã», Ã¡", id="one alone"),
    ],
)
def test_letters_that_stand_for_themselves_stay(text: str) -> None:
    assert text == repair_utf8(text)


@pytest.mark.parametrize(
    ("spoilt", "meant"),
    [
        pytest.param(
            "Preºedintele a vorbit cu miniºtrii de la Cluj.",
            "Preşedintele a vorbit cu miniştrii de la Cluj.",
            id="º",
        ),
        pytest.param(
            "Adunarea naþionalã nu a votat.",
            "Adunarea naţională nu a votat.",
            id="þ, and with it ã",
        ),
        pytest.param(
            "ªedinþa de marþi a fost lungã.", "Şedinţa de marţi a fost lungă.", id="capitals"
        ),
    ],
)
def test_romanian_letters_of_an_old_code_page_are_repaired(spoilt: str, meant: str) -> None:
    """Windows-1250 read as windows-1252 is common in Romanian archives."""
    assert meant == repair_romanian(spoilt)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("O 2º encontro da nação, nº 3, foi em São Paulo de manhã.", id="Portuguese"),
        pytest.param("Það er þing á Þingvöllum og maður er þar.", id="Icelandic"),
        pytest.param(
            "Mañana hablan Dña. Ana y Mª Luz en la sala preºx del hotel viejo.",
            id="no Romanian words",
        ),
        pytest.param(
            "Preşedintele a vorbit cu miniştrii de la Cluj.", id="Romanian as it should be"
        ),
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    assert text == repair_romanian(text)

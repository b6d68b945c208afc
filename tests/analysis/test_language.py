"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.language import language_of, languages_of
from search.model.languages import UNDETERMINED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("שר החוץ נחת הבוקר בברלין", "he", id="hebrew"),
        pytest.param("Ministrul de externe a ajuns azi la Berlin", "ro", id="romanian"),
        pytest.param("guvernul a aprobat ieri bugetul", "ro", id="romanian without accents"),
        pytest.param("The minister arrived in Berlin this morning", "en", id="english"),
        pytest.param("Министр прибыл сегодня утром в Берлин", "ru", id="russian"),
        pytest.param("Міністр прибув сьогодні вранці до Берліна", "uk", id="ukrainian"),
        pytest.param("وصل الوزير صباح اليوم إلى برلين", "ar", id="arabic"),
        pytest.param("وزیر امروز صبح وارد برلین شد", "fa", id="persian"),
        pytest.param("Maia Sandu met Klaus Iohannis in Bucharest.", "en", id="names of another"),
        pytest.param("Nicușor Dan spoke with Mihai Popșoi by phone", "en", id="letters of names"),
        pytest.param("Nicușor Dan, Chișinău", "ro", id="names alone"),
        pytest.param("țară", "ro", id="one word with a letter of its own"),
        pytest.param("פגישה עם Angela", "he", id="the script of most letters"),
    ],
)
def test_letters_and_words_tell_the_language(text: str, language: str) -> None:
    assert language == language_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2016 … 17:30",
        "Η κυβέρνηση ενέκρινε τον προϋπολογισμό",
        "Die Bundesregierung beschließt heute neue Gesetze",
    ],
    ids=["nothing", "no letters", "a script of none of ours", "a language of none of ours"],
)
def test_what_can_not_be_known_is_undetermined(text: str) -> None:
    """A guess would put an article under a language that its reader does not read."""
    assert UNDETERMINED == language_of(text)


def test_a_word_of_two_languages_is_read_in_both() -> None:
    """The likelier one is named, but a search must not miss the other."""
    assert ("en", {"Latn": UNDETERMINED}) == (language_of("Berlin"), languages_of("Berlin"))


def test_each_script_of_a_text_has_its_language() -> None:
    """An English post inside a Hebrew article is English."""
    text = "השר כתב אמש ברשת: We welcome the agreement that was reached last night"

    assert {"Hebr": "he", "Latn": "en"} == languages_of(text)


@given(st.text(st.characters(exclude_categories=()), max_size=100))
def test_any_text_has_an_answer(text: str) -> None:
    assert language_of(text) in {"he", "ro", "en", "ru", "uk", "ar", "fa", UNDETERMINED}

"""A row of the table is all that a language is told by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search.model import languages
from search.model.languages import (
    BY_CODE,
    LANGUAGES_BY_SCRIPT,
    MONTH_LOCALES,
    Language,
    own_letters,
)


@pytest.mark.parametrize("script", LANGUAGES_BY_SCRIPT)
def test_no_letter_speaks_for_two_languages(script: str) -> None:
    letters = [letter for code in LANGUAGES_BY_SCRIPT[script] for letter in own_letters(code)]

    assert len(letters) == len(set(letters))


@pytest.fixture
def _letters_anew() -> Iterator[None]:
    """Have the letters compared once more, before and after a table is changed."""
    own_letters.cache_clear()
    yield
    own_letters.cache_clear()


@pytest.mark.usefixtures("_letters_anew")
def test_a_letter_that_a_new_language_has_too_speaks_for_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Bulgarian has ъ in every other word, and would be taken for Russian."""
    monkeypatch.setitem(languages.BY_CODE, "bg", Language("bg", "Cyrl", "dictionary_only", "ъ"))
    monkeypatch.setitem(languages.LANGUAGES_BY_SCRIPT, "Cyrl", ("ru", "uk", "bg"))

    assert "ъ" not in own_letters("ru")
    assert set() == own_letters("bg")


def test_every_language_names_its_months() -> None:
    assert BY_CODE.keys() <= {locale.split("-")[0] for locale in MONTH_LOCALES}

"""Lookup: any spelling finds whom it means, and a value is shown by its name."""

from __future__ import annotations

import pytest

from search.entities.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("facet", "spelling", "expected"),
    [
        pytest.param("leader", "vladimir-putin", "vladimir-putin", id="an id"),
        pytest.param("leader", "PUTIN", "vladimir-putin", id="a surname in capitals"),
        pytest.param("leader", "ולדימיר פוטין", "vladimir-putin", id="Hebrew"),
        pytest.param("leader", "Нетаньяху", "benjamin-netanyahu", id="Russian"),
        pytest.param("leader", "nicusor dan", "nicusor-dan", id="without accents"),
        pytest.param("leader", "Netaniahu", "benjamin-netanyahu", id="another spelling"),
        pytest.param("leader", "Khamenei", None, id="two have it"),
        pytest.param("leader", "nobody", None, id="unknown"),
        pytest.param("country", "RU", "ru", id="a code"),
        pytest.param("country", "ISR", "il", id="a code of three letters"),
        pytest.param("country", "", None, id="no spelling"),
        pytest.param("country", "Rusia", "ru", id="Romanian"),
        pytest.param("country", "ארה״ב", "us", id="Hebrew acronym"),
        pytest.param("country", "u.s.", "us", id="dots"),
        pytest.param("country", "romania", "ro", id="a country without its accent"),
        pytest.param("country", "Atlantis", None, id="no country"),
    ],
)
def test_any_spelling_is_resolved(
    known: Gazetteer, facet: str, spelling: str, expected: str | None
) -> None:
    assert expected == known.resolve(facet, spelling)


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        pytest.param("Bush", ("george-h-w-bush", "george-w-bush"), id="a surname"),
        pytest.param("Хаменеи", ("ali-khamenei", "mojtaba-khamenei"), id="in another script"),
        pytest.param("George Bush", ("george-h-w-bush", "george-w-bush"), id="a whole name"),
        pytest.param("George W. Bush", ("george-w-bush",), id="the name of one"),
        pytest.param("Chirac", ("jacques-chirac",), id="a surname of one leader"),
        pytest.param("nobody", (), id="unknown"),
    ],
)
def test_all_who_have_a_name_bear_it(
    known: Gazetteer, spelling: str, expected: tuple[str, ...]
) -> None:
    assert expected == known.bearers("leader", spelling)


def test_a_value_is_labelled_in_the_readers_language(known: Gazetteer) -> None:
    assert "ולדימיר פוטין" == known.label("leader", "vladimir-putin", "he")
    assert "Rusia" == known.label("country", "ru", "ro")

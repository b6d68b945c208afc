"""Where a country's name is a street's, a state's or somebody's, it tags no country."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.entities.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ro", "pe strada Londra din Chișinău", {"md"}, id="Romanian street"),
        pytest.param("ro", "str. București 68", set(), id="cut short"),
        pytest.param("ru", "ул. Армянская и ул. Кишиневская", set(), id="Russian street"),
        pytest.param("ru", "на улице Московской", set(), id="an adjective"),
        pytest.param("ru", "на улице Москвы", {"ru"}, id="a street of a town"),
        pytest.param("he", "רחוב צרפת נחסם", set(), id="Hebrew street"),
        pytest.param("en", "He lives in London Street.", set(), id="English street"),
        pytest.param("en", "London street markets", {"gb"}, id="streets of a town"),
        pytest.param("he", 'בגאורגיה שבארה"ב', {"us"}, id="Georgia in the US"),
        pytest.param("ro", "statul american Georgia", {"us"}, id="the American one"),
        pytest.param("ro", "Georgia (SUA)", {"us"}, id="in brackets"),
        pytest.param("en", "Georgia, the US and Israel", {"ge", "us", "il"}, id="a list"),
        pytest.param("ro", "Secretariatul GUAM", set(), id="an organisation"),
        pytest.param("en", "Guam was hit by a typhoon.", {"gu"}, id="an island"),
        pytest.param("en", "Chad and his wife bought a house.", set(), id="a given name"),
        pytest.param("en", "Chad said he would go home.", set(), id="one who speaks"),
        pytest.param("en", "Chad said its troops left.", {"td"}, id="a country that speaks"),
        pytest.param(
            "en", "Chad said he left. Chadian troops stayed.", {"td"}, id="its people beside it"
        ),
    ],
)
def test_a_name_is_no_country_where_it_means_another_place(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    """Lists of streets without light named a dozen countries."""
    found = known.mentions(text, analyse(text, side="article", lang=lang))

    assert expected == {mention.id for mention in found if mention.facet == "country"}

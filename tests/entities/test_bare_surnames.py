"""A surname that many bear, without a title, is a leader's where time and place say so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from search.analysis.analyzer import analyse
from search.entities.disambiguation import _Reader
from search.entities.gazetteer import Gazetteer


def leaders(
    known: Gazetteer, published: str | None, lang: str, title: str, text: str = ""
) -> set[str]:
    """Who an article names; with a text, the first is its title."""
    parts = [(part, analyse(part, side="article", lang=lang)) for part in (title, text) if part]
    return {
        mention.id
        for part in known.mentions_in(*parts, published=published)
        for mention in part
        if mention.facet == "leader"
    }


@pytest.mark.parametrize(
    ("published", "lang", "text", "expected"),
    [
        pytest.param("2023-05-04", "ro", "Sandu a vorbit despre Moldova.", "maia-sandu", id="home"),
        pytest.param(
            "2023-05-04", "ru", "Режим, заявила Санду, Молдову не сдаст.", "maia-sandu", id="case"
        ),
        pytest.param(
            "2023-05-04", "en", "Xi told officials in Beijing to wait.", "xi-jinping", id="a word"
        ),
        pytest.param(
            "2026-05-04",
            "en",
            "Netanyahu fell in the polls as Bennett outlined his plans.",
            "naftali-bennett",
            id="a colleague, after his term",
        ),
        pytest.param(
            None, "ro", "Dorin Recean și Sandu au vorbit.", "maia-sandu", id="a colleague, no date"
        ),
        pytest.param(None, "he", "נתניהו וגנץ שוחחו", "benny-gantz", id="he, a colleague, no date"),
        pytest.param(
            "2014-12-04", "he", "הקואליציה: ליברמן סירב לפגוש את השרה", "avigdor-lieberman", id="he"
        ),
        pytest.param("2014-12-04", "he", 'קרי: "נגביר את המאמצים"', "john-kerry", id="he speaks"),
        pytest.param(
            "2014-12-04", "he", "הסכם קואליציוני עם ליברמן נחתם", "avigdor-lieberman", id="he with"
        ),
    ],
)
def test_a_bare_surname_is_his_whose_time_and_place_it_is(
    known: Gazetteer, published: str | None, lang: str, text: str, expected: str
) -> None:
    """Newspapers write so, and an archive that misses it has half of its leaders."""
    assert expected in leaders(known, published, lang, text)


@pytest.mark.parametrize(
    ("published", "lang", "text"),
    [
        pytest.param(None, "ro", "Sandu a vorbit despre Moldova.", id="no date"),
        pytest.param(None, "ro", "Sandu a vorbit cu Brown.", id="no date, nobody for certain"),
        pytest.param("2012-05-04", "ro", "Sandu a vorbit despre Moldova.", id="another time"),
        pytest.param("2023-05-04", "ro", "Sandu a vorbit despre fotbal.", id="no country"),
        pytest.param("2023-05-04", "ro", "Anișoara Sandu, din Moldova, a cântat.", id="a name"),
        pytest.param(
            "2023-05-04", "ro", "Sandu Grup, din Moldova, a crescut.", id="part of a name"
        ),
        pytest.param("2023-05-04", "ru", "Ул. Санду и ул. Мира в Молдове закрыты.", id="a street"),
        pytest.param(
            "2021-05-04", "en", "Johnson & Johnson sold vaccines to Britain.", id="a company"
        ),
        pytest.param("2018-05-04", "en", "Britain voted on 4 May last year.", id="a month"),
        pytest.param(
            "2023-05-04",
            "ro",
            "Sandu a plecat din Moldova. Deputatul Gheorghe Sandu nu a comentat.",
            id="somebody else in the article",
        ),
        pytest.param("2014-12-04", "he", "רעייתו של דני ליברמן זכתה", id="Hebrew: a given name"),
        pytest.param("2014-12-04", "he", "קרי בחוץ", id="Hebrew: a word"),
        pytest.param("2023-05-04", "he", 'כהן נעצר בת"א', id="Hebrew: too many have it"),
        pytest.param("2024-12-04", "he", "על עבאס עראקצ'י נמסר", id="Hebrew: a first name"),
    ],
)
def test_a_bare_surname_is_nobodys_without_them(
    known: Gazetteer, published: str | None, lang: str, text: str
) -> None:
    """A wrong tag is worse than none."""
    assert set() == leaders(known, published, lang, text) - {"abbas-araghchi"}


def test_an_undated_surname_is_no_colleagues_where_somebody_else_bears_it(
    known: Gazetteer,
) -> None:
    """Who is named with a given name of his own is the one who is meant."""
    text = "Dorin Recean a plecat. Ion Sandu a cântat, iar Sandu a fost aplaudat."

    assert {"dorin-recean"} == leaders(known, None, "ro", text)


def test_a_headline_calls_by_the_surname_who_will_lead(known: Gazetteer) -> None:
    """The Israeli press did so years before; a text names too many."""
    headline = "הרצוג ולבני מודיעים: רצים ביחד"

    assert {"isaac-herzog"} == leaders(known, "2014-12-04", "he", headline, "ההודעה נמסרה.")
    assert set() == leaders(known, "2014-12-04", "he", "ההודעה", headline)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(
            "en", "Bill and Hillary Clinton", {"bill-clinton", "hillary-clinton"}, id="en"
        ),
        pytest.param("en", "Barack and Michelle Obama", {"barack-obama"}, id="of one who leads"),
        pytest.param("ro", "Nicolae și Elena Ceaușescu", {"nicolae-ceausescu"}, id="ro"),
        pytest.param("he", "ברק ומישל אובמה", {"barack-obama"}, id="he"),
        pytest.param("he", "ביל והילרי קלינטון", {"bill-clinton", "hillary-clinton"}, id="both"),
        pytest.param("ru", "Билл и Хиллари Клинтон", {"bill-clinton", "hillary-clinton"}, id="ru"),
        pytest.param("en", "Ivanka and Eric Trump", set(), id="nobody"),
        pytest.param("ru", "Думитру Павел и Вадим Филип", set(), id="a surname before"),
        pytest.param("en", "Johnson and Johnson", set(), id="a company"),
    ],
)
def test_a_given_name_shares_the_next_ones_surname(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    """A couple is named so."""
    assert expected == leaders(known, None, lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(
            "en",
            "Burkina Faso's president, Kaboré, said so.",
            {"roch-marc-christian-kabore"},
            id="between commas",
        ),
        pytest.param(
            "en", "For Burkina Faso's president, Kaboré said so.", set(), id="another clause"
        ),
        pytest.param("ru", "Письмо президентуМайе Санду", {"maia-sandu"}, id="written together"),
        pytest.param("ru", "Письмо партииИгоря Санду", set(), id="another's written together"),
    ],
)
def test_what_stands_before_a_surname_is_read_as_it_was_meant(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    """Pages lose spaces, and a title may stand behind a comma."""
    assert expected == leaders(known, None, lang, text)


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param(
            "2021-06-14",
            "Prime Minister Johnson landed in Washington.",
            {"boris-johnson"},
            id="the office, not the country",
        ),
        pytest.param(
            "1965-06-14",
            "President Johnson landed in Washington.",
            {"lyndon-b-johnson"},
            id="both",
        ),
        pytest.param(
            "2016-06-14",
            "Prime Minister Rasmussen spoke in Denmark.",
            {"lars-lokke-rasmussen"},
            id="the time, of two who held it",
        ),
        pytest.param(
            "2023-06-14",
            "Vice President Harris spoke in Washington.",
            {"kamala-harris"},
            id="the country, where none held it",
        ),
    ],
)
def test_a_title_gives_a_surname_to_who_held_its_office(
    known: Gazetteer, published: str, text: str, expected: set[str]
) -> None:
    """A capital is named in articles on visitors too."""
    assert expected == leaders(known, published, "en", text)


def test_a_surname_is_looked_for_among_whole_names_once(
    known: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of all who ever led, and a surname by the thousand, would keep a run for minutes."""
    whole = "John Kerry. Angela Merkel. Theresa May. Maia Sandu. Emmanuel Macron. Joe Biden."
    asked: list[Sequence[str]] = []
    choose = _Reader._one

    def counted(reader: _Reader, owners: Sequence[str]) -> str:
        asked.append(owners)
        return choose(reader, owners)

    monkeypatch.setattr(_Reader, "_one", counted)

    leaders(known, None, "en", whole + " Brown left." * 100)

    assert len(asked) < 300

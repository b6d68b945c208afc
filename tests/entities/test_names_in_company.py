"""Names in company: whose is a name that several have, by what stands around it and by the day?"""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.entities.gazetteer import Gazetteer


def leaders(known: Gazetteer, text: str, lang: str, published: str | None = None) -> set[str]:
    """The leaders whom a text names."""
    found = known.mentions(text, analyse(text, side="article", lang=lang), published=published)
    return {mention.id for mention in found if mention.facet == "leader"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(
            "en", "Theresa May spoke. May then left.", {"theresa-may"}, id="the whole name before"
        ),
        pytest.param(
            "en", "Boris Johnson spoke, and Johnson left.", {"boris-johnson"}, id="a shared surname"
        ),
        pytest.param(
            "en",
            "Prime Minister May of Britain spoke.",
            {"theresa-may"},
            id="a title and the country",
        ),
        pytest.param(
            "en",
            "King Abdullah of Jordan spoke.",
            {"abdullah-ii-of-jordan"},
            id="a title that belongs to the name",
        ),
        pytest.param(
            "he",
            "נשיא קניה רוטו נחת אתמול",
            {"william-ruto"},
            id="a title and a country that is a word too",
        ),
        pytest.param("he", "הם משתכרים ברוטו", set(), id="the end of another word"),
        pytest.param(
            "en",
            "President Lee Jae-myung came to Seoul. President Lee spoke.",
            {"lee-jae-myung"},
            id="a surname that stands first",
        ),
        pytest.param(
            "en",
            "Mojtaba Khamenei, son of Ali Khamenei.",
            {"mojtaba-khamenei", "ali-khamenei"},
            id="two of a name",
        ),
        pytest.param(
            "en",
            "Mojtaba Khamenei spoke. Khamenei was calm.",
            {"mojtaba-khamenei"},
            id="the last whole name",
        ),
        pytest.param(
            "en",
            "Khamenei spoke. So Mojtaba Khamenei did.",
            {"mojtaba-khamenei"},
            id="the only whole name",
        ),
        pytest.param(
            "en",
            "Yonatan Netanyahu was the brother of Benjamin Netanyahu.",
            {"benjamin-netanyahu"},
            id="brothers",
        ),
    ],
)
def test_a_weak_surname_counts_in_company(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    assert expected == leaders(known, text, lang)


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param(
            "1990-08-02",
            "President Bush spoke in Washington.",
            {"george-h-w-bush"},
            id="the father's term",
        ),
        pytest.param(
            "2003-03-20",
            "President Bush spoke in Washington.",
            {"george-w-bush"},
            id="the son's term",
        ),
        pytest.param(
            "2003", "George Bush spoke.", {"george-w-bush"}, id="a whole name that both have"
        ),
        pytest.param("2015", "George Bush spoke.", {"george-w-bush"}, id="after both, the last"),
        pytest.param("1979-03-26", "Trudeau spoke.", {"pierre-trudeau"}, id="the first Trudeau"),
        pytest.param("2018-06", "Trudeau spoke.", {"justin-trudeau"}, id="the second Trudeau"),
        pytest.param("2025-06-13", "Khamenei spoke.", {"ali-khamenei"}, id="before the succession"),
        pytest.param(
            "2026-04-01", "Khamenei spoke.", {"mojtaba-khamenei"}, id="after the succession"
        ),
        pytest.param("2026", "Khamenei spoke.", set(), id="both led in that year"),
        pytest.param("1987", "Stoltenberg spoke.", set(), id="many years before the first office"),
        pytest.param(
            "1987", "Jens Stoltenberg spoke.", {"jens-stoltenberg"}, id="but by the whole name"
        ),
        pytest.param("2016", "Trump spoke.", {"donald-trump"}, id="about to lead"),
        pytest.param(
            "2010",
            "King Abdullah spoke of Jordan.",
            {"abdullah-ii-of-jordan"},
            id="two kings: the country",
        ),
        pytest.param(
            None,
            "Trudeau called Trump.",
            {"justin-trudeau", "donald-trump"},
            id="undated: whom he called",
        ),
        pytest.param(
            None, "Bush called Yeltsin.", {"boris-yeltsin"}, id="undated, and both met him"
        ),
        pytest.param(
            "2003",
            "Ron Johnson spoke in 2003.",
            set(),
            id="a surname of many needs more than the time",
        ),
        pytest.param(
            "2021",
            "Yonatan Netanyahu fell. Netanyahu was 30.",
            set(),
            id="a namesake in the leader's time",
        ),
    ],
)
def test_the_time_tells_leaders_of_one_name_apart(
    known: Gazetteer, published: str | None, text: str, expected: set[str]
) -> None:
    assert expected == leaders(known, text, "en", published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("נאיקמה ללבלאבו דיבר", set(), id="alone"),
        pytest.param(
            "נשיא פיג'י נאיקמה ללבלאבו דיבר",
            {"naiqama-lalabalavu"},
            id="behind a title, with the country",
        ),
    ],
)
def test_a_name_that_no_source_has_needs_company(
    known: Gazetteer, text: str, expected: set[str]
) -> None:
    """A spelling made by rule may be another person's name."""
    assert expected == leaders(known, text, "he")

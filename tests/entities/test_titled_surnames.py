"""A surname behind a title, and a whole name with initials, are their owner's and nobody else's."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.entities.gazetteer import Gazetteer


def leaders(known: Gazetteer, text: str, published: str | None, lang: str = "en") -> set[str]:
    """The leaders whom a text names."""
    found = known.mentions(text, analyse(text, side="article", lang=lang), published=published)
    return {mention.id for mention in found if mention.facet == "leader"}


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param(
            "2025-05-01", "President Arévalo of Guatemala spoke.", "bernardo-arevalo", id="accent"
        ),
        pytest.param(
            "2025-05-01", "President Arevalo of Guatemala spoke.", "bernardo-arevalo", id="bare"
        ),
        pytest.param(
            "2022-12-14", "President Sall of the Republic of Senegal.", "macky-sall", id="republic"
        ),
        pytest.param("2023-08-18", "He met President Yoon in Seoul.", "yoon-suk-yeol", id="Korean"),
        pytest.param(
            "2021-08-25", "Prime Minister Chinh of Vietnam landed.", "pham-minh-chinh", id="given"
        ),
        pytest.param(
            "1987-02-03", "Secretary of State Rice was in Washington.", set(), id="not yet"
        ),
        pytest.param(
            "2021-02-03", "Sall bought rice in Wade. Chaves and Lasso spoke.", set(), id="nobody"
        ),
    ],
)
def test_a_title_and_a_country_name_the_little_known(
    known: Gazetteer, published: str, text: str, expected: str | set[str]
) -> None:
    """The press writes *President Sall of Senegal*, and nothing else in the article says who."""
    assert ({expected} if isinstance(expected, str) else expected) == leaders(
        known, text, published
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Finance Minister Chung In-yong of South Korea spoke.", id="a given name"),
        pytest.param("South Korea's Minister Chung\nIn-yong spoke.", id="on the next line"),
        pytest.param(
            "South Korea's Chung In-yong spoke. Minister Chung then left.", id="named before"
        ),
    ],
)
def test_a_surname_that_stands_first_goes_on_with_a_given_name(known: Gazetteer, text: str) -> None:
    """There are few family names in China and Korea: Liu He is no Liu who led Taiwan."""
    assert set() == leaders(known, text, "1991-12-01")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Экс-премьер Василе Миля прибыл в Румынию.", set(), id="Radu Vasile"),
        pytest.param("Министр Герман Галущенко и Молдова.", set(), id="Natalia Gherman"),
        pytest.param("Президент Гватемалы Аревало прибыл.", {"bernardo-arevalo"}, id="a surname"),
        pytest.param("Министр обороны Носатый прибыл.", {"anatolie-nosatii"}, id="an office"),
    ],
)
def test_a_surname_that_is_a_given_name_goes_on_with_a_surname(
    known: Gazetteer, text: str, expected: set[str]
) -> None:
    """Vasile and Herman are given names of thousands of ministers."""
    assert expected == leaders(known, text, "2024-06-03", "ru")


def test_a_president_of_a_council_is_a_president(known: Gazetteer) -> None:
    """James Michel was one too, of the Seychelles, and long gone."""
    text = "President Macron, President Michel and President von der Leyen spoke."

    assert {"charles-michel", "emmanuel-macron", "ursula-von-der-leyen"} == leaders(
        known, text, "2023-10-03"
    )


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "Salva M. Kiir spoke.", "salva-kiir", id="one"),
        pytest.param("en", "Bernardo C. A. Arévalo spoke.", "bernardo-arevalo", id="two"),
        pytest.param("ru", "Вуди И. Джонсон. Ангела Д. Меркель.", "angela-merkel", id="Cyrillic"),
        pytest.param("en", "Salva met Kiir. Salva a. Kiir.", None, id="no initial"),
    ],
)
def test_initials_may_part_the_words_of_a_whole_name(
    known: Gazetteer, lang: str, text: str, expected: str | None
) -> None:
    """Officials are written with them, and nobody lists every leader's second given name."""
    assert ({expected} if expected else set()) == leaders(known, text, None, lang)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "The Biden-Harris administration said so.", "joe-biden", id="his"),
        pytest.param("en", "Abdullah, king of Jordan, spoke.", "abdullah-ii-of-jordan", id="king"),
        pytest.param("he", "עבדאללה מלך ירדן נפגש עמו", "abdullah-ii-of-jordan", id="he, king"),
        pytest.param("ro", "Boris Tadici a vorbit.", "boris-tadic", id="-ić as it is heard"),
        pytest.param("ro", "Andrii Sîbiga a vorbit.", "andrii-sybiha", id="from Ukrainian"),
        pytest.param("ro", "Suveranul Pontif Francisc a spus.", "pope-francis", id="pontiff"),
    ],
)
def test_the_press_writes_a_leader_so(
    known: Gazetteer, lang: str, text: str, expected: str
) -> None:
    assert {expected} == leaders(known, text, "2024-06-03", lang)

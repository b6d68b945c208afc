"""The names of leaders and countries.

The files keep their form, and the tables made from them say what they should.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from importlib.resources import files
from itertools import combinations
from typing import Final

import pytest

from search import names
from search.model.languages import NAME_LANGUAGES
from search.names import records, words

FILES = (
    "cleared.tsv",
    "combining.tsv",
    "countries.tsv",
    "guarded.tsv",
    "inflections.tsv",
    "leaders.tsv",
    "offices.tsv",
    "others.tsv",
    "people.tsv",
    "streets.tsv",
    "titles.tsv",
)
LEADER_KINDS = {"name", "surname", "variant", "spelling", "nickname"}
COUNTRY_KINDS = {"name", "alias", "spelling", "demonym", "capital", "capital-spelling", "seat"}


def lines(file: str) -> list[list[str]]:
    text = files("search.names").joinpath(file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@pytest.mark.parametrize("file", FILES)
def test_rows_are_sorted_and_stand_once(file: str) -> None:
    """A change then shows as one line, and two people cannot add a row twice."""
    _, *rows = lines(file)

    assert sorted(rows) == rows
    assert len(rows) == len({tuple(row[:-2]) for row in rows})  # whatever source and day they name


@pytest.mark.parametrize("file", FILES)
def test_rows_have_every_column_in_nfc(file: str) -> None:
    """A name in another form of Unicode would never be looked up."""
    head, *rows = lines(file)

    assert [] == [row for row in rows if len(row) != len(head)]
    assert [] == [
        row
        for row in rows
        if any(cell != unicodedata.normalize("NFC", cell).strip() for cell in row)
    ]


@pytest.mark.parametrize("file", FILES)
def test_rows_name_a_known_source_and_a_day(file: str) -> None:
    """Nobody can judge a name whose origin is unknown."""
    _, *rows = lines(file)

    assert {"reviewed", "transliteration", "wikidata"} >= {row[-2] for row in rows}
    assert [] == [row for row in rows if not re.fullmatch(r"20\d\d-\d\d-\d\d", row[-1])]


def test_every_leader_has_a_person_and_a_name_in_four_languages() -> None:
    """A facet must not show an id, nor one script's letters to who reads another's."""
    named = {(name.owner, name.language) for name in names.leaders() if name.kind == "name"}

    assert set(names.people()) == {name.owner for name in names.leaders()}
    assert {(leader, to) for leader in names.people() for to in ("en", "he", "ro", "ru")} <= named


def test_a_number_of_wikidata_has_its_form_and_is_one_leaders() -> None:
    """A number that two leaders had would make them one person in other people's data."""
    numbered = [person for person in names.people().values() if person.qid]

    assert [] == [person for person in numbered if not re.fullmatch(r"Q[1-9]\d*", person.qid)]
    assert len(numbered) == len({person.qid for person in numbered})


def test_a_number_comes_from_wikidata() -> None:
    """Without a number a leader can't be joined with other data, and a number from memory joins the wrong one."""
    people = names.people().values()

    assert [] == [person for person in people if (person.source == "wikidata") != bool(person.qid)]
    assert sum(bool(person.qid) for person in people) >= 490


def _is_within_a_year(office: records.Office) -> bool:
    """Whether an office began and ended in a year, and no more is known."""
    return office.start == office.end and len(office.start) == len("2019")


def test_two_thousand_leaders_and_their_offices_are_known() -> None:
    """A leader without an office could not be told from a namesake."""
    held = names.offices()

    assert len(names.people()) >= 3000
    assert [] == [leader for leader, offices in held.items() if not offices]
    assert [] == [
        office
        for offices in held.values()
        for office in offices
        if office.end and not office.meets(office) and not _is_within_a_year(office)
    ]


# Where two held one office at a time: they shared it, each of two sides had its own, who was
# removed did not go, or another acted for who was suspended or abroad.
SHARED_OFFICES = {
    ("ba", "president"),
    ("ba", "prime-minister"),
    ("ci", "president"),
    ("ht", "president"),
    ("kh", "prime-minister"),
    ("kr", "president"),
    ("ly", "prime-minister"),
    ("md", "prime-minister"),
    ("ml", "prime-minister"),
    ("mm", "president"),
    ("ni", "president"),
    ("ps", "prime-minister"),
    ("ro", "president"),
    ("rs", "president"),
    ("sm", "president"),
    ("th", "prime-minister"),
    ("ve", "president"),
    ("ye", "president"),
    ("ye", "prime-minister"),
}


def test_an_office_is_one_leaders_at_a_time() -> None:
    """A term without its end, or two terms read as one, would give a surname to who had left."""
    held: dict[tuple[str, str], list[records.Office]] = {}
    for own in names.offices().values():
        for office in own:
            held.setdefault((office.country, office.office), []).append(office)

    shared = {
        (place, one.leader, other.leader)
        for place, offices in held.items()
        for one, other in combinations(offices, 2)
        if one.leader != other.leader and one.meets(other) and place not in SHARED_OFFICES
    }

    assert set() == shared


@pytest.mark.parametrize("year", range(1990, 2026))
@pytest.mark.parametrize(
    ("country", "title"),
    [
        ("cl", "president"),
        ("cn", "president"),
        ("gb", "prime-minister"),
        ("my", "prime-minister"),
        ("rs", "prime-minister"),
        ("tw", "president"),
        ("us", "president"),
    ],
)
def test_one_at_most_holds_an_office_of_a_country_all_year(
    country: str, title: str, year: int
) -> None:
    """Two terms read as one, and another country's leaders, show here."""
    held = [office for own in names.offices().values() for office in own]

    assert 1 >= sum(
        (office.country, office.office) == (country, title)
        and office.start[:4] < str(year) < (office.end[:4] or "9999")
        for office in held
    )


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param("2025-01-19", False, id="the day before"),
        pytest.param("2025-01-20", True, id="the first day"),
        pytest.param("2025-01", True, id="the month"),
        pytest.param("2025", True, id="the year"),
        pytest.param("2024", False, id="the year between"),
        pytest.param("2021-01-20", True, id="the last day of the first term"),
        pytest.param("2019-06", True, id="in the first term"),
        pytest.param("2030", True, id="an office that nobody has seen end"),
    ],
)
def test_an_office_covers_a_time(published: str, *, expected: bool) -> None:
    """Articles are dated by day, month or year."""
    assert expected is any(office.covers(published) for office in names.offices()["donald-trump"])


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        pytest.param(names.leaders, LEADER_KINDS, id="leaders"),
        pytest.param(names.countries, COUNTRY_KINDS, id="countries"),
    ],
)
def test_languages_and_kinds_are_known(
    rows: Callable[[], tuple[records.Name, ...]], kinds: set[str]
) -> None:
    """A misspelled kind would be a name that never matches."""
    assert kinds == {name.kind for name in rows()}
    assert set(NAME_LANGUAGES) == {name.language for name in rows()}


@pytest.mark.parametrize(
    ("facet", "value", "locale", "expected"),
    [
        pytest.param("leader", "vladimir-putin", "he", "ולדימיר פוטין", id="a leader in Hebrew"),
        pytest.param(
            "leader",
            "marcel-ciolacu",
            "fa",
            "Marcel Ciolacu",
            id="English where a language has none",
        ),
        pytest.param("leader", "nobody", "he", "nobody", id="an unknown leader is their id"),
        pytest.param("country", "ir", "ro", "Iran", id="CLDR names a country"),
        pytest.param("country", "ps", "en", "Palestine", id="a reviewed name goes before CLDR's"),
        pytest.param("country", "us", "ru", "США", id="the name that people use"),
    ],
)
def test_a_value_is_shown_in_the_readers_language(
    facet: str, value: str, locale: str, expected: str
) -> None:
    assert expected == names.label(facet, value, locale)


@pytest.mark.parametrize(
    ("language", "spelling", "expected"),
    [
        pytest.param("he", "אירן", "איראן", id="a country"),
        pytest.param("he", "אוקריינה", "אוקראינה", id="a country with two more letters"),
        pytest.param("he", "טרמפ", "טראמפ", id="a leader"),
        pytest.param("ro", "romînia", "românia", id="old spelling"),
        pytest.param("ro", "romania", "românia", id="without accents"),
        pytest.param("en", "kiev", "kyiv", id="a capital"),
    ],
)
def test_spellings_are_joined_with_the_usual_one(
    language: str, spelling: str, expected: str
) -> None:
    assert expected == words.spelling_joins(language)[spelling]


@pytest.mark.parametrize("language", NAME_LANGUAGES)
def test_joins_are_single_steps_between_words(language: str) -> None:
    """A chain or a phrase would make a join depend on the order of look-ups."""
    joins = words.spelling_joins(language)

    assert set() == joins.keys() & set(joins.values())
    assert [] == [
        word
        for pair in joins.items()
        for word in pair
        if re.search(r"\s", word) or word != names.folded(word)
    ]


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        pytest.param("ro", "putin", True, id="a surname"),
        pytest.param("ro", "vladimir", True, id="a part of a name"),
        pytest.param("ro", "rusia", True, id="a country of CLDR"),
        pytest.param("ro", "rus", False, id="a people is a common word"),
        pytest.param("ro", "bucuresti", False, id="the name has an accent there"),
        pytest.param("en", "may", False, id="May is a month"),
        pytest.param("en", "bin", False, id="a particle"),
        pytest.param("he", "נתניהו", True, id="a Hebrew surname"),
        pytest.param("he", "פרס", False, id="a prize"),
        pytest.param("en", "arévalo", False, id="a surname of one little known"),
        pytest.param("ru", "сам", False, id="a given name of one little known"),
    ],
)
def test_names_that_are_common_words_are_not_name_words(
    language: str, word: str, *, expected: bool
) -> None:
    """The analysis treats these words otherwise than common ones."""
    assert expected == (word in words.word_names(language))


@pytest.mark.parametrize(
    ("language", "expected"), [pytest.param("he", 0.93, id="he"), pytest.param("ru", 0.99, id="ru")]
)
def test_nearly_every_leader_has_a_name_that_some_source_has(
    language: str, expected: float
) -> None:
    found = {
        name.owner
        for name in names.leaders()
        if name.language == language and name.kind == "name" and name.source != "transliteration"
    }

    assert expected <= len(found) / len(names.people())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", 0.93, id="en"),
        pytest.param("ro", 0.93, id="ro"),
        pytest.param("ru", 0.9, id="ru"),
        pytest.param("he", 0.52, id="he, without transliterations"),
    ],
)
def test_most_leaders_have_a_name_that_the_press_writes_alone(
    language: str, expected: float
) -> None:
    """But for kings, and for Arabs, Burmese and Indonesians whom it always names in full."""
    alone = {
        name.owner
        for name in names.leaders()
        if name.language == language and name.kind in {"surname", "nickname"}
    }

    assert expected <= len(alone) / len(names.people())


FOREIGN: Final = (
    "ae am au az bg br by ca cn cy cz de ee eg es fi fr gb ge gr hu il in iq ir it jo jp kr kz lb"
    " lt lv md pk pl ps qa ro rs ru sa se sk sy tr ua us"
)


def years_without(title: str, country: str) -> list[int]:
    """The years since 2011 on whose first day nobody known held an office of a country."""
    held = [office for own in names.offices().values() for office in own]
    ministers = [office for office in held if (office.office, office.country) == (title, country)]
    return [
        year
        for year in range(2011, 2027)
        if not any(office.covers(f"{year}-01-01") for office in ministers)
    ]


@pytest.mark.parametrize("country", FOREIGN.split())
def test_some_foreign_minister_is_known_on_every_new_years_day(country: str) -> None:
    """From 2011 on; where a prime minister held both offices, nobody else did."""
    expected = {
        "es": [2020],
        "il": [2013, 2016, 2017, 2018, 2019],
        "md": [2018],
        "pk": [2014, 2015, 2016, 2017],
    }

    assert expected.get(country, []) == years_without("foreign-minister", country)


@pytest.mark.parametrize("country", ["il", "ro", "ru", "ua", "us"])
def test_some_defence_minister_is_known_on_every_new_years_day(country: str) -> None:
    """They stand in news about leaders' calls as foreign ministers do."""
    expected = {"us": [2021]}

    assert expected.get(country, []) == years_without("defence-minister", country)


@pytest.mark.parametrize("title", ["defence-minister", "foreign-minister"])
def test_a_romanian_minister_is_known_in_every_month(title: str) -> None:
    """A minister may serve in two governments, and a term that is cut short shows here."""
    held = [office for own in names.offices().values() for office in own]
    ministers = [one for one in held if (one.office, one.country) == (title, "ro")]
    days = [f"{year}-{month:02}-15" for year in range(2011, 2026) for month in range(1, 13)]

    assert [] == [day for day in days if not any(one.covers(day) for one in ministers)]


def test_who_leads_is_nobody_else() -> None:
    """Who was somebody else before leading would stay so behind a title."""
    named = {(name.language, name.name) for name in names.leaders()}

    assert set() == named & {(other.language, other.name) for other in names.false_friends()}

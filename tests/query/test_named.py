"""A name that was typed is known, and its other names are looked for."""

from __future__ import annotations

import pytest

from search.gazetteer import gazetteer
from search.query import named
from search.query.compile import compile_query
from search.query.named import Subject
from search.query.parse import parse
from search.query.switches import as_typed
from search.results import Hint

PUTIN = Subject("leader", "vladimir-putin")


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        pytest.param(PUTIN, "Putin", id="a surname"),
        pytest.param(PUTIN, "putin", id="in small letters"),
        pytest.param(PUTIN, "פוטין", id="in Hebrew"),
        pytest.param(PUTIN, "Vladimir Putin", id="a whole name"),
        pytest.param(None, "puțin", id="an accent that is meant"),
        pytest.param(Subject("country", "us"), "Statele Unite", id="a country of two words"),
        pytest.param(Subject("country", "us"), "ארהב", id="an acronym without its marks"),
        pytest.param(Subject("country", "us"), "US", id="a short name in capitals"),
        pytest.param(None, "us", id="the word that a short name is in small letters"),
        pytest.param(Subject("capital", "ro"), "Bucuresti", id="a capital typed bare"),
        pytest.param(Subject("capital", "ua"), "Київ", id="a capital is not its country"),
        pytest.param(Subject("country", "kw"), "Kuwait", id="a country before the capital of its name"),
        pytest.param(Subject("leader", "xi-jinping"), "Xi", id="a rare word with a capital"),
        pytest.param(None, "xi", id="a rare word in small letters"),
        pytest.param(None, "May", id="a common word"),
        pytest.param(Subject("leader", "theresa-may"), "Theresa May", id="its whole name"),
        pytest.param(None, "פרס", id="a common word in Hebrew"),
        pytest.param(None, "Johnson", id="a name that many bear"),
        pytest.param(None, "American", id="a people is no name"),
        pytest.param(None, "in", id="a code is no name"),
    ],
)
def test_a_typed_name_is_known(expected: Subject | None, typed: str) -> None:
    assert expected == named.subject(typed)


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        pytest.param([(0, 2)], ["Vladimir", "Putin", "Gaza2"], id="the longest name at a place"),
        pytest.param([(0, 1), (2, 3)], ["Putin", "and", "Netanyahu"], id="two names"),
        pytest.param([(0, 1)], ["לנתניהו"], id="with a Hebrew prefix"),
        pytest.param([(0, 1)], ["Rusiei"], id="with a Romanian ending"),
        pytest.param([], ["Statele", None, "Unite"], id="not across a parenthesis"),
        pytest.param([], ["יפנו"], id="another word with the same dictionary form"),
    ],
)
def test_names_are_found_among_words(expected: list[tuple[int, int]], typed: list[str | None]) -> None:
    assert expected == [(place.start, place.stop) for place, _ in named.subjects(typed)]


def test_a_longer_name_is_not_looked_for_beside_a_shorter_one_in_it() -> None:
    """Whoever is found by `Putin` is found by `Vladimir Putin`, and every phrase costs time."""
    assert {1} == {len(called.terms) for called in named.others(PUTIN)}


def test_a_name_that_needs_company_is_looked_for_whole() -> None:
    """Else `Xi` would find Russian articles with the seventh note."""
    names = {called.name for called in named.others(Subject("leader", "xi-jinping"))}

    assert {"שי ג'ינפינג", "ג'ינפינג"} & names
    assert names.isdisjoint({"Xi", "שי", "Си"})


def test_a_name_is_looked_for_in_its_cases() -> None:
    """Dictionaries take Путину for the season of a fish."""
    terms = {term for called in named.others(PUTIN) for word in called.terms for term in word}

    assert {"x:путину", "x:путиным", "x:путина"} <= terms


def hints(query: str) -> list[Hint]:
    asked = compile_query(parse(query), gazetteer=gazetteer(), interface="en", loose=False)
    return [hint for hint in asked.hints if hint.code == "also_searched"]


def test_the_reader_is_told_and_offered_to_do_without() -> None:
    (told,) = hints("talks Putin")

    assert "talks =Putin" == told.query
    assert told.message.startswith("Also searched: פוטין, Путин")


@pytest.mark.parametrize("query", ["=Putin", '="Vladimir Putin"', "Puti*", "Putn~", "talks"])
def test_nothing_is_told_where_nothing_else_is_searched(query: str) -> None:
    assert [] == hints(query)


@pytest.mark.parametrize(
    ("expected", "query", "name"),
    [
        pytest.param("=Putin", "Putin", "Putin", id="alone"),
        pytest.param("a (=Putin OR b)", "a (Putin OR b)", "Putin", id="in parentheses"),
        pytest.param("-=Putin", "-Putin", "Putin", id="excluded"),
        pytest.param("title:=Putin", "title:Putin", "Putin", id="in the title"),
        pytest.param("=Statele =Unite a", "Statele Unite a", "Statele Unite", id="of two words"),
        pytest.param('a ="Statele Unite"', 'a "Statele Unite"', "Statele Unite", id="in quotation marks"),
        pytest.param("=Putin Putinism", "Putin Putinism", "Putin", id="not a part of a word"),
        pytest.param(None, "a", "Putin", id="nowhere"),
    ],
)
def test_a_name_is_switched_off_where_it_stands(expected: str | None, query: str, name: str) -> None:
    assert expected == as_typed(query, name)


@pytest.mark.parametrize("query", ["Putin", "a -Putin", 'title:"Statele Unite"', "Vladimir Putin"])
def test_the_offered_query_has_nothing_more_to_offer(query: str) -> None:
    (told,) = hints(query)

    assert [] == hints(told.query or query)

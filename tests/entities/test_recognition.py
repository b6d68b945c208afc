"""A name that was typed is known, and its other names are looked for."""

from __future__ import annotations

import pytest

from search.entities import aliases, recognition
from search.entities.gazetteer import gazetteer
from search.entities.subjects import Subject
from search.model.hints import Hint
from search.query.compiler import compile_query
from search.query.parser import parse
from search.query.rewrite import with_exact_name

PUTIN = Subject("leader", ("vladimir-putin",))


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        pytest.param(PUTIN, "Putin", id="a surname"),
        pytest.param(PUTIN, "putin", id="in small letters"),
        pytest.param(PUTIN, "פוטין", id="in Hebrew"),
        pytest.param(
            Subject("leader", ("aisake-eke",)), "ʻAisake Eke", id="a letter of any script first"
        ),
        pytest.param(PUTIN, "Vladimir Putin", id="a whole name"),
        pytest.param(None, "puțin", id="an accent that is meant"),
        pytest.param(Subject("country", ("us",)), "Statele Unite", id="a country of two words"),
        pytest.param(Subject("country", ("us",)), "ארהב", id="an acronym without its marks"),
        pytest.param(Subject("country", ("us",)), "US", id="a short name in capitals"),
        pytest.param(None, "us", id="the word that a short name is in small letters"),
        pytest.param(Subject("capital", ("ro",)), "Bucuresti", id="a capital typed bare"),
        pytest.param(Subject("capital", ("ua",)), "Київ", id="a capital is not its country"),
        pytest.param(
            Subject("country", ("kw",)), "Kuwait", id="a country before the capital of its name"
        ),
        pytest.param(Subject("leader", ("xi-jinping",)), "Xi", id="a rare word with a capital"),
        pytest.param(None, "xi", id="a rare word in small letters"),
        pytest.param(None, "May", id="a common word"),
        pytest.param(Subject("leader", ("theresa-may",)), "Theresa May", id="its whole name"),
        pytest.param(None, "פרס", id="a common word in Hebrew"),
        pytest.param(
            Subject("surname", ("boris-johnson", "lyndon-b-johnson")),
            "Johnson",
            id="a surname that many bear",
        ),
        pytest.param(
            Subject("surname", ("justin-trudeau", "pierre-trudeau")),
            "Trudeau",
            id="a surname of two",
        ),
        pytest.param(
            Subject("surname", ("george-h-w-bush", "george-w-bush")), "Буша", id="in a case of it"
        ),
        pytest.param(
            Subject("surname", ("george-h-w-bush", "george-w-bush")),
            "George Bush",
            id="a whole name of two",
        ),
        pytest.param(None, "bush", id="a surname that is a word, in small letters"),
        pytest.param(PUTIN, "Путину", id="a Russian dative"),
        pytest.param(PUTIN, "путиным", id="a Russian instrumental in small letters"),
        pytest.param(
            Subject("leader", ("volodymyr-zelensky",)), "Зеленського", id="a Ukrainian genitive"
        ),
        pytest.param(Subject("country", ("ru",)), "Россией", id="a country in a case"),
        pytest.param(
            Subject("country", ("sa",)), "Саудовской Аравии", id="several words in a case"
        ),
        pytest.param(
            Subject("country", ("us",)), "Statelor Unite", id="several words in a Romanian case"
        ),
        pytest.param(PUTIN, "وبوتين", id="an Arabic prefix"),
        pytest.param(None, "American", id="a people is no name"),
        pytest.param(None, "in", id="a code is no name"),
    ],
)
def test_a_typed_name_is_known(expected: Subject | None, typed: str) -> None:
    assert expected == recognition.subject(typed)


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        pytest.param([(0, 2)], ["Vladimir", "Putin", "Gaza2"], id="the longest name at a place"),
        pytest.param([(0, 1), (2, 3)], ["Putin", "and", "Netanyahu"], id="two names"),
        pytest.param([(0, 1)], ["לנתניהו"], id="with a Hebrew prefix"),
        pytest.param([(0, 1)], ["Rusiei"], id="with a Romanian ending"),
        pytest.param([], ["Statele", None, "Unite"], id="not across a parenthesis"),
        pytest.param([], ["יפנו"], id="another word with the same dictionary form"),
        pytest.param([(0, 2)], ["lui", "Putin"], id="with the article of a Romanian genitive"),
        pytest.param([(0, 1)], ["שפוטין", "אמר"], id="with another Hebrew prefix"),
        pytest.param([], ["Russia-Ukraine"], id="a name beside another"),
        pytest.param([], ["פוטין-נתניהו"], id="a name beside another in Hebrew"),
        pytest.param([], ["Trump/Putin"], id="a name and a stroke"),
        pytest.param([(0, 1)], ["Al-Assad"], id="a name of two words"),
        pytest.param([], ["Yonatan", "Netanyahu"], id="not behind somebody else's given name"),
        pytest.param([], ["avner", "netanyahu"], id="nor in small letters"),
        pytest.param([(0, 2)], ["Bibi", "Netanyahu"], id="behind a nickname"),
        pytest.param([(1, 2)], ["talks", "Netanyahu"], id="behind another word"),
        pytest.param([(0, 1), (1, 3)], ["Trump", "Vladimir", "Putin"], id="behind another leader"),
    ],
)
def test_names_are_found_among_words(
    expected: list[tuple[int, int]], typed: list[str | None]
) -> None:
    assert expected == [(place.start, place.stop) for place, _ in recognition.subjects(typed)]


def test_a_longer_name_is_not_looked_for_beside_a_shorter_one_in_it() -> None:
    """Whoever is found by `Putin` is found by `Vladimir Putin`, and every phrase costs time."""
    assert {1} == {len(one.terms) for one in aliases.aliases_of(PUTIN)}


def test_a_name_that_needs_company_is_looked_for_whole() -> None:
    """Else `Xi` would find Russian articles with the seventh note."""
    names = {one.name for one in aliases.aliases_of(Subject("leader", ("xi-jinping",)))}

    assert {"שי ג'ינפינג", "ג'ינפינג"} & names
    assert names.isdisjoint({"Xi", "שי", "Си"})


def test_a_surname_of_several_is_looked_for_as_such() -> None:
    """The whole names hold it.

    A word that nobody writes so often as the name does not keep it away.
    """
    found = {
        one.name
        for one in aliases.aliases_of(Subject("surname", ("george-h-w-bush", "george-w-bush")))
    }

    assert {"Bush", "בוש", "Буш"} <= found
    assert {1} == {len(name.split()) for name in found}


def test_a_name_is_looked_for_in_its_cases() -> None:
    """Dictionaries take Путину for the season of a fish."""
    terms = {term for one in aliases.aliases_of(PUTIN) for word in one.terms for term in word}

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
        pytest.param(
            'a ="Statele Unite"', 'a "Statele Unite"', "Statele Unite", id="in quotation marks"
        ),
        pytest.param("=Putin Putinism", "Putin Putinism", "Putin", id="not a part of a word"),
        pytest.param(None, "a", "Putin", id="nowhere"),
    ],
)
def test_a_name_is_switched_off_where_it_stands(
    expected: str | None, query: str, name: str
) -> None:
    assert expected == with_exact_name(parse(query), name)


@pytest.mark.parametrize("query", ["Putin", "a -Putin", 'title:"Statele Unite"', "Vladimir Putin"])
def test_the_offered_query_has_nothing_more_to_offer(query: str) -> None:
    (told,) = hints(query)

    assert [] == hints(told.query or query)

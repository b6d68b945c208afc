"""An organisation is found by its names in every script, as a leader or a country is."""

from __future__ import annotations

import pytest

from search import names
from search.model.articles import Article
from search.model.response import Search
from search.service.searcher import Searcher
from tests.archive import searcher_of

TEXTS = (
    'אופ"ק הודיע על קיצוץ',
    "ОПЕК объявила о сокращении",
    "OPEC announced a cut",
    "The International Monetary Fund lent more",
    "קרן המטבע הבינלאומית הלוותה",
    "FMI a împrumutat mai mult",
    "ECOWAS imposed sanctions",
    "אקוואס הטילה סנקציות",
    'האו"ם דחה את ההצעה',
    "ООН отклонила предложение",
    "Un oficial a spus că da",
    "who said that",
)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return searcher_of(
        Article(article_id=str(number), title="", text=text) for number, text in enumerate(TEXTS)
    )


def found(searcher: Searcher, query: str) -> set[str]:
    hits = searcher.search(Search(query=query)).hits
    return {TEXTS[int(hit.article.article_id)] for hit in hits}


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        pytest.param("OPEC", 0, 3, id="an abbreviation"),
        pytest.param('אופ"ק', 0, 3, id="with gershayim"),
        pytest.param("опек", 0, 3, id="in small letters"),
        pytest.param("International Monetary Fund", 3, 6, id="a full name"),
        pytest.param("Международный валютный фонд", 3, 6, id="a full name in another script"),
        pytest.param("ЭКОВАС", 6, 8, id="an abbreviation that is a word in every script"),
        pytest.param('האו"ם', 8, 10, id="behind the Hebrew article"),
    ],
)
def test_all_names_of_an_organisation_are_found(
    searcher: Searcher, query: str, first: int, last: int
) -> None:
    assert set(TEXTS[first:last]) == found(searcher, query)


def test_both_spellings_of_a_full_name_are_found() -> None:
    texts = ("NATO met", "The North Atlantic Treaty Organization met", "The OSCE met")
    found = searcher_of(
        Article(article_id=str(number), title="", text=text) for number, text in enumerate(texts)
    ).search(Search(query="NATO"))

    assert {"0", "1"} == {hit.article.article_id for hit in found.hits}


@pytest.mark.parametrize(
    ("query", "found_in", "not_in"),
    [
        pytest.param("ООН", "The UN said so", "Un om a venit", id="two letters"),
        pytest.param('האו"ם', "The U.N. said so", "UNEARTHED", id="two letters with dots"),
        pytest.param("United Nations", "The UN said so", "un nou acord", id="its full name"),
        pytest.param("Евросоюз", "UE a decis", "Eu nu știu", id="in another language"),
        pytest.param("OMS", "The WHO said so", "The man who said so", id="a word"),
        pytest.param("WHO", "OMS a decis", "The man who said so", id="a word, typed in capitals"),
        pytest.param('ארה"ב', "The US said so", "They told us", id="a country"),
    ],
)
def test_initials_that_are_a_word_are_found_in_capitals(
    query: str, found_in: str, not_in: str
) -> None:
    """`ООН` found no English article that says UN, and half of them do not say United Nations."""
    texts = [Article(article_id=text, title="", text=text) for text in (found_in, not_in)]

    hits = searcher_of(texts).search(Search(query=query)).hits

    assert [found_in] == [hit.article.article_id for hit in hits]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("Hamas", "Hamasul a respins oferta", id="Romanian article"),
        pytest.param("Hamas", "В ХАМАСе заявили", id="a case of an abbreviation"),
        pytest.param("Houthis", "Удар хуситов", id="a case of a plural"),
        pytest.param("G7", "Лидеры Большой семерки", id="without the dots of ё"),
        pytest.param("NATO", "Reuniunea Alianței Nord-Atlantice", id="what a language says too"),
        pytest.param("ICC", "The International Criminal Court ruled", id="that is an idea too"),
        pytest.param("Palestinian Authority", 'הרש"פ הודיעה', id="that stands for a country too"),
    ],
)
def test_an_organisation_is_found_as_the_press_writes_it(query: str, text: str) -> None:
    hits = searcher_of([Article(article_id="a", title="", text=text)]).search(Search(query=query))

    assert 1 == hits.total


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("OPEC", "הספינה נראתה באופק", id="a horizon"),
        pytest.param("Fatah", "הוא פתח את הדלת", id="he opened"),
    ],
)
def test_hebrew_letters_without_their_mark_are_a_word(query: str, text: str) -> None:
    hits = searcher_of([Article(article_id="a", title="", text=text)]).search(Search(query=query))

    assert 0 == hits.total


def test_letters_as_typed_are_only_those(searcher: Searcher) -> None:
    assert {"OPEC announced a cut"} == found(searcher, "=OPEC")


def test_a_word_is_no_abbreviation(searcher: Searcher) -> None:
    """`who` is no health organisation, and Romanian `un` no United Nations."""
    assert {"who said that"} == found(searcher, "who")
    assert {"Un oficial a spus că da"} == found(searcher, "un")


def test_an_organisation_has_one_usual_name_a_language() -> None:
    usual = [(row.owner, row.language) for row in names.organisations() if row.kind == "name"]

    assert len(usual) == len(set(usual))
    assert len({owner for owner, _ in usual}) >= 65

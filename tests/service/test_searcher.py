"""The searcher answers as a reader would wish, and says what it did."""

from __future__ import annotations

from typing import Any

import pytest

from search.analysis import lexicon
from search.errors import ArticleNotFoundError, BadParameterError
from search.model.articles import Article
from search.model.response import Answer, Search
from search.service.searcher import Searcher, direction
from tests.archive import searcher_of

ARTICLES = (
    Article(
        article_id="en",
        title="A call about Gaza",
        text="Putin and Netanyahu spoke by telephone about an immediate cease-fire.\nThe call was short.",
        lang="en",
        published="2016-10-23",
        leaders=("vladimir-putin", "benjamin-netanyahu"),
        countries=("ru", "il"),
    ),
    Article(
        article_id="ro",
        title="O convorbire",
        text="Preşedintele a vorbit cel puţin o oră cu omologul său; față de război, poziția lui a rămas aceeași.",
        lang="ro",
        published="2025",
    ),
    Article(
        article_id="bare",
        title="fara diacritice",
        text="presedintele a vorbit cu omologul sau despre tarile vecine.",
        lang="ro",
    ),
    Article(
        article_id="he",
        title="שיחה",
        text="נשיא רוסיה שוחח עם ראש הממשלה. לנתניהו נמסר שפוטין ידבר גם עם איראן ועם צה״ל.",
        lang="he",
        published="2025-04",
        leaders=("vladimir-putin", "benjamin-netanyahu"),
        countries=("ru", "ir"),
    ),
)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return searcher_of(ARTICLES)


def asked(searcher: Searcher, query: str, **rest: Any) -> Answer:  # noqa: ANN401
    return searcher.search(Search(query=query, **rest))


def ids(answer: Answer) -> list[str]:
    return [hit.article.article_id for hit in answer.hits]


def hints(answer: Answer) -> set[str]:
    return {hint.code for hint in answer.hints}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            "putin", {"en", "he"}, id="a name typed bare does not find the word with an accent"
        ),
        pytest.param("PUTIN", {"en", "he"}, id="nor in capitals"),
        pytest.param("puțin", {"ro"}, id="the word with its accent does not find the name"),
        pytest.param("presedinte", {"ro", "bare"}, id="a bare word finds both spellings"),
        pytest.param(
            "președinte", {"ro", "bare"}, id="an accented word finds an article that has no accents"
        ),
        pytest.param("țară", {"bare"}, id="an accented word finds other forms there"),
        pytest.param("fata", {"ro"}, id="a bare word finds față"),
        pytest.param("fată", set(), id="an accent that is meant does not find another"),
        pytest.param("נתניהו", {"en", "he"}, id="a Hebrew prefix"),
        pytest.param("צהל", {"he"}, id="a Hebrew acronym without its marks"),
        pytest.param('"ראש הממשלה"', {"he"}, id="a Hebrew phrase"),
        pytest.param("ceasefire", {"en"}, id="a compound joined"),
        pytest.param("cease-fire", {"en"}, id="a compound hyphenated"),
        pytest.param("ceasefires", {"en"}, id="a compound inflected"),
        pytest.param("=telephon", set(), id="as typed"),
        pytest.param("telephon*", {"en"}, id="a beginning"),
        pytest.param("telephome~", {"en"}, id="a letter off"),
        pytest.param("title:call", {"en"}, id="in the title"),
        pytest.param("title:telephone", set(), id="not in the title"),
        pytest.param("leader:פוטין year:2016", {"en"}, id="fields, in any script"),
        pytest.param("year:2016..2025 -lang:he", {"en", "ro"}, id="a range and an exclusion"),
        pytest.param("year:unknown", {"bare"}, id="no date"),
    ],
)
def test_a_query_finds(searcher: Searcher, query: str, expected: set[str]) -> None:
    assert expected == set(ids(asked(searcher, query)))


def test_the_exact_spelling_comes_first(searcher: Searcher) -> None:
    assert ["bare", "ro"] == ids(asked(searcher, "presedintele"))
    assert ["ro", "bare"] == ids(asked(searcher, "preşedintele"))


def test_the_word_that_was_not_searched_is_offered(searcher: Searcher) -> None:
    assert "fold_withheld" in hints(asked(searcher, "putin"))


def test_some_words_are_better_than_none(searcher: Searcher) -> None:
    answer = asked(searcher, "putin telephone zebra")

    assert ("some", ["en"]) == (answer.match, ids(answer))


def test_a_phrase_that_is_nowhere_is_taken_apart_last(searcher: Searcher) -> None:
    answer = asked(searcher, '"telephone Putin"')

    assert ("some", ["en"]) == (answer.match, ids(answer))


def test_a_phrase_that_is_somewhere_is_kept(searcher: Searcher) -> None:
    answer = asked(searcher, '"immediate cease-fire" omologul')

    assert ("some", ["en"]) == (answer.match, ids(answer))


def test_looser_readings_answer_when_nothing_else_does(searcher: Searcher) -> None:
    """אירנן is no spelling of anything; אירן is joined by the gazetteer and needs no looseness."""
    strict = asked(searcher, "אירן")
    loose = asked(searcher, "שוחחה אריאן")

    assert ["he"] == ids(strict)
    assert "loose" not in hints(strict)
    assert "all" != loose.match or not loose.total


def test_a_filter_that_leaves_nothing_does_not_loosen_the_words(searcher: Searcher) -> None:
    answer = asked(searcher, "putin", filters={"year": ("2019",)})

    assert (0, "all", set()) == (
        answer.total,
        answer.match,
        hints(answer) - {"fold_withheld", "also_searched", "empty_value"},
    )


def test_nothing_that_can_be_searched_finds_nothing(searcher: Searcher) -> None:
    answer = asked(searcher, "?!")

    assert (0, {"no_words"}) == (answer.total, hints(answer))


def test_an_empty_query_is_every_article_newest_first(searcher: Searcher) -> None:
    assert ["he", "ro", "en", "bare"] == ids(asked(searcher, ""))


def test_facets_have_the_labels_of_the_interface(searcher: Searcher) -> None:
    facets = asked(searcher, "", interface="ro").facets

    assert "Rusia" in [row.label for row in facets["country"]]
    assert ("engleză", 1) in [(row.label, row.count) for row in facets["lang"]]


def test_a_chosen_value_stays_visible_at_zero(searcher: Searcher) -> None:
    facets = asked(searcher, "vorbit", filters={"leader": ("Putin",)}).facets

    assert [("vladimir-putin", 0, True)] == [
        (row.value, row.count, row.selected) for row in facets["leader"]
    ]


def test_a_chosen_name_that_two_leaders_have_means_either() -> None:
    """The reader is told whom, and can take the choice away."""
    presidents = ("george-h-w-bush", "george-w-bush", "vladimir-putin")
    searcher = searcher_of(
        Article(article_id=who, title="", text="A call.", leaders=(who,)) for who in presidents
    )

    answer = asked(searcher, "call", filters={"leader": ("Bush",)})

    assert set(presidents[:2]) == set(ids(answer))
    assert "Bush means any of these: George H. W. Bush, George W. Bush." in [
        hint.message for hint in answer.hints
    ]
    rows = [(row.value, row.count, row.selected) for row in answer.facets["leader"]]
    assert [("Bush", 2, True), ("george-h-w-bush", 1, False), ("george-w-bush", 1, False)] == rows


@pytest.mark.parametrize(
    "bad",
    [
        {"page": 0},
        {"size": 0},
        {"size": 101},
        {"sort": "best"},
        {"match": "most"},
        {"filters": {"year": ("soon",)}},
    ],
    ids=str,
)
def test_what_does_not_exist_is_refused(searcher: Searcher, bad: dict[str, Any]) -> None:
    with pytest.raises(BadParameterError):
        asked(searcher, "putin", **bad)


def test_an_article_opens_with_its_marks(searcher: Searcher) -> None:
    opened = searcher.open("he", Search(query="נתניהו"))

    assert ["לנתניהו"] == [opened.article.text[start:end] for start, end in opened.marks]


def test_an_unknown_article_is_refused(searcher: Searcher) -> None:
    with pytest.raises(ArticleNotFoundError, match="no article has the id 'none'"):
        searcher.open("none", Search())


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [("he", "a", "rtl"), ("en", "א", "ltr"), ("und", "1. א", "rtl"), ("und", "1", "ltr")],
)
def test_the_direction_is_the_language_s_or_the_first_letter_s(
    lang: str, text: str, expected: str
) -> None:
    assert expected == direction(Article(article_id="a", title="", text=text, lang=lang))


def test_after_warming_no_table_is_left_to_open() -> None:
    """The first reader after a start waits no longer than the second."""
    searcher = searcher_of(ARTICLES)
    lexicon.lexicon_of.cache_clear()

    searcher.warm()

    opened = lexicon.lexicon_of.cache_info().misses
    asked(searcher, "שיחה convorbire call")
    assert opened == lexicon.lexicon_of.cache_info().misses


def test_a_phrase_that_is_found_by_other_forms_is_offered_as_typed() -> None:
    """A quotation is looked for by its letters, and the marks of other forms surprise."""
    articles = [
        Article(article_id="1", title="One", text="A phone call was made.", lang="en"),
        Article(article_id="2", title="Two", text="Phone calls were made.", lang="en"),
    ]

    def offers(query: str) -> list[tuple[str | None, str]]:
        hints = searcher_of(articles).search(Search(query=query)).hints
        return [(hint.query, hint.facts[0][1]) for hint in hints if hint.code == "other_forms"]

    assert [('="phone call"', "1")] == offers('"phone call"')
    assert [] == offers('="phone call"')
    assert [] == offers("phone call")

"""What is offered for a word that no article has stands in the index."""

from __future__ import annotations

from unittest.mock import Mock, call

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.memory import MemoryEngine
from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.model.hints import Hint
from search.model.response import Search
from search.query.parser import parse
from search.service import fallback
from search.service.did_you_mean import _layouts, nearest, on_other_keyboards
from search.service.searcher import Searcher
from tests.archive import engine_of

TEXTS = (
    "Putin and Netanyahu spoke of a ceasefire in Damascus; the prisoners were released.",
    "Netanyahu flew home. The ceasefire holds; the cease was short.",
    "נתניהו שוחח עם פוטין על הפסקת האש.",
    "Președintele a vorbit despre pace.",
    "Путин поговорил с Нетаньяху.",
)


@pytest.fixture(scope="module")
def engine() -> MemoryEngine:
    return engine_of(
        Article(article_id=str(number), title="", text=text) for number, text in enumerate(TEXTS)
    )


@pytest.fixture(scope="module")
def searcher(engine: MemoryEngine) -> Searcher:
    return Searcher(engine, gazetteer())


def offers(searcher: Searcher, query: str) -> list[str | None]:
    return [
        hint.query
        for hint in searcher.search(Search(query=query)).hints
        if hint.code == "did_you_mean"
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("b,bhvu", "נתניהו", id="Hebrew on Latin keys, a comma for a letter"),
        pytest.param("B,BHVU", "נתניהו", id="with capitals"),
        pytest.param("פוטין b,bhvu", "פוטין נתניהו", id="one word of two"),
        pytest.param("מקאשמטשיו", "netanyahu", id="Latin on Hebrew keys"),
        pytest.param("genby", "путин", id="Russian on Latin keys"),
        pytest.param("pre;edintele", "președintele", id="Romanian on keys without accents"),
        pytest.param("Netanyaho", "netanyahu", id="a letter changed"),
        pytest.param("Netanyhau", "netanyahu", id="two letters changed places"),
        pytest.param("Putni", "putin", id="of a short word, too"),
        pytest.param("Ntanyahu", "netanyahu", id="a letter lost near the start"),
        pytest.param("eNtanyahu", "netanyahu", id="the first two changed places"),
        pytest.param(
            "Putin prisoneers -home", "Putin prisoners -home", id="the rest stays as typed"
        ),
        pytest.param('"the prisoneers"', '"the prisoners"', id="inside a phrase"),
        pytest.param(
            "„the prisoneers” Putin", "„the prisoners” Putin", id="in the marks of the typist"
        ),
        pytest.param("lang:en prisoneers", "lang:en prisoners", id="behind a field"),
        pytest.param("(Damascos OR zebra)", "(damascus OR zebra)", id="inside parentheses"),
        pytest.param("ceasfire", "ceasefire", id="the nearest of several"),
        pytest.param(
            "Putin-Damascus", "Putin Damascus", id="words that are never side by side, apart"
        ),
        pytest.param("Putin/Damascos", "Putin/damascus", id="the one word of two that is nowhere"),
    ],
)
def test_a_word_that_is_nowhere_is_offered_as_one_that_is(
    searcher: Searcher, query: str, expected: str
) -> None:
    assert [expected] == offers(searcher, query)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("Putin", id="a word that is there"),
        pytest.param("prisoner", id="another form of one"),
        pytest.param("xyzzyx", id="far from every word"),
        pytest.param("leader:Putni", id="fields are meant"),
        pytest.param("=Putni", id="exact letters are meant"),
        pytest.param("Putni*", id="beginnings are meant"),
        pytest.param("", id="nothing"),
        pytest.param("OR", id="an operator"),
        pytest.param("?!", id="no word"),
        pytest.param("Rome", id="a name that a word of the archive is like"),
    ],
)
def test_nothing_is_offered_for(searcher: Searcher, query: str) -> None:
    assert [] == offers(searcher, query)


@pytest.mark.parametrize("query", ["Netanyaho", "prisoneers of Damascos", "truce", "חטופים zebra"])
def test_a_query_is_parsed_once(
    searcher: Searcher, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Corrections, ideas in other languages and looser readings are made of its tree.

    What is offered is another query.
    """
    counted = Mock(wraps=parse)
    monkeypatch.setattr(fallback, "parse", counted)

    searcher.search(Search(query=query))

    assert [call(query)] == [one for one in counted.mock_calls if one == call(query)]


def test_what_is_offered_is_not_searched_unasked(searcher: Searcher) -> None:
    """The reader may have meant what they wrote."""
    answer = searcher.search(Search(query="Netanyaho"))

    assert 0 == answer.total
    assert Hint("did_you_mean", "Did you mean netanyahu?", "netanyahu") in answer.hints


def test_of_words_as_near_the_one_in_most_articles_is_offered(engine: MemoryEngine) -> None:
    assert "ceasefire" == nearest("ceasefira", engine)
    assert "putin" == nearest("purin", engine)


def test_every_keyboard_has_the_same_keys() -> None:
    """The Latin one is first: the others are typed on it."""
    latin, *others = _layouts()

    assert "qwerty" == latin[:6]
    assert [len(latin)] * 4 == [len(set(keys)) for keys in others]


@given(st.text(max_size=12))
def test_any_text_can_be_thought_retyped(typed: str) -> None:
    """Only whole words of letters come back, marks of Hebrew words among them."""
    retyped = list(on_other_keyboards(typed))

    assert all(other.strip("\"'").replace("'", "").replace('"', "").isalpha() for other in retyped)
    assert typed not in retyped


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param('tu"o', 'או"ם', id="gershayim stand on the same key"),
        pytest.param("dwurdw", "ג'ורג'", id="geresh is a letter's key"),
        pytest.param("tk", "אל", id="a word of two letters"),
        pytest.param("עם", "go", id="and back"),
    ],
)
def test_marks_and_short_words_are_retyped(typed: str, expected: str) -> None:
    assert expected in on_other_keyboards(typed)


def test_what_is_offered_comes_first_among_what_has_a_part() -> None:
    """Who types `Netanyaho flew` reads of Netanyahu's flight before the flights of others."""
    texts = (
        "She flew away, flew far and flew back.",
        "They flew home; all flew.",
        "Netanyahu said that the plane with the ministers of the cabinet flew home in the evening.",
    )
    articles = (
        Article(article_id=str(place), title="", text=text) for place, text in enumerate(texts)
    )
    searcher = Searcher(engine_of(articles), gazetteer())

    answers = [
        searcher.search(Search(query="Netanyaho flew", size=1, page=page)) for page in (1, 2, 3)
    ]

    assert ("some", 3) == (answers[0].match, answers[0].total)
    assert "2" == answers[0].hits[0].article.article_id
    assert {"0", "1", "2"} == {answer.hits[0].article.article_id for answer in answers}


@given(st.text(max_size=40))
def test_any_query_can_be_doubted(searcher: Searcher, query: str) -> None:
    offers(searcher, query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("peace Damascis", ["peace damascus"], id="a slip in a name"),
        pytest.param("shirt", [], id="an English word"),
        pytest.param("shart", ["short"], id="and a slip as near"),
        pytest.param("pase", [], id="a Romanian word"),
    ],
)
def test_a_word_that_a_dictionary_knows_is_no_slip(
    searcher: Searcher, query: str, expected: list[str]
) -> None:
    """The archive only lacks it, and a word that is spelled alike is not what was meant."""
    assert expected == offers(searcher, query)

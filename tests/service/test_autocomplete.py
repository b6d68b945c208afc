"""What is suggested while somebody types can be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.service.autocomplete import MOST_ALIKE, Autocompleter, Suggestion
from tests.archive import engine_of

PUTIN, NETANYAHU = "vladimir-putin", "benjamin-netanyahu"
ARTICLES = (
    Article(
        article_id="1",
        title="A ceasefire holds",
        text="Certain.",
        leaders=(PUTIN, NETANYAHU),
        countries=("ru",),
    ),
    Article(
        article_id="2", title="Ceasefire talks", text="A ceasefire, certainly.", leaders=(PUTIN,)
    ),
    Article(
        article_id="3",
        title="שיחה",
        text="נתניהו ונתנאל",
        leaders=(NETANYAHU,),
        countries=("il", "ru"),
    ),
    Article(article_id="4", title="Întâlnire", text="Președintele Țării", leaders=(PUTIN,)),
)


def suggester_of(*articles: Article) -> Autocompleter:
    return Autocompleter(engine_of(articles), gazetteer())


@pytest.fixture(scope="module")
def suggester() -> Autocompleter:
    return suggester_of(*ARTICLES)


def of_kind(found: tuple[Suggestion, ...], *kinds: str) -> list[tuple[str, int, str]]:
    return [(one.value, one.count, one.query) for one in found if one.kind in kinds]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("net", (NETANYAHU, 2, ""), id="a surname"),
        pytest.param("Benjamin Net", (NETANYAHU, 2, ""), id="a whole name"),
        pytest.param("נתני", (NETANYAHU, 2, ""), id="in Hebrew"),
        pytest.param("Нетан", (NETANYAHU, 2, ""), id="in Russian"),
        pytest.param("russ", ("ru", 2, ""), id="a country"),
        pytest.param("ישר", ("il", 1, ""), id="a country in Hebrew"),
        pytest.param("ceasefire puti", (PUTIN, 3, "ceasefire"), id="after a word, which stays"),
        pytest.param("ceasefire leader:puti", (PUTIN, 3, "ceasefire"), id="as a field, which goes"),
        pytest.param('leader:"vladimir p', (PUTIN, 3, ""), id="quoted"),
    ],
)
def test_a_name_is_suggested_in_any_script(
    suggester: Autocompleter, typed: str, expected: tuple[str, int, str]
) -> None:
    """Taken, it narrows; what was typed before it is still searched for."""
    assert expected in of_kind(suggester.suggest(typed, "en"), "leader", "country")


def test_a_leader_is_searched_for_by_name_where_articles_have_it() -> None:
    """It ranks them and is marked; the filter alone would show the newest, without a mark."""
    named = Article(article_id="1", title="A call", text="Putin called.", leaders=(PUTIN,))
    tagged = Article(article_id="2", title="A visit", text="He came.", leaders=(PUTIN,))
    russia = Article(article_id="3", title="Gas", text="Russian gas.", countries=("ru",))

    assert [(PUTIN, 1, "gas Vladimir Putin")] == of_kind(
        suggester_of(named).suggest("gas puti", "en"), "leader"
    )
    assert [(PUTIN, 2, "gas")] == of_kind(
        suggester_of(named, tagged).suggest("gas puti", "en"), "leader"
    )
    assert [("ru", 1, "")] == of_kind(suggester_of(russia).suggest("russia", "en"), "country")


def test_a_name_is_shown_in_the_language_of_the_interface(suggester: Autocompleter) -> None:
    assert ["ולדימיר פוטין"] == [
        one.label for one in suggester.suggest("puti", "he") if one.kind == "leader"
    ]


def test_only_who_is_in_the_archive_is_suggested(suggester: Autocompleter) -> None:
    assert [] == of_kind(suggester.suggest("Macron", "en"), "leader")


def test_words_of_most_articles_come_first_and_end_the_query(suggester: Autocompleter) -> None:
    assert [
        ("ceasefire", 2, "a ceasefire"),
        ("certain", 1, "a certain"),
        ("certainly", 1, "a certainly"),
    ] == of_kind(suggester.suggest("a ce", "en"), "word")


def test_titles_have_every_word_and_the_beginning_of_the_last(suggester: Autocompleter) -> None:
    assert ["1"] == [
        value for value, _, _ in of_kind(suggester.suggest("ceasefire hol", "en"), "article")
    ]


def test_names_come_before_words_and_words_before_titles(suggester: Autocompleter) -> None:
    order = ["leader", "country", "word", "article"]
    found = [one.kind for one in suggester.suggest("נת", "en")]

    assert sorted(found, key=order.index) == found


@pytest.mark.parametrize("typed", ["", " ", "a", "?", "Putin -", '"Putin"', "(Putin)"])
def test_nothing_is_suggested_where_no_word_is_being_typed(
    suggester: Autocompleter, typed: str
) -> None:
    assert () == suggester.suggest(typed, "en")


def test_where_too_many_words_begin_alike_none_is_suggested() -> None:
    """The first of them in the alphabet are no better than the others, and reading them all takes too long."""
    words = " ".join(f"ca{number}" for number in range(MOST_ALIKE + 1))
    suggester = suggester_of(Article(article_id="1", title="", text=words))

    assert [] == of_kind(suggester.suggest("ca", "en"), "word")
    assert 4 == len(of_kind(suggester.suggest("ca1", "en"), "word"))


@given(st.text(max_size=30))
def test_any_text_can_be_typed(suggester: Autocompleter, typed: str) -> None:
    suggester.suggest(typed, "en")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("netanyahup", [("netanyahu-putin", 1)], id="two names"),
        pytest.param("talks ישראלר", [("ישראל-רוסיה", 1)], id="two countries"),
        pytest.param("ceas", [("ceasefire", 2), ("cease", 1)], id="written in one elsewhere"),
        pytest.param("howe", [("however", 1)], id="two words that are far apart"),
    ],
)
def test_two_words_with_a_hyphen_are_suggested_as_they_are_written(
    typed: str, expected: list[tuple[str, int]]
) -> None:
    """They are searched in one piece too, which nobody would know for a word."""
    suggester = suggester_of(
        Article(article_id="1", title="", text="The Netanyahu-Putin call: a cease-fire."),
        Article(article_id="2", title="", text="A ceasefire, however; how they have ever talked."),
        Article(article_id="3", title="", text="יחסי ישראל-רוסיה"),
    )
    words = [one for one in suggester.suggest(typed, "en") if one.kind == "word"]

    assert expected == [(one.label, one.count) for one in words]
    assert all(one.query.endswith(one.value) for one in words)

"""What else tells of the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.errors import ArticleNotFoundError
from search.model.articles import Article
from search.model.contacts import Contact
from tests.archive import searcher_of

CALL = Contact(
    kind="call",
    video=False,
    leaders=("vladimir-putin", "benjamin-netanyahu"),
    date="2016-10-21",
    date_source="text",
    where="lead",
    words="They spoke.",
    start=0,
    end=11,
)
TEXT = (
    "Putin and Netanyahu spoke by telephone about the tankers, the wheat and the gas of Leviathan. "
    "Neither of them said what was agreed, and both offices published a few lines on the evening "
    "of the same day. They had last met in Moscow in June, when a tank was given back that had "
    "been lost in Lebanon, and a ballet was seen. Another visit was spoken of, but no day was "
    "named for it."
)
ONE = Article(
    article_id="one",
    title="They spoke",
    text=TEXT,
    lang="en",
    leaders=CALL.leaders,
    countries=("ru", "il"),
    contacts=(CALL,),
)
COPY = replace(ONE, article_id="a copy", text=TEXT + " ", duplicate_of="one")
NEAR = replace(ONE, article_id="nearly a copy", title="They spoke!")
HEBREW = replace(ONE, article_id="he", title="הם שוחחו", text="פוטין ונתניהו שוחחו.", lang="he")
OTHER_DAY = replace(
    ONE,
    article_id="another day",
    title="Another call",
    text="They spoke again.",
    contacts=(replace(CALL, date="2017-01-01"),),
)
PEOPLE = Article(
    article_id="the same people",
    title="A visit",
    text="Putin came.",
    lang="en",
    leaders=CALL.leaders,
    countries=("ru",),
)
WORDS = Article(
    article_id="the same words", title="Gas", text="The gas of Leviathan and tankers.", lang="en"
)
NOTHING = Article(article_id="nothing", title="Weather", text="Fog hides hills.", lang="en")
ARTICLES = (ONE, COPY, NEAR, HEBREW, OTHER_DAY, PEOPLE, WORDS, NOTHING)


def similar(article_id: str) -> list[str]:
    return [hit.article.article_id for hit in searcher_of(ARTICLES).similar(article_id)]


def test_the_same_contact_comes_first_in_whatever_language_then_people_then_words() -> None:
    """A reader who has one account of a call wants the others."""
    assert ["he", "another day", "the same people", "the same words"] == similar("one")


def test_a_copy_is_no_other_article() -> None:
    assert not {"one", "a copy", "nearly a copy"} & set(similar("one"))


def test_an_article_that_nothing_shares_has_none() -> None:
    assert [] == similar("nothing")


def test_an_article_that_is_not_there_has_no_others() -> None:
    with pytest.raises(ArticleNotFoundError):
        similar("none")


def test_an_idea_is_shared_across_languages() -> None:
    """No leader, country or word of the two is the same."""
    english = Article(article_id="en", title="A ceasefire holds", text="Guns rest.", lang="en")
    hebrew = Article(article_id="he", title="הפסקת האש נמשכת", text="שקט בגבול.", lang="he")
    found = searcher_of((english, hebrew, NOTHING)).similar("en")

    assert ["he"] == [hit.article.article_id for hit in found]

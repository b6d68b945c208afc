"""What is reported between two leaders: the way to all of it, and the way on from there."""

from __future__ import annotations

import pytest

from index.tagging import tag
from search.analysis.analyzer import analyse_article
from search.model.articles import Article
from tests.archive import searcher_of
from tests.web.browser import Browser
from tests.web.markup import links
from web.app import application

PAIR = "/search?leader=emmanuel-macron&leader=vladimir-putin"
ALL = f"{PAIR}&contact=any&sort=contact"


def article(article_id: str, text: str, published: str) -> Article:
    plain = Article(article_id=article_id, title="News", text=text, published=published, lang="en")
    return tag(plain, analyse_article(plain))


@pytest.fixture(scope="module")
def visitor() -> Browser:
    articles = (
        article("call", "Putin phoned Macron on Friday.", "2024-05-03"),
        article("meeting", "Vladimir Putin met Emmanuel Macron in Paris on Tuesday.", "2023-02-01"),
        article("plan", "Vladimir Putin will meet Emmanuel Macron next year.", "2023-03-01"),
    )
    return Browser(application(searcher_of(articles)))


def test_a_link_leads_to_the_articles_on_all_and_not_to_where_the_reader_is(
    visitor: Browser,
) -> None:
    assert [ALL] == links(visitor.get(PAIR).text, "the articles on all 2")

    page = visitor.get(ALL).text
    assert "<strong>2 articles</strong>" in page
    assert [] == links(page, "the articles on all")


@pytest.mark.parametrize(
    ("interface", "name"),
    [("", "any contact"), ("&ui=he", "מגע כלשהו"), ("&ui=ro", "orice contact")],
)
def test_any_contact_is_named_and_is_taken_away(
    visitor: Browser, interface: str, name: str
) -> None:
    page = visitor.get(ALL + interface).text

    assert [f"{PAIR}&sort=contact{interface}"] * 2 == links(page, f"<bdi>{name}</bdi>")


def test_one_of_the_two_can_be_taken_away(visitor: Browser) -> None:
    """Whoever leaves one of them out asks whom the other spoke with at all."""
    page = visitor.get("/search?leader=vladimir-putin&contact=any&sort=contact").text

    assert "<strong>2 articles</strong>" in page

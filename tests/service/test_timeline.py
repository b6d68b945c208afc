"""Timeline: articles in the order of the contacts that they report between two leaders."""

from __future__ import annotations

import pytest

from index.tagging import tag
from search.analysis.analyzer import analyse_article
from search.engine.deadline import time_limit
from search.engine.memory import MemoryEngine
from search.entities.gazetteer import gazetteer
from search.errors import SearchTimeoutError
from search.model.articles import Article
from search.model.response import Search
from search.service import fallback, timeline
from search.service.searcher import Searcher

TOLD = {
    "late": ("2025-03-20", "Donald Trump spoke by phone with Vladimir Putin on March 12, 2025."),
    "new": ("2025-03-19", "Donald Trump and Vladimir Putin held a phone call on Tuesday."),
    "old": ("2025-02-14", "Donald Trump called Vladimir Putin on Wednesday, the White House said."),
    "undated": (None, "Donald Trump spoke by phone with Vladimir Putin on Sunday."),
    "other": ("2025-04-01", "Donald Trump met Keir Starmer; Vladimir Putin was in Minsk."),
    "plain": ("2025-04-02", "Donald Trump and Vladimir Putin are named here."),
}
BY_DATE = ["new", "late", "old", "undated", "plain", "other"]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    engine = MemoryEngine()
    for name, (published, text) in TOLD.items():
        article = Article(article_id=name, title="", text=text, published=published, lang="en")
        analysed = analyse_article(article)
        engine.write([(tag(article, analysed), analysed)])
    engine.commit()
    return Searcher(engine, gazetteer())


def order(searcher: Searcher, query: str = "", **asked: object) -> list[str]:
    chosen = {"filters": {"leader": ("putin", "trump")}} if not query else {}
    search = Search(query=query, sort="contact", **{**chosen, **asked})  # type: ignore[arg-type]
    return [hit.article.article_id for hit in searcher.search(search).hits]


def test_articles_come_by_the_dates_of_the_contacts(searcher: Searcher) -> None:
    """The day of publication orders those that report none, after them."""
    assert BY_DATE == order(searcher)


def test_two_who_are_typed_count_like_two_who_are_chosen(searcher: Searcher) -> None:
    assert BY_DATE == order(searcher, "Putin Trump")


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("most", [1, 2, 4, 1000])
def test_pages_part_one_order(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch, size: int, most: int
) -> None:
    """However many of them are read for their dates, none is met twice or missed."""
    monkeypatch.setattr(timeline, "MOST_TIMED", most)
    pages = [order(searcher, size=size, page=page) for page in range(1, 8)]

    assert sorted(TOLD) == sorted(name for page in pages for name in page)
    assert all(len(page) == size for page in pages[: len(TOLD) // size])


def test_what_there_was_no_time_to_order_is_whole(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that was cut short while it was put in order would look like all there is."""
    asked = Search(query="Putin Trump", sort="contact")
    monkeypatch.setattr(fallback, "timeline", lambda *_: ())  # what a search without time finds
    with time_limit(0):
        found = searcher.search(asked)

    assert (6, 6) == (found.total, len(found.hits))


def test_a_file_is_in_the_order_that_was_asked_for_or_refused(searcher: Searcher) -> None:
    asked = Search(query="Putin Trump", sort="contact")

    assert BY_DATE == [article.article_id for article in searcher.every(asked)]
    with time_limit(0), pytest.raises(SearchTimeoutError):
        searcher.every(asked)


def test_an_order_changes_no_total(searcher: Searcher) -> None:
    filters = {"leader": ("putin", "trump")}
    totals = [
        searcher.search(Search(filters=filters, sort=sort)).total for sort in ("newest", "contact")
    ]

    assert [6, 6] == totals


def test_without_two_leaders_the_newest_come_first(searcher: Searcher) -> None:
    found = [hit.article.article_id for hit in searcher.search(Search(sort="contact")).hits]

    assert ["plain", "other", "late", "new", "old", "undated"] == found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", ["unpaired_order"], id="nobody"),
        pytest.param("leader:putin", ["unpaired_order"], id="one"),
        pytest.param("leader:putin leader:trump", [], id="two"),
        pytest.param("Putin Trump", ["also_searched"] * 2, id="two who are typed"),
        pytest.param("leader:nobody", ["unknown_value"], id="nothing to put in order"),
    ],
)
def test_an_order_that_can_not_be_is_said(
    searcher: Searcher, query: str, expected: list[str]
) -> None:
    """A list by day of publication would be taken for a timeline of contacts."""
    asked = Search(query=query, sort="contact")

    assert expected == [hint.code for hint in searcher.search(asked).hints]


def test_a_kind_typed_in_another_language_is_between_the_two(searcher: Searcher) -> None:
    """As it is for `contact:call`."""
    found = searcher.search(Search(query="leader:putin leader:trump contact:שיחה"))

    assert 4 == found.total
    assert 0 == searcher.search(Search(query="leader:putin leader:starmer contact:שיחה")).total
    assert 1 == searcher.search(Search(filters={"contact": ("פגישה",)})).total

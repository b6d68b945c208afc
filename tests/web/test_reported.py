"""What is reported between two leaders: the way to all of it, and the way on from there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from index.tagging import tag
from search.analysis.analyzer import analyse_article
from search.model.articles import Article
from search.model.contacts import ContactStatement
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
        article("subject", "Olaf Scholz spoke of the budget.", "2023-04-01"),
        article("mention", "Berlin has much to do, a critic of Scholz said.", "2023-05-01"),
    )
    return Browser(application(searcher_of(articles)))


def test_a_link_leads_to_the_articles_on_all_and_not_to_where_the_reader_is(
    visitor: Browser,
) -> None:
    assert [ALL] == links(visitor.get(PAIR).text, "the articles on both")

    page = visitor.get(ALL).text
    assert "<strong>2 articles</strong>" in page
    assert [] == links(page, "the articles on")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Putin Macron year:2023..2024", f"{PAIR}&contact=any&sort=contact&q=year%3A2023..2024"),
        ("leader:putin Macron lang:en", f"{PAIR}&contact=any&sort=contact&q=lang%3Aen"),
    ],
)
def test_the_link_keeps_what_was_asked_for_by_fields(
    visitor: Browser, query: str, address: str
) -> None:
    [url] = links(visitor.get(f"/search?q={query}").text, "the articles on both")

    assert sorted(address.split("?")[1].split("&")) == sorted(url.split("?")[1].split("&"))
    assert "<strong>2 articles</strong>" in visitor.get(url).text


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


def test_a_switch_leaves_out_who_is_only_mentioned(visitor: Browser) -> None:
    """It is there where it changes something, and leads back."""
    listed = visitor.get("/search?q=Putin").text
    assert [] == links(listed, "Only where they are the subject")

    [narrowed] = links(visitor.get("/search?q=Scholz").text, "Only where they are the subject")
    assert "/search?q=Scholz&about=olaf-scholz" == narrowed

    page = visitor.get(narrowed).text
    assert "<strong>1 article</strong>" in page
    assert ["/search?q=Scholz"] == links(page, "Only where they are the subject")

    [widened] = links(
        visitor.get("/search?about=olaf-scholz").text, "Only where they are the subject"
    )
    assert "/search?leader=olaf-scholz" == widened
    assert "About: <bdi>Olaf Scholz</bdi>" in page


def test_a_title_is_no_sentence_that_tells_what_metadata_alone_gives() -> None:
    """It may announce a visit: the page says where the contact comes from."""
    given = replace(
        Article(article_id="a", title="Macron to visit Putin", text="Much to do.", outlet="News"),
        contact_statements=(
            ContactStatement("meeting", ("emmanuel-macron", "vladimir-putin"), "2024-06-18"),
        ),
    )
    archive = searcher_of([tag(given, analyse_article(given))])
    page = Browser(application(archive)).get("/search?q=Putin Macron").text
    told = page.partition('class="reported"')[2].partition("</section>")[0]

    assert ["/article/a?q=Putin+Macron"] == links(told, "Macron to visit Putin")
    assert "from the metadata" in told
    assert "<blockquote" not in told


def test_no_number_is_said_of_what_was_not_all_read(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.service.reported.MOST_ARTICLES", 1)

    assert [ALL] == links(visitor.get(PAIR).text, "the articles on all of them")


def test_a_program_is_led_to_the_leaders_whom_it_chose(visitor: Browser) -> None:
    """As a reader is: nothing was typed that an article could mark."""
    [hit] = visitor.get("/api/v1/search?about=macron&leader=macron&year=2023").json["hits"][:1]
    asked = "leader=macron&about=macron"

    assert f"/api/v1/articles/meeting?{asked}" == hit["links"]["self"]
    opened = visitor.get(hit["links"]["self"]).json
    assert ["Emmanuel Macron"] == [opened["text"][start:end] for start, end in opened["marks"]]
    assert "<mark>Emmanuel Macron</mark>" in visitor.get(hit["links"]["page"]).text


def test_a_call_by_video_is_named_so() -> None:
    held = article("a", "Vladimir Putin and Emmanuel Macron held a video call on Tuesday.", "")
    page = Browser(application(searcher_of([held]))).get("/search?q=Putin Macron").text

    assert "<span>call, by video</span>" in page


@cache
def undated(number: int) -> Browser:
    """The site of so many meetings without a day."""
    meetings = [
        article(f"{at}", f"Vladimir Putin met Emmanuel Macron in room {at}.", "")
        for at in range(number)
    ]
    return Browser(application(searcher_of(meetings)))


@pytest.mark.parametrize(
    ("interface", "expected"),
    [
        ("en", ["1 more undated", "2 more undated", "20 more undated"]),
        ("he", ["עוד אחת ללא תאריך", "עוד שתיים ללא תאריך", "עוד 20 ללא תאריך"]),
        ("ro", ["încă una fără dată", "încă 2 fără dată", "încă 20 fără dată"]),
    ],
)
def test_how_many_more_are_undated_is_said_in_each_plural(
    interface: str, expected: list[str]
) -> None:
    pages = [undated(number + 3).get(f"{PAIR}&ui={interface}").text for number in (1, 2, 20)]
    said = [page.partition('class="reported"')[2].rpartition("· <a")[0] for page in pages]

    assert expected == [one.rpartition("<p>")[2].strip() for one in said]

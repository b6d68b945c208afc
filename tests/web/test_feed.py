"""A search that is followed: what readers of feeds and browsers are given."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from search.model.articles import Article
from search.service.searcher import Searcher
from tests.archive import searcher_of
from tests.web.archive import ARTICLES, ROMANIAN
from tests.web.browser import Browser
from tests.web.markup import links
from web.app import application

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def feed(browser: Browser, url: str) -> ET.Element:
    reply = browser.get(url)

    assert (200, "application/atom+xml; charset=utf-8") == (
        reply.status,
        reply.headers["Content-Type"],
    )
    return ET.fromstring(reply.body)  # noqa: S314 - our own


def texts(element: ET.Element, path: str) -> list[str]:
    return [
        found.text or ""
        for found in element.iterfind("/".join(ATOM + one for one in path.split("/")))
    ]


def test_a_feed_is_what_was_found_what_was_seen_last_first(browser: Browser) -> None:
    shown = feed(browser, "/search.atom?q=Many&page=2&size=3&sort=oldest")

    assert [f"Many {year}" for year in range(2024, 1999, -1)] == texts(shown, "entry/title")
    assert ["2026-01-25T00:00:00Z"] == texts(shown, "updated")


def test_a_feed_has_what_every_reader_needs(browser: Browser) -> None:
    """RFC 4287: an id that is an address of its own, a moment, an author, and whole links."""
    shown = feed(browser, "/search.atom?q=Putin&ui=he")
    ids = texts(shown, "id") + texts(shown, "entry/id")
    moments = texts(shown, "updated") + texts(shown, "entry/updated")
    hrefs = [link.get("href") or "" for link in shown.iter(f"{ATOM}link")]

    assert len(ids) == len(set(ids))
    assert all(re.match(r"[a-z]+:", one) for one in ids)
    assert all(map(MOMENT.fullmatch, moments))
    assert ["Readout"] == texts(shown, "author/name")
    assert [] == [one for one in hrefs if not one.startswith("http://127.0.0.1:8080/")]
    assert "he" == shown.get("{http://www.w3.org/XML/1998/namespace}lang")


def test_a_link_of_a_feed_leads_to_the_article_as_it_was_found(browser: Browser) -> None:
    shown = feed(browser, "/search.atom?q=Putin")
    [link] = [
        entry.find(f"{ATOM}link")
        for entry in shown.iter(f"{ATOM}entry")
        if "<script>" in (entry.findtext(f"{ATOM}title") or "")
    ]
    assert link is not None
    path = (link.get("href") or "").removeprefix("http://127.0.0.1:8080")

    assert 'href="#m1"' in browser.get(path).text


def test_an_entry_stays_the_same_at_another_address(browser: Browser, searcher: Searcher) -> None:
    """Else whoever moves the server sends everything to everybody again."""
    elsewhere = Browser(application(searcher))

    def ids(browser: Browser, host: str) -> list[str]:
        return texts(ET.fromstring(browser.get("/search.atom?q=Many", host=host).body), "entry/id")  # noqa: S314

    assert ids(browser, "127.0.0.1:8080") == ids(elsewhere, "localhost:9000")


def test_whatever_an_article_says_the_feed_is_xml() -> None:
    odd = "<b>&amp; ]]> \x00\x08\x1b \ufffe \ud800 \u2028 😀"
    browser = Browser(application(searcher_of([Article(article_id=odd, title=odd, text=odd)])))

    assert 1 == len(texts(feed(browser, "/search.atom"), "entry/title"))


def test_a_feed_that_is_known_is_not_sent_again(browser: Browser) -> None:
    first = browser.get("/search.atom?q=Putin")
    again = browser.get("/search.atom?q=Putin", if_none_match=first.headers["Etag"])

    assert (304, b"") == (again.status, again.body)
    assert "private, no-cache" == first.headers["Cache-Control"]


def test_nothing_found_is_a_feed_without_entries(browser: Browser) -> None:
    assert [] == texts(feed(browser, "/search.atom?q=zzzz"), "entry/id")


@pytest.mark.parametrize("url", ["/search.atom?year=x", "/search.atom?sort=best"])
def test_a_feed_that_can_not_be_meant_is_none(browser: Browser, url: str) -> None:
    """It would bring everything, for years."""
    assert 400 == browser.get(url).status


def test_a_feed_does_not_repeat_what_others_hang_on_its_address(browser: Browser) -> None:
    assert "fbclid" not in browser.get("/search.atom?q=Putin&fbclid=x").text


def test_a_page_of_results_leads_to_its_feed(browser: Browser) -> None:
    page = browser.get("/search?q=Putin&leader=vladimir-putin&page=2&size=5").text
    wanted = "/search.atom?q=Putin&leader=vladimir-putin"

    assert (
        f'rel="alternate" type="application/atom+xml" href="{wanted.replace("&", "&amp;")}"' in page
    )
    assert [wanted] == links(page, "Follow")


def test_a_browser_can_search_from_its_bar(browser: Browser) -> None:
    """Every page tells it how."""
    for url in ("/", "/search?q=Putin", "/help", "/article/ro.txt"):
        assert (
            'rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml"'
            in browser.get(url).text
        )
    reply = browser.get("/opensearch.xml")
    described = ET.fromstring(reply.body)  # noqa: S314 - our own
    templates = {
        one.get("type"): one.get("template") for one in described.iter() if one.tag.endswith("Url")
    }

    assert "application/opensearchdescription+xml; charset=utf-8" == reply.headers["Content-Type"]
    assert "http://127.0.0.1:8080/search?q={searchTerms}" == templates["text/html"]
    assert "http://127.0.0.1:8080/search.atom?q={searchTerms}" == templates["application/atom+xml"]


def test_a_feed_follows_what_comes() -> None:
    """What is new comes first however old it is, and nothing comes again as new."""
    before = searcher_of(ARTICLES)
    new = replace(ROMANIAN, article_id="new", published="1999", sequence=1, first_seen="2026-11-29")
    after = searcher_of((*ARTICLES, new))
    old, now = (
        texts(feed(Browser(application(one)), "/search.atom?q=Putin"), "entry/id")
        for one in (before, after)
    )

    assert old == now[1:]

"""Entity tags: an answer that is known is not sent again, and a new one is."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse_article
from search.entities.gazetteer import gazetteer
from search.service.searcher import Searcher
from tests.archive import engine_of
from tests.web.archive import ENGLISH, HEBREW
from tests.web.browser import Browser
from web.app import application

KEPT = [
    "/api/v1/search?q=Putin",
    "/api/v1/articles/ro.txt?q=Putin",
    "/api/v1/suggest?q=Put",
    "/api/v1/openapi.json",
]


@pytest.mark.parametrize("url", KEPT)
def test_an_answer_that_is_known_is_not_sent_again(browser: Browser, url: str) -> None:
    first = browser.get(url)
    again = browser.get(url, if_none_match=f'"other", {first.headers["Etag"]}')

    assert (304, b"", first.headers["Etag"]) == (again.status, again.body, again.headers["Etag"])
    assert "Content-Type" not in again.headers


def test_a_tag_that_a_proxy_made_strong_is_known_too(browser: Browser) -> None:
    """If-None-Match compares weakly (RFC 9110)."""
    tag = browser.get(KEPT[0]).headers["Etag"]

    assert 304 == browser.get(KEPT[0], if_none_match=tag.removeprefix("W/")).status


@pytest.mark.parametrize("url", KEPT[:-1])
def test_another_question_is_another_answer(browser: Browser, url: str) -> None:
    others = [f"{url}&ui=he", f"{url}in", KEPT[-1]]
    tags = [browser.get(other).headers["Etag"] for other in (url, *others)]
    hebrew = browser.get(url, accept_language="he").headers["Etag"]

    assert 5 == len({*tags, hebrew})


def test_after_a_commit_an_answer_is_made_anew() -> None:
    engine = engine_of([HEBREW])
    browser = Browser(application(Searcher(engine, gazetteer())))
    before = browser.get("/api/v1/search?q=Putin").headers["Etag"]
    engine.write([(ENGLISH, analyse_article(ENGLISH))])
    engine.commit()
    after = browser.get("/api/v1/search?q=Putin", if_none_match=before)

    assert (200, 2) == (after.status, after.json["total"])
    assert before != after.headers["Etag"]


def test_what_is_not_there_has_no_tag(browser: Browser) -> None:
    assert not [
        url
        for url in ("/api/v1/articles/none", "/api/v1/search?page=x")
        if "Etag" in browser.get(url).headers
    ]

"""What programs may rely on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.browser import Browser
from web import urls

ANSWER = {"query", "match", "total", "page", "size", "took_ms", "hints", "hits", "facets"}
ARTICLE = {
    "id",
    "title",
    "title_marks",
    "lang",
    "dir",
    "published",
    "published_source",
    "year",
    "outlet",
    "url",
    "leaders",
    "countries",
}


def slices(text: str, marks: list[list[int]]) -> list[str]:
    return [text[start:end] for start, end in marks]


def urls_of(reply: Any, before: str = "\0") -> list[str]:  # noqa: ANN401 - whatever JSON can say
    return [one["url"].partition(before)[0] for one in reply["suggestions"]]


def test_an_answer_has_all_its_keys(browser: Browser) -> None:
    reply = browser.get("/api/v1/search?q=Putin&year=2023")
    [hit] = reply.json["hits"]

    assert "application/json; charset=utf-8" == reply.headers["Content-Type"]
    assert ANSWER <= set(reply.json)
    assert ARTICLE | {"score", "passages"} <= set(hit)
    assert {"leader", "country", "year", "lang"} == set(reply.json["facets"])
    assert all({"value", "label", "count", "selected"} <= set(row) for row in reply.json["facets"]["year"])


def test_marks_are_code_points_of_the_text(browser: Browser) -> None:
    hits = browser.get("/api/v1/search?q=נתניהו").json["hits"]
    [hit] = [hit for hit in hits if hit["lang"] == "he"]

    assert ["ונתניהו"] == slices(hit["title"], hit["title_marks"])
    assert "נתניהו" in slices(hit["passages"][0]["text"], hit["passages"][0]["marks"])


def test_parameters_are_understood(browser: Browser) -> None:
    answer = browser.get("/api/v1/search?q=&leader=Путин&country=il&year=2023&year=2025&sort=oldest&size=1&page=2").json

    assert [2, 2, 1] == [answer["total"], answer["page"], answer["size"]]
    assert ["2025/שיחה 1.txt"] == [hit["id"] for hit in answer["hits"]]
    assert [["vladimir-putin", True]] == [
        [row["value"], row["selected"]] for row in answer["facets"]["leader"] if row["value"] == "vladimir-putin"
    ]


@pytest.mark.parametrize(("ui", "expected"), [("en", "Israel"), ("he", "ישראל"), ("ro", "Israel"), ("xx", "Israel")])
def test_labels_are_in_the_language_asked_for(browser: Browser, ui: str, expected: str) -> None:
    countries = browser.get(f"/api/v1/search?q=Putin&ui={ui}").json["facets"]["country"]

    assert [expected] == [row["label"] for row in countries if row["value"] == "il"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("year=abc", "bad_year"),
        ("year=2016..", "bad_year"),
        ("sort=date", "bad_sort"),
        ("page=0", "bad_page"),
        ("page=x", "bad_page"),
        ("size=0", "bad_size"),
        ("size=101", "bad_size"),
        ("size=ten", "bad_size"),
        ("match=none", "bad_match"),
    ],
)
def test_what_can_not_be_meant_is_refused(browser: Browser, query: str, code: str) -> None:
    reply = browser.get(f"/api/v1/search?{query}")

    assert (400, code) == (reply.status, reply.json["error"]["code"])
    assert reply.json["error"]["message"]
    page = browser.get(f"/search?{query}")
    assert (400, "text/html; charset=utf-8") == (page.status, page.headers["Content-Type"])


@pytest.mark.parametrize(
    "query",
    ["leader=nobody", "country=zz", "lang=xx", "q=Putin&page=99", "q=Putin&page=999999999999", "year=1900"],
)
def test_what_is_not_there_is_no_error(browser: Browser, query: str) -> None:
    reply = browser.get(f"/api/v1/search?{query}")

    assert (200, []) == (reply.status, reply.json["hits"])


def test_an_unknown_value_is_shown_as_chosen(browser: Browser) -> None:
    """The reader sees what to take away."""
    leaders = browser.get("/api/v1/search?leader=nobody").json["facets"]["leader"]

    assert [("nobody", 0)] == [(row["value"], row["count"]) for row in leaders if row["selected"]]


def test_an_article_has_its_text(browser: Browser) -> None:
    article = browser.get(f"/api/v1{urls.article('a/b#2.md').replace('/article/', '/articles/')}").json

    assert ARTICLE | {"text", "boilerplate", "words"} <= set(article)
    assert not {"score", "passages"} & set(article)
    assert "Related: weather" == article["text"][slice(*article["boilerplate"][0])]


def test_an_article_with_any_id_is_found(browser: Browser, odd_id: str) -> None:
    path = urls.article(odd_id).removeprefix("/article/")

    assert odd_id == browser.get(f"/api/v1/articles/{path}").json["id"]


@pytest.mark.parametrize("path", ["/api/v1/articles/none", "/api/v1/nothing", "/api/", "/api/v1/articles/"])
def test_what_does_not_exist_is_said_in_json(browser: Browser, path: str) -> None:
    reply = browser.get(path)

    assert (404, "not_found") == (reply.status, reply.json["error"]["code"])


def test_what_may_be_typed_is_suggested(browser: Browser) -> None:
    reply = browser.get("/api/v1/suggest?q=Iran+נתני&ui=he").json

    assert "Iran נתני" == reply["query"]
    assert {
        "kind": "leader",
        "value": "benjamin-netanyahu",
        "label": "בנימין נתניהו",
        "count": 2,
        "query": "Iran",
        "url": "/search?q=Iran&leader=benjamin-netanyahu&ui=he",
    } == reply["suggestions"][0]
    assert "/search?q=thanked&year=2025" in urls_of(browser.get("/api/v1/suggest?q=tha&year=2025").json)
    assert urls.article("a/b#2.md") in urls_of(browser.get("/api/v1/suggest?q=ale").json, before="?")
    assert [] == browser.get("/api/v1/suggest").json["suggestions"]


def test_health_counts_the_articles(browser: Browser) -> None:
    assert {"status": "ok", "articles": 41} == browser.get("/healthz").json


@pytest.mark.parametrize(
    "query",
    [
        "q=%22unclosed",
        f"q={'(' * 1000}",
        f"q={'a+OR+' * 1000}b",
        "q=*a*",
        f"q={'x' * 60_000}",
        "q=%00%FF%ED%A0%80",
        "q=" + "%F0%9F%98%80" * 400,
    ],
)
def test_any_query_is_answered(browser: Browser, query: str) -> None:
    """What a person may type is never an error."""
    reply = browser.get(f"/api/v1/search?{query}")
    keys: dict[str, Any] = reply.json

    assert (200, True) == (reply.status, set(keys) >= ANSWER)
    assert 200 == browser.get(f"/search?{query}").status

"""What programs may rely on."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote_plus

import pytest

from search.model.facets import COUNTED
from tests.web.browser import Browser
from web import state

ANSWER = {
    "query",
    "match",
    "total",
    "page",
    "size",
    "took_ms",
    "partial",
    "links",
    "hints",
    "hits",
    "facets",
}
ARTICLE = {
    "id",
    "title",
    "title_marks",
    "lang",
    "dir",
    "published",
    "published_source",
    "year",
    "first_seen",
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
    assert ARTICLE | {"score", "passages", "links"} <= set(hit)
    assert set(COUNTED) == set(reply.json["facets"])
    assert all(
        {"value", "label", "count", "selected"} <= set(row) for row in reply.json["facets"]["year"]
    )


def test_marks_are_code_points_of_the_text(browser: Browser) -> None:
    hits = browser.get("/api/v1/search?q=נתניהו").json["hits"]
    [hit] = [hit for hit in hits if hit["lang"] == "he"]

    assert ["ונתניהו"] == slices(hit["title"], hit["title_marks"])
    assert "נתניהו" in slices(hit["passages"][0]["text"], hit["passages"][0]["marks"])


def test_parameters_are_understood(browser: Browser) -> None:
    answer = browser.get(
        "/api/v1/search?q=&leader=Путин&country=il&year=2023&year=2025&sort=oldest&size=1&page=2"
    ).json

    assert [2, 2, 1] == [answer["total"], answer["page"], answer["size"]]
    assert ["2025/שיחה 1.txt"] == [hit["id"] for hit in answer["hits"]]
    assert [["vladimir-putin", True]] == [
        [row["value"], row["selected"]]
        for row in answer["facets"]["leader"]
        if row["value"] == "vladimir-putin"
    ]


@pytest.mark.parametrize(("ui", "expected"), [("en", "Israel"), ("he", "ישראל"), ("ro", "Israel")])
def test_labels_are_in_the_language_asked_for(browser: Browser, ui: str, expected: str) -> None:
    countries = browser.get(f"/api/v1/search?q=Putin&ui={ui}").json["facets"]["country"]

    assert [expected] == [row["label"] for row in countries if row["value"] == "il"]


def test_an_answer_leads_to_the_next(browser: Browser) -> None:
    """A program follows links, and makes no addresses."""
    ids: list[str] = []
    url = "/api/v1/search?q=Many&sort=oldest&size=10"
    while url:
        answer = browser.get(url).json
        ids += [hit["id"] for hit in answer["hits"]]
        url = answer["links"]["next"]

    assert [str(year) for year in range(2000, 2025)] == ids
    assert {
        "self": "/api/v1/search?q=Many&sort=oldest&page=3",
        "page": "/search?q=Many&sort=oldest&page=3",
        "next": None,
        "previous": "/api/v1/search?q=Many&sort=oldest&page=2",
    } == answer["links"]


@pytest.mark.parametrize(("page", "expected"), [(1, None), (99, "/api/v1/search?q=Many&page=3")])
def test_no_link_leads_past_the_ends(browser: Browser, page: int, expected: str | None) -> None:
    assert expected == browser.get(f"/api/v1/search?q=Many&page={page}").json["links"]["previous"]


def test_a_hit_leads_to_the_article_and_to_its_page(browser: Browser, odd_id: str) -> None:
    hits = browser.get("/api/v1/search?q=Odd&size=100&ui=he").json["hits"]
    [hit] = [hit for hit in hits if hit["id"] == odd_id]

    assert odd_id == browser.get(hit["links"]["self"]).json["id"]
    assert hit["links"] == browser.get(hit["links"]["self"]).json["links"]
    assert 200 == browser.get(hit["links"]["page"]).status


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("leader=nobody", ["No article has leader:nobody."]),
        ("country=zz&lang=xx", ["No article has country:zz.", "No article has lang:xx."]),
        ("year=1900", ["No article has year:1900."]),
        ("q=Putin&leader=emmanuel-macron", ["No article has leader:emmanuel-macron."]),
        ("leader=vladimir-putin", []),
    ],
)
def test_a_value_that_nobody_has_is_said(browser: Browser, query: str, expected: list[str]) -> None:
    hints = browser.get(f"/api/v1/search?{query}").json["hints"]

    assert expected == [hint["message"] for hint in hints if hint["code"] == "empty_value"]


@pytest.mark.parametrize(
    "query",
    [
        "leader=nobody",
        "country=zz",
        "lang=xx",
        "q=Putin&page=99",
        "q=Putin&page=999999999999",
        "year=1900",
    ],
)
def test_what_is_not_there_is_no_error(browser: Browser, query: str) -> None:
    reply = browser.get(f"/api/v1/search?{query}")

    assert (200, []) == (reply.status, reply.json["hits"])


def test_an_unknown_value_is_shown_as_chosen(browser: Browser) -> None:
    """The reader sees what to take away."""
    leaders = browser.get("/api/v1/search?leader=nobody").json["facets"]["leader"]

    assert [("nobody", 0)] == [(row["value"], row["count"]) for row in leaders if row["selected"]]


def test_an_article_has_its_text(browser: Browser) -> None:
    article = browser.get(
        f"/api/v1{state.article('a/b#2.md').replace('/article/', '/articles/')}"
    ).json

    assert ARTICLE | {"text", "boilerplate", "words"} <= set(article)
    assert not {"score", "passages"} & set(article)
    assert "Related: weather" == article["text"][slice(*article["boilerplate"][0])]


def test_an_article_with_any_id_is_found(browser: Browser, odd_id: str) -> None:
    path = state.article(odd_id).removeprefix("/article/")

    assert odd_id == browser.get(f"/api/v1/articles/{path}").json["id"]


def test_what_may_be_typed_is_suggested(browser: Browser) -> None:
    reply = browser.get("/api/v1/suggest?q=Iran+נתני&ui=he").json

    assert "Iran נתני" == reply["query"]
    assert {
        "kind": "leader",
        "value": "benjamin-netanyahu",
        "label": "בנימין נתניהו",
        "count": 2,
        "query": "Iran בנימין נתניהו",
        "url": f"/search?q={quote_plus('Iran בנימין נתניהו')}&leader=benjamin-netanyahu&ui=he",
    } == reply["suggestions"][0]
    assert "/search?q=thanked&year=2025" in urls_of(
        browser.get("/api/v1/suggest?q=tha&year=2025").json
    )
    assert state.article("a/b#2.md") in urls_of(
        browser.get("/api/v1/suggest?q=ale").json, before="?"
    )
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


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("from=2010&to=2012", {"2010", "2011", "2012"}),
        ("from=2012&to=2010", {"2010", "2011", "2012"}),
        ("q=date:2010..2012", {"2010", "2011", "2012"}),
        ("q=Many+date:..2001", {"2000", "2001"}),
        ("q=Many&from=2024-03", {"2024"}),
        ("q=-date:2000..2023+Many", {"2024"}),
        ("q=date:unknown+Putin", {"ro.txt", "copy of ro.txt"}),
    ],
)
def test_articles_are_found_by_when_they_were_published(
    browser: Browser, query: str, ids: set[str]
) -> None:
    assert ids == {
        hit["id"] for hit in browser.get(f"/api/v1/search?{query}&size=100").json["hits"]
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from=2023-12-01", ["Dated less precisely, and perhaps from then: 1"]),
        (
            "from=2025-02&to=2025-03&q=Putin",
            ["Dated less precisely, and perhaps from then: 1"],
        ),
        ("from=2023-12-10&to=2023-12-10&q=Putin", []),
        ("from=2000&to=2022", []),
        ("from=1900&to=1901", []),
    ],
)
def test_what_a_vague_date_may_mean_is_said(
    browser: Browser, query: str, expected: list[str]
) -> None:
    hints = browser.get(f"/api/v1/search?{query}").json["hints"]

    assert expected == [hint["message"] for hint in hints if hint["code"] == "vaguely_dated"]


def test_an_article_leads_to_others_that_tell_of_the_same(browser: Browser) -> None:
    path = state.article("2025/שיחה 1.txt", "/api/v1/articles/")
    answer = browser.get(f"{path}/similar?ui=he").json

    assert "2025/שיחה 1.txt" == answer["id"]
    assert "a/b#2.md" == answer["hits"][0]["id"]
    assert 200 == browser.get(answer["hits"][0]["links"]["self"]).status
    assert 404 == browser.get("/api/v1/articles/none/similar").status

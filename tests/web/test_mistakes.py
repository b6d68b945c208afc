"""Mistakes in an address: programs are refused with a reason, readers are told and shown the rest."""

from __future__ import annotations

import pytest

from search.service.parameters import PARAMETERS
from tests.web.browser import Browser

BAD = [
    ("from=16", "bad_from"),
    ("to=2016-13", "bad_to"),
    ("year=abc", "bad_year"),
    ("year=2016..", "bad_year"),
    ("sort=date", "bad_sort"),
    ("page=0", "bad_page"),
    ("page=x", "bad_page"),
    ("size=0", "bad_size"),
    ("size=101", "bad_size"),
    ("size=ten", "bad_size"),
    ("match=none", "bad_match"),
    ("loose=perhaps", "bad_loose"),
    ("ui=fr", "bad_ui"),
]
BLANK = [("page=", "bad_page"), ("year=2016&year=", "bad_year"), ("sort=+", "bad_sort")]


@pytest.mark.parametrize(("query", "code"), [*BAD, *BLANK])
def test_what_can_not_be_meant_is_refused(browser: Browser, query: str, code: str) -> None:
    reply = browser.get(f"/api/v1/search?{query}")

    assert (400, code) == (reply.status, reply.json["error"]["code"])
    assert reply.json["error"]["message"]


@pytest.mark.parametrize(("query", "_code"), BAD)
@pytest.mark.parametrize("path", ["/", "/search", "/article/ro.txt", "/help", "/map/leader"])
def test_a_page_says_what_can_not_be_meant_and_shows_the_rest(
    browser: Browser, path: str, query: str, _code: str
) -> None:
    """An old or clipped link still leads somewhere; no link of the page repeats the mistake."""
    reply = browser.get(f"{path}?q=Putin&{query}")

    assert (200, 1) == (reply.status, reply.text.count('class="problems"'))
    assert query not in reply.text


@pytest.mark.parametrize(
    ("ui", "expected"),
    [
        ("en", "best is not an order. Those that are: relevance, newest, oldest, contact."),
        ("he", "best אינו סדר מיון. האפשרויות: relevance, newest, oldest, contact."),
        ("ro", "best nu este o sortare. Cele existente: relevance, newest, oldest, contact."),
    ],
)
def test_mistakes_are_told_in_the_language_asked_for(
    browser: Browser, ui: str, expected: str
) -> None:
    assert expected == browser.get(f"/api/v1/search?sort=best&ui={ui}").json["error"]["message"]
    assert (
        expected
        == browser.get("/api/v1/search?sort=best", accept_language=ui).json["error"]["message"]
    )


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/api/v1/articles/none", 404),
        ("/api/v2", 404),
        ("/api/v1/search?page=0", 400),
        ("/api/v1/search?x=1", 400),
    ],
)
@pytest.mark.parametrize("ui", ["en", "he", "ro"])
def test_every_error_speaks_the_language_asked_for(
    browser: Browser, url: str, status: int, ui: str
) -> None:
    reply = browser.get(f"{url}{'&' if '?' in url else '?'}ui={ui}")
    letters = [letter for letter in reply.json["error"]["message"] if "א" <= letter <= "ת"]

    assert (status, ui == "he") == (reply.status, bool(letters))


def test_hints_are_told_in_the_language_asked_for(browser: Browser) -> None:
    """A program shows them to somebody."""
    messages = [
        browser.get(f"/api/v1/search?q=%22Putin&ui={ui}").json["hints"][0]["message"]
        for ui in ("en", "he", "ro")
    ]

    assert 3 == len(set(messages))
    assert "מירכאות" in messages[1] or "מרכאות" in messages[1]
    assert not any("<" in message for message in messages)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/api/v1/search", ", ".join(PARAMETERS)),
        ("/api/v1/suggest", ", ".join(PARAMETERS)),
        ("/api/v1/articles/ro.txt", "q, leader, about, ui"),
    ],
)
def test_a_program_learns_of_a_parameter_that_does_nothing(
    browser: Browser, path: str, known: str
) -> None:
    """`limit=2` that returns everything is found out much later."""
    reply = browser.get(f"{path}?q=Putin&limit=2")

    assert (400, "unknown_parameter") == (reply.status, reply.json["error"]["code"])
    assert (
        f"limit is not a parameter here. Those that are: {known}." == reply.json["error"]["message"]
    )


@pytest.mark.parametrize(
    "path",
    ["/", "/search", "/article/ro.txt", "/help", "/map/leader", "/export.csv", "/export.jsonl"],
)
def test_a_reader_is_not_troubled_by_what_others_hang_on_an_address(
    browser: Browser, path: str
) -> None:
    reply = browser.get(f"{path}?q=Putin&fbclid=abc&utm_source=x")

    assert 200 == reply.status
    assert "fbclid" not in reply.text
    assert reply.text.count("utm_source") == 0


@pytest.mark.parametrize(
    "path", ["/api/v1/articles/none", "/api/v1/nothing", "/api/", "/api/v1/articles/"]
)
def test_what_does_not_exist_is_said_in_json(browser: Browser, path: str) -> None:
    reply = browser.get(path)

    assert (404, "not_found") == (reply.status, reply.json["error"]["code"])

"""What keeps a private archive private, and what happens to requests that lead nowhere."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest

from search.service.searcher import Searcher
from tests.web.browser import Browser
from web.app import HEADERS, SMALLEST, application
from web.settings import Settings

EVERYWHERE = [
    "/",
    "/search?q=Putin",
    "/article/ro.txt",
    "/api/v1/search",
    "/api/v1/suggest?q=Put",
    "/healthz",
    "/help",
    "/map/leader",
    "/export.csv",
    "/export.jsonl",
    "/export.ris",
    "/nowhere",
    "/search?page=x",
]


class BrokenSearcher(Searcher):
    """A searcher whose archive was pulled away."""

    def __init__(self) -> None: ...

    def search(self, asked: object) -> Any:  # noqa: ANN401, ARG002
        raise RuntimeError("secret words of a reader")

    def articles(self) -> int:
        raise RuntimeError("secret words of a reader")


@pytest.mark.parametrize("url", EVERYWHERE)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_every_answer_is_guarded(browser: Browser, url: str, method: str) -> None:
    """Errors too: a page of errors is a page."""
    headers = browser.get(url, method=method).headers

    assert HEADERS == {name: headers[name] for name in HEADERS}


@pytest.mark.parametrize("url", ["/search.atom", "/opensearch.xml"])
def test_what_others_keep_is_guarded_too(browser: Browser, url: str) -> None:
    """They ask for it again, and it is nobody else's."""
    headers = browser.get(url).headers

    assert HEADERS | {"Cache-Control": "private, no-cache"} == {
        name: headers[name] for name in HEADERS
    }
    assert 400 == browser.get(url, host="evil.example").status


def test_nothing_inline_and_nothing_from_elsewhere_runs() -> None:
    policy = HEADERS["Content-Security-Policy"]

    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("url", EVERYWHERE)
@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example:8080", "[", "[localhost", "]", "[1.2]", "", None],
)
def test_another_name_gets_nothing(browser: Browser, url: str, host: str | None) -> None:
    """A page elsewhere points its name at this machine and reads what we answer."""
    reply = browser.get(url, host=host)

    assert 400 == reply.status
    assert not [word for word in ("Putin", "Traceback") if word in reply.text]
    assert not re.search(r"\b41\b", reply.text)


def test_a_name_that_was_allowed_gets_everything(searcher: Searcher) -> None:
    browser = Browser(application(searcher, Settings(names=frozenset({"archive.example"}))))

    assert 200 == browser.get("/", host="archive.example").status


@pytest.mark.parametrize("url", EVERYWHERE[:-2])
def test_head_says_what_get_says_without_the_body(browser: Browser, url: str) -> None:
    got, asked = browser.get(url), browser.get(url, method="HEAD")

    assert (got.status, b"") == (asked.status, asked.body)
    assert got.headers["Content-Type"] == asked.headers["Content-Type"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("url", EVERYWHERE[:-2])
def test_nothing_can_be_changed(browser: Browser, url: str, method: str) -> None:
    reply = browser.get(url, method=method)

    assert (405, "GET, HEAD") == (reply.status, reply.headers["Allow"])
    if url.startswith(("/api", "/healthz")):
        assert "method_not_allowed" == reply.json["error"]["code"]


@pytest.mark.parametrize(
    "url", ["/%3Cscript%3Ealert(1)%3C/script%3E", "/article/%3Cscript%3Ealert(1)%3C/script%3E"]
)
def test_a_missing_page_does_not_repeat_its_path(browser: Browser, url: str) -> None:
    reply = browser.get(url)

    assert 404 == reply.status
    assert "alert" not in reply.text.partition("<main")[2]
    assert "<script>alert" not in reply.text


def test_a_bad_value_is_repeated_only_escaped(browser: Browser) -> None:
    assert "<script>alert" not in browser.get("/search?sort=%3Cscript%3Ealert(1)").text


@pytest.fixture(scope="module")
def broken() -> Browser:
    return Browser(application(BrokenSearcher()))


@pytest.mark.parametrize("url", ["/", "/api/v1/search", "/healthz"])
def test_our_mistakes_are_not_told(broken: Browser, url: str) -> None:
    """A traceback is for the log; what the reader typed may stand in it."""
    reply = broken.get(url)

    assert 500 == reply.status
    assert "secret" not in reply.text
    assert "Traceback" not in reply.text
    assert HEADERS["Content-Security-Policy"] == reply.headers["Content-Security-Policy"]


@pytest.mark.parametrize("url", ["/search", "/api/v1/search", "/nowhere"])
@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, br", "gzip"),
        ("br, gzip;q=0.5", "gzip"),
        ("gzip;q=0, br", None),
        ("x-gzipped", None),
        ("", None),
    ],
)
def test_an_answer_is_packed_for_those_who_take_it(
    browser: Browser, url: str, accepted: str, expected: str | None
) -> None:
    """A page of ten hits is a quarter of its size; a short answer gains nothing."""
    plain = browser.get(url)
    reply = browser.get(url, accept_encoding=accepted)
    packed = expected if len(plain.body) >= SMALLEST else None

    assert packed == reply.headers.get("Content-Encoding")
    assert str(len(reply.body)) == reply.headers["Content-Length"]
    assert len(plain.body) == pytest.approx(
        len(gzip.decompress(reply.body) if packed else reply.body), abs=9
    )


def test_files_are_kept_for_ever_and_only_under_the_hash_of_their_content(browser: Browser) -> None:
    page = browser.get("/").text
    url = page.partition('rel="stylesheet" href="')[2].partition('"')[0]

    assert "public, max-age=31536000, immutable" == browser.get(url).headers["Cache-Control"]
    assert "no-store" == browser.get("/").headers["Cache-Control"]
    assert 404 == browser.get("/static/0123456789abcdef/style.css").status


@pytest.mark.parametrize(
    "path", ["/static/", "/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"]
)
def test_no_other_file_is_served(browser: Browser, path: str) -> None:
    assert 404 == browser.get(path).status


@pytest.mark.parametrize("url", EVERYWHERE)
@pytest.mark.parametrize(
    "name",
    [
        "accept_language",
        "accept_encoding",
        "cookie",
        "if_none_match",
        "user_agent",
        "x_forwarded_for",
        "origin",
    ],
)
def test_headers_of_any_bytes_break_nothing(browser: Browser, url: str, name: str) -> None:
    """What no browser sends, a program may; it says nothing."""
    assert (
        browser.get(url).status
        == browser.get(
            url, host="localhost", encoded=True, **{name: "he\xff\xfe\x80;q=\xd7"}
        ).status
    )


@pytest.mark.parametrize("url", EVERYWHERE)
def test_a_name_of_any_bytes_is_not_ours(browser: Browser, url: str) -> None:
    assert 400 == browser.get(url, host="\xff\xfelocalhost").status


@pytest.mark.parametrize(
    "path", ["/search", "/api/v1/search", "/export.csv", "/map/leader", "/api/v1/suggest"]
)
@pytest.mark.parametrize(
    "typed", ["נתניהו", "încetarea", "Путин", "😀", "a&leader=בנימין נתניהו".replace(" ", "%20")]
)
def test_an_address_that_was_typed_as_it_is_read_finds_the_same(
    browser: Browser, path: str, typed: str
) -> None:
    """curl sends the letters of an address as they are."""
    url = f"{path}?q={typed}"
    took = re.compile(r'"took_ms": [\d.]+|in [\d.]+ ms')

    assert took.sub("", browser.get(url).text) == took.sub("", browser.get(url, encoded=False).text)


@pytest.mark.parametrize(
    "query", [b"q=\xff\xfe", b"q=\xd7", b"\xd7=a", b"q=\xd7%A0", b"leader=\x80&ui=\xff"]
)
def test_an_address_of_any_bytes_breaks_nothing(browser: Browser, query: bytes) -> None:
    assert (
        200
        == browser.get("/search?" + query.decode(errors="surrogateescape"), encoded=False).status
    )

"""Which names are ours."""

from __future__ import annotations

import pytest

from search.service.searcher import Searcher
from tests.web.browser import Browser
from tests.web.markup import Tags
from web.app import application
from web.settings import Settings, allowed_names

OURS = Settings(host="192.168.1.5", names=frozenset({"archive.example"}))


@pytest.mark.parametrize(
    "header",
    [
        "localhost",
        "localhost:8080",
        "LocalHost.",
        "127.0.0.1:9",
        "127.8.8.8",
        "[::1]:8080",
        "192.168.1.5:8080",
        "archive.example",
        "ARCHIVE.example:80",
    ],
)
def test_our_names_are_trusted(header: str) -> None:
    assert OURS.trusts(header)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "evil.example:localhost",
        "archive.example.evil.example",
        "192.168.1.6",
        "user@localhost",
        "localhost:8080:8080",
        "[::2]",
        "[evil.example]",
        "127.0.0.1 evil",
        "0x7f000001",
    ],
)
def test_other_names_are_not(header: str) -> None:
    """A page elsewhere can point such a name at this machine."""
    assert not OURS.trusts(header)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 - nothing is bound
def test_a_server_for_everybody_is_asked_by_any_address_but_not_by_any_name(host: str) -> None:
    """An address can't be pointed elsewhere."""
    settings = Settings(host=host)

    assert settings.trusts("10.0.0.7:8080")
    assert settings.trusts("[fe80::1]:8080")
    assert not settings.trusts("evil.example")


def test_names_are_allowed_by_the_environment() -> None:
    assert {"a.example", "b"} == allowed_names({"READOUT_HOSTS": "A.example, b,"})
    assert frozenset() == allowed_names({})


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.1", "http://127.0.0.1:8080"), ("::1", "http://[::1]:8080")]
)
def test_the_url_can_be_opened(host: str, expected: str) -> None:
    assert expected == Settings(host=host).url


@pytest.mark.parametrize("host", ["[127.0.0.1]", "[::1]:8080", "localhost"])
def test_whatever_name_is_ours_gets_an_answer(browser: Browser, host: str) -> None:
    """Of the first, Python's own reader of addresses says that it is none."""
    assert 200 == browser.get("/search.atom?q=Putin", host=host).status


@pytest.fixture(scope="module")
def behind(searcher: Searcher) -> Browser:
    """The site behind a proxy that gives it a path of its own."""
    return Browser(application(searcher, Settings(public="https://news.example:8443/archive/")))


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/search?q=Putin&year=2023",
        "/search?q=zzzz&leader=vladimir-putin",
        "/article/ro.txt?q=Putin",
        "/help",
        "/map/leader",
        "/nowhere",
        "/search?page=x",
    ],
)
def test_behind_a_proxy_every_link_of_a_page_has_its_path(behind: Browser, url: str) -> None:
    tags = Tags(behind.get(url, host="news.example").text).found
    addresses = [at.get(name) or "" for _, at in tags for name in ("href", "src", "action")]
    own = [one for one in addresses if one.startswith("/")]

    assert own
    assert [] == [one for one in own if not one.startswith("/archive/")]


@pytest.mark.parametrize("before", ["", "/archive"])
def test_a_proxy_may_keep_its_path_or_take_it_away(behind: Browser, before: str) -> None:
    """Both are usual, and differ by a slash in the settings of nginx."""
    assert 200 == behind.get(f"{before}/search?q=Putin", host="127.0.0.1").status
    assert [] != behind.get(f"{before}/api/v1/search?q=Putin", host="news.example").json["hits"]


def test_what_is_read_elsewhere_has_the_public_address(behind: Browser) -> None:
    feed = behind.get("/search.atom?q=Putin", host="127.0.0.1:8080").text
    search = behind.get("/opensearch.xml", host="127.0.0.1:8080").text
    links = behind.get("/api/v1/search?q=Putin", host="127.0.0.1:8080").json["links"]

    assert 'href="https://news.example:8443/archive/search.atom?q=Putin"' in feed
    assert 'template="https://news.example:8443/archive/search?q={searchTerms}"' in search
    assert ("/archive/api/v1/search?q=Putin", "/archive/search?q=Putin") == (
        links["self"],
        links["page"],
    )


def test_the_public_name_is_ours_and_no_other(behind: Browser) -> None:
    assert [200, 400] == [
        behind.get("/", host=host).status for host in ("news.example", "evil.example")
    ]

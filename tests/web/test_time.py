"""An answer takes no longer than it may, and says so where something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.embedded.engine import EmbeddedEngine
from search.analysis.analyzer import analyse_article
from search.entities.gazetteer import gazetteer
from search.model.languages import INTERFACE_LANGUAGES
from search.service.searcher import Searcher
from tests.web.archive import ARTICLES
from tests.web.browser import Browser
from web.app import application
from web.messages import locale
from web.settings import Settings

PHRASE = '"putin speak"~9'
FILES = ("/search.atom", "/export.csv", "/export.ris", "/export.jsonl")


def on_disk(place: Path) -> Searcher:
    engine = EmbeddedEngine(place / "index", create=True)
    engine.write((one, analyse_article(one)) for one in ARTICLES)
    engine.commit()
    return Searcher(engine, gazetteer())


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    return Browser(application(on_disk(tmp_path_factory.mktemp("patient"))))


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """The same archive for readers who get no time at all, and for whom nobody found a phrase before."""
    place = tmp_path_factory.mktemp("hurried")
    return Browser(application(on_disk(place), Settings(time_limit=0)))


def test_the_api_says_how_much_has_answered(hurried: Browser) -> None:
    reply = hurried.get(f"/api/v1/search?q={PHRASE}")

    assert 200 == reply.status
    assert {"reason": "time", "answered": 3, "of": 4} == reply.json["partial"]
    assert (0, []) == (reply.json["total"], reply.json["hints"])


def test_what_is_whole_says_nothing(patient: Browser) -> None:
    reply = patient.get(f"/api/v1/search?q={PHRASE}")

    assert (None, 1) == (reply.json["partial"], reply.json["total"])


def test_a_part_is_never_kept(patient: Browser, hurried: Browser) -> None:
    """A program would take it for the whole until the next commit."""
    address = f"/api/v1/search?q={PHRASE}"

    assert "Etag" in patient.get(address).headers
    assert "Etag" not in hurried.get(address).headers
    assert "no-store" == hurried.get(address).headers["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/search?q=Putin",  # all of it is found, and marked no more
        "/api/v1/articles/ro.txt?q=Putin",
        "/api/v1/suggest?q=Put",
        "/search.atom?q=Putin",
    ],
)
def test_nor_is_what_lacks_its_marks_or_hints(
    patient: Browser, hurried: Browser, address: str
) -> None:
    assert (200, 200) == (patient.get(address).status, hurried.get(address).status)
    assert "Etag" in patient.get(address).headers
    assert "Etag" not in hurried.get(address).headers


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_page_says_how_much_was_looked_through(hurried: Browser, language: str) -> None:
    """And not that there is nothing: nobody knows."""
    say = locale(language)
    page = hurried.get(f"/search?q={PHRASE}&ui={language}")

    assert 200 == page.status
    assert say("partial.time", answered=say.number(3), of=say.number(4)) in page.text
    assert say("partial.empty") in page.text
    assert f"<strong>{say('empty')}</strong>" not in page.text


@pytest.mark.parametrize("page", ["/map/leader", "/facet/leader", "/facet/year"])
def test_a_page_of_counts_says_so_too(patient: Browser, hurried: Browser, page: str) -> None:
    address = f"{page}?q={PHRASE}"

    assert "takes too long to finish: 3 of 4 articles" in hurried.get(address).text
    assert "takes too long" not in patient.get(address).text


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_whole_or_refused(patient: Browser, hurried: Browser, path: str) -> None:
    """Nobody looks at a file again for what it lacks."""
    refused = hurried.get(f"{path}?q={PHRASE}")

    assert 200 == patient.get(f"{path}?q={PHRASE}").status
    assert 503 == refused.status
    assert "takes longer than an answer may" in refused.text
    assert "Etag" not in refused.headers


@pytest.mark.parametrize(
    "path", ["/", "/search?q=zebra&leader=nobody", "/api/v1/suggest?q=pu", "/help", "/healthz"]
)
def test_what_takes_no_time_needs_none(hurried: Browser, path: str) -> None:
    assert 200 == hurried.get(path).status


def test_an_article_opens_without_time_for_its_marks(hurried: Browser) -> None:
    assert 200 == hurried.get("/article/ro.txt?q=putin").status

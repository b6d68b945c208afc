"""An index that is gone or cut off under a server is a 503, until it is there again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.archive import in_use
from index.engines import awaited_engine
from index.update.build import build
from search.entities.gazetteer import gazetteer
from search.service.searcher import Searcher
from tests.web.browser import Browser
from web.app import application

PAGES = ("/search?q=secret", "/api/v1/search?q=secret", "/export.csv?q=secret", "/healthz")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles, and beside them the index that is served."""
    place = tmp_path_factory.mktemp("served")
    (place / "articles").mkdir()
    (place / "articles" / "one.txt").write_text("A secret call\n\nThey spoke.\n", "utf-8")
    return place


@pytest.fixture(scope="module")
def browser(place: Path) -> Browser:
    """One server, under which each test has an index of its own."""
    return Browser(application(Searcher(awaited_engine(place / "index"), gazetteer())))


@pytest.fixture
def index(place: Path) -> Iterator[Path]:
    build(place / "index", [place / "articles"])
    yield place / "index"
    for left in ("index", "away"):  # what a test moved does not come back
        shutil.rmtree(place / left, ignore_errors=True)


def statuses(browser: Browser) -> set[int]:
    return {browser.get(page).status for page in PAGES}


def segment(index: Path) -> Path:
    return next(in_use(index).postings.glob("*.arrays"))


def cut(index: Path) -> Callable[[], object]:
    path = segment(index)
    whole = path.read_bytes()
    os.truncate(path, len(whole) // 3)
    return lambda: path.write_bytes(whole)


def cut_and_replaced(index: Path) -> Callable[[], object]:
    """Put back as a backup is: another file of that name."""
    path, whole = segment(index), segment(index).read_bytes()
    cut(index)
    (path.parent / "copy").write_bytes(whole)
    return lambda: (path.parent / "copy").rename(path)


def moved(index: Path) -> Callable[[], object]:
    away = index.rename(index.with_name("away"))
    return lambda: away.rename(index)


def without_postings(index: Path) -> Callable[[], object]:
    postings = in_use(index).postings
    away = postings.rename(index.with_name("away"))
    return lambda: away.rename(postings)


@pytest.mark.parametrize("outage", [cut, cut_and_replaced, moved, without_postings])
def test_an_index_that_comes_back_is_served_again(
    index: Path, browser: Browser, outage: Callable[[Path], Callable[[], object]]
) -> None:
    """To read what was cut off would end the process."""
    before = statuses(browser)
    come_back = outage(index)
    meanwhile = statuses(browser)
    come_back()

    assert ({200}, {503}, {200}) == (before, meanwhile, statuses(browser))


@pytest.mark.parametrize("part", ["answer", "with_term_offsets"])
def test_an_index_that_is_cut_while_it_is_read_is_an_outage_too(
    index: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """What was cut off reads as zeros, and whatever comes of them is no fault of ours."""

    def cut_and_read(*_: object) -> None:
        cut(index)
        raise ValueError("zeros")

    monkeypatch.setattr(f"index.embedded.engine.{part}", cut_and_read)

    assert 503 == browser.get("/search?q=secret").status


def test_what_the_next_run_mends_is_served_again(
    index: Path, browser: Browser, place: Path
) -> None:
    assert {200} == statuses(browser)
    cut(index)
    assert {503} == statuses(browser)

    build(index, [place / "articles"])

    assert {200} == statuses(browser)


def test_a_server_may_start_before_its_index(tmp_path: Path) -> None:
    """It is not the server that must be started again."""
    (tmp_path / "one.txt").write_text("A secret call\n\nThey spoke.\n", "utf-8")
    browser = Browser(application(Searcher(awaited_engine(tmp_path / "index"), gazetteer())))
    before = statuses(browser)

    build(tmp_path / "index", [tmp_path / "one.txt"])

    assert ({503}, {200}) == (before, statuses(browser))


def test_what_is_written_down_of_it_tells_no_words(
    index: Path, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line of JSON each: the page, the kind of error and where it arose."""
    moved(index)
    statuses(browser)

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert [("error", "not answered", "IndexStateError")] * len(PAGES) == [
        (line["level"], line["event"], line["error"]) for line in lines
    ]
    assert {"/search", "/api/v1/search", "/export.csv", "/healthz"} == {
        line["page"] for line in lines
    }
    assert not [line for line in lines if "secret" in json.dumps(line)]

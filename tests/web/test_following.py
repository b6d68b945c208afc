"""A search is followed through runs, a rebuild and a clock that goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.engines import awaited_engine
from index.update.build import build
from index.update.rules import Mode
from search.entities.gazetteer import gazetteer
from search.service.searcher import Searcher
from tests.web import atom
from tests.web.browser import Browser
from web.app import application

CALL = "A call number {0}\n\nPutin and Netanyahu spoke by telephone on 1 March {1}. It was {0}.\n"


class Follower:
    """Somebody whose reader of feeds asks now and then, and reports what it had not seen."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "articles"
        self.folder.mkdir()
        self._index = place / "index"
        # one server, whatever becomes of its index
        self._browser = Browser(application(Searcher(awaited_engine(self._index), gazetteer())))
        self._seen: dict[str, str] = {}
        self._tag = ""

    def write(self, name: str, year: int) -> None:
        (self.folder / f"{name}.txt").write_text(CALL.format(name, year), encoding="utf-8")

    def run(self, mode: Mode = "changes") -> None:
        build(self._index, [self.folder], mode=mode)

    def news(self) -> list[str]:
        """What is new in the feed, which must be as the standard has it."""
        reply = self._browser.get("/search.atom?q=telephone", if_none_match=self._tag)
        if reply.status == 304:
            return []
        assert [] == atom.faults(reply.body)
        self._tag = reply.headers["Etag"]
        told = atom.entries(reply.body)
        fresh = [title for one, title in told.items() if one not in self._seen]
        assert fresh == list(told.values())[: len(fresh)]  # what is new stands before all else
        self._seen |= told
        return [title.removeprefix("A call number ") for title in fresh]


@pytest.fixture
def follower(tmp_path: Path) -> Follower:
    return Follower(tmp_path)


def test_each_article_is_news_once(follower: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    """However old it is, whatever is built anew, and wherever the clock stands."""
    follower.write("one", 2020)
    follower.run()
    assert ["one"] == follower.news()

    follower.write("two", 1999)  # told late
    follower.run()
    assert ["two"] == follower.news()
    assert [] == follower.news()

    follower.run("full")
    assert [] == follower.news()

    monkeypatch.setattr("index.update.first_seen.today", lambda: "1970-01-01")
    follower.write("three", 2021)
    follower.run()
    assert ["three"] == follower.news()

    monkeypatch.setattr("index.update.first_seen.today", lambda: "2099-12-31")
    follower.write("four", 2018)
    follower.run()
    monkeypatch.undo()
    follower.write("five", 2019)
    follower.run("full")
    assert ["five", "four"] == follower.news()


def test_an_article_that_is_corrected_or_renamed_is_no_news(follower: Follower) -> None:
    for name in ("one", "two"):
        follower.write(name, 2020)
    follower.run()
    follower.news()

    follower.write("one", 2024)
    (follower.folder / "two.txt").rename(follower.folder / "two renamed.txt")
    follower.run()

    assert [] == [title for title in follower.news() if title != "two"]


def test_a_reader_that_is_strict_finds_faults() -> None:
    """Else its silence would mean nothing."""
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><id>1</id><title/><updated>today</updated>
    <entry><id>urn:a</id><title/><title/><updated>2026-01-01T00:00:00Z</updated>
    <link href="/x"/><image/></entry></feed>"""

    assert {
        "no address: 1",
        "no moment: today",
        "2 \u00d7 title in entry",
        "image in entry",
        "a link without a whole address: {'href': '/x'}",
        "links of the feed: []",
        "links of an entry: [None]",
        "an entry without an author",
    } == set(atom.faults(body))

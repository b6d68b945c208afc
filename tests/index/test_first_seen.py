"""First seen: an article keeps its number and its day, whatever runs and clocks do later."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from index.archive import in_use
from index.cli import app
from index.engines import open_engine
from index.update import identity, parallel, seal
from index.update.manifest import reading
from search.engine.port import Request
from search.entities.gazetteer import gazetteer
from search.errors import IndexStateError
from search.service.searcher import Searcher
from tests.index.archive import ENGLISH, Archive
from tests.web.browser import Browser
from web.app import application

ATOM = "{http://www.w3.org/2005/Atom}"


class Clock:
    """A clock that may go wrong."""

    def __init__(self) -> None:
        self.day = "2026-11-28"

    def __call__(self) -> str:
        return self.day


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("index.update.first_seen.today", clock)
    return clock


def seen(archive: Archive) -> dict[str, tuple[int, str | None]]:
    found = {one: archive.article(one) for one in archive.ids()}
    return {one: (article.sequence, article.first_seen) for one, article in found.items()}


def write(archive: Archive, *names: str) -> None:
    for name in names:
        archive.write(name, f"{ENGLISH} This one is called {name}.")


def made_by_another_release(archive: Archive) -> None:
    marker = in_use(archive.index).postings / "embedded.json"
    marker.write_text('{"engine": "readout", "format": 4}\n', encoding="utf-8")


@pytest.fixture
def three_runs(archive: Archive, clock: Clock) -> Archive:
    """Three runs, the last two by a clock that is wrong, and the index made anew between."""
    write(archive, "m.txt", "z.txt")
    archive.build()
    clock.day = "2001-01-01"
    write(archive, "a.txt")
    archive.build()
    archive.build(mode="full")
    clock.day = "2026-11-30"
    archive.write("m.txt", f"{ENGLISH} It was changed.")
    write(archive, "k.txt")
    archive.build()
    return archive


SEEN = {
    "a.txt": (3, "2026-11-28"),
    "k.txt": (4, "2026-11-30"),
    "m.txt": (1, "2026-11-28"),
    "z.txt": (2, "2026-11-28"),
}


def test_no_clock_and_no_rebuild_changes_the_order(three_runs: Archive) -> None:
    assert SEEN == seen(three_runs)


@pytest.mark.parametrize("mode", ["full", "rebuild"])
def test_an_index_of_other_rules_made_anew_keeps_it(
    three_runs: Archive, clock: Clock, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but the manifest of the old one can be read."""
    monkeypatch.setattr("index.update.rules.fingerprint", lambda: "another")
    made_by_another_release(three_runs)
    clock.day = "2027-01-01"
    write(three_runs, "b.txt")
    three_runs.build(mode=mode)

    assert {**SEEN, "b.txt": (5, "2027-01-01")} == seen(three_runs)


def test_an_index_that_lost_its_manifest_keeps_it(three_runs: Archive, clock: Clock) -> None:
    """Nothing but the postings tell it then."""
    in_use(three_runs.index).manifest.write_bytes(b"no manifest")
    clock.day = "2027-01-01"
    write(three_runs, "b.txt")
    three_runs.build()

    assert {**SEEN, "b.txt": (5, "2027-01-01")} == seen(three_runs)


def test_an_article_that_moves_with_its_id_keeps_it(archive: Archive, clock: Clock) -> None:
    def put(name: str, *ids: str) -> None:
        archive.write(name, json.dumps([{"id": one, "text": f"{ENGLISH} {one}."} for one in ids]))

    put("log.json", "one", "two")
    archive.build()
    clock.day = "2026-12-01"
    put("log.json", "three")
    put("old.json", "one", "two")
    archive.build()
    (archive.folder / "log.json").rename(archive.folder / "other.json")
    archive.build()

    assert {
        "one": (1, "2026-11-28"),
        "two": (2, "2026-11-28"),
        "three": (3, "2026-12-01"),
    } == seen(archive)


def test_an_article_that_was_gone_is_new(archive: Archive, clock: Clock) -> None:
    write(archive, "a.txt", "b.txt")
    archive.build()
    (archive.folder / "a.txt").unlink()
    archive.build()
    clock.day = "2026-11-29"
    write(archive, "a.txt")
    archive.build()

    assert {"a.txt": (3, "2026-11-29"), "b.txt": (2, "2026-11-28")} == seen(archive)


def test_a_manifest_of_before_learns_it(three_runs: Archive, clock: Clock) -> None:
    """What nobody wrote down is seen first when the index is made anew."""
    generation = in_use(three_runs.index)
    with sqlite3.connect(generation.manifest) as manifest:
        manifest.execute("DROP INDEX articles_alike")
        for column in ("sequence", "first_seen"):
            manifest.execute(f"ALTER TABLE articles DROP COLUMN {column}")
    manifest.close()
    seal.put(generation.manifest, [str(three_runs.folder)])
    made_by_another_release(three_runs)
    with reading(generation.manifest) as before:
        assert [0] * 4 == [entry.sequence for name in SEEN if (entry := before.entry(name))]
    with pytest.raises(IndexStateError, match="--rebuild"):
        three_runs.build()
    clock.day = "2026-12-24"
    three_runs.build(mode="full")

    assert {name: (number, "2026-12-24") for number, name in enumerate(sorted(SEEN), 1)} == seen(
        three_runs
    )


def test_what_an_article_says_does_not_depend_on_it(three_runs: Archive) -> None:
    article = three_runs.article("a.txt")

    assert identity.digest(article) == identity.digest(
        replace(article, sequence=9, first_seen=None)
    )
    assert (0, 4) == three_runs.counts()[:2]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2026-11-30", ["k.txt"]),
        ("2026-11-29", ["k.txt"]),
        ("2026-11", ["a.txt", "k.txt", "m.txt", "z.txt"]),
        ("2026", ["a.txt", "k.txt", "m.txt", "z.txt"]),
        ("2026-12", []),
    ],
)
def test_what_came_since_a_day_is_found(
    three_runs: Archive, since: str, expected: list[str]
) -> None:
    asked = ["search", "", "--since", since, "--json", "--index", str(three_runs.index)]
    result = CliRunner().invoke(app, asked)
    answer = json.loads(result.stdout)

    assert (0, len(expected)) == (result.exit_code, answer["total"])
    assert expected == sorted(hit["id"] for hit in answer["hits"])
    assert {SEEN[name][1] for name in expected} == {hit["first_seen"] for hit in answer["hits"]}
    assert len(expected) == sum(row["count"] for row in answer["facets"]["year"])


@pytest.mark.parametrize(("since", "said"), [("yesterday", "yesterday"), ("", '""')])
def test_since_no_date_is_said(three_runs: Archive, since: str, said: str) -> None:
    """An empty one is a variable of a script that was not set."""
    asked = ["search", "", "--since", since, "--index", str(three_runs.index)]
    result = CliRunner().invoke(app, asked)

    assert 2 == result.exit_code
    assert f"since can't be {said!r}; expected a year, a month or a day" in result.stderr


def test_an_article_shown_says_it(three_runs: Archive) -> None:
    asked = ["show", "k.txt", "--json", "--index", str(three_runs.index)]

    assert "2026-11-30" == json.loads(CliRunner().invoke(app, asked).stdout)["first_seen"]


def test_a_feed_is_in_this_order(three_runs: Archive) -> None:
    browser = Browser(application(Searcher(open_engine(three_runs.index), gazetteer())))
    shown = ET.fromstring(browser.get("/search.atom?q=telephone&sort=oldest").body)  # noqa: S314
    entries = [
        (
            (entry.findtext(f"{ATOM}summary") or "").split()[-1].rstrip("."),
            entry.findtext(f"{ATOM}updated"),
        )
        for entry in shown.iter(f"{ATOM}entry")
    ]

    assert [
        ("k.txt", "2026-11-30T00:00:00Z"),
        ("a.txt", "2026-11-28T00:00:00Z"),
        ("z.txt", "2026-11-28T00:00:00Z"),
        ("changed", "2026-11-28T00:00:00Z"),
    ] == entries
    assert "2026-11-30T00:00:00Z" == shown.findtext(f"{ATOM}updated")


def test_processes_that_share_the_work_see_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of paths, however they are divided."""
    orders = []
    for place in ("one", "other"):
        (tmp_path / place).mkdir()
        archive = Archive(tmp_path / place)
        write(archive, *(f"{number:02}.txt" for number in range(12)))
        if place == "one":
            monkeypatch.setattr(parallel, "FEW_ARTICLES", 2)
            monkeypatch.setattr(parallel, "_CHUNK", 2)
            monkeypatch.setattr("index.update.writing.COMMIT_EVERY", 5)
        else:
            monkeypatch.undo()
        archive.build()
        found = open_engine(archive.index).search(Request(sort="seen", size=100))
        orders.append([hit.article_id for hit in found.hits])

    assert orders[0] == orders[1] == [f"{number:02}.txt" for number in range(11, -1, -1)]

"""Articles keep their ids wherever their files go, and what says the same has one original."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.loaders import Part, load
from index.update.reader import Reader
from index.update.rules import Mode
from tests.index.archive import ENGLISH, Archive

MODES = pytest.mark.parametrize("mode", ["changes", "full"])


def export(archive: Archive, name: str, *ids: str) -> None:
    """A file of articles with ids of their own, each with the same text wherever it is."""
    rows = [json.dumps({"id": one, "text": f"{ENGLISH} Number {one}."}) for one in ids]
    archive.write(name, "\n".join(rows))


def places(archive: Archive) -> dict[str, int]:
    """The articles' ids with the numbers under which they were first seen."""
    return {one: archive.article(one).sequence for one in archive.ids()}


@MODES
@pytest.mark.parametrize("old", ["news-2016.jsonl", "news.2016.jsonl", "newspaper.jsonl"])
def test_a_log_that_is_rotated_takes_its_ids_along(archive: Archive, mode: Mode, old: str) -> None:
    """Wherever its new name comes in the order of names."""
    export(archive, "news.jsonl", "1", "2", "3")
    archive.build()
    (archive.folder / "news.jsonl").rename(archive.folder / old)
    export(archive, "news.jsonl", "4", "5")

    assert (0, 0) == archive.counts(mode=mode)[2:]
    assert {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5} == dict(sorted(places(archive).items()))


@MODES
def test_files_that_are_swapped_keep_their_articles(archive: Archive, mode: Mode) -> None:
    export(archive, "a.jsonl", "1", "2")
    export(archive, "b.jsonl", "3")
    archive.build()
    export(archive, "a.jsonl", "3")
    export(archive, "b.jsonl", "1", "2")

    archive.build(mode=mode)

    assert {"1": 1, "2": 2, "3": 3} == places(archive)


@MODES
def test_one_that_goes_on_in_another_file_keeps_its_id(archive: Archive, mode: Mode) -> None:
    """An export that is split, one part of it under a name that comes first."""
    export(archive, "b.jsonl", "1", "2", "3", "4")
    archive.build()
    export(archive, "a.jsonl", "1", "2")
    export(archive, "b.jsonl", "3", "4")

    archive.build(mode=mode)

    assert {"1": 1, "2": 2, "3": 3, "4": 4} == places(archive)


@MODES
def test_two_exports_with_the_same_numbers_are_both_there(archive: Archive, mode: Mode) -> None:
    """The first keeps them, also where the second comes first by its name."""
    export(archive, "b.jsonl", "1", "2")
    archive.build()
    archive.write("a.jsonl", '{"id": "1", "text": "Another."}\n{"id": "2", "text": "And one."}')
    archive.build(mode=mode)
    archive.build(mode="full")

    assert ["1", "2", "a.jsonl:1", "a.jsonl:2"] == archive.ids()
    assert archive.article("1").text.endswith("Number 1.")


@MODES
def test_ids_stay_when_the_owner_of_the_plain_ones_is_gone(archive: Archive, mode: Mode) -> None:
    export(archive, "a.jsonl", "1")
    archive.write("b.jsonl", '{"id": "1", "text": "Another."}')
    archive.build()
    (archive.folder / "a.jsonl").unlink()
    archive.build(mode=mode)

    assert ["b.jsonl:1"] == archive.ids()


@MODES
@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("caf\u00e9.txt", "cafe\u0301.txt", id="NFC to NFD"),
        pytest.param("cafe\u0301.txt", "caf\u00e9.txt", id="NFD to NFC"),
        pytest.param("Report.TXT", "report.txt", id="to lower case"),
        pytest.param("2016/Paris.txt", "2016/PARIS.txt", id="to upper case"),
        pytest.param("Caf\u00e9/a.txt", "cafe\u0301/a.txt", id="a folder"),
    ],
)
def test_a_name_that_reads_alike_is_the_same(
    archive: Archive, mode: Mode, before: str, after: str
) -> None:
    """Machines write letters in other forms and in other case; what is cited stays."""
    path = archive.write(before, ENGLISH)
    archive.build()
    path.unlink()
    archive.write(after, f"{ENGLISH} And more.")
    archive.build(mode=mode)
    archive.build()

    assert [before] == archive.ids()
    assert archive.article(before).text.endswith("And more.")


def test_names_that_read_alike_and_are_both_there_are_two(archive: Archive) -> None:
    archive.write("a.txt", ENGLISH)
    archive.write("A.txt", "Another article.")
    archive.build()
    (archive.folder / "A.txt").unlink()
    archive.build()

    assert ["a.txt"] == archive.ids()


@MODES
def test_a_file_with_another_name_was_seen_when_it_was(archive: Archive, mode: Mode) -> None:
    """Its id is its path, but a feed does not show it as new."""
    archive.write("a.txt", ENGLISH)
    archive.write("b.txt", "Another article.")
    archive.build()
    (archive.folder / "a.txt").rename(archive.folder / "2016.txt")
    archive.write("copy.txt", ENGLISH)
    archive.build(mode=mode)

    assert {"2016.txt": 1, "b.txt": 2, "copy.txt": 3} == places(archive)
    assert (None, "2016.txt") == tuple(
        archive.article(one).duplicate_of for one in ("2016.txt", "copy.txt")
    )


@MODES
def test_the_original_is_what_was_seen_first(archive: Archive, mode: Mode) -> None:
    """Not what comes first by its name, or a copy that is made later would change it."""
    archive.write("b.txt", ENGLISH)
    archive.build()
    archive.write("a.txt", ENGLISH)
    archive.write("c.txt", ENGLISH)
    archive.build(mode=mode)
    (archive.folder / "b.txt").unlink()

    assert ["b.txt", None, "b.txt"] == [
        archive.article(one).duplicate_of for one in ("a.txt", "b.txt", "c.txt")
    ]
    archive.build(mode=mode)
    assert [None, "a.txt"] == [archive.article(one).duplicate_of for one in ("a.txt", "c.txt")]


def test_an_article_that_comes_to_say_the_same_links_the_others(archive: Archive) -> None:
    archive.write("a.txt", "Another article.")
    archive.write("b.txt", ENGLISH)
    archive.build()
    archive.write("a.txt", ENGLISH)

    assert (1, 1, 0, 0) == archive.counts()
    assert [None, "a.txt"] == [archive.article(one).duplicate_of for one in ("a.txt", "b.txt")]
    assert (0, 2, 0, 0) == archive.counts()


@MODES
def test_what_was_read_before_a_disk_failed_is_taken_in(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    """What comes behind it stays as it was."""
    export(archive, "a.jsonl", "1", "2", "3")
    archive.build()
    archive.write("a.jsonl", '{"id": "1", "text": "New."}\n{"id": "3", "text": "New too."}')

    def failing(path: Path) -> Iterator[Part]:
        yield next(load(path))
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("index.update.reader.load", failing)
    summary = archive.build(mode=mode)

    assert [os.strerror(errno.EIO)] == [one["reason"] for one in summary["skipped"]]
    assert ["New.", f"{ENGLISH} Number 2.", f"{ENGLISH} Number 3."] == [
        archive.article(one).text for one in archive.ids()
    ]


def test_a_file_is_read_for_its_ids_only_where_that_matters(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading it twice costs as much as reading it."""
    asked: list[str] = []

    def names(_: Reader, file: str) -> tuple[tuple[str, ...], ...]:
        asked.append(file)
        return ()

    monkeypatch.setattr("index.update.reader.Reader.names", names)
    export(archive, "a.jsonl", "1", "2")
    export(archive, "b.jsonl", "2", "3")
    archive.write("c.txt", ENGLISH)
    archive.build()
    export(archive, "a.jsonl", "1", "2", "7")
    archive.write("c.txt", f"{ENGLISH} More.")
    archive.build()

    assert [] == asked

"""Changed names: articles follow the names.csv that comes, changes, breaks or goes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from errno import EACCES
from pathlib import Path

import pytest

from index import kept_names
from index.archive import in_use
from index.engines import open_engine
from index.inspection import check
from search.errors import SourceError
from search.model.response import Search
from search.names import own
from tests.index.archive import Archive
from tests.index.own_archive import HEAD, MIRA, SPOKE, found, leaders, searcher, three_articles


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return three_articles(tmp_path)


@pytest.fixture(autouse=True)
def nobody_of_ones_own() -> Iterator[None]:
    """What other tests know is nothing to these, nor the other way round."""
    with own.used(own.NONE):
        yield


def test_only_articles_with_a_changed_name_are_tagged_anew(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    archive.write("names.csv", MIRA)
    tagged: list[str] = []
    monkeypatch.setattr(
        "index.update.run.Run._tag_again", lambda _, article_ids: tagged.extend(article_ids)
    )

    archive.build()

    assert ["he.txt", "ro.txt"] == tagged


def test_names_that_come_and_go_are_as_if_they_had_always_been_so(archive: Archive) -> None:
    archive.build()
    sheet = archive.write("names.csv", MIRA)
    archive.build()
    assert "mira-olteanu" in leaders(archive, "he.txt")

    sheet.unlink()
    archive.build()

    assert {"vladimir-putin"} == leaders(archive, "he.txt")
    assert not (in_use(archive.index).folder / kept_names.NAMES_FILE).exists()


def test_a_run_says_how_many_articles_changed_names_tag_anew(archive: Archive) -> None:
    """They are unchanged, and a reader who changed names.csv would think that it did nothing."""
    archive.build()
    archive.write("names.csv", MIRA)

    report = archive.build()

    assert (0, 3, 2) == (report["indexed"], report["unchanged"], report["tagged_anew"])
    assert 0 == archive.build()["tagged_anew"]


def test_names_that_go_with_another_column_are_said(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()
    archive.write("names.csv", MIRA.replace("to\n", "to,notes\n"))

    (note,) = archive.build()["notes"]

    assert "no table of names any more; the 2 names that it had are gone" == note["note"]
    assert "mira-olteanu" not in leaders(archive, "ro.txt")


def test_a_label_that_was_shown_follows_the_names(archive: Archive) -> None:
    """Labels are remembered from page to page, and must not outlast the names that they are of."""
    archive.write("names.csv", MIRA)
    archive.build()
    searching = searcher(archive)
    searching.search(Search())
    before = searching.label("leader", "mira-olteanu", "ro")

    archive.write("names.csv", MIRA.replace("Mira Olteanu", "Miruna Olteanu"))
    archive.build()
    searching.search(Search())

    assert ("Mira Olteanu", "Miruna Olteanu") == (
        before,
        searching.label("leader", "mira-olteanu", "ro"),
    )


def test_a_second_run_changes_nothing(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()
    revision = open_engine(archive.index).revision()

    assert (0, 3, 0, 0) == archive.counts()
    assert revision == open_engine(archive.index).revision()


def test_a_whole_new_index_knows_the_names_too(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()

    archive.build(mode="full")

    assert "mira-olteanu" in leaders(archive, "ro.txt")
    assert ["he.txt", "ro.txt"] == found(archive, "Mira Olteanu")


def test_an_article_named_by_metadata_follows_its_names(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,מירה אולטיאנו\n")
    archive.build()
    assert {"מירה-אולטיאנו"} == leaders(archive, "plain.txt")
    sheet = archive.write("names.csv", MIRA)

    archive.build()
    assert {"mira-olteanu"} == leaders(archive, "plain.txt")

    sheet.unlink()
    archive.build()
    assert {"מירה-אולטיאנו"} == leaders(archive, "plain.txt")


def test_a_run_leaves_no_names_behind(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()

    assert own.NONE == own.current()


def test_damaged_names_are_found_and_made_good(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()
    path = in_use(archive.index).folder / kept_names.NAMES_FILE
    path.write_bytes(path.read_bytes().replace(b"Mira", b"Mara"))
    assert () != check(archive.index).problems

    archive.build()

    assert () == check(archive.index).problems
    assert "mira-olteanu" in leaders(archive, "ro.txt")


def test_a_table_that_can_not_be_read_keeps_its_names(archive: Archive) -> None:
    sheet = archive.write("names.csv", MIRA)
    archive.build()
    archive.write("new.txt", SPOKE.replace("Kremlinul", "presa"))
    sheet.write_bytes(HEAD.encode() + b"\xff\x00\xd8" * 1000)

    archive.build()

    assert check(archive.index).problems == ()


def test_a_table_that_nobody_may_read_keeps_its_names(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that was mounted for somebody else takes no leader from an archive."""
    sheet = archive.write("names.csv", MIRA)
    archive.build()
    usual = Path.open

    def refused(path: Path, mode: str = "r", **named: object) -> object:
        if path.name == sheet.name:
            raise PermissionError(EACCES, "Permission denied", str(path))
        return usual(path, mode, **named)  # type: ignore[call-overload]

    def unreadable(path: Path) -> None:
        raise SourceError(str(path), "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr("index.own_names.read", unreadable)
    archive.write("ro.txt", SPOKE + " Nimic mai mult.")
    os.utime(sheet, (1, 1))

    (note,) = archive.build()["notes"]

    assert "Permission denied; the 2 names that it had are kept" == note["note"]
    assert {"mira-olteanu", "vladimir-putin"} == leaders(archive, "ro.txt")


def test_a_table_that_was_emptied_keeps_its_names_and_says_how_they_go(archive: Archive) -> None:
    """A program that was stopped while it saved leaves such a file, and it is no article."""
    archive.write("names.csv", MIRA)
    archive.build()
    archive.write("names.csv", "")

    report = archive.build()

    assert "mira-olteanu" in leaders(archive, "ro.txt")
    (note,) = report["notes"]
    assert "it is empty; the 2 names that it had are kept until it is deleted" in note["note"]
    assert [] == report["skipped"]

    archive.write("names.csv", HEAD)
    assert [] == archive.build()["notes"]
    assert "mira-olteanu" not in leaders(archive, "ro.txt")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(MIRA, "the 2 names that it had are kept until", id="two"),
        pytest.param(
            HEAD + MIRA.splitlines()[1] + "\n", "the name that it had is kept until", id="one"
        ),
    ],
)
def test_the_names_that_a_file_keeps_are_counted(
    archive: Archive, rows: str, expected: str
) -> None:
    """A reader who left one row is told of one."""
    archive.write("names.csv", rows)
    archive.build()
    archive.write("names.csv", "")

    (note,) = archive.build()["notes"]

    assert expected in note["note"]


def test_a_folder_that_is_not_mounted_keeps_its_names(archive: Archive) -> None:
    """Like its articles, which an empty folder does not take out."""
    archive.write("names.csv", MIRA)
    archive.build()
    for file in archive.folder.iterdir():
        file.unlink()

    archive.build()
    assert "mira-olteanu" in leaders(archive, "ro.txt")

    archive.build(deletes=True)
    assert not (in_use(archive.index).folder / kept_names.NAMES_FILE).exists()

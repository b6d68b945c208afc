"""The index follows its folders: nothing is lost, nothing is counted twice, and an edit is seen."""

from __future__ import annotations

import errno
import os
import sqlite3
from operator import attrgetter
from pathlib import Path
from unittest.mock import patch

import pytest

from index.archive import in_use
from index.update.build import build
from index.update.progress import Progress
from index.update.rules import Mode
from index.update.swap import writing
from search.errors import IndexStateError, SourceError
from tests.index.archive import ENGLISH, ROMANIAN, Archive


def test_a_second_run_finds_nothing_to_do(two: Archive) -> None:
    assert (0, 2, 0, 0) == two.counts()


def test_a_new_a_changed_and_a_deleted_file_are_seen(two: Archive) -> None:
    two.write("a.txt", ENGLISH + " They will meet in May.")
    two.write("c.txt", "A third article about the same telephone call, written later.")
    (two.folder / "b.txt").unlink()

    assert (2, 0, 1, 0) == two.counts()
    assert ["a.txt", "c.txt"] == two.ids()
    assert two.article("a.txt").text.endswith("in May.")


def test_a_first_run_that_was_broken_off_is_taken_up_again(archive: Archive) -> None:
    """The first run over an archive is the longest.

    Before its first commit nothing is known, not even the analysis.
    """
    archive.write("a.txt", ENGLISH)

    def interrupt(_now: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.build(progress=interrupt)

    assert (1, 0, 0, 0) == archive.counts()
    assert ["a.txt"] == archive.ids()


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOMEM, errno.ENOSPC])
def test_what_this_process_lacks_is_no_fault_of_an_article(
    two: Archive, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """It ends the run instead, and the next one reads the file."""
    two.write("c.txt", ENGLISH)

    def lacking(_: Path) -> object:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("index.update.reader.load", lacking)
        with pytest.raises(IndexStateError, match=f"{os.strerror(number)}; what was committed"):
            two.build()

    assert (1, 2, 0, 0) == two.counts()


def test_the_folders_above_a_new_index_are_on_the_disk_too(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut may take away the name of a folder that was never synced, with all that is in it."""
    archive.write("a.txt", ENGLISH)
    place = archive.index.parent
    archive.index = place / "new" / "deep" / "index"
    synced: list[Path] = []
    monkeypatch.setattr("index.update.swap.sync_folder", synced.append)

    archive.build()

    assert {place, place / "new", place / "new" / "deep"} <= set(synced)


@pytest.mark.parametrize(
    "left", ["_MAIN_0.toc", "_MAIN_99.toc.new", "MAIN_0123456789abcdef.arrays"]
)
def test_what_a_killed_run_left_is_cleared_by_a_run_that_finds_nothing_to_do(
    two: Archive, left: str
) -> None:
    (in_use(two.index).postings / left).write_bytes(b"left")

    assert (0, 2, 0, 0) == two.counts()
    assert not (in_use(two.index).postings / left).exists()


def test_a_path_that_leads_to_itself_is_told(archive: Archive) -> None:
    loop = archive.folder / "loop"
    loop.symlink_to("loop")

    with pytest.raises(SourceError, match=r"leads to itself|no such file"):
        archive.build(loop)


def test_an_index_that_was_broken_off_while_it_was_made_is_made_again(archive: Archive) -> None:
    """Its folder is there, and nothing in it by which the engine would know its own."""
    archive.write("a.txt", ENGLISH)
    full = patch("index.embedded.whoosh_storage.TOC.write", side_effect=OSError("the disk is full"))
    with (
        full,
        pytest.raises(
            IndexStateError, match="the disk is full; what was committed is whole, and the next"
        ),
    ):
        archive.build()

    assert (1, 0, 0, 0) == archive.counts()


@pytest.mark.parametrize("mode", ["changes", "full"])
def test_a_file_that_was_named_once_may_go_with_its_folder_s_others(
    two: Archive, mode: Mode
) -> None:
    """Or its name, known as a PATH, would stand in the way of every later run."""
    two.build(two.folder / "b.txt")
    (two.folder / "b.txt").unlink()

    build(two.index, [], mode=mode)

    assert ["a.txt"] == two.ids()


def test_a_folder_that_is_missing_is_not_taken_for_an_empty_one(two: Archive) -> None:
    """It may be a disk that is not there today."""
    two.folder.rename(two.folder.with_name("elsewhere"))

    with pytest.raises(SourceError, match="nothing of it was changed"):
        build(two.index, [])

    assert ["a.txt", "b.txt"] == two.ids()


def test_a_folder_whose_name_is_no_utf8_is_refused(archive: Archive) -> None:
    """The manifest could not write it down."""
    folder = archive.folder / os.fsdecode(b"\xe9t\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    with pytest.raises(SourceError, match="its name is not UTF-8"):
        archive.build(folder)


def test_a_manifest_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    """A disk that is full, or that may only be read."""
    with pytest.raises(IndexStateError, match="disk is full"), writing(tmp_path):
        raise sqlite3.OperationalError("database or disk is full")


def test_a_touched_file_is_not_indexed_again(two: Archive) -> None:
    """Size and time only say where to look: the content decides."""
    os.utime(two.folder / "a.txt", (1, 1))

    assert (0, 2, 0, 0) == two.counts()


def test_a_change_that_keeps_size_and_length_is_seen_by_its_time(two: Archive) -> None:
    path = two.write("a.txt", ENGLISH.replace("Sunday", "Monday"))
    os.utime(path, (5, 5))

    assert (1, 1, 0, 0) == two.counts()


def test_without_a_path_the_known_folders_are_gone_over(two: Archive) -> None:
    two.write("c.txt", "Another article of a known folder.")

    summary = build(two.index, []).to_json()

    assert (1, 2) == (summary["indexed"], summary["unchanged"])


def test_without_a_path_a_new_index_asks_for_one(archive: Archive) -> None:
    with pytest.raises(IndexStateError, match="no folder to index yet"):
        build(archive.index, [])


def test_other_folders_keep_their_articles(two: Archive, tmp_path: Path) -> None:
    """Gone means gone from the paths given now."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "z.txt").write_text("An article of another folder altogether.", encoding="utf-8")
    (two.folder / "a.txt").unlink()

    assert (1, 0, 0, 0) == two.counts(other)
    assert ["a.txt", "b.txt", "z.txt"] == two.ids()


def test_a_file_given_as_path_is_known_by_its_name(archive: Archive) -> None:
    path = archive.write("deep/down/a.txt", ENGLISH)

    assert (1, 0, 0, 0) == archive.counts(path)
    assert ["a.txt"] == archive.ids()


@pytest.mark.parametrize("mode", ["changes", "full"])
def test_a_path_keeps_its_first_id_when_a_folder_above_is_indexed_later(
    archive: Archive, mode: str
) -> None:
    """An id that somebody has cited must go on meaning the same article."""
    path = archive.write("deep/a.txt", ENGLISH)
    archive.build(path.parent)
    archive.write("b.txt", ROMANIAN)

    archive.build(archive.folder, mode=mode)

    assert ["a.txt", "b.txt"] == archive.ids()


def test_an_id_that_is_taken_gets_the_name_of_its_root(two: Archive, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Another article that has the same name.", encoding="utf-8")

    two.build(other)

    assert ["a.txt", "b.txt", "other/a.txt"] == two.ids()


def test_progress_is_told_by_bytes_and_articles(archive: Archive) -> None:
    """A file may hold one article or all of them."""
    archive.write("a.jsonl", '{"text": "They spoke."}\n{"text": "They spoke again."}\n')
    archive.write("b.txt", ENGLISH)
    size = (archive.folder / "a.jsonl").stat().st_size
    total = size + (archive.folder / "b.txt").stat().st_size
    seen: list[Progress] = []

    archive.build(progress=seen.append)

    assert Progress(0, total, 0) == seen[0]
    assert Progress(len("They spoke."), total, 1) == seen[1]
    assert Progress(total, total, 3) == seen[-1]
    assert sorted(seen, key=attrgetter("done", "articles")) == seen

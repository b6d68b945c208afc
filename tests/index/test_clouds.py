"""Clouds: what a cloud drive keeps elsewhere stays in the index, and an index is no file of its own."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from index.archive import in_use
from index.disk import evicted, is_elsewhere, synced_by
from index.loaders.refusals import ONLINE_ONLY
from index.update.build import build
from index.update.rules import Mode
from tests.index.archive import ENGLISH, Archive

MODES = pytest.mark.parametrize("mode", ["changes", "full"])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param({}, False, id="a system without clouds"),
        pytest.param({"st_file_attributes": stat.FILE_ATTRIBUTE_ARCHIVE}, False, id="on Windows"),
        pytest.param({"st_file_attributes": stat.FILE_ATTRIBUTE_OFFLINE}, True, id="offline"),
        pytest.param({"st_file_attributes": 0x400020}, True, id="OneDrive's online only"),
        pytest.param({"st_flags": 0x40}, False, id="on a Mac"),
        pytest.param({"st_flags": 0x40000060}, True, id="dataless"),
    ],
)
def test_what_is_online_only_says_so(told: dict[str, int], *, expected: bool) -> None:
    found: Any = SimpleNamespace(**told)

    assert expected == is_elsewhere(found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [(".a.txt.icloud", "a.txt"), ("a.txt.icloud", None), (".icloud", None), (".a.txt", None)],
)
def test_what_icloud_took_away_has_a_hidden_file_in_its_place(
    name: str, expected: str | None
) -> None:
    assert expected == evicted(name)


@MODES
def test_an_article_that_is_taken_off_the_disk_stays(two: Archive, mode: Mode) -> None:
    (two.folder / "b.txt").rename(two.folder / ".b.txt.icloud")

    for summary in (two.build(mode=mode), two.build()):
        assert (0, 1) == (summary["deleted"], summary["unchanged"] + summary["indexed"])
        assert [(str(two.folder / "b.txt"), ONLINE_ONLY)] == [
            (one["path"], one["reason"]) for one in summary["skipped"]
        ]
        assert ["a.txt", "b.txt"] == two.ids()
    (two.folder / ".b.txt.icloud").rename(two.folder / "b.txt")

    assert [] == two.build()["skipped"]


@MODES
def test_an_article_that_is_online_only_is_not_fetched(
    two: Archive, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    """To read it would bring it here, with all others, from whoever keeps it."""
    monkeypatch.setattr("index.loaders.folders.is_elsewhere", lambda found: found.st_size == 5)
    two.write("b.txt", "12345")

    summary = two.build(mode=mode)

    assert [ONLINE_ONLY] == [one["reason"] for one in summary["skipped"]]
    assert (0, ["a.txt", "b.txt"]) == (summary["deleted"], two.ids())


def test_what_is_said_of_articles_stays_while_the_sheet_is_elsewhere(two: Archive) -> None:
    two.write("metadata.csv", "file,outlet\na.txt,The Paper\n")
    two.build()
    (two.folder / "metadata.csv").rename(two.folder / ".metadata.csv.icloud")
    two.build()

    assert "The Paper" == two.article("a.txt").outlet


@MODES
def test_a_share_that_is_cut_off_among_others_is_skipped(
    two: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    """The system does not even tell whether it is there."""
    share = tmp_path / "share"
    share.mkdir()
    (share / "c.txt").write_text(ENGLISH, encoding="utf-8")
    two.build(share)
    exists = Path.exists

    def cut_off(path: Path) -> bool:
        if path == share:
            raise OSError(107, os.strerror(107))
        return exists(path)

    monkeypatch.setattr(Path, "exists", cut_off)
    summary = build(two.index, [], mode=mode).to_json()

    assert [(str(share), os.strerror(107))] == [
        (one["path"], one["reason"]) for one in summary["skipped"]
    ]
    assert ["a.txt", "b.txt", "c.txt"] == two.ids()


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/srv/OneDrive/news", "OneDrive"),
        ("/Volumes/OneDrive - The Paper/x", "OneDrive"),
        ("/Volumes/Library/CloudStorage/OneDrive-Personal/x", "OneDrive"),
        ("/srv/Dropbox/index", "Dropbox"),
        ("/srv/Dropbox (Personal)/index", "Dropbox"),
        ("/Volumes/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("C:/iCloudDrive/x", "iCloud"),
        ("/Volumes/Google Drive/x", "Google Drive"),
        ("/Volumes/Library/CloudStorage/GoogleDrive-me@example.com/My Drive", "Google Drive"),
        ("/srv/var/index", None),
        ("/srv/dropboxes/index", None),
        ("/srv/onedriver/index", None),
    ],
)
def test_folders_that_others_write_to_are_known_by_their_names(
    folder: str, expected: str | None
) -> None:
    assert expected == synced_by(Path(folder))


def test_an_index_in_such_a_folder_is_warned_of_once(archive: Archive) -> None:
    archive.write("a.txt", ENGLISH)
    archive.index = archive.folder.parent / "Dropbox" / "index"

    first, second, full = archive.build(), archive.build(), archive.build(mode="full")

    assert [(str(archive.index), True)] == [
        (one["path"], "Dropbox" in one["note"]) for one in first["notes"]
    ]
    assert ([], []) == (second["notes"], full["notes"])
    assert [] == archive.build()["notes"]


def test_nothing_of_a_removed_article_is_on_the_disk_after_the_next_run(archive: Archive) -> None:
    """Neither its words nor its name."""
    for number in range(6):
        archive.write(f"{number}.txt", f"{ENGLISH} Number {number}.")
    archive.write("quokkas.txt", f"{ENGLISH} A zyzzogeton was seen.")
    archive.build()
    (archive.folder / "quokkas.txt").unlink()
    archive.build()
    kept = on_the_disk(archive)
    archive.build()

    assert (True, False) == (b"zyzzogeton" in kept, b"zyzzogeton" in on_the_disk(archive))
    assert b"quokkas" not in on_the_disk(archive)
    assert 6 == len(archive.ids())
    assert in_use(archive.index).folder.name == "g1"


def on_the_disk(archive: Archive) -> bytes:
    return b"".join(path.read_bytes() for path in archive.index.rglob("*") if path.is_file())

"""Walking: which files of a folder are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.loaders import Refused, walk


def laid(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.", encoding="utf-8")


def seen(root: Path) -> list[str]:
    return [Path(one.file(name)).relative_to(root).as_posix() for one in walk(root) for name, _, _ in one.articles]


def refused(root: Path) -> list[Refused]:
    return [one for found in walk(root) for one in found.refused]


def test_files_come_in_the_same_order_everywhere(tmp_path: Path) -> None:
    """Of two articles with one id the first is taken, so the order must not be the disk's."""
    laid(tmp_path, "b.txt", "a.txt", "z/a.txt", "c/b.txt", "c/a.txt", "B.txt", "f.txt/a.txt")

    assert ["B.txt", "a.txt", "b.txt", "c/a.txt", "c/b.txt", "f.txt/a.txt", "z/a.txt"] == seen(tmp_path)


def test_what_is_hidden_or_side_metadata_is_ignored(tmp_path: Path) -> None:
    laid(tmp_path, "a.txt", ".a.txt", ".git/b.txt", "metadata.csv", "a.meta.toml", "c.pdf", "~$d.txt", "e.txt~")

    assert (["a.txt"], []) == (seen(tmp_path), refused(tmp_path))
    assert ["a.meta.toml", "metadata.csv"] == [name for one in walk(tmp_path) for name, _, _ in one.beside]


def test_a_file_given_as_path_is_its_own_walk(tmp_path: Path) -> None:
    laid(tmp_path, "a.txt", "b.txt", "metadata.csv")

    (found,) = walk(tmp_path / "a.txt")

    assert [str(tmp_path / "a.txt")] == [found.file(name) for name, _, _ in found.articles]
    assert [str(tmp_path / "metadata.csv")] == [found.file(name) for name, _, _ in found.beside]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A folder from somebody else must not show files of this machine."""
    laid(tmp_path, "outside.txt", "root/a.txt")
    root = tmp_path / "root"
    (root / "link.txt").symlink_to(tmp_path / "outside.txt")
    (root / "folder").symlink_to(tmp_path)
    (root / "within.txt").symlink_to(root / "a.txt")

    assert ["a.txt", "within.txt"] == seen(root)
    assert [Refused(root / "link.txt", "a link out of the folder")] == refused(root)


def test_a_dangling_link_and_a_pipe_are_passed_by(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever."""
    laid(tmp_path, "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    os.mkfifo(tmp_path / "pipe.txt")

    assert ["a.txt"] == seen(tmp_path)


@pytest.mark.parametrize("name", [b"\xe9t\xe9.txt", b"\xe9t\xe9/a.txt"], ids=["of a file", "of a folder"])
def test_a_name_that_is_no_utf8_is_told(tmp_path: Path, name: bytes) -> None:
    """Its article could have no id."""
    try:
        laid(tmp_path, os.fsdecode(name))
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    assert ["its name is not UTF-8; rename it"] == [one.reason for one in refused(tmp_path)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Else its articles would count as deleted."""
    laid(tmp_path, "closed/a.txt")
    (tmp_path / "closed").chmod(0)

    assert [Refused(tmp_path / "closed", "Permission denied")] == refused(tmp_path)


def test_a_walk_that_fails_within_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for root, who may read every folder: the disk fails instead."""
    laid(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def failing(folder: str) -> object:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", failing)

    assert (["a.txt"], [Refused(tmp_path / "closed", "Permission denied")]) == (seen(tmp_path), refused(tmp_path))


def test_a_source_is_known_by_its_ending(tmp_path: Path) -> None:
    """In any case; side metadata has the one name that the manual gives it."""
    laid(tmp_path, "a.txt", "b.HTML", "metadata.csv", "other.csv", "c.meta.toml", "d", "METADATA.CSV")

    assert ["METADATA.CSV", "a.txt", "b.HTML", "other.csv"] == seen(tmp_path)

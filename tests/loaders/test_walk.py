"""Walking: which files of a folder are read."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.loaders import Refused, walk
from tests.users import ordinary_user, place_of_an_ordinary_user


def laid(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.", encoding="utf-8")


def seen(root: Path) -> list[str]:
    return [
        Path(one.file(name)).relative_to(root).as_posix()
        for one in walk(root)
        for name, _, _ in one.articles
    ]


def refused(root: Path) -> list[Refused]:
    return [one for found in walk(root) for one in found.refused]


def test_files_come_in_the_same_order_everywhere(tmp_path: Path) -> None:
    """Of two articles with one id the first is taken, so the order must not be the disk's."""
    laid(tmp_path, "b.txt", "a.txt", "z/a.txt", "c/b.txt", "c/a.txt", "B.txt", "f.txt/a.txt")

    assert ["B.txt", "a.txt", "b.txt", "c/a.txt", "c/b.txt", "f.txt/a.txt", "z/a.txt"] == seen(
        tmp_path
    )


@pytest.mark.parametrize(
    "name",
    [
        "talks.php",
        "a.php?id=3",
        "index.html?p=1.2",
        "story.html.1",
        "L-1,00.html",
        "view.aspx?a=b.c",
    ],
)
def test_a_page_under_the_name_of_its_server_is_seen(tmp_path: Path, name: str) -> None:
    """So downloaders save sites."""
    laid(tmp_path, name)

    assert [name] == seen(tmp_path)


@pytest.mark.parametrize("name", ["style.css?v=1", "a.html.bak", "a.txt.html_", "news?id=5", "a.1"])
def test_other_names_are_not_a_pages(tmp_path: Path, name: str) -> None:
    laid(tmp_path, name)

    assert [] == seen(tmp_path)


def test_a_link_to_a_folder_elsewhere_is_told(tmp_path: Path) -> None:
    """What is behind it would be passed over without a word."""
    home, away = tmp_path / "home", tmp_path / "away"
    laid(home, "a.txt", "in/b.txt")
    laid(away, "c.txt")
    (home / "out").symlink_to(away)
    (home / "again").symlink_to(home / "in")
    (home / "loop").symlink_to(home / "loop")

    told = [(one.path.name, one.reason) for found in walk(home) for one in found.no_files]

    assert ["a.txt", "in/b.txt"] == seen(home)
    assert [("out", "a link to a folder is not followed; index that folder itself")] == told


def test_what_is_hidden_or_side_metadata_is_ignored(tmp_path: Path) -> None:
    laid(
        tmp_path,
        "a.txt",
        ".a.txt",
        ".git/b.txt",
        "metadata.csv",
        "a.meta.toml",
        "c.png",
        "~$d.txt",
        "e.txt~",
    )

    assert (["a.txt"], []) == (seen(tmp_path), refused(tmp_path))
    assert ["a.meta.toml", "metadata.csv"] == [
        name for one in walk(tmp_path) for name, _, _ in one.beside
    ]


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


def test_a_dangling_link_is_passed_by(tmp_path: Path) -> None:
    laid(tmp_path, "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")

    assert ["a.txt"] == seen(tmp_path)


def test_what_is_called_like_a_file_and_is_none_is_told(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever, and a device has no end."""
    laid(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to("pipe.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket.md"))

    assert ["a.txt"] == seen(tmp_path)
    assert ["link.txt", "pipe.txt", "socket.md"] == sorted(
        one.path.name for found in walk(tmp_path) for one in found.no_files
    )


@pytest.mark.parametrize(
    "name", [b"\xe9t\xe9.txt", b"\xe9t\xe9/a.txt"], ids=["of a file", "of a folder"]
)
def test_a_name_that_is_no_utf8_is_told(tmp_path: Path, name: bytes) -> None:
    """Its article could have no id."""
    try:
        laid(tmp_path, os.fsdecode(name))
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    assert ["its name is not UTF-8; rename it"] == [one.reason for one in refused(tmp_path)]


def test_side_metadata_that_links_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """Also where a file alone is indexed."""
    laid(tmp_path, "outside.csv", "root/a.txt", "root/b.txt")
    root = tmp_path / "root"
    (root / "metadata.csv").symlink_to(tmp_path / "outside.csv")
    (root / "a.meta.toml").symlink_to(tmp_path / "outside.csv")

    for place in (root, root / "a.txt"):
        assert [] == [name for one in walk(place) for name, _, _ in one.beside]
        expected = [
            Refused(root / name, "a link out of the folder")
            for name in ("a.meta.toml", "metadata.csv")
        ]
        assert expected == sorted(refused(place), key=str)


@contextmanager
def nested(root: Path, name: str, depth: int) -> Iterator[None]:
    """So many folders in each other, a file beside them and one in the deepest, for a while.

    Each is made from the one above: a path may not be as long as all of them together.
    """
    laid(root, "a.txt")
    handles = [os.open(root, os.O_RDONLY)]
    try:
        for _ in range(depth):
            os.mkdir(name, dir_fd=handles[-1])
            handles.append(os.open(name, os.O_RDONLY, dir_fd=handles[-1]))
            if len(handles) > 2:
                os.close(handles.pop(0))
        os.close(os.open("b.txt", os.O_CREAT, dir_fd=handles[-1]))
        yield
    finally:
        for _ in range(depth):
            parent = os.open("..", os.O_RDONLY, dir_fd=handles[-1])
            for child in os.listdir(handles[-1]):  # noqa: PTH208  of a descriptor
                (os.unlink if child == "b.txt" else os.rmdir)(child, dir_fd=handles[-1])
            os.close(handles.pop())
            handles.append(parent)
        os.rmdir(name, dir_fd=handles[-1])
        for handle in handles:
            os.close(handle)


@pytest.mark.parametrize(
    ("name", "depth", "reasons"),
    [
        pytest.param("d", 1500, [], id="deeper than functions may call each other"),
        pytest.param("d" * 200, 25, ["File name too long"], id="deeper than a path may name"),
    ],
)
def test_folders_may_lie_deep_in_each_other(
    tmp_path: Path, name: str, depth: int, reasons: list[str]
) -> None:
    """What can't be reached is told, and the rest is in."""
    with nested(tmp_path, name, depth):
        found = [Path(one).name for one in seen(tmp_path)]
        assert (["a.txt"] if reasons else ["a.txt", "b.txt"], reasons) == (
            found,
            [one.reason for one in refused(tmp_path)],
        )


@pytest.mark.parametrize(
    "mode", [0o000, 0o444, 0o111], ids=["closed", "only listed", "only entered"]
)
def test_a_folder_that_cannot_be_read_is_told(mode: int) -> None:
    """Else its articles would count as deleted; and the others are read."""
    with place_of_an_ordinary_user() as place, ordinary_user():
        laid(place, "a.txt", "closed/b.txt", "closed/below/c.txt", "z.txt")
        (place / "closed").chmod(mode)

        assert ["a.txt", "z.txt"] == seen(place)
        assert {"Permission denied"} == {one.reason for one in refused(place)}
        assert all(one.path.is_relative_to(place / "closed") for one in refused(place))


def test_a_walk_that_fails_within_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for root, who may read every folder: the disk fails instead."""
    laid(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def failing(folder: str) -> object:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", failing)

    assert (["a.txt"], [Refused(tmp_path / "closed", "Permission denied")]) == (
        seen(tmp_path),
        refused(tmp_path),
    )


def test_a_source_is_known_by_its_ending(tmp_path: Path) -> None:
    """In any case; side metadata has the one name that the manual gives it."""
    laid(
        tmp_path, "a.txt", "b.HTML", "metadata.csv", "other.csv", "c.meta.toml", "d", "METADATA.CSV"
    )

    assert ["METADATA.CSV", "a.txt", "b.HTML", "other.csv"] == seen(tmp_path)

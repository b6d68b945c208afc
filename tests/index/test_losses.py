"""Losses: a disk that is not there, and an export that broke off, take nothing out of the index."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from index.cli import app
from index.update.build import build
from index.update.losses import Loss
from index.update.manifest import Manifest
from index.update.rows import ManifestEntry
from index.update.rules import Mode
from search.errors import SourceError
from tests.index.archive import ENGLISH, Archive

MODES = pytest.mark.parametrize("mode", ["changes", "full"])


@pytest.mark.parametrize(
    ("loss", "said"),
    [
        pytest.param(Loss(had=1, lost=0, left=1), "", id="nothing is gone"),
        pytest.param(Loss(had=1, lost=1, left=0), "it is empty, though 1 article", id="all of one"),
        pytest.param(Loss(had=2, lost=1, left=0), "it is empty", id="the other is elsewhere"),
        pytest.param(Loss(had=9, lost=0, left=0), "", id="all are elsewhere"),
        pytest.param(Loss(had=19, lost=18, left=1), "", id="most of a few"),
        pytest.param(Loss(had=20, lost=10, left=10), "", id="half of many"),
        pytest.param(Loss(had=20, lost=11, left=9), "11 of its 20 articles", id="most of many"),
        pytest.param(Loss(had=20, lost=11, left=900), "11 of its 20", id="and others came"),
        pytest.param(Loss(had=40, lost=11, left=9), "", id="the rest has moved"),
        pytest.param(
            Loss(had=40, lost=3, left=40, was_kept=True), "3 of its 40", id="not yet said"
        ),
    ],
)
def test_what_a_root_may_lose(loss: Loss, said: str) -> None:
    assert bool(said) == bool(loss.reason)
    assert said in loss.reason


def lines(folder: Path, name: str, count: int, *, first: int = 0) -> None:
    """An export of so many articles, with ids of their own."""
    numbers = range(first, first + count)
    rows = [json.dumps({"id": f"n{one}", "text": f"{ENGLISH} Number {one}."}) for one in numbers]
    (folder / name).write_text("\n".join(rows), encoding="utf-8")


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number:02}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"{ENGLISH} This is {path.stem}.", encoding="utf-8")
    return paths


def left(archive: Archive) -> int:
    return len(archive.ids())


@MODES
def test_an_empty_folder_takes_nothing_out_until_told(two: Archive, mode: Mode) -> None:
    for path in two.folder.iterdir():
        path.unlink()

    summary = two.build(mode=mode)

    assert (0, ["a.txt", "b.txt"]) == (summary["deleted"], two.ids())
    assert [(str(two.folder), 2)] == [(one["path"], one["gone"]) for one in summary["withheld"]]
    assert 2 == two.build(mode=mode, deletes=True)["deleted"]
    assert [] == two.ids()


@MODES
def test_most_of_many_files_are_kept_until_told(archive: Archive, mode: Mode) -> None:
    paths = files(archive.folder, 21)
    archive.build()
    for path in paths[:11]:
        path.unlink()
    archive.write("new.txt", "An article that came since.")

    first, second = archive.build(mode=mode), archive.build()

    assert (0, 11, 22) == (first["deleted"], first["withheld"][0]["gone"], left(archive))
    assert (0, 11) == (second["deleted"], second["withheld"][0]["gone"])
    assert 11 == archive.build(deletes=True)["deleted"]
    assert [] == archive.build()["withheld"]
    assert 11 == left(archive)


@MODES
def test_an_export_that_broke_off_keeps_its_articles(archive: Archive, mode: Mode) -> None:
    """A file that is written anew is short for a while."""
    lines(archive.folder, "news.jsonl", 30)
    archive.build()
    lines(archive.folder, "news.jsonl", 4)

    summary = archive.build(mode=mode)

    assert (0, 26, 30) == (summary["deleted"], summary["withheld"][0]["gone"], left(archive))
    assert 26 == archive.build()["withheld"][0]["gone"]
    lines(archive.folder, "news.jsonl", 30)
    assert [] == archive.build()["withheld"]
    lines(archive.folder, "news.jsonl", 4)
    assert 26 == archive.build(mode=mode, deletes=True)["deleted"]
    assert 4 == left(archive)


@MODES
def test_an_export_that_is_empty_keeps_its_articles(archive: Archive, mode: Mode) -> None:
    """It is a PATH of its own, and nothing is left of it."""
    lines(archive.folder, "news.jsonl", 3)
    path = archive.folder / "news.jsonl"
    archive.build(path)
    path.write_bytes(b"")

    summary = archive.build(path, mode=mode)

    assert (0, 3) == (summary["deleted"], left(archive))
    assert [str(path)] == [one["path"] for one in summary["withheld"]]


def test_what_has_another_name_is_not_lost(archive: Archive) -> None:
    paths = files(archive.folder, 24)
    archive.build()
    for path in paths:
        path.rename(path.with_name(f"2016-{path.name}"))

    summary = archive.build()

    assert (24, 24, []) == (summary["indexed"], summary["deleted"], summary["withheld"])
    assert 24 == left(archive)


def test_what_moved_to_another_folder_is_not_lost(archive: Archive, tmp_path: Path) -> None:
    files(archive.folder, 24)
    archive.build()
    other = tmp_path / "other"
    shutil.move(archive.folder, other)
    archive.folder.mkdir()

    summary = archive.build(archive.folder, other)

    assert (24, 0, []) == (summary["unchanged"], summary["deleted"], summary["withheld"])
    assert 24 == left(archive)


def test_copies_do_not_save_each_other(archive: Archive) -> None:
    """All of them are gone."""
    for number in range(24):
        archive.write(f"{number:02}.txt", ENGLISH)
    archive.write("kept.txt", "Another article.")
    archive.build()
    for number in range(24):
        (archive.folder / f"{number:02}.txt").unlink()

    assert (0, 25) == (archive.build()["deleted"], left(archive))


@MODES
def test_many_copies_cost_a_run_a_few_looks_each(
    archive: Archive, mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of pages may say no more than that a reader has to subscribe."""
    looks = 0
    alike = Manifest.alike

    def counted(manifest: Manifest, content: str) -> Iterator[ManifestEntry]:
        nonlocal looks
        for one in alike(manifest, content):
            looks += 1
            yield one

    rows = [json.dumps({"id": f"n{one}", "text": ENGLISH}) for one in range(60)]
    export = archive.write("export.jsonl", "\n".join(rows))
    archive.build()
    monkeypatch.setattr(Manifest, "alike", counted)
    archive.build(mode=mode)
    export.write_text("\n".join([*rows, *(row.replace("n", "m", 1) for row in rows)]))
    archive.build(mode=mode)
    export.write_text(json.dumps({"id": "other", "text": "Another article."}))

    assert 60 * 2 == archive.build(mode=mode)["withheld"][0]["gone"]
    assert looks < 60 * 3 * 10


def test_a_folder_that_is_known_and_empty_keeps_its_articles(archive: Archive) -> None:
    """It may be a disk that is not there, in a folder that is."""
    disk = archive.folder / "disk"
    files(archive.folder, 3)
    archive.write("disk/1.txt", ENGLISH)
    archive.build(disk)
    archive.build()
    (disk / "1.txt").unlink()

    summary = archive.build()

    assert (0, [str(disk)]) == (summary["deleted"], [one["path"] for one in summary["withheld"]])
    assert 4 == left(archive)
    assert 1 == archive.build(deletes=True)["deleted"]


def test_a_disk_that_is_back_has_lost_nothing(archive: Archive) -> None:
    files(archive.folder, 24)
    archive.build()
    away = archive.folder.with_name("away")
    archive.folder.rename(away)
    archive.folder.mkdir()
    archive.build()
    archive.folder.rmdir()
    away.rename(archive.folder)

    summary = archive.build()

    assert (0, 24, 0, []) == (
        summary["indexed"],
        summary["unchanged"],
        summary["deleted"],
        summary["withheld"],
    )


@MODES
def test_the_others_of_a_missing_folder_are_brought_up_to_date(
    two: Archive, tmp_path: Path, mode: Mode
) -> None:
    other = tmp_path / "other"
    files(other_made(other), 3)
    two.build(other)
    other.rename(tmp_path / "away")
    two.write("c.txt", "An article that came since.")

    summary = build(two.index, [], mode=mode).to_json()

    assert [str(other)] == [one["path"] for one in summary["skipped"]]
    assert ["00.txt", "01.txt", "02.txt", "a.txt", "b.txt", "c.txt"] == two.ids()
    (tmp_path / "away").rename(other)
    assert [] == build(two.index, []).to_json()["skipped"]
    assert 6 == left(two)


def other_made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_a_missing_path_among_others_is_skipped(two: Archive) -> None:
    two.write("c.txt", "An article that came since.")

    summary = two.build(two.folder, two.folder / "missing")

    assert 1 == summary["indexed"]
    assert [str(two.folder / "missing")] == [one["path"] for one in summary["skipped"]]


def test_a_missing_path_alone_changes_nothing(two: Archive) -> None:
    with pytest.raises(SourceError, match="nothing of it was changed"):
        two.build(two.folder / "missing")

    assert ["a.txt", "b.txt"] == two.ids()


@MODES
def test_what_nobody_may_look_into_keeps_its_articles(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    archive.write("a.txt", ENGLISH)
    deep = archive.write("deep/b.txt", f"{ENGLISH} Deeper.").parent
    archive.build()
    scandir = os.scandir

    def refusing(folder: str) -> Any:  # noqa: ANN401  os's own
        if folder == str(deep):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    summary = archive.build(mode=mode)

    assert [str(deep)] == [one["path"] for one in summary["skipped"]]
    assert ["a.txt", "deep/b.txt"] == archive.ids()


def run(archive: Archive, *words: str) -> Result:
    return CliRunner().invoke(app, ["index", *words, "--index", str(archive.index)])


def told(result: Result) -> dict[str, Any]:
    return dict(json.loads(result.stdout))


def test_the_command_says_what_it_keeps_and_what_deletes_it(two: Archive) -> None:
    for path in two.folder.iterdir():
        path.unlink()

    kept = run(two, str(two.folder))
    as_json = run(two, "--json")
    deleted = run(two, "--delete")

    said = f"kept {two.folder}: it is empty, though 2 articles came from it"
    assert (1, True, True) == (kept.exit_code, said in kept.stderr, "--delete" in kept.stderr)
    assert (1, [2]) == (as_json.exit_code, [one["gone"] for one in told(as_json)["withheld"]])
    assert (0, []) == (deleted.exit_code, two.ids())


def test_the_command_tells_a_missing_path_by_its_exit(two: Archive) -> None:
    missing = str(two.folder / "missing")

    assert 2 == run(two, missing).exit_code
    assert 1 == run(two, missing, str(two.folder)).exit_code

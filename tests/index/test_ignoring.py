"""Ignoring: every file is accounted for, also one that is no article or whose kind is not read."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from index.printing import print_summary
from index.update.build import build
from tests.index.archive import ENGLISH, ROMANIAN, Archive


@pytest.fixture
def mixed(archive: Archive) -> Archive:
    """One article among things that are none."""
    archive.write("a.txt", ENGLISH)
    archive.write("robots.json", '{"level": "info"}')
    archive.write("picture.png", "x")
    archive.write("deep/film.MKV", "x")
    archive.write("notes", "x")
    archive.write(".hidden.xyz", "x")
    archive.write("half.xyz~", "x")
    return archive


def ignored_names(summary: dict[str, object]) -> list[str]:
    files = summary["ignored_files"]
    assert isinstance(files, list)
    return [Path(one["path"]).name for one in files]


def test_a_file_whose_kind_is_not_read_is_counted_by_its_ending(mixed: Archive) -> None:
    summary = mixed.build()

    assert {"": 1, ".mkv": 1, ".png": 1} == summary["ignored"]


def test_a_file_that_is_no_article_is_named_with_the_reason(mixed: Archive) -> None:
    summary = mixed.build()

    assert (["robots.json"], []) == (ignored_names(summary), summary["skipped"])
    assert "no title and no text" in summary["ignored_files"][0]["reason"]


@pytest.mark.parametrize("mode", ["changes", "full"])
def test_the_next_run_says_it_again(mixed: Archive, mode: str) -> None:
    """Else the second run of a night would look as if all were articles."""
    first = mixed.build()

    second = mixed.build(mode=mode)

    for said in ("ignored", "ignored_files"):
        assert first[said] == second[said]


def test_an_article_that_becomes_none_is_taken_out(archive: Archive) -> None:
    archive.write("a.json", json.dumps({"title": "Envoys meet", "text": ENGLISH}))
    archive.write("b.txt", ROMANIAN)
    archive.build()
    archive.write("a.json", json.dumps({"name": "tool", "version": "1.0"}))

    summary = archive.build()

    assert (["a.json"], ["b.txt"]) == (ignored_names(summary), archive.ids())


def test_what_is_no_article_any_more_and_gone_is_forgotten(mixed: Archive) -> None:
    mixed.build()
    (mixed.folder / "robots.json").unlink()

    assert [] == mixed.build()["ignored_files"]


def test_what_is_packed_is_accounted_for_as_well(archive: Archive) -> None:
    with zipfile.ZipFile(archive.folder / "a.zip", "w") as packed:
        packed.writestr("one.txt", ENGLISH)
        packed.writestr("two.json", '{"name": "tool"}')
        packed.writestr("three.png", "x")

    summary = archive.build()

    assert ({".png": 1}, ["two.json"]) == (summary["ignored"], ignored_names(summary))


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        pytest.param("*.md\n", ["a.txt", "drafts/c.txt", "drafts/deep/d.txt"], id="an ending"),
        pytest.param("drafts/\n", ["a.txt", "b.md"], id="a folder"),
        pytest.param("# why\n\n/*.txt\n", ["b.md", "drafts/c.txt", "drafts/deep/d.txt"], id="here"),
        pytest.param("*.txt\n!a.txt\n", ["a.txt", "b.md"], id="an exception"),
        pytest.param("drafts/**/d.txt\n", ["a.txt", "b.md", "drafts/c.txt"], id="at any depth"),
        pytest.param(
            "\ufeff*.md\r\n", ["a.txt", "drafts/c.txt", "drafts/deep/d.txt"], id="Windows"
        ),
    ],
)
def test_the_rules_of_gitignore_leave_files_out(
    archive: Archive, rules: str, left: list[str]
) -> None:
    for name in ("a.txt", "b.md", "drafts/c.txt", "drafts/deep/d.txt"):
        archive.write(name, f"{ENGLISH} {name}")
    archive.write(".readoutignore", rules)

    summary = archive.build()

    assert (left, {}) == (archive.ids(), summary["ignored"])


def test_a_nearer_rule_wins(archive: Archive) -> None:
    archive.write("a.md", ENGLISH)
    archive.write("kept/b.md", ROMANIAN)
    archive.write(".readoutignore", "*.md\n")
    archive.write("kept/.readoutignore", "!b.md\n")

    archive.build()

    assert ["kept/b.md"] == archive.ids()


def test_a_rule_that_comes_later_takes_its_files_out(archive: Archive) -> None:
    archive.write("a.txt", ENGLISH)
    archive.write("b.md", ROMANIAN)
    archive.build()
    archive.write(".readoutignore", "*.md\n")

    assert (0, 1, 1, 0) == archive.counts()
    assert ["a.txt"] == archive.ids()


def test_equal_reasons_are_one_line(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken export would fill the screen."""
    lines = [json.dumps({"title": "Envoys meet", "text": ENGLISH}), *["[1]"] * 3, "{}", "[2]"]
    archive.write("a.jsonl", "\n".join(lines))
    archive.write("b.png", "x")
    archive.write("c.json", "[]")

    print_summary(build(archive.index, [archive.folder]), json=False)

    said = capsys.readouterr().err.splitlines()
    file = archive.folder / "a.jsonl"
    assert [
        f"ignored {archive.folder / 'c.json'}: no article: there is no title and no text in it",
        f"skipped {file}: articles 2-4, 6: no object with a title and a text, but int",
        f"skipped {file}: empty",
        "ignored, for their kind is not read: 1 .png",
    ] == said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_named_and_costs_nothing(archive: Archive) -> None:
    """It may stand where a program writes articles; opening it would wait for ever."""
    archive.write("a.txt", "A call\n\nThey spoke.")
    os.mkfifo(archive.folder / "pipe.txt")

    summary = archive.build()

    assert (1, []) == (summary["indexed"], summary["skipped"])
    assert [("pipe.txt", "a pipe, a socket or a device, and no file")] == [
        (Path(one["path"]).name, one["reason"]) for one in summary["ignored_files"]
    ]

"""The command line keeps its contract: keys, exit codes, what goes to stdout and what to stderr."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from index.cli import app
from tests.index.commands import indexed, run


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READOUT_INDEX", str(tmp_path / "index"))
    return indexed(tmp_path)


def test_indexing_prints_one_line_of_json(index: Path) -> None:
    summary = json.loads(run("index", str(index), "--json").stdout)

    assert (0, 3, 0, 0, []) == tuple(
        summary[key] for key in ("indexed", "unchanged", "deleted", "duplicates", "skipped")
    )


def test_indexing_for_a_person_is_a_sentence(index: Path) -> None:
    assert run("index", str(index)).stdout.startswith(
        "0 indexed, 3 unchanged, 0 deleted, 0 duplicates, 0 skipped in"
    )


def test_a_skipped_file_is_named_and_exits_with_1(index: Path) -> None:
    (index / "bad.txt").write_bytes(b"\0\0\1\2")

    result = run("index", str(index))

    assert (1, True) == (result.exit_code, "bad.txt" in result.stderr)


def test_a_name_that_is_no_utf8_leaves_the_line_of_json_whole(index: Path) -> None:
    """Programs read the line as UTF-8, and its path back into the bytes of the name."""
    named = index / os.fsdecode(b"\xe9t\xe9.txt")
    try:
        named.write_text("Words.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    result = run("index", str(index), "--json")

    assert [str(named)] == [
        one["path"] for one in json.loads(result.stdout_bytes.decode())["skipped"]
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("index", "/no/such/folder"), id="a missing path"),
        pytest.param(("search", "x", "--index", "/no/such/index"), id="no index"),
        pytest.param(("search", "x", "--year", "soon"), id="a bad year"),
        pytest.param(("search", "x", "--size", "101"), id="a size too large"),
        pytest.param(("search", "x", "--page", "0"), id="a page before the first"),
        pytest.param(("search", "x", "--sort", "best"), id="an unknown order"),
        pytest.param(("search", "x", "--match", "most"), id="an unknown match"),
        pytest.param(("search",), id="nothing to search"),
        pytest.param(("search", "--batch", "q.jsonl"), id="a batch without a run"),
        pytest.param(("show", "missing"), id="an unknown article"),
        pytest.param(("analyse", "--as", "both"), id="an unknown side"),
        pytest.param(("fly",), id="an unknown command"),
        pytest.param(("index", "--index", "/dev/null"), id="an index that is no folder"),
        pytest.param(("stats", "--index", "/dev/null"), id="an index that is no folder, to read"),
        pytest.param(("search", "x", "--index", ""), id="an empty index"),
        pytest.param(("search", "--batch", "/no/such/q", "--run", "/dev/null"), id="no batch"),
        pytest.param(
            ("search", "--batch", "/dev/null", "--run", "/no/such/run"),
            id="a run that can't be written",
        ),
    ],
)
@pytest.mark.usefixtures("index")
def test_what_can_t_be_done_exits_with_2_and_says_why(words: tuple[str, ...]) -> None:
    result = run(*words)

    assert (2, "", True) == (result.exit_code, result.stdout, bool(result.stderr))
    assert "Traceback" not in result.stderr


def test_an_empty_path_is_not_the_working_folder(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script whose variable was not set would have a whole home indexed."""
    monkeypatch.chdir(index)

    assert 2 == run("index", "").exit_code


@pytest.mark.usefixtures("index")
def test_an_article_is_shown_whole() -> None:
    assert "about the ceasefire in Gaza." in run("show", "a.txt").stdout
    assert "Putin and Netanyahu spoke" == json.loads(run("show", "a.txt", "--json").stdout)["title"]


@pytest.mark.usefixtures("index")
def test_statistics_count_articles_and_name_versions() -> None:
    statistics = json.loads(run("stats", "--json").stdout)

    assert (3, {"en": 1, "he": 1, "ro": 1}) == (statistics["articles"], statistics["lang"])
    assert {"analysis", "extraction", "tagging", "icu", "whoosh"} <= statistics["versions"].keys()
    assert "articles: 3" in run("stats").stdout


@pytest.mark.usefixtures("index")
def test_statistics_for_a_person_are_the_ten_most_frequent(index: Path) -> None:
    """An archive has hundreds of leaders and dozens of years, and a terminal so many columns."""
    for year in range(2001, 2013):
        (index / f"{year}-05-03.txt").write_text(f"Words of {year}.", encoding="utf-8")
    (index / "2005-06-01.txt").write_text("More words.", encoding="utf-8")
    run("index", str(index))
    [shown] = [line for line in run("stats").stdout.splitlines() if line.startswith("year:")]

    assert shown.startswith("year: unknown 3, 2005 2, 2001 1, ")
    assert shown.endswith(", 2009 1 … (3 more: --json)")
    assert 13 == len(json.loads(run("stats", "--json").stdout)["year"])


@pytest.mark.usefixtures("index")
def test_a_sound_index_verifies() -> None:
    sound = {"ok": True, "articles": 3, "problems": [], "remedy": None}
    assert sound == json.loads(run("verify", "--json").stdout)
    assert "3 articles, 0 problems" in run("verify").stdout


@pytest.mark.parametrize(
    "words",
    [("stats",), ("tags",), ("set", "a.txt", "--lang", "en")],
    ids=lambda words: words[0],
)
def test_a_damaged_manifest_is_said_in_a_sentence(index: Path, words: tuple[str, ...]) -> None:
    """What SQLite raises says neither which file it is nor what to do."""
    (manifest,) = (index.parent / "index").glob("*/manifest.db")
    manifest.write_bytes(b"no manifest")

    result = run(*words)

    said = f"'{manifest}' is damaged; the next `readout index` mends it from the articles' files"
    assert (2, "", f"readout: {said}\n") == (result.exit_code, result.stdout, result.stderr)


def test_a_damaged_manifest_is_found_and_made_anew(index: Path) -> None:
    (manifest,) = (index.parent / "index").glob("*/manifest.db")
    manifest.write_bytes(b"no manifest")

    checked, mended = run("verify"), run("index")

    assert (1, True) == (checked.exit_code, f"'{manifest}' is damaged" in checked.stderr)
    assert 1 == checked.stderr.count("the next `readout index` mends it")
    assert (0, True) == (mended.exit_code, "its manifest was damaged; it was" in mended.stderr)
    assert 0 == run("verify").exit_code


def test_a_line_in_is_a_line_out() -> None:
    lines = run("analyse", "--lang", "he", given="לנתניהו\n\nשלום\n").stdout.splitlines()
    first = json.loads(lines[0])

    assert 3 == len(lines)
    assert ("he", "לנתניהו", 0, 7, 0) == (
        first["lang"],
        *(first["tokens"][0][key] for key in ("word", "start", "end", "position")),
    )


@pytest.mark.parametrize("name", app.commands)
def test_every_command_takes_the_index(name: str) -> None:
    """A script may say it once for all of them."""
    assert "--index" in [option for given in app.commands[name].params for option in given.opts]


def test_a_word_is_explained_in_words() -> None:
    assert (
        "președinte (dictionary form)" in run("analyse", "--explain", given="președintele\n").stdout
    )

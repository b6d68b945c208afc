"""`readout search` keeps its contract: what it finds, for programs, for people and in batches."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from index.cli import app
from search.model.facets import COUNTED
from tests.index.commands import indexed, run


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READOUT_INDEX", str(tmp_path / "index"))
    return indexed(tmp_path)


def answered(*words: str) -> dict[str, Any]:
    result = run("search", "--json", *words)
    assert 0 == result.exit_code, result.stderr
    (line,) = result.stdout.splitlines()
    return dict(json.loads(line))


def ids(*words: str) -> list[str]:
    return [hit["id"] for hit in answered(*words)["hits"]]


@pytest.mark.usefixtures("index")
def test_a_search_answers_with_the_keys_of_the_contract() -> None:
    answer = answered("netanyahu")
    hit = answer["hits"][0]

    assert {
        "query",
        "match",
        "total",
        "page",
        "size",
        "took_ms",
        "hints",
        "hits",
        "facets",
    } <= answer.keys()
    assert list(COUNTED) == list(answer["facets"])
    assert {
        "id",
        "title",
        "title_marks",
        "lang",
        "dir",
        "published",
        "published_source",
        "year",
        "outlet",
        "url",
    } <= (hit.keys())
    assert {"leaders", "countries", "score", "passages"} <= hit.keys()
    assert ("benjamin-netanyahu", "Benjamin Netanyahu") in {
        (leader["id"], leader["label"]) for leader in hit["leaders"]
    }
    assert {"value": "il", "label": "Israel", "count": 1, "selected": False} in answer["facets"][
        "country"
    ]


@pytest.mark.usefixtures("index")
def test_marks_lie_on_the_original_letters() -> None:
    passage = answered("presedintele")["hits"][0]["passages"][0]

    assert ["Preşedintele"] == [passage["text"][start:end] for start, end in passage["marks"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(("",), {"a.txt", "b.txt", "c.txt"}, id="an empty query is every article"),
        pytest.param(("putin",), {"a.txt"}, id="putin does not find puţin"),
        pytest.param(("puțin",), {"b.txt"}, id="puțin does not find Putin"),
        pytest.param(("=נתניהו",), {"c.txt"}, id="Hebrew"),
        pytest.param(("נתניהו",), {"a.txt", "c.txt"}, id="a name in every script"),
        pytest.param(("", "--leader", "נתניהו"), {"a.txt", "c.txt"}, id="a leader in any script"),
        pytest.param(
            ("", "--lang", "he", "--lang", "ro"), {"b.txt", "c.txt"}, id="several languages"
        ),
        pytest.param(("", "--year", "unknown"), {"a.txt", "b.txt", "c.txt"}, id="no date"),
        pytest.param(("", "--year", "2016..2019"), set(), id="a range of years"),
        pytest.param(("", "--country", "nowhere"), set(), id="an unknown country"),
        pytest.param(("--", "-putin"), {"b.txt", "c.txt"}, id="a query that begins with a minus"),
        pytest.param(("cease-fire",), {"a.txt"}, id="a compound"),
        pytest.param(("", "--size", "1", "--page", "9"), set(), id="a page past the end"),
    ],
)
@pytest.mark.usefixtures("index")
def test_a_search_finds(words: tuple[str, ...], expected: set[str]) -> None:
    assert expected == set(ids(*words))


@pytest.mark.usefixtures("index")
def test_a_search_for_a_person_shows_titles_and_counts() -> None:
    shown = run("search", "gaza").stdout

    assert "Putin and Netanyahu spoke" in shown
    assert "1 article, " in shown
    assert "outlet:" not in shown


@pytest.mark.parametrize(
    "words",
    [("Putin Netanyahu",), ("Putin", "Netanyahu"), ("Putin", "--lang", "en", "Netanyahu")],
    ids=["quoted", "two words", "an option between"],
)
@pytest.mark.usefixtures("index")
def test_several_words_are_one_query(words: tuple[str, ...]) -> None:
    assert "Putin Netanyahu" == answered(*words)["query"]


@pytest.mark.usefixtures("index")
def test_what_begins_with_a_dash_goes_after_two() -> None:
    assert ("Putin -Trump", 1) == (
        answered("--", "Putin", "-Trump")["query"],
        answered("--", "Putin", "-Trump")["total"],
    )


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize(
    ("words", "expected"),
    [(("Putin",), "1 article, "), (("",), "3 articles, "), (("zzzz",), "0 articles, ")],
)
def test_one_is_one(words: tuple[str, ...], expected: str) -> None:
    assert f"\n{expected}" in f"\n{run('search', *words).stdout}"


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize(
    ("told", "bold"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_bold_only_if_it_may(told: dict[str, str], *, bold: bool) -> None:
    """no-color.org, and what a dumb terminal shows."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = (sys.executable, "-c", "from index.cli import app; app()", "search", "Putin")
    environ = {**os.environ, "TERM": "xterm"}
    environ.pop("NO_COLOR", None)
    with os.fdopen(ours, "rb"):
        subprocess.run(command, stdout=theirs, env=environ | told, check=True)
        os.close(theirs)
        shown = os.read(ours, 1 << 16)

    assert bold == (b"\x1b[1m" in shown)
    assert b"Putin" in shown


@pytest.mark.usefixtures("index")
def test_a_terminal_that_lacks_letters_shows_their_codes() -> None:
    """Windows writes into files in a code page of its own."""
    result = CliRunner(charset="latin-1").invoke(app, ["search", "lang:he"])

    assert (0, True) == (result.exit_code, r"\u05e8\u05d0\u05e9" in result.stdout)


def test_a_batch_writes_a_run(index: Path) -> None:
    queries, out = index.parent / "queries.jsonl", index.parent / "run.trec"
    queries.write_text(
        '{"id": "q 1", "text": "gaza telefon"}\n\n{"id": "q2", "text": "zebra"}\n', encoding="utf-8"
    )

    assert 0 == run("search", "--batch", str(queries), "--run", str(out)).exit_code
    rows = [line.split(" ") for line in out.read_text(encoding="utf-8").splitlines()]
    assert {("q%201", "a.txt"), ("q%201", "b.txt")} == {(row[0], row[2]) for row in rows}
    assert [("Q0", "1", "readout"), ("Q0", "2", "readout")] == [
        (row[1], row[3], row[5]) for row in rows
    ]


@pytest.mark.parametrize("bad", ["{", '{"id": 1}', "[]"])
def test_a_bad_batch_is_refused_with_its_line(index: Path, bad: str) -> None:
    queries = index.parent / "queries.jsonl"
    queries.write_text(f'{{"id": 1, "text": "x"}}\n{bad}\n', encoding="utf-8")
    (out := index.parent / "run").write_text("the run of another day", encoding="utf-8")

    result = run("search", "--batch", str(queries), "--run", str(out))

    assert (2, True) == (result.exit_code, "line 2" in result.stderr)
    assert "the run of another day" == out.read_text(encoding="utf-8")

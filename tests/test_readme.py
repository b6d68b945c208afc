"""The README tells the truth.

Its commands run, its queries are understood, its pictures are there.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

import web.cli  # noqa: F401 - adds `serve` to the commands
from index.cli import app
from search.query.parser import parse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README + CONTRIBUTING, re.DOTALL)
COMMANDS = [line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines()]
KEEPING = (ROOT / "docs" / "keeping.md").read_text(encoding="utf-8")
TABLES = re.findall(
    r"\| typed \| found \|\n\| --- \| --- \|\n(.*?)\n\n",
    README + (ROOT / "docs" / "queries.md").read_text(encoding="utf-8"),
    re.DOTALL,
)
QUERIES = [
    query
    for table in TABLES
    for row in table.splitlines()
    for query in re.findall(r"`([^`]+)`", row.split("|")[1])
    if query != "( )"
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = tmp_path_factory.mktemp("readme") / "index"
    result = CliRunner().invoke(
        app, ["index", str(ROOT / "seeds" / "articles"), "--index", str(index)]
    )
    assert 0 == result.exit_code
    return index


@pytest.mark.parametrize(
    "command", [command for command in COMMANDS if command.startswith("readout")]
)
def test_a_command_of_the_readme_runs(
    sample: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_INDEX", str(sample))
    _, name, *words = shlex.split(command)
    if "serve" == name:  # it would go on until somebody stops it
        assert app.commands[name].make_context(name, words)
        return

    result = CliRunner().invoke(app, shlex.split(command)[1:])

    assert (0, True) == (result.exit_code, bool(result.stdout))


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("make")])
def test_a_target_of_the_readme_is_there(command: str) -> None:
    """Make says what it would do; what it does is shown by whoever runs it."""
    done = subprocess.run(
        [*shlex.split(command), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_readme_is_understood(query: str) -> None:
    assert () == parse(query).hints


def test_every_command_is_in_the_readme() -> None:
    assert [] == [
        name
        for name in app.commands
        if f"`{name}`" not in README and f"readout {name}" not in README
    ]


@pytest.mark.parametrize(
    "link", re.findall(r"(?:\]\(|src(?:set)?=\")([^)\":]+)[)\"]", README + CONTRIBUTING)
)
def test_what_the_readme_points_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_correction_is_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever follows it sees what it says."""
    text, steps = re.findall(r"```(?:sh)?\n(.*?)```", KEEPING, re.DOTALL)[:2]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READOUT_INDEX", str(tmp_path / "index"))
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "call.txt").write_text(text, encoding="utf-8")

    done = [CliRunner().invoke(app, shlex.split(step)[1:]) for step in steps.splitlines()]

    assert [0] * 5 == [one.exit_code for one in done]
    _, tags, _, _, shown = (one.stdout for one in done)
    assert "published: unknown\n  leaders: unknown\n" in tags
    assert "2016-10-23 (metadata) · en · Vladimir Putin · Benjamin Netanyahu" in shown

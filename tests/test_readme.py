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
(TABLE,) = re.findall(r"\| typed \| found \|\n.*?\n\n", README, re.DOTALL)
QUERIES = [
    query
    for row in TABLE.strip().splitlines()[2:]
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

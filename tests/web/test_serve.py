"""The command that serves, run as a reader runs it."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

import web.cli  # noqa: F401 - adds `serve` to the commands
from index.options import app
from tests.ports import free_port
from tests.web.served import PATIENCE, READOUT, Served, readout, serving


@dataclass(frozen=True, slots=True)
class Archive:
    """A server, and what it serves."""

    served: Served
    articles: Path
    index: Path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    articles, index = tmp_path_factory.mktemp("articles"), tmp_path_factory.mktemp("index") / "new"
    (articles / "one.txt").write_text(
        "Putin and Netanyahu speak\n\nThey spoke by telephone.\n", encoding="utf-8"
    )
    with serving(articles, "--index", index, "--workers", "1") as served:
        yield Archive(served, articles, index)


def test_the_server_indexes_what_it_is_given_and_answers(archive: Archive) -> None:
    with urlopen(f"{archive.served.url}/search?q=telephone", timeout=PATIENCE) as reply:  # noqa: S310
        page = reply.read().decode()

    assert "<mark>telephone</mark>" in page
    assert "no-store" == reply.headers["Cache-Control"]


def test_it_says_so_only_when_it_answers(archive: Archive, tmp_path: Path) -> None:
    """Whoever reads the line may go there: a person, or a script."""
    port = free_port()
    command = [*READOUT, "serve", "--index", str(archive.index), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE) as reply:
            answered = reply.status
        process.terminate()

    assert re.fullmatch(rf"Readout serves \d+ articles? on http://127.0.0.1:{port} .*\n", said)
    assert 200 == answered


def test_a_running_server_shows_new_articles(archive: Archive) -> None:
    """Nobody should have to restart it."""
    before = archive.served.count()
    (archive.articles / "two.txt").write_text(
        "Another call\n\nThey spoke again.\n", encoding="utf-8"
    )

    indexed = readout("index", archive.articles, "--index", archive.index)

    assert 0 == indexed.returncode, indexed.stderr
    assert before + 1 == archive.served.count()


def test_a_second_server_on_the_same_port_is_refused(archive: Archive) -> None:
    """Workers share a port; another server must not get half of the requests."""
    refused = readout("serve", "--index", archive.index, "--port", str(archive.served.port))

    assert 2 == refused.returncode
    assert "choose another --port" in refused.stderr
    assert "serves" not in refused.stderr


def test_without_an_index_nothing_is_served(tmp_path: Path) -> None:
    refused = readout("serve", "--index", tmp_path / "none")

    assert 2 == refused.returncode
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    "address", ["archive.example/news", "http://[archive", "https://", "http://[1]/", "http://a:b"]
)
def test_a_public_address_that_is_none_is_refused(address: str, tmp_path: Path) -> None:
    asked = ["serve", "--index", str(tmp_path / "none"), "--public", address]

    refused = CliRunner().invoke(app, asked)

    assert (2, True) == (refused.exit_code, "begins with http:// or https://" in refused.stderr)


@pytest.mark.slow
def test_a_server_that_watches_takes_in_what_comes_and_ends_when_it_is_told(tmp_path: Path) -> None:
    """One process watches, however many answer; and none is left behind."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("A call\n\nThey spoke by telephone.\n", encoding="utf-8")
    with serving("--watch", folder, "--index", tmp_path / "index", "--workers", "2") as served:
        (folder / "two.txt").write_text("A visit\n\nThey met in Geneva.\n", encoding="utf-8")
        for _ in range(PATIENCE * 10):
            if served.count() == 2:
                break
            time.sleep(0.1)
        counted, said = served.count(), served.process.stdout
        assert said is not None
        told = [said.readline() for _ in range(2)]  # a moment after both can be found
        served.process.terminate()
        rest, _ = served.process.communicate(timeout=PATIENCE)
    again = readout("index", "--index", tmp_path / "index")

    assert (2, 0, "") == (counted, served.process.returncode, rest)
    assert all(told)
    assert again.stdout.startswith("0 indexed, 2 unchanged"), again.stderr


def test_the_help_begins_with_what_can_be_typed() -> None:
    """Each command is said in a whole line, and each example is understood."""
    said = CliRunner().invoke(app, ["-h"]).output
    examples = [line.split()[1:] for line in said.splitlines() if line.startswith("    readout ")]

    assert "..." not in said.partition("Commands:")[2].partition("Examples:")[0]
    assert 3 == len(examples)
    for name, *words in examples:
        assert app.commands[name].make_context(name, words)

"""The command that serves, run as a reader runs it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

READOUT = (sys.executable, "-c", "from web.cli import main; main()")
PATIENCE = 60  # seconds; a machine may be busy


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers, and what it serves."""

    process: subprocess.Popen[str]
    url: str
    articles: Path
    index: Path

    def count(self) -> int:
        with urlopen(f"{self.url}/healthz", timeout=PATIENCE) as reply:  # noqa: S310 - our own server
            count: int = json.load(reply)["articles"]
        return count


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def readout(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*READOUT, *map(str, words)], capture_output=True, text=True, timeout=PATIENCE, check=False)


def wait_until_ready(served: Served) -> None:
    for _ in range(PATIENCE * 10):
        try:
            served.count()
        except (URLError, ConnectionError):
            assert served.process.poll() is None, served.process.communicate()
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(served.url)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    articles, index = tmp_path_factory.mktemp("articles"), tmp_path_factory.mktemp("index") / "new"
    (articles / "one.txt").write_text("Putin and Netanyahu speak\n\nThey spoke by telephone.\n", encoding="utf-8")
    port = free_port()
    command = [*READOUT, "serve", str(articles), "--index", str(index), "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        served = Served(process, f"http://127.0.0.1:{port}", articles, index)
        wait_until_ready(served)
        yield served
        process.terminate()
        process.wait(PATIENCE)


def test_the_server_indexes_what_it_is_given_and_answers(served: Served) -> None:
    with urlopen(f"{served.url}/search?q=telephone", timeout=PATIENCE) as reply:  # noqa: S310
        page = reply.read().decode()

    assert "<mark>telephone</mark>" in page
    assert "no-store" == reply.headers["Cache-Control"]


def test_a_running_server_shows_new_articles(served: Served) -> None:
    """Nobody should have to restart it."""
    before = served.count()
    (served.articles / "two.txt").write_text("Another call\n\nThey spoke again.\n", encoding="utf-8")

    indexed = readout("index", served.articles, "--index", served.index)

    assert 0 == indexed.returncode, indexed.stderr
    assert before + 1 == served.count()


def test_a_second_server_on_the_same_port_is_refused(served: Served) -> None:
    """Workers share a port; another server must not get half of the requests."""
    refused = readout("serve", "--index", served.index, "--port", served.url.rpartition(":")[2])

    assert 2 == refused.returncode
    assert "choose another --port" in refused.stderr


def test_without_an_index_nothing_is_served(tmp_path: Path) -> None:
    refused = readout("serve", "--index", tmp_path / "none")

    assert 2 == refused.returncode
    assert "Traceback" not in refused.stderr

"""A server of its own for a test, run as a reader runs it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.ports import free_port

READOUT = (sys.executable, "-c", "from web.cli import main; main()")
PATIENCE = 60  # seconds; a machine may be busy


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers, and what it serves."""

    process: subprocess.Popen[str]
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def count(self) -> int:
        with urlopen(f"{self.url}/healthz", timeout=PATIENCE) as reply:  # noqa: S310 - our own server
            count: int = json.load(reply)["articles"]
        return count


def readout(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*READOUT, *map(str, words)], capture_output=True, text=True, timeout=PATIENCE, check=False
    )


@contextmanager
def serving(*words: str | Path, command: tuple[str, ...] = (*READOUT, "serve")) -> Iterator[Served]:
    """A server while it answers; a free port is its last words."""
    port = free_port()
    told = [*command, *map(str, words), "--port", str(port)]
    with subprocess.Popen(
        told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        served = Served(process, port)
        try:
            _wait_until_ready(served)
            yield served
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait_until_ready(served: Served) -> None:
    for _ in range(PATIENCE * 10):
        try:
            served.count()
        except (URLError, ConnectionError):
            assert served.process.poll() is None, served.process.communicate()
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(served.url)

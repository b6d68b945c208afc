"""The sample archive, served as anybody serves it, and Debian's chromium to read it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.reader import PATIENCE, Desk, Reader, seated
from tests.ports import free_port

SAMPLE: Final = Path(__file__).parents[2] / "seeds" / "articles"
# one browser; without windows it takes half the time
BROWSERS: Final = ("chromium-headless-shell", "chromium")
ALONE: Final = (  # what keeps a browser from calling home
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _installed() -> str:
    """The path of a browser; a snap shuts itself in and can't be driven."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in found if path and Path(path).resolve().name != "snap"), "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for the browser needs one."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = _installed()
    if not path:
        pytest.skip(f"no browser on the PATH; Debian has one in the package {BROWSERS[0]}")
    expect.set_options(timeout=PATIENCE * 1000)
    with (
        sync_playwright() as play,
        play.chromium.launch(  # a container's root can't have the sandbox
            executable_path=path, args=ALONE, chromium_sandbox=False, timeout=PATIENCE * 1000
        ) as browser,
    ):
        yield browser


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a server that answers.

    Other tests measure what it covers, and here it would only be slower.
    """
    place = tmp_path_factory.mktemp("browser")
    port = str(free_port())
    readout = (sys.executable, "-c", "from web.cli import main; main()")
    command = (
        *readout,
        "serve",
        str(SAMPLE),
        "--index",
        str(place / "index"),
        "--port",
        port,
        "--workers",
        "1",
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    with (
        (place / "log").open("w+") as log,
        subprocess.Popen(command, env=plain, stderr=log) as process,
    ):
        _wait(process, f"http://127.0.0.1:{port}/healthz", place / "log")
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        try:
            urlopen(url, timeout=PATIENCE).close()  # noqa: S310 - our own server
        except OSError:
            assert process.poll() is None, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(log.read_text(encoding="utf-8"))


@pytest.fixture
def sit_down(chromium: Browser, site: str) -> Iterator[Callable[[Desk], Reader]]:
    """Gives a desk to a new reader."""
    with ExitStack() as seats:
        yield lambda desk: seats.enter_context(seated(chromium, site, desk))

"""The sample archive, served as anybody serves it, and Debian's chromium to read it with."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import Desk, Reader, watch

SAMPLE: Final = Path(__file__).parents[2] / "seeds" / "articles"
PATIENCE: Final = 60  # seconds; a machine may be busy
HEIGHT: Final = 800
IMPATIENCE: Final = 10_000  # milliseconds that a reader waits for anything
ALONE: Final = (  # what keeps a browser from calling home
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if not path:
        pytest.skip("no chromium on the PATH; Debian has it in the package chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=ALONE, chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a server that answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    index = tmp_path_factory.mktemp("browser") / "index"
    readout = (sys.executable, "-c", "from web.cli import main; main()")
    place = ("--index", str(index), "--port", str(port), "--workers", "1")
    with subprocess.Popen([*readout, "serve", str(SAMPLE), *place], stderr=subprocess.PIPE, text=True) as process:
        _wait(process, f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.communicate(timeout=PATIENCE)


@pytest.fixture
def sit_down(chromium: Browser, site: str) -> Iterator[Callable[[Desk], Reader]]:
    """A new reader at a desk; whoever sat down must leave without a complaint of the browser."""
    readers: list[Reader] = []
    with ExitStack() as contexts:

        def new(desk: Desk) -> Reader:
            context = chromium.new_context(
                java_script_enabled=desk.script,
                locale=desk.code,
                viewport={"width": desk.width, "height": HEIGHT},
                color_scheme="light",
                permissions=["clipboard-read", "clipboard-write"],
            )
            contexts.callback(context.close)
            context.set_default_timeout(IMPATIENCE)
            page = context.new_page()
            reader = Reader(page, site, desk, watch(page, site))
            readers.append(reader)
            return reader

        yield new
        assert [] == [fault for reader in readers for fault in reader.faults]


def _wait(process: subprocess.Popen[str], url: str) -> None:
    for _ in range(PATIENCE * 10):
        try:
            urlopen(f"{url}/healthz", timeout=PATIENCE).close()  # noqa: S310 - our own server
        except OSError:
            assert process.poll() is None, process.communicate()
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)

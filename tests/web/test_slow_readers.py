"""Readers that never take their answer: they cost a connection, never the site."""

from __future__ import annotations

import json
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from tests.web.served import PATIENCE, Served, readout, serving
from web.server import SECONDS_TO_ASK

pytestmark = pytest.mark.slow

STUCK = 8
PROMPT = 2.0  # seconds within which everybody else has an answer
OTHERS = (
    "/healthz",
    "/search?q=Putin",
    "/api/v1/search?q=Putin",
    "/help",
    "/article/short",
    "/export.csv?q=telephone",
)
LONG = 500_000  # letters of an article: twelve are more than sockets hold
LEFT_AFTER = 2  # seconds after which the impatient server leaves a reader
SIP, PAUSE = 1 << 16, 0.1  # bytes that a slow reader takes at once, and the seconds in between
IMPATIENT = f"""
import sys
from pathlib import Path
from web.server import serve
from web.settings import Settings
serve(Path(sys.argv[1]), Settings(port=int(sys.argv[3]), workers=1, patience={LEFT_AFTER}), print)
"""
BREAKING = """
import sys
from web.gateway import Gateway
from web.server import listen
from web.settings import Settings

def answer(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/csv")])
    if environ["PATH_INFO"] == "/healthz":
        return [b'{"articles": 0}']
    return chunks()

def chunks():
    yield b"half of it"
    raise RuntimeError

def load():
    return Gateway(answer, Settings())

if __name__ == "__main__":  # a worker imports this file for what it has to load
    listen(load, Settings(port=int(sys.argv[2]), workers=1), print)
"""

LOADING = """
import sys, time
from pathlib import Path
from web.gateway import Gateway
from web.server import listen
from web.settings import Settings

def answer(environ, start_response):
    start_response("200 OK", [])
    return [b'{"articles": 0}']

def load():
    try:
        Path(sys.argv[1]).touch(exist_ok=False)
    except FileExistsError:  # the second one
        Path(sys.argv[2]).touch()
        time.sleep(1000)
    return Gateway(answer, Settings())

if __name__ == "__main__":
    listen(load, Settings(port=int(sys.argv[4]), workers=2), print)
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve long articles and a short one."""
    folder = tmp_path_factory.mktemp("long")
    long = (
        {"id": f"a{n}", "title": f"Putin speaks {n}", "text": "They met.\n\n" + "─" * LONG}
        for n in range(12)
    )
    short = {"id": "short", "title": "A call", "text": "They spoke by telephone."}
    lines = "".join(json.dumps(article) + "\n" for article in (*long, short))
    (folder / "all.jsonl").write_text(lines, encoding="utf-8")
    assert 0 == readout("index", folder, "--index", folder / "index").returncode
    return folder / "index"


@pytest.fixture(scope="module")
def impatient(index: Path) -> Iterator[Served]:
    with serving(index, command=(sys.executable, "-c", IMPATIENT)) as served:
        yield served


@contextmanager
def asking(served: Served, room: int = 4096) -> Iterator[socket.socket]:
    """A client that asks for everything, and has read nothing of it yet."""
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        client.connect(("127.0.0.1", served.port))
        client.sendall(b"GET /export.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")
        yield client


def answered(served: Served, url: str) -> tuple[int, bool]:
    """The status of an answer, and whether it came in time."""
    began = time.monotonic()
    other = HTTPConnection("127.0.0.1", served.port, timeout=PROMPT * 5)
    other.request("GET", url)
    reply = other.getresponse()
    reply.read()
    other.close()
    return reply.status, time.monotonic() - began < PROMPT


@pytest.mark.parametrize("workers", [1, 2])
def test_those_who_never_read_stop_nobody_else(index: Path, workers: int) -> None:
    """An export waits for its reader; the thread that searches does not."""
    with serving("--index", index, "--workers", str(workers)) as served, ExitStack() as clients:
        for _ in range(STUCK):
            clients.enter_context(asking(served))
        time.sleep(1)

        assert [(200, True)] * len(OTHERS) == [answered(served, url) for url in OTHERS]


@pytest.mark.skipif(
    sys.platform != "linux", reason="the system has no time-out for what is written"
)
def test_a_reader_who_never_reads_is_left(impatient: Served) -> None:
    """Its connection is cut, so that what it has read by then can't pass for all there was."""
    with asking(impatient) as client:
        time.sleep(LEFT_AFTER * 4)
        client.settimeout(PATIENCE)

        with pytest.raises(ConnectionResetError):
            sum(map(len, iter(partial(client.recv, 1 << 20), b"")))


def test_a_reader_who_reads_slowly_gets_everything(impatient: Served) -> None:
    with asking(impatient, room=4 * SIP) as client:
        client.settimeout(PATIENCE)
        read, last = 0, b""
        while not last.endswith(b"\r\n0\r\n\r\n"):
            last = client.recv(SIP)
            assert last
            read += len(last)
            time.sleep(PAUSE if read * PAUSE < 3 * LEFT_AFTER * SIP else 0)

    assert 12 * 3 * LONG < read


def test_an_answer_that_has_begun_ends_before_the_server_does(index: Path) -> None:
    """A server that is stopped takes nobody's export away."""
    with serving("--index", index, "--workers", "1") as served, asking(served) as client:
        client.settimeout(PATIENCE)
        read, last = len(client.recv(SIP)), b""
        served.process.terminate()
        while not last.endswith(b"\r\n0\r\n\r\n"):
            last = client.recv(1 << 20)
            assert last
            read += len(last)

        assert 0 == served.process.wait(PATIENCE)

    assert 12 * 3 * LONG < read


def test_a_worker_that_still_loads_holds_no_stop_up(tmp_path: Path) -> None:
    """As one does that begins anew, or on a busy machine while another answers already."""
    (tmp_path / "loading.py").write_text(LOADING, encoding="utf-8")
    words, loads = (sys.executable, str(tmp_path / "loading.py")), tmp_path / "second"
    with serving(tmp_path / "first", loads, command=words) as served:
        while not loads.exists():
            time.sleep(0.1)
        served.process.terminate()
        _, said = served.process.communicate(timeout=PATIENCE)

    assert (0, "") == (served.process.returncode, said)


def test_a_request_whose_head_never_ends_holds_no_stop_up(impatient: Served) -> None:
    """It is left after a few seconds, and the server with it."""
    with socket.create_connection(("127.0.0.1", impatient.port)) as client:
        client.sendall(b"GET / HTTP/1.1\r\n")
        client.settimeout(PATIENCE)
        began = time.monotonic()
        while client.recv(4096):
            pass

    assert time.monotonic() - began < 2 * SECONDS_TO_ASK + PROMPT


def test_an_export_that_breaks_off_does_not_look_whole(tmp_path: Path) -> None:
    """Its status was sent long ago, so nothing but the end of the connection can tell."""
    (tmp_path / "breaking.py").write_text(BREAKING, encoding="utf-8")
    with serving(command=(sys.executable, str(tmp_path / "breaking.py"))) as served:
        other = HTTPConnection("127.0.0.1", served.port, timeout=10)
        other.request("GET", "/export.csv")

        with pytest.raises((HTTPException, ConnectionError)):
            other.getresponse().read()

"""Gateway: how does one thread search for everybody, while each reader is read to at their pace?

The site speaks WSGI, the server ASGI. One thread computes, a piece at a time: a search keeps its
processor busy, and a second would only take turns. To send a piece takes no thread: a reader who
stops reading costs a connection, and the system closes that after a while. More than a thread can
do soon is refused, whoever hangs up is not waited on, and whether all is well another thread says.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote_to_bytes

from web.connections import limit_writes, reset
from web.log import page_of, write
from web.settings import BUSY, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Gone = asyncio.Future[None]  # done when the client has hung up
Started = tuple[dict[str, Any], Iterable[bytes]]  # how an answer begins, and its body

HEALTH: Final = "/healthz"
LONGEST_WAIT: Final = 5.0  # seconds that a request may wait for its turn
MOST_STREAMS: Final = 16  # exports at once: each holds all that it found


class Gateway:
    """The site as a server calls it (ASGI 3)."""

    def __init__(self, site: WSGIApplication, settings: Settings) -> None:
        """Answer by `site`, which is told of what would have to wait too long."""
        self._site = site
        self._patience: int | None = settings.patience
        self._settings = settings
        self._thread, self._aside = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self._waiting = self._streams = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if self._patience is not None:
            limit_writes(self._patience)
            self._patience = None
        began, environ = monotonic(), _environ(scope)
        gone = asyncio.ensure_future(_disconnected(receive))
        started = None
        try:
            started = await self._begun(environ, gone)
            if started is not None:
                await self._send(started, gone, send, scope)
        finally:
            gone.cancel()
            # without a status nobody waits for it any more
            self._write(environ, started and started[0]["status"], monotonic() - began)

    async def _begun(self, environ: WSGIEnvironment, gone: Gone) -> Started | None:
        """How an answer begins; None if its reader has gone before it did."""
        if environ["PATH_INFO"] in {HEALTH, self._settings.base + HEALTH}:
            told: Started = await self._computed(self._started, environ, thread=self._aside)
            return told
        if self._waiting >= self._settings.queue or self._streams >= MOST_STREAMS:
            return self._started(environ | {BUSY: True})
        self._waiting += 1
        try:
            turn = self._computed(self._in_turn, environ, monotonic())
            answer: asyncio.Future[Started] = asyncio.ensure_future(turn)
            either: set[asyncio.Future[Any]] = {answer, gone}
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                return answer.result()
            answer.cancel()
            return None
        finally:
            self._waiting -= 1

    def _in_turn(self, environ: WSGIEnvironment, asked: float) -> Started:
        """An answer, if it is not too late for one."""
        late = monotonic() - asked > LONGEST_WAIT
        return self._started(environ | {BUSY: True} if late else environ)

    async def _send(self, started: Started, gone: Gone, send: Send, scope: Scope) -> None:
        start, body = started
        await send(start)
        if isinstance(body, list):
            return await send({"type": "http.response.body", "body": b"".join(body)})
        self._streams += 1
        try:
            return await self._stream(body, gone, send)
        except Exception:
            reset(scope["client"])
            raise
        finally:
            self._streams -= 1

    async def _stream(self, body: Iterable[bytes], gone: Gone, send: Send) -> None:
        """Send a body as it is computed, until its reader has gone."""
        read = partial(self._computed, next, iter(body), None)
        try:
            while not gone.done() and (piece := await read()) is not None:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            await self._computed(getattr(body, "close", _nothing))

    async def _computed(
        self,
        function: Callable[..., Any],
        *given: Any,  # noqa: ANN401
        thread: Executor | None = None,
    ) -> Any:  # noqa: ANN401
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(thread or self._thread, function, *given)

    def _write(self, environ: WSGIEnvironment, status: int | None, seconds: float) -> None:
        """Write down what was asked, if that is wanted; by itself only which page."""
        if self._settings.log != "errors":
            path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
            whole = {"path": path, "query": query} if self._settings.log == "queries" else {}
            told = {
                "page": page_of(path.removeprefix(self._settings.base)),
                **whole,
                "status": status,
                "ms": round(seconds * 1000, 1),
            }
            write("info", "request", **told)

    def _started(self, environ: WSGIEnvironment) -> Started:
        told: dict[str, Any] = {"type": "http.response.start"}

        def start(
            status: str,
            headers: list[tuple[str, str]],
            *_error: object,
        ) -> Any:  # noqa: ANN401
            told["status"] = int(status[:3])
            told["headers"] = [(one.lower().encode(), it.encode("latin-1")) for one, it in headers]
            return _nothing

        body = self._site(environ, start)  # before what it told is read
        return told, body


def _environ(scope: Scope) -> WSGIEnvironment:
    """The request as WSGI (PEP 3333) tells it: bytes as letters of Latin-1."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "REMOTE_ADDR": scope["client"][0],
        "SERVER_NAME": scope["server"][0],
        "SERVER_PORT": str(scope["server"][1]),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": BytesIO(),  # nothing that is asked for has a body
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        if b"_" in name:  # WSGI could not tell it from the header that a proxy sets
            continue
        key = f"HTTP_{name.decode('latin-1').upper().replace('-', '_')}"
        environ[key] = ",".join((*filter(None, [environ.get(key)]), value.decode("latin-1")))
    return environ


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _nothing(*_given: object) -> None: ...

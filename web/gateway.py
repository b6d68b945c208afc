"""Gateway: how does one thread search for everybody, while each reader is read to at their pace?

The site speaks WSGI, the server ASGI. One thread computes, a piece at a time: a search keeps its
processor busy, and a second would only take turns. To send a piece takes no thread: a reader who
stops reading costs a connection, and the system closes that after a while.
"""

from __future__ import annotations

import asyncio
import os
import socket
import stat
import struct
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Started = tuple[dict[str, Any], Iterable[bytes]]  # how an answer begins, and its body

_DESCRIPTORS: Final = "/dev/fd"
_TCP: Final = frozenset({socket.AF_INET, socket.AF_INET6})
_AT_ONCE: Final = struct.pack("ii", 1, 0)  # SO_LINGER: what was not sent is dropped


class Gateway:
    """The site as a server calls it (ASGI 3)."""

    def __init__(self, site: WSGIApplication, patience: int) -> None:
        """Answer by `site`, and leave readers who take nothing for `patience` seconds."""
        self._site = site
        self._patience: int | None = patience
        self._thread = ThreadPoolExecutor(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        self._limit_writes()
        start, body = await self._computed(self._started, _environ(scope))
        await send(start)
        if isinstance(body, list):
            return await send({"type": "http.response.body", "body": b"".join(body)})
        try:
            return await self._stream(body, receive, send)
        except Exception:
            _cut(scope["client"])
            raise

    async def _stream(self, body: Iterable[bytes], receive: Receive, send: Send) -> None:
        """Send a body as it is computed, until its reader has gone."""
        gone = asyncio.ensure_future(_disconnected(receive))
        read = partial(self._computed, next, iter(body), None)
        try:
            while not gone.done() and (piece := await read()) is not None:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            gone.cancel()
            await self._computed(getattr(body, "close", _nothing))

    async def _computed(self, function: Callable[..., Any], *given: Any) -> Any:  # noqa: ANN401
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *given)

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

    def _limit_writes(self) -> None:
        """Have the system close what is not read; from the socket that listens it is inherited."""
        option = getattr(socket, "TCP_USER_TIMEOUT", None)
        patience, self._patience = self._patience, None
        if option is not None and patience is not None:
            for connection in _connections():
                connection.setsockopt(socket.IPPROTO_TCP, option, patience * 1000)


def _environ(scope: Scope) -> WSGIEnvironment:
    """The request as WSGI (PEP 3333) tells it: bytes as letters of Latin-1."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
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
        key = f"HTTP_{name.decode('latin-1').upper().replace('-', '_')}"
        environ[key] = ",".join((*filter(None, [environ.get(key)]), value.decode("latin-1")))
    return environ


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _cut(client: tuple[str, str]) -> None:
    """Reset a client's connection: else the server ends a broken body as if it were whole."""
    for connection in _connections():
        with suppress(OSError):  # one that listens has no peer
            if connection.getpeername()[:2] == (client[0], int(client[1])):
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                connection.shutdown(socket.SHUT_RDWR)


def _connections() -> Iterator[socket.socket]:
    """The sockets of this process that speak TCP; the server tells none, and Windows neither."""
    with suppress(FileNotFoundError):
        for number in map(int, os.listdir(_DESCRIPTORS)):  # noqa: PTH208 - they are numbers
            with suppress(OSError):  # some were closed meanwhile
                if stat.S_ISSOCK(os.fstat(number).st_mode):
                    with socket.socket(fileno=os.dup(number)) as known:
                        if known.family in _TCP and known.type == socket.SOCK_STREAM:
                            yield known


def _nothing(*_given: object) -> None: ...

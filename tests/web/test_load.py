"""More than can be answered soon is refused at once, and nobody is waited on who has gone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.browser import Browser
from web import gateway
from web.app import HEADERS
from web.gateway import Gateway
from web.settings import BUSY, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATIENCE = 30  # seconds; a machine may be busy


@dataclass
class Site:
    """A site whose one thread is held until it is let go."""

    let_go: Event = field(default_factory=Event)
    computed: list[str] = field(default_factory=list)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if BUSY in environ:
            start("503 Service Unavailable", [])
            return [b"busy"]
        start("200 OK", [])
        if path == "/export":
            return self._endless()
        if not path.endswith("/healthz"):
            self.let_go.wait(PATIENCE)
        self.computed.append(path)
        return [b"answered"]

    def _endless(self) -> Iterator[bytes]:
        while not self.let_go.is_set():
            yield b"more"


@dataclass
class Client:
    """A client of one request, as a server tells of it."""

    path: str = "/search"
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    status: int | None = None
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def ask(self, of: Gateway) -> int | None:
        scope = {
            "method": "GET",
            "raw_path": self.path.encode(),
            "query_string": b"q=secret",
            "server": ("127.0.0.1", 8080),
            "client": ("127.0.0.1", 50_000),
            "http_version": "1.1",
            "scheme": "http",
            "headers": self.headers,
        }
        await of(scope, self._receive, self._send)
        return self.status

    async def _receive(self) -> dict[str, str]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:  # noqa: ANN401
        self.status = self.status or message["status"]
        await asyncio.sleep(0)


@asynccontextmanager
async def asking(site: Site, of: Gateway, *clients: Client) -> AsyncIterator[list[Any]]:
    """Requests that wait for their turn, until the site is let go."""
    tasks = [asyncio.ensure_future(client.ask(of)) for client in clients]
    await asyncio.sleep(0.1)
    try:
        yield tasks
    finally:
        site.let_go.set()
        await asyncio.wait_for(asyncio.gather(*tasks), PATIENCE)


def run(test: Callable[[Site], Awaitable[None]]) -> None:
    async def whole() -> None:
        await test(Site())

    asyncio.run(whole())


def test_what_would_wait_behind_too_many_is_refused_at_once() -> None:
    async def test(site: Site) -> None:
        of = Gateway(site, Settings(queue=3))
        waiting = [Client(f"/{n}") for n in range(3)]
        async with asking(site, of, *waiting):
            assert 503 == await Client("/4").ask(of)
            assert [None] * 3 == [one.status for one in waiting]
        assert [200] * 3 == [one.status for one in waiting]
        assert 200 == await Client("/5").ask(of)

    run(test)


@pytest.mark.parametrize(
    ("public", "path"),
    [("", "/healthz"), ("https://news.example/archive", "/archive/healthz")],
    ids=["by itself", "behind a proxy"],
)
def test_whether_all_is_well_is_said_beside_the_queue(public: str, path: str) -> None:
    async def test(site: Site) -> None:
        of = Gateway(site, Settings(queue=1, public=public))
        async with asking(site, of, Client()):
            assert 200 == await Client(path).ask(of)
            assert 503 == await Client("/article/healthz").ask(of)

    run(test)


def test_who_hangs_up_is_not_computed_for() -> None:
    """Not even when their turn would come."""

    async def test(site: Site) -> None:
        impatient = [Client(f"/{n}") for n in range(40)]
        async with asking(site, Gateway(site, Settings()), Client("/first"), *impatient) as tasks:
            for one in impatient:
                one.gone.set()
            await asyncio.wait(tasks[1:], timeout=PATIENCE)

            assert all(task.done() for task in tasks[1:])
        assert ["/first"] == site.computed

    run(test)


def test_who_waited_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """By then nobody reads a page any more, and those who came later would wait as long."""
    monkeypatch.setattr(gateway, "LONGEST_WAIT", 0.01)

    async def test(site: Site) -> None:
        first, late = Client("/first"), Client("/late")
        async with asking(site, Gateway(site, Settings()), first, late):
            pass

        assert (200, 503, ["/first"]) == (first.status, late.status, site.computed)

    run(test)


def test_only_so_many_exports_are_sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each holds what it found for as long as its reader takes."""
    monkeypatch.setattr(gateway, "MOST_STREAMS", 2)

    async def test(site: Site) -> None:
        of = Gateway(site, Settings())
        exports = [Client("/export") for _ in range(2)]
        async with asking(site, of, *exports):
            assert [200, 200, 503] == [*(one.status for one in exports), await Client().ask(of)]
        assert 200 == await Client().ask(of)

    run(test)


def test_a_header_that_looks_like_the_one_of_a_proxy_is_dropped() -> None:
    """WSGI writes Remote-User and Remote_User alike, and a proxy replaces only its own."""
    seen: list[WSGIEnvironment] = []

    def site(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        seen.append(environ)
        start("200 OK", [])
        return []

    forged = [(b"remote_user", b"anybody"), (b"accept-language", b"he")]
    application: WSGIApplication = site
    asyncio.run(Client(headers=forged).ask(Gateway(application, Settings())))

    assert ("he", False) == (seen[0]["HTTP_ACCEPT_LANGUAGE"], "HTTP_REMOTE_USER" in seen[0])


@pytest.mark.parametrize("path", ["/", "/search?q=Putin", "/export.csv", "/api/v1/search?q=Putin"])
def test_what_is_refused_says_when_to_come_again(browser: Browser, path: str) -> None:
    """As a page or for programs, guarded like any other."""
    site = browser.application

    reply = Browser(lambda environ, start: site(environ | {BUSY: True}, start)).get(path)

    assert (503, "2") == (reply.status, reply.headers["Retry-After"])
    assert HEADERS == {name: reply.headers[name] for name in HEADERS}
    assert ("unavailable" in reply.text) is path.startswith("/api/")
    assert "Putin" not in reply.text

"""Server: how does the site listen, and who reads what it is asked?

Nothing that is asked for is logged unless that is asked for.
"""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any, Final

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from index.address import Location
from index.engines import awaited_engine, open_engine
from search.entities.gazetteer import gazetteer
from search.errors import IndexStateError
from search.service.searcher import Searcher
from web.app import application
from web.gateway import Gateway
from web.log import OF_GRANIAN, failure, write
from web.settings import Settings

SECONDS_TO_ASK: Final = 5  # what a request wants; one whose head never ends holds a stop up
SECONDS_TO_STOP: Final = 10  # in which answers that have begun may end
A_MOMENT: Final = 0.05


def open_searcher(index: Location) -> Searcher:
    """The searcher of an index; raises `IndexStateError`."""
    return Searcher(open_engine(index), gazetteer())


def serve(index: Location, settings: Settings, ready: Callable[[], None]) -> None:
    """Serve until interrupted; each worker opens the index itself.

    `ready` is called as soon as one answers. Raises `OSError` if the address is taken.
    """
    listen(partial(_load, index, settings), settings, ready)


def listen(load: Callable[[], Gateway], settings: Settings, ready: Callable[[], None]) -> None:
    """Answer by what each worker loads; for the rest see `serve`."""
    address = _free_address(settings)
    server = Granian(
        "readout",
        address=address,
        port=settings.port,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=SECONDS_TO_ASK * 1000),
        websockets=False,
        workers=settings.workers,
        workers_kill_timeout=SECONDS_TO_STOP,
        respawn_failed_workers=True,
        log_access=False,
        log_level=LogLevels.warning,
        log_dictconfig=OF_GRANIAN,
    )
    Thread(target=_wait, args=(server, (address, settings.port), ready), daemon=True).start()
    server.serve(target_loader=partial(_loaded, load), wrap_loader=False)


def _wait(server: Any, place: tuple[str, int], ready: Callable[[], None]) -> None:  # noqa: ANN401
    """Say when the address answers: a worker listens after it has loaded everything."""
    while True:
        time.sleep(A_MOMENT)
        # not before all workers are there: who is copied while it looks up an address hangs
        if len(server.wrks) == server.workers:
            with suppress(OSError), socket.create_connection(place, timeout=1):
                return ready()


def _loaded(load: Callable[[], Gateway]) -> Gateway:
    """What a worker answers by; one that is told to end before it can answer does so at once.

    The handler that it has from the server above only takes note, and the word would be lost.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    return load()


def _load(index: Location, settings: Settings) -> Gateway:
    searcher = Searcher(awaited_engine(index), gazetteer())
    try:
        searcher.warm()
    except (IndexStateError, OSError) as error:  # each request looks whether it is there again
        write("error", "no index", **failure(error))
    return Gateway(application(searcher, settings), settings)


def _free_address(settings: Settings) -> str:
    """The address of the host, if no server has the port: Granian's would share it."""
    found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)
    family, kind, protocol, _, place = found[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(place)
    return str(place[0])

"""Server: how does the site listen, and who reads what it is asked?

Nothing that is asked for is logged.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from index.engines import open_engine
from search.entities.gazetteer import gazetteer
from search.service.searcher import Searcher
from web.app import application
from web.gateway import Gateway
from web.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

SECONDS_TO_STOP: Final = 1


def open_searcher(index: Path) -> Searcher:
    """The searcher of an index; raises `IndexStateError`."""
    return Searcher(open_engine(index), gazetteer())


def serve(index: Path, settings: Settings) -> None:
    """Serve until interrupted; each worker opens the index itself.

    Raises `OSError` if the address is taken.
    """
    listen(partial(_load, index, settings), settings)


def listen(load: Callable[[], WSGIApplication], settings: Settings) -> None:
    """Answer by what each worker loads, until interrupted.

    Raises `OSError` if the address is taken.
    """
    server = Granian(
        "readout",
        address=_free_address(settings),
        port=settings.port,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        websockets=False,
        workers=settings.workers,
        workers_kill_timeout=SECONDS_TO_STOP,
        respawn_failed_workers=True,
        log_access=False,
        log_level=LogLevels.warning,
    )
    server.serve(target_loader=partial(_gateway, load, settings), wrap_loader=False)


def _gateway(load: Callable[[], WSGIApplication], settings: Settings) -> Gateway:
    return Gateway(load(), settings.patience)


def _load(index: Path, settings: Settings) -> WSGIApplication:
    searcher = open_searcher(index)
    searcher.warm()
    return application(searcher, settings)


def _free_address(settings: Settings) -> str:
    """The address of the host.

    Granian's workers share a port, and would share it with another server too.
    """
    found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)
    family, kind, protocol, _, place = found[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(place)
    return str(place[0])

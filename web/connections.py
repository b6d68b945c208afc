"""Connections: what does the system do with a client that stops reading, or whose answer broke?"""

from __future__ import annotations

import os
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

_DESCRIPTORS: Final = "/dev/fd"
_TCP: Final = frozenset({socket.AF_INET, socket.AF_INET6})
_AT_ONCE: Final = struct.pack("ii", 1, 0)  # SO_LINGER: what was not sent is dropped


def limit_writes(patience: int) -> None:
    """Have the system close what nobody reads for so many seconds.

    A connection inherits it from the socket that listens.
    """
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        for connection in _connections():
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, patience * 1000)


def reset(client: tuple[str, str]) -> None:
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

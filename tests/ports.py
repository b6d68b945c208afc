"""Ports: which one may a test's server listen on, while other tests look for theirs?"""

from __future__ import annotations

import random
import socket
from typing import Final

# Linux gives clients ports from 32,768 on
BELOW_WHAT_SYSTEMS_HAND_OUT: Final = range(20_000, 32_000)
TRIES: Final = 100


def free_port() -> int:
    """A port that nobody listens on, from so many that no two tests take the same."""
    chance = random.SystemRandom()  # tests that run side by side may share a seed
    for _ in range(TRIES):
        port = chance.choice(BELOW_WHAT_SYSTEMS_HAND_OUT)
        if _can_listen(port):
            return port
    raise OSError(f"no free port among {TRIES} of {BELOW_WHAT_SYSTEMS_HAND_OUT}")


def _can_listen(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True

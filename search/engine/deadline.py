"""Deadline: how much time may an answer still take?

Whoever answers a reader sets it; engines ask between steps of work whether it is over (Lucene's
QueryTimeout), and then answer with what they have, as `Partial`. What counts is the time that the
thread has computed: a busy machine makes nobody's answer a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import thread_time
from typing import Final

_END: Final = ContextVar("end", default=inf)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Whatever is searched inside may compute so many seconds."""
    before = _END.set(thread_time() + seconds)
    try:
        yield
    finally:
        _END.reset(before)


def is_over() -> bool:
    """Whether nothing more should be begun."""
    end = _END.get()
    return end < inf and thread_time() >= end


def remaining() -> float:
    """Seconds that are left, below zero when it is over; infinite without a limit."""
    return _END.get() - thread_time()

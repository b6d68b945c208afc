"""Workers: processes that work for this one, on every core, and end when it does.

They are started anew rather than forked: this process may have threads, such as that of the
progress bar.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Thread

from search.errors import WorkerLostError
from search.names import own
from search.names.own import OwnNames


class _Worker(SpawnProcess):
    """A process that Ctrl-C does not reach, not even before its first line of Python."""

    def start(self) -> None:
        """Start it with the signal blocked, as it is in this process meanwhile.

        What comes now is told us after.
        """
        if os.name == "nt":
            super().start()
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Context(SpawnContext):
    Process = _Worker


def worker_pool(number: int) -> ProcessPoolExecutor:
    """So many workers, who know the names that count now."""
    return ProcessPoolExecutor(number, _Context(), initializer=_begin, initargs=(own.current(),))


def process(function: Callable[..., object], *given: object) -> SpawnProcess:
    """A process for one thing, which Ctrl-C does not reach; `bind_to_parent` is its own to call."""
    return _Worker(target=function, args=given)


@contextmanager
def workers_alive() -> Iterator[None]:
    """Ask workers for something; raises `WorkerLostError` if one of them is gone."""
    try:
        yield
    except BrokenExecutor:
        raise WorkerLostError from None


def _begin(names: OwnNames) -> None:
    """Leave an interruption to the process that writes, and end when it does."""
    # what is kept of words has no cycles, and looking for some takes a fifth of the time
    gc.disable()
    own.use(names)
    bind_to_parent()


def bind_to_parent() -> None:
    """Leave an interruption to the parent, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

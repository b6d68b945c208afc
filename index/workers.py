"""Workers: processes that work for this one, on every core, and end when it does.

They are started anew rather than forked: this process may have threads, such as that of the
progress bar. Each has a pipe of its own. In a queue that all write to, as those of Python's pools
are, what one that is killed has written half would hold up for ever who reads it.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from multiprocessing import Pipe, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Final, Self

from search.errors import WorkerLostError
from search.names import own
from search.names.own import OwnNames

AHEAD: Final = 2  # things that a worker is given: the next, too, while it does one
A_MOMENT: Final = 10.0  # seconds in which a worker without work ends

Job = tuple[Callable[..., Any], tuple[Any, ...]]


class _Process(SpawnProcess):
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


class _Worker:
    """A process, and what it has yet to answer, in its order."""

    def __init__(self) -> None:
        self._pipe, theirs = Pipe()
        self._process = process(_work, theirs, own.current())
        self._process.daemon = True
        self._process.start()
        theirs.close()  # so that its end is the end of the pipe
        self._asked: deque[Future[Any]] = deque()
        self._asking, self._answering = Lock(), Lock()

    def ask(self, future: Future[Any], job: Job) -> None:
        """Have something done; raises `EOFError` or `OSError` where nobody does it.

        Of two that ask at once either may take the other's answer, for their futures have an order.
        """
        with self._asking:
            self._asked.append(future)
            self._pipe.send(job)
        with self._answering:
            answer, error = self._pipe.recv()
            asked = self._asked.popleft()
        with suppress(InvalidStateError):  # nobody waits for it any more
            if error is None:
                asked.set_result(answer)
            else:
                asked.set_exception(error)

    def kill(self) -> None:
        """End the process, whatever it does; who asks it is told."""
        self._process.kill()

    def end(self) -> None:
        """Have the process end, which nobody asks any more."""
        self._pipe.close()
        self._process.join(A_MOMENT)
        self._process.kill()
        self._process.join()


class WorkerPool:
    """So many workers, who know the names that count now."""

    def __init__(self, number: int) -> None:
        """Start them."""
        self._jobs: SimpleQueue[tuple[Future[Any], Job] | None] = SimpleQueue()
        self._open: set[Future[Any]] = set()
        self._is_lost = False
        self._changing = Lock()
        self._workers = [_Worker() for _ in range(number)]
        carriers = [worker for worker in self._workers for _ in range(AHEAD)]
        self._couriers = [Thread(target=self._carry, args=(one,), daemon=True) for one in carriers]
        for courier in self._couriers:
            courier.start()

    def submit(self, function: Callable[..., Any], *given: object) -> Future[Any]:
        """Have a worker call a function.

        Its future, as each that is open, raises `WorkerLostError` where a worker is gone.
        """
        future: Future[Any] = Future()
        with self._changing:
            if self._is_lost:
                raise WorkerLostError
            self._open.add(future)
        future.add_done_callback(self._open.discard)
        self._jobs.put((future, (function, given)))
        return future

    def close(self) -> None:
        """Send the workers home; what is not done then is forgotten."""
        if self._is_lost or self._open:
            for worker in self._workers:
                worker.kill()
        self._lose()
        for _ in self._couriers:
            self._jobs.put(None)
        for courier in self._couriers:
            courier.join()
        for worker in self._workers:
            worker.end()

    def __enter__(self) -> Self:
        """Use them for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Send them home."""
        self.close()

    def _carry(self, worker: _Worker) -> None:
        """Take jobs to a worker, one after another."""
        try:
            while (job := self._jobs.get()) is not None and not self._is_lost:
                worker.ask(*job)
        except Exception:  # noqa: BLE001  that of a worker that is gone, or of no memory
            self._lose()

    def _lose(self) -> None:
        with self._changing:
            self._is_lost = True
            waiting = list(self._open)
        for future in waiting:
            with suppress(InvalidStateError):
                future.set_exception(WorkerLostError())


def process(function: Callable[..., object], *given: object) -> SpawnProcess:
    """A process for one thing, which Ctrl-C does not reach; `bind_to_parent` is its own to call."""
    return _Process(target=function, args=given)


def bind_to_parent() -> None:
    """Leave an interruption to the parent, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _work(pipe: Connection, names: OwnNames) -> None:
    """Do what one is asked until nobody asks."""
    # what is kept of words has no cycles, and looking for some takes a fifth of the time
    gc.disable()
    own.use(names)
    bind_to_parent()
    with suppress(EOFError, OSError, MemoryError):
        while True:
            function, given = pipe.recv()
            pipe.send(_done(function, given))


def _done(function: Callable[..., Any], given: tuple[Any, ...]) -> tuple[Any, Exception | None]:
    try:
        return function(*given), None
    except Exception as error:  # noqa: BLE001  whoever asked has it
        return None, error


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

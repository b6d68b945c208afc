"""Isolation: a file whose library could hang, or end the process that reads it, is read in another.

That process is started with the first such file and reads all of them. What is broken costs a
reason in the list, and no run: a library in C listens to no signal, but the kernel ends a process.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from signal import Signals
from typing import Final

from index.loaders import ISOLATED, loader_of
from index.loaders.loaded import Part
from index.loaders.time_limits import CLOCK, TOO_SLOW
from index.settings import file_limits
from index.workers import bind_to_parent, process
from search.errors import SourceError, TooSlowError

ENDED: Final = "the library that reads it ended with {}"
NO_MEMORY: Final = "there is not enough memory for it"
OUT_OF_TIME: Final = "SIGXCPU"  # from the kernel, to what has had so much of the processor

# what a file holds, or with which error and why it can't be read
_Read = tuple[list[Part], type[SourceError] | None, str]


class _Reader:
    """A process that reads one file after another."""

    def __init__(self) -> None:
        self._pipe, theirs = Pipe()
        self._process = process(_serve, theirs)
        self._process.daemon = True  # it ends with this one
        self._process.start()
        theirs.close()
        self._pipe.recv()  # it has begun: what it loads is no file's time

    def read(self, path: Path, seconds: int) -> _Read:
        """What a file holds; where it takes the process with it, that is why it can't be read."""
        error: type[SourceError] = SourceError
        try:
            self._pipe.send((path, seconds))
            if self._pipe.poll(CLOCK * seconds):
                found: _Read = self._pipe.recv()
                return found
            reason = TOO_SLOW.format(seconds)
        except (EOFError, OSError):
            self._process.join()
            how = _named(self._process.exitcode or 0)
            if how == OUT_OF_TIME:
                error, reason = TooSlowError, TOO_SLOW.format(seconds)
            else:
                reason = ENDED.format(how)
        close()
        return [], error, reason

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


_running: list[_Reader] = []  # none or one


def load(path: Path) -> Iterator[Part]:
    """The articles of a file, as its own loader has them."""
    if not _running:
        _running.append(_Reader())
    return _parts(path)


def _parts(path: Path) -> Iterator[Part]:
    try:
        parts, error, reason = _running[0].read(path, file_limits().seconds)
    except BaseException:
        close()  # what it reads now, nobody waits for
        raise
    if error is not None:
        raise error(str(path), reason)
    yield from parts


def close() -> None:
    """End the process, if there is one."""
    while _running:
        _running.pop().end()


def _named(code: int) -> str:
    """How a process ended."""
    return Signals(-code).name if -code in set(Signals) else f"code {code}"


def _serve(pipe: Connection) -> None:
    """Read files until nobody asks for any more."""
    bind_to_parent()
    for ending in ISOLATED:
        loader_of(Path(f"a{ending}"))
    pipe.send(None)
    while True:
        try:
            path, seconds = pipe.recv()
        except EOFError:
            return
        _limit(seconds)
        pipe.send(_read(path))


def _read(path: Path) -> _Read:
    try:
        return list(loader_of(path)(path)), None, ""
    except SourceError as error:
        return [], type(error), error.reason
    except MemoryError:
        return [], SourceError, NO_MEMORY
    except Exception as error:  # noqa: BLE001  whatever a library met, as in `load` of loaders
        return [], SourceError, f"damaged: reading it ended with {type(error).__name__}"


def _limit(seconds: int) -> None:
    """Have the kernel end this process after so many seconds more of the processor."""
    if os.name == "nt":
        return
    import resource  # noqa: PLC0415 - not on every system

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    until = int(time.process_time()) + seconds + 1
    resource.setrlimit(
        resource.RLIMIT_CPU, (until if most == resource.RLIM_INFINITY else min(until, most), most)
    )

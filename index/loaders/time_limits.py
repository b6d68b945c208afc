"""Time limits: may one file stop a run?

A file that hangs, or takes far longer than any file should, is a reason in the list, and the next
one is read. Time is the processor's, so that a busy machine skips nothing that a quiet one reads;
by the clock it is ten times as much, for what waits (a share that does not answer). Signals tell
when it is over: of regular expressions and of the code of libraries in Python. A library in C is
not interrupted so; `isolation` has one that could hang in a process of its own.

Who ran out of the processor's time would do so again, and is tried anew only where the file or the
limit changes (`TooSlowError`); who ran out of the clock's is tried in the next run.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import Final

from index.loaders.loaded import Part
from index.settings import file_limits
from search.errors import ReadoutError, SourceError, TooSlowError

CLOCK: Final = 10  # times as long by the clock as of the processor
WHOLE: Final = 60  # times as long for all of a file as until its next article, or a time a megabyte
TOO_SLOW: Final = "reading it takes more than {} seconds (READOUT_FILE_SECONDS)"
FAILED: Final = "analysing it ended with {}"
ANALYSIS: Final = "analysing it takes more than {} seconds (READOUT_FILE_SECONDS)"
TOO_LONG: Final = "reading all of it takes more than {} minutes (READOUT_FILE_SECONDS)"
_AGAIN: Final = 1.0  # second after which it is raised again: some code catches whatever is raised
_NONE: Final = 0.0


_limited: list[Path] = []  # the files that are read now, each packed in the one before


class OutOfTimeError(BaseException):
    """The time of a file is over.

    Libraries catch `Exception` where a page is odd, and would go on.
    """

    kind: type[SourceError] = SourceError  # by the clock


class _ProcessorError(OutOfTimeError):
    """That of the processor is."""

    kind = TooSlowError


@contextmanager
def in_time(path: Path, reason: str = TOO_SLOW) -> Iterator[None]:
    """Do something with a file; raises `SourceError` if it takes longer than a file may.

    `TooSlowError` where it is the processor that it takes too much of; the reason has the seconds.

    Inside of another limit that one's time stands still. Without effect where there are no such
    signals, and in other threads than the first.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    seconds = file_limits().seconds
    timers = {signal.ITIMER_PROF: float(seconds), signal.ITIMER_REAL: float(CLOCK * seconds)}
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, _raise)
    left = {which: signal.setitimer(which, most, _AGAIN)[0] for which, most in timers.items()}
    _limited.append(path)
    try:
        yield
        _stop(left)
    except OutOfTimeError as error:
        raise error.kind(str(path), reason.format(seconds)) from None
    finally:
        _limited.pop()
        _stop(left)


@contextmanager
def analysing(path: Path) -> Iterator[None]:
    """Make an article of what was read; raises `SourceError` if that takes too long, or fails.

    A text that nobody foresaw costs itself, and not the others of a run.
    """
    try:
        with in_time(path, ANALYSIS):
            yield
    except (ReadoutError, OSError, MemoryError):  # of the machine, and no fault of the text
        raise
    except Exception as error:
        raise SourceError(str(path), FAILED.format(type(error).__name__)) from error


def limited(parts: Iterator[Part], path: Path) -> Iterator[Part]:
    """The parts of a file, each in time; raises `SourceError` where one is not, or all are not.

    The time in which somebody else works on a part is not the file's.
    """
    size = path.stat().st_size if path.is_file() else 0
    most = file_limits().seconds * max(WHOLE, size // 2**20)
    spent = 0.0
    while spent <= most:
        began = time.monotonic()
        with in_time(path):
            part = next(parts, None)
        if part is None:
            return
        spent += time.monotonic() - began
        yield part
    raise SourceError(str(path), TOO_LONG.format(most // 60))


def _stop(left: dict[int, float]) -> None:
    """Go on with the time that was left of another limit, if there is one."""
    for which, seconds in left.items():
        signal.setitimer(which, seconds, _AGAIN if seconds else _NONE)


def _raise(number: int, _frame: object) -> None:
    if _limited:  # a signal may come late, or be another's
        raise _ProcessorError if number == signal.SIGPROF else OutOfTimeError

"""Watching beside a server: one process keeps its index up to date, and says what it did."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Final

import click

from index.printing import print_summary
from index.update.manifest import Manifest
from index.update.rows import State
from index.update.summary import Summary
from index.update.watch import Watch
from index.workers import bind_to_parent, process
from search.errors import ReadoutError

EVERY: Final = 5.0  # seconds between looks, at least
SHARE: Final = 20  # and this many times what a look takes
MOMENT_TO_END: Final = 30.0  # seconds in which a run that is told to end does so


Run = Callable[[Collection[State]], Summary]
Opened = Callable[[], AbstractContextManager[Manifest]]


@contextmanager
def watching(manifest: Opened, paths: Sequence[Path], run: Run, before: Summary) -> Iterator[None]:
    """Keep an index up to date with the paths (none: those it knows) while this lasts.

    `manifest` and `run` are as `Watch` takes them, `before` what the last one said, which is not
    said again.
    """
    start = partial(process, _watch, manifest, paths, run, before)
    ending = Event()
    running = [start()]
    running[0].start()

    def start_again() -> None:
        while True:
            running[0].join()
            if ending.wait(EVERY):
                return
            click.echo("readout: what watches the folders has ended; it is started again", err=True)
            running[0] = start()
            running[0].start()

    Thread(target=start_again, daemon=True).start()
    try:
        yield
    finally:
        ending.set()
        running[0].terminate()
        running[0].join(MOMENT_TO_END)
        running[0].kill()


def _watch(manifest: Opened, paths: Sequence[Path], run: Run, before: Summary) -> None:
    """Watch until this process is told to end."""
    signal.signal(signal.SIGTERM, _end)
    bind_to_parent()
    watch = Watch(manifest, paths, run)
    said = ""
    while True:
        began = time.monotonic()
        try:
            summary = watch.update()
        except (ReadoutError, OSError, MemoryError) as error:
            if str(error) != said:
                click.echo(f"readout: {error}; tried again", err=True)
            said, cost = str(error), time.monotonic() - began
        else:
            said, cost = "", watch.cost
            if summary is not None:
                if (told := summary.since(before)).is_news:
                    print_summary(told, json=False)
                before = summary
        time.sleep(max(EVERY, SHARE * cost))


def _end(number: int, _frame: object) -> None:
    """End as after an error: a run keeps what it has committed, and lets go of the index."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit()

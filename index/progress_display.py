"""Displaying progress: a bar on a terminal, elsewhere a line now and then, always on stderr."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:  # what shows an answer needs nothing of an update
    from index.update.progress import Progress, Report

EVERY: Final = 30.0  # seconds between lines: a log stays short, and nobody thinks that a run hangs
MEGABYTE: Final = 1_000_000
MINUTE: Final = 60


@contextmanager
def displayed(text: str) -> Iterator[Report]:
    """What is to be told of progress while this lasts."""
    if not sys.stderr.isatty() or is_dumb():
        yield Lines(text)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[articles]} articles"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text, total=None, articles="0")

        def show(now: Progress) -> None:
            bar.update(task, completed=now.done, total=now.total, articles=f"{now.articles:,}")

        yield show


class Lines:
    """A line of how far it has come, where there is no terminal."""

    def __init__(self, text: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Say `text` before each; the first line comes when a run has taken so long."""
        self._text = text
        self._clock = clock
        self._begun = self._said = clock()

    def __call__(self, now: Progress) -> None:
        """Say it, if the last line is long ago."""
        at = self._clock()
        if at - self._said >= EVERY and now.total:
            self._said = at
            click.echo(f"{self._text}: {described(now, at - self._begun)}", err=True)


def described(now: Progress, seconds: float) -> str:
    """How far it has come, and how long it may still take."""
    share = now.done / now.total
    sizes = f"{now.done / MEGABYTE:,.0f} of {now.total / MEGABYTE:,.0f} MB"
    left = f", {_time(seconds / share - seconds)} to go" if share > 0 else ""
    return f"{share:.0%} ({sizes}), {now.articles:,} articles{left}"


def is_dumb() -> bool:
    """Whether a terminal shows nothing but letters, one line after the other."""
    return os.environ.get("TERM") == "dumb"


def _time(seconds: float) -> str:
    """A time as one says it: seconds up to two minutes, then minutes."""
    return f"{seconds:.0f} s" if seconds < 2 * MINUTE else f"{seconds / MINUTE:.0f} min"

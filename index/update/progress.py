"""Progress: how far has a run come, in bytes of the files that it reads and in articles?

Within a file, which may be all that there is, the letters of its articles stand in for its bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Report = Callable[["Progress"], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the bytes were read, and how many articles were in them."""

    done: int
    total: int
    articles: int


class ProgressMeter:
    """Tells somebody of every file and article; if there is nobody, it asks nothing either."""

    def __init__(self, report: Report | None) -> None:
        """Tell `report`."""
        self._report = report
        self._total = self._before = self._size = self._within = self._articles = 0

    def expect(self, files: Iterable[str]) -> None:
        """Take these files for all that there is to read."""
        if self._report is not None:
            self._total = sum(map(_size, files))
            self._tell()

    def begin(self, file: str) -> None:
        """Begin a file; the one before is done."""
        if self._report is not None:
            self._before += self._size
            self._size, self._within = _size(file), 0

    def article(self, letters: int) -> None:
        """Count an article of the file."""
        if self._report is not None:
            self._articles += 1
            self._within += letters
            self._tell()

    def end(self) -> None:
        """All is read."""
        if self._report is not None:
            self._before, self._size, self._within = self._total, 0, 0
            self._tell()

    def _tell(self) -> None:
        if self._report is not None:
            done = min(self._before + min(self._within, self._size), self._total)
            self._report(Progress(done, self._total, self._articles))


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size  # noqa: PTH116  a path object a file takes ten times as long
    except OSError:
        return 0  # it is gone since it was seen

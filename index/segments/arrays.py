"""Arrays: how are a segment's arrays read from one file that is mapped and never copied?

    MAGIC · sections, each padded to 8 bytes · directory · its length and CRC-32

Numbers are little-endian. The directory is JSON: each section's type, place and count.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from search.errors import IndexDamagedError

Numbers = NDArray[Any]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

MAGIC: Final = b"READOUT1"
TAIL: Final = struct.Struct("<II")
_SAMPLED: Final = 16  # one number in so many tells about the others


class Arrays:
    """The arrays of a file, read-only views of the map."""

    def __init__(self, path: Path) -> None:
        """Map the file; only its directory is read."""
        self.path = path
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        length, crc = TAIL.unpack(self._map[-TAIL.size :])
        described = self._map[-TAIL.size - length : -TAIL.size]
        if self._map[: len(MAGIC)] != MAGIC or zlib.crc32(described) != crc:
            raise IndexDamagedError(str(path))
        self._directory: dict[str, tuple[str, int, int]] = json.loads(described)

    def __getitem__(self, name: str) -> Numbers:
        """The section of this name."""
        kind, offset, count = self._directory[name]
        return np.frombuffer(self._map, kind, count, offset)

    @property
    def names(self) -> list[str]:
        """The sections that there are."""
        return list(self._directory)

    def release(self) -> None:
        """Give back the memory of what was read of the file.

        It is mapped again where it is asked for.
        """
        if hasattr(self._map, "madvise"):  # Windows does without
            self._map.madvise(mmap.MADV_DONTNEED)


def ends(lengths: ArrayLike) -> Ints:
    """Where runs of these sizes begin and end when one follows the other: 0 first."""
    reached = np.zeros(np.size(lengths) + 1, np.int64)
    np.add.accumulate(lengths, out=reached[1:])
    return reached


def sizes(starts: Numbers) -> Ints:
    """How long runs are that begin and end at these places."""
    return np.diff(starts.astype(np.int64)).astype(np.int64)


def runs(rising: Ints) -> tuple[Ints, Ints]:
    """The different numbers of a rising array, and how often each is there."""
    starts = _differs(rising).nonzero()[0]
    reached = np.concatenate((starts, (len(rising),)))
    return rising[starts], reached[1:] - starts


def _differs(rising: Ints) -> Mask:
    """Which numbers differ from the one before."""
    differs = np.empty(len(rising), np.bool_)
    differs[:1] = True
    np.not_equal(rising[1:], rising[:-1], out=differs[1:])
    return differs


def distinct(columns: Iterable[Numbers]) -> Ints:
    """The different numbers of several rising columns.

    A stable sort merges what is sorted already.
    """
    rising = row(columns, np.int64)
    rising.sort(kind="stable")
    return rising[_differs(rising)]


def largest(numbers: Numbers, count: int) -> Any:  # noqa: ANN401 - a number of their type
    """The last of the `count` largest numbers; it takes a look at a few to leave most out."""
    if len(numbers) > count * _SAMPLED * _SAMPLED:
        numbers = numbers[numbers >= np.partition(numbers[::_SAMPLED], -count)[-count]]
    return np.partition(numbers, -count)[-count]


def narrow(numbers: Numbers) -> Numbers:
    """The same in the narrowest type that holds them."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def row(columns: Iterable[Numbers], kind: type[np.generic]) -> Numbers:
    """Columns one behind the other."""
    return np.concatenate([np.zeros(0, kind), *columns], dtype=kind)


def spread(starts: Numbers, lengths: Numbers) -> Ints:
    """The places start, start + 1, … of each run, one run behind the other."""
    before = ends(lengths)
    places: Ints = np.arange(before[-1]) + (starts - before[:-1]).repeat(lengths)
    return places

"""Arrays: how are a segment's arrays read from one file that is mapped and never copied?

    MAGIC · sections, each padded to 8 bytes · directory · its length and CRC-32

Numbers are little-endian. The directory is JSON: each section's type, place and count.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from bisect import bisect_left
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
# of the sections where a section of narrow numbers has its exceptions
EXCEPTION_PLACES: Final = "{}_exception_places"
EXCEPTIONS: Final = "{}_exceptions"
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

    def is_whole(self) -> bool:
        """Whether the file is as long as when it was mapped."""
        return self._map.size() >= len(self._map)

    def release(self) -> None:
        """Give back the memory of what was read of the file.

        It is mapped again where it is asked for.
        """
        if hasattr(self._map, "madvise"):  # Windows does without
            self._map.madvise(mmap.MADV_DONTNEED)


class ByteRuns:
    """Runs of bytes, one behind the other, by number."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        """Those that a file keeps by this name."""
        self._bytes, self._ends = arrays[name].data, arrays[f"{name}_ends"].data

    def __getitem__(self, number: int) -> bytes:
        """A run."""
        return bytes(self._bytes[self._ends[number] : self._ends[number + 1]])


class Patched:
    """Numbers in few bytes some of which are too large for them, as in PFOR codes.

    Most are small, and one that is not is an exception, kept apart with its place; where it belongs
    stands the largest number of the narrow type. They are read as an array is: by a slice, or by an
    array of places.
    """

    def __init__(self, arrays: Arrays, name: str) -> None:
        """Those that a file keeps by this name."""
        self._narrow = arrays[name]
        self._places = arrays[EXCEPTION_PLACES.format(name)]
        self._exceptions = arrays[EXCEPTIONS.format(name)]
        self._most = np.iinfo(self._narrow.dtype).max
        self._fits = not len(self._places)

    def __len__(self) -> int:
        """Count them."""
        return len(self._narrow)

    def __getitem__(self, wanted: slice | Ints) -> Numbers:
        """Some of them, in the narrow type where it holds all of these."""
        found = self._narrow[wanted]
        if self._fits:
            return found
        if isinstance(wanted, slice):
            first, end, _ = wanted.indices(len(self))
            if self._none_between(first, end):
                return found
            places = np.arange(first, end)
        else:
            places = wanted
        large = (found == self._most).nonzero()[0]
        if not len(large):
            return found
        whole = found.astype(self._exceptions.dtype)
        own = self._places.searchsorted(places[large].astype(np.uint64))
        whole[large] = self._exceptions[own]
        return whole

    def _none_between(self, first: int, end: int) -> bool:
        places = self._places.data
        at = bisect_left(places, first)
        return at == len(places) or places[at] >= end


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


def shared_with_the_one_before(letters: Numbers, begins: Ints, lengths: Ints) -> Ints:
    """How many letters each of some words has in common with the one before it, from the first."""
    shared = np.zeros(len(lengths), np.int64)
    alike, length = np.arange(1, len(shared)), 0
    while len(alike):
        alike = alike[np.minimum(lengths[alike], lengths[alike - 1]) > length]
        same = letters[begins[alike] + length] == letters[begins[alike - 1] + length]
        alike = alike[same]
        shared[alike] += 1
        length += 1
    return shared

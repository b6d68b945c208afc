"""Arrays: how are a segment's arrays kept in one file that is mapped and never copied?

    MAGIC · sections, each padded to 8 bytes · directory · its length and CRC-32

Numbers are little-endian. The directory is JSON: each section's type, place, count and CRC-32.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from search.errors import IndexStateError

Numbers = NDArray[Any]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

MAGIC: Final = b"READOUT1"
_TAIL: Final = struct.Struct("<II")
_CHUNK: Final = 1 << 20
_SPOOLED: Final = 1 << 25  # sections larger than this wait on the disk until they are saved


class Sections:
    """Named arrays on their way into a file; each may come in pieces."""

    def __init__(self, folder: Path) -> None:
        """Wait in memory, and in files without a name in `folder`."""
        self._folder = folder
        self._files: dict[str, IO[bytes]] = {}
        self._types: dict[str, str] = {}

    def add(self, name: str, numbers: Numbers) -> None:
        """Put numbers behind those of the same name; the first piece decides the type."""
        if name not in self._files:
            self._files[name] = SpooledTemporaryFile(_SPOOLED, dir=str(self._folder))  # noqa: SIM115 - `save` closes it
            self._types[name] = numbers.dtype.newbyteorder("<").str
        self._files[name].write(np.ascontiguousarray(numbers, dtype=self._types[name]).tobytes())

    def save(self, target: IO[bytes]) -> None:
        """Write the file and let go of what waited."""
        target.write(MAGIC)
        directory = {name: self._copy(name, target) for name in self._files}
        described = json.dumps(directory).encode()
        target.write(described + _TAIL.pack(len(described), zlib.crc32(described)))

    def _copy(self, name: str, target: IO[bytes]) -> tuple[str, int, int, int]:
        offset, size, crc = target.tell(), 0, 0
        with self._files[name] as source:
            source.seek(0)
            while chunk := source.read(_CHUNK):
                target.write(chunk)
                size, crc = size + len(chunk), zlib.crc32(chunk, crc)
        target.write(bytes(-size % 8))
        kind = self._types[name]
        return kind, offset, size // np.dtype(kind).itemsize, crc


class Arrays:
    """The arrays of a file, read-only views of the map."""

    def __init__(self, path: Path) -> None:
        """Map the file; only its directory is read."""
        self.path = path
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        length, crc = _TAIL.unpack(self._map[-_TAIL.size :])
        described = self._map[-_TAIL.size - length : -_TAIL.size]
        if self._map[: len(MAGIC)] != MAGIC or zlib.crc32(described) != crc:
            raise IndexStateError(f"{path} is damaged; `readout index --full` builds the index anew")
        self._directory: dict[str, tuple[str, int, int, int]] = json.loads(described)

    def __getitem__(self, name: str) -> Numbers:
        """The section of this name."""
        kind, offset, count, _ = self._directory[name]
        return np.frombuffer(self._map, kind, count, offset)

    def damaged(self) -> list[str]:
        """The names of the sections whose bytes are not the ones that were written."""
        return [name for name, row in self._directory.items() if zlib.crc32(self[name].data) != row[3]]


def ends(lengths: ArrayLike) -> Ints:
    """Where runs of these sizes begin and end when one follows the other: 0 first."""
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))


def sizes(starts: Numbers) -> Ints:
    """How long runs are that begin and end at these places."""
    return np.diff(starts.astype(np.int64)).astype(np.int64)


def runs(rising: Ints) -> tuple[Ints, Ints]:
    """The different numbers of a rising array, and how often each is there."""
    differs = np.concatenate((np.ones(min(1, len(rising)), np.bool_), rising[1:] != rising[:-1]))
    starts = np.flatnonzero(differs)
    return rising[starts], np.diff(starts, append=len(rising))


def distinct(columns: Iterable[Numbers]) -> Ints:
    """The different numbers of several rising columns; a stable sort merges what is sorted already."""
    return runs(np.sort(row(columns, np.int64), kind="stable"))[0]


def row(columns: Iterable[Numbers], kind: type[np.generic]) -> Numbers:
    """Columns one behind the other."""
    return np.concatenate([np.zeros(0, kind), *columns], dtype=kind)


def spread(starts: Numbers, lengths: Numbers) -> Ints:
    """The places start, start + 1, … of each run, one run behind the other."""
    before = ends(lengths)
    return np.arange(before[-1]) + np.repeat(starts - before[:-1], lengths)

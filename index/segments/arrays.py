"""Arrays: how are a segment's arrays kept in one file that is mapped and never copied?

    MAGIC · sections, each padded to 8 bytes · directory · its length and CRC-32

Numbers are little-endian. The directory is JSON: each section's type, place and count.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import struct
import zlib
from collections.abc import Iterable, Iterator
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
_SAMPLED: Final = 16  # one number in so many tells about the others
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

    def save(self, target: IO[bytes]) -> str:
        """Write the file and let go of what waited; the SHA-256 of the file."""
        digest = hashlib.sha256(MAGIC)
        offset = target.write(MAGIC)
        directory: dict[str, tuple[str, int, int]] = {}
        for name, file in self._files.items():
            kind, start = self._types[name], offset
            for piece in _pieces(file):
                digest.update(piece)
                offset += target.write(piece)
            directory[name] = kind, start, file.tell() // np.dtype(kind).itemsize
            file.close()
        described = json.dumps(directory).encode()
        described += _TAIL.pack(len(described), zlib.crc32(described))
        digest.update(described)
        target.write(described)
        return digest.hexdigest()


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """What a file holds, and what makes its length a multiple of eight."""
    file.seek(0)
    while piece := file.read(_CHUNK):
        yield piece
    yield bytes(-file.tell() % 8)


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
        self._directory: dict[str, tuple[str, int, int]] = json.loads(described)

    def __getitem__(self, name: str) -> Numbers:
        """The section of this name."""
        kind, offset, count = self._directory[name]
        return np.frombuffer(self._map, kind, count, offset)

    def release(self) -> None:
        """Give back the memory of what was read of the file; it is mapped again where it is asked for."""
        if hasattr(self._map, "madvise"):  # Windows does without
            self._map.madvise(mmap.MADV_DONTNEED)

    def digest(self) -> str:
        """The SHA-256 of the file as it is now."""
        return hashlib.sha256(self._map).hexdigest()


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
    """The different numbers of several rising columns; a stable sort merges what is sorted already."""
    rising = row(columns, np.int64)
    rising.sort(kind="stable")
    return rising[_differs(rising)]


def largest(numbers: Numbers, count: int) -> Any:  # noqa: ANN401 - a number of their type
    """The last of the `count` largest numbers; it takes a look at a few to leave most out."""
    if len(numbers) > count * _SAMPLED * _SAMPLED:
        numbers = numbers[numbers >= np.partition(numbers[::_SAMPLED], -count)[-count]]
    return np.partition(numbers, -count)[-count]


def row(columns: Iterable[Numbers], kind: type[np.generic]) -> Numbers:
    """Columns one behind the other."""
    return np.concatenate([np.zeros(0, kind), *columns], dtype=kind)


def spread(starts: Numbers, lengths: Numbers) -> Ints:
    """The places start, start + 1, … of each run, one run behind the other."""
    before = ends(lengths)
    places: Ints = np.arange(before[-1]) + (starts - before[:-1]).repeat(lengths)
    return places

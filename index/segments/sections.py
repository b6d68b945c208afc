"""Sections: how do a segment's arrays come into one file, as `arrays` reads it?"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

import numpy as np

from index.segments.arrays import EXCEPTION_PLACES, EXCEPTIONS, MAGIC, TAIL, Numbers

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
            # `save` closes it
            spool = SpooledTemporaryFile(_SPOOLED, dir=str(self._folder))  # noqa: SIM115
            self._files[name] = spool
            self._types[name] = numbers.dtype.newbyteorder("<").str
        self._files[name].write(np.ascontiguousarray(numbers, dtype=self._types[name]).tobytes())

    def add_patched(self, name: str, numbers: Numbers, kind: type[np.unsignedinteger[Any]]) -> None:
        """The same with numbers most of which fit a narrow type, as `Patched` reads them."""
        most = np.iinfo(kind).max
        places = (numbers >= most).nonzero()[0]
        before = self.count(name)
        self.add(name, np.minimum(numbers, most).astype(kind))
        self.add(EXCEPTION_PLACES.format(name), (places + before).astype(np.uint64))
        self.add(EXCEPTIONS.format(name), numbers[places].astype(np.uint32))

    def count(self, name: str) -> int:
        """How many numbers a section has."""
        if name not in self._files:
            return 0
        return self._files[name].tell() // np.dtype(self._types[name]).itemsize

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
        described += TAIL.pack(len(described), zlib.crc32(described))
        digest.update(described)
        target.write(described)
        return digest.hexdigest()


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """What a file holds, and what makes its length a multiple of eight."""
    file.seek(0)
    while piece := file.read(_CHUNK):
        yield piece
    yield bytes(-file.tell() % 8)

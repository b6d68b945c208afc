"""Dictionary: which terms does a segment have, and what is the number of each?

Sorted keys in blocks, front-coded: the first key of a block stands there whole, of any other what
differs from the one before it. Blocks are found by their first keys.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

import numpy as np

from index.segments.arrays import (
    Arrays,
    Ints,
    Numbers,
    Patched,
    ends,
    shared_with_the_one_before,
    spread,
)

BLOCK: Final = 16  # keys
_APART: Final = 64  # blocks from one signpost to the next
MOST_SHARED: Final = 255  # bytes, so that one says how many


class CodedKeys(NamedTuple):
    """Sorted keys as columns: what each shares with the one before, and what follows that."""

    shared: Numbers
    endings: Numbers
    lengths: Ints  # of the endings


def coded(keys: Sequence[bytes], first: int) -> CodedKeys:
    """Sorted keys as columns; the number of the first says where blocks begin."""
    letters = np.frombuffer(b"".join(keys), np.uint8)
    lengths = np.fromiter(map(len, keys), np.int64, len(keys))
    begins = ends(lengths)[:-1]
    shared = shared_with_the_one_before(letters, begins, lengths)
    shared = np.minimum(shared, MOST_SHARED).astype(np.uint8)
    shared[-first % BLOCK :: BLOCK] = 0
    left = lengths - shared
    return CodedKeys(shared, letters[spread(begins + shared, left)], left)


class Dictionary:
    """The sorted keys of a segment, numbered from 0."""

    def __init__(self, arrays: Arrays) -> None:
        """Those of a file."""
        self._endings, self._shared = arrays["words"], arrays["words_shared"]
        self._lengths, self._blocks = Patched(arrays, "words_lengths"), arrays["words_blocks"]
        self._letters = self._endings.data
        # no cache around a method: a cycle would keep the file open
        self._heads: dict[int, bytes] = {}

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._shared)

    def key(self, number: int) -> bytes:
        """The key with a number."""
        first = number - number % BLOCK
        place, letters, key = self._begin(first), self._letters, b""
        for same, length in self._steps(first, number + 1):
            key = key[:same] + letters[place : place + length]
            place += length
        return key

    def keys(self, numbers: range) -> list[bytes]:
        """The keys with adjacent numbers."""
        before = numbers.start % BLOCK
        return list(self._from(numbers.start - before, numbers.stop))[before:]

    def keys_from(self, sought: bytes) -> Iterator[bytes]:
        """Every key that is not before this one, read as they are asked for."""
        first = self.place(sought)
        before = first % BLOCK
        return islice(self._from(first - before, len(self)), before, None)

    def place(self, sought: bytes) -> int:
        """The number of the first key that is not before this one."""
        return self.place_and_key(sought)[0]

    def place_and_key(self, sought: bytes) -> tuple[int, bytes]:
        """The same, and that key, where it is in one block with what comes before it."""
        number = self._block(sought) * BLOCK
        end = min(len(self), number + BLOCK)
        place, letters, key = self._begin(number), self._letters, b""
        for same, length in self._steps(number, end):
            key = key[:same] + letters[place : place + length]
            if key >= sought:
                return number, key
            place += length
            number += 1
        return end, b""

    def spelt(self, numbers: range) -> tuple[bytes, Ints]:
        """The keys with adjacent numbers, concatenated, and where each begins; the end last."""
        before = numbers.start % BLOCK
        whole = slice(numbers.start - before, numbers.stop)
        shared, left = self._shared[whole].astype(np.int64), self._lengths[whole].astype(np.int64)
        begins, place = ends(shared + left), self._begin(whole.start)
        letters = np.empty(begins[-1], np.uint8)
        letters[spread(begins[:-1] + shared, left)] = self._endings[place : place + left.sum()]
        for behind in range(1, BLOCK):  # of all blocks at a time, each key after the one before it
            own = np.arange(behind, len(shared), BLOCK)
            beginnings = letters[spread(begins[own - 1], shared[own])]
            letters[spread(begins[own], shared[own])] = beginnings
        return letters[begins[before] :].tobytes(), begins[before:] - begins[before]

    def _from(self, first: int, end: int) -> Iterator[bytes]:
        """The keys from the beginning of a block on."""
        place, letters, key = self._begin(first), self._letters, b""
        for same, length in self._steps(first, end):
            key = key[:same] + letters[place : place + length]
            place += length
            yield key

    def _steps(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """How much each key has of the one before, and how long its ending is."""
        return zip(self._shared.data[first:end], self._lengths[first:end].data, strict=True)

    def _begin(self, number: int) -> int:
        """Where the endings of a block begin, or of what may follow the last one."""
        block = number // BLOCK
        return int(self._blocks[block]) if block < len(self._blocks) else len(self._endings)

    def _block(self, sought: bytes) -> int:
        """The block that may have a key: the last whose first key is not behind it."""
        first = max(0, bisect_right(self._tops, sought) - 1) * _APART
        end = min(len(self._blocks), first + _APART)
        return max(0, bisect_right(range(end), sought, first, end, key=self._head) - 1)

    @cached_property
    def _tops(self) -> list[bytes]:
        """The first keys of a few blocks."""
        return list(map(self._head, range(0, len(self._blocks), _APART)))

    def _head(self, block: int) -> bytes:
        """The first key of a block: every search begins at the same few."""
        found = self._heads.get(block)
        if found is None:
            found = self._heads[block] = self.key(block * BLOCK)
        return found

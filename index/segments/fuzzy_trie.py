"""Fuzzy trie: which of many words are within an edit distance of another?

The words stand in a trie, and all its branches of one length are compared at once: a row of
Levenshtein's table each, of which only the cells near the diagonal can be small enough. Branches
that are too far off are left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from index.segments.arrays import Ints, Numbers, row, shared_with_the_one_before, spread

_NO_LETTER: Final = np.uint32(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class TrieLevel:
    """The different beginnings of one length: the first word of each, and its last letter.

    Beginning n of one letter less goes on with those from `children[n]` to `children[n + 1]`.
    """

    words: Ints
    letters: Numbers
    children: Ints


class FuzzyTrie:
    """Words in the order of the dictionary."""

    def __init__(self, first: int, spelt: bytes, begins: Ints, head: int) -> None:
        """Words in UTF-8, concatenated, numbered from `first`, each after `head` bytes of a key."""
        self._first, self._codes = first, _codes(spelt.decode("utf-8", "surrogatepass"))
        self._begins, self._lengths = begins[:-1] + head, np.diff(begins) - head
        self._shared = shared_with_the_one_before(self._codes, self._begins, self._lengths)
        root = np.zeros(min(1, len(self._lengths)), np.int64)
        self._levels = [TrieLevel(root, self._codes[root], root)]

    def near(self, word: str, most: int) -> Ints:
        """The numbers of the words that are at most so many letters off, by Levenshtein's count."""
        band, found = 2 * most + 1, []
        letters = np.full(len(word) + 2 * band, _NO_LETTER)
        letters[most : most + len(word)] = _codes(word)
        branches = self._levels[0].words
        cells = np.abs(np.arange(-most, most + 1, dtype=np.int8))[:, None].repeat(
            len(branches), axis=1
        )
        for length in range(len(word) + most + 1):
            column = len(word) - length + most  # that of the whole word
            if column < band:
                first = self._level(length).words[branches[cells[column] <= most]]
                found.append(first[self._lengths[first] == length])
            left = (cells.min(axis=0) <= most).nonzero()[0]
            level, kept = self._level(length + 1), branches[left]
            begins = level.children[kept]
            more = level.children[kept + 1] - begins
            branches = spread(begins, more)
            if not len(branches):
                break
            shorter = cells.take(left.repeat(more), axis=1)
            cells = _row(shorter, level.letters[branches], letters[length : length + band])
        return self._first + np.sort(row(found, np.int64))

    def _level(self, length: int) -> TrieLevel:
        """The beginnings of so many letters."""
        while len(self._levels) <= length:
            own = len(self._levels)
            words = ((self._lengths >= own) & (self._shared < own)).nonzero()[0]
            children = np.searchsorted(words, np.append(self._levels[-1].words, len(self._lengths)))
            self._levels.append(
                TrieLevel(words, self._codes[self._begins[words] + own - 1], children)
            )
        return self._levels[length]


def _row(before: Numbers, last: Numbers, word: Numbers) -> Numbers:
    """The next row of the edit distance table of each branch, a column a letter of the word.

    Letters that no word has stand before and behind the word: the cells there are never smaller
    than the next ones.
    """
    cells: Numbers = before + (word[:, None] != last)
    np.minimum(cells[:-1], before[1:] + 1, out=cells[:-1])  # a letter added
    for column in range(1, len(cells)):
        np.minimum(cells[column], cells[column - 1] + 1, out=cells[column])  # a letter lost
    return cells


def _codes(text: str) -> Numbers:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")

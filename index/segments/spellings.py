"""Spellings: which of many words are only some letters off another?

The words stand in a trie, and all its branches of one length are compared at once: a row of Levenshtein's table
each, of which only the cells near the diagonal can be small enough. Branches that are too far off are left.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np

from index.segments.arrays import Ints, Numbers, row, spread


@dataclass(frozen=True, slots=True)
class Level:
    """The different beginnings of one length: the first word of each, and its last letter.

    Beginning n of one letter less goes on with those from `children[n]` to `children[n + 1]`.
    """

    words: Ints
    letters: Numbers
    children: Ints


class Spellings:
    """Words in the order of the dictionary."""

    def __init__(self, spelt: bytes, begins: Ints, head: int) -> None:
        """Words in UTF-8, one behind the other, each after `head` letters that are not its own."""
        self._codes = _codes(spelt.decode("utf-8", "surrogatepass"))
        self._begins, self._lengths = begins[:-1] + head, np.diff(begins) - head
        self._shared = self._shared_with_the_word_before()
        root = np.zeros(min(1, len(self._lengths)), np.int64)
        self._levels = [Level(root, self._codes[root], root)]

    def near(self, word: str, most: int) -> Ints:
        """The numbers of the words that are at most so many letters off, by Levenshtein's count."""
        letters, found = _codes(word), []
        branches = self._levels[0].words
        cells = [np.full(len(branches), abs(column), np.int8) for column in range(-most, most + 1)]
        for length in range(len(word) + most + 1):
            column = len(word) - length + most  # that of the whole word
            if column < len(cells):
                first = self._level(length).words[branches[cells[column] <= most]]
                found.append(first[self._lengths[first] == length])
            left = np.flatnonzero(reduce(np.minimum, cells) <= most)
            level = self._level(length + 1)
            begins = level.children[branches[left]]
            more = level.children[branches[left] + 1] - begins
            left, branches = np.repeat(left, more), spread(begins, more)
            if not len(branches):
                break
            cells = _row([cell[left] for cell in cells], level.letters[branches], letters, length + 1)
        return np.sort(row(found, np.int64))

    def _level(self, length: int) -> Level:
        """The beginnings of so many letters."""
        while len(self._levels) <= length:
            own = len(self._levels)
            words = np.flatnonzero((self._lengths >= own) & (self._shared < own))
            children = np.searchsorted(words, np.append(self._levels[-1].words, len(self._lengths)))
            self._levels.append(Level(words, self._codes[self._begins[words] + own - 1], children))
        return self._levels[length]

    def _shared_with_the_word_before(self) -> Numbers:
        shared = np.zeros(len(self._lengths), np.int32)
        alike, length = np.arange(1, len(shared)), 0
        while len(alike):
            alike = alike[np.minimum(self._lengths[alike], self._lengths[alike - 1]) > length]
            codes = self._codes[self._begins[alike] + length], self._codes[self._begins[alike - 1] + length]
            alike = alike[codes[0] == codes[1]]
            shared[alike] += 1
            length += 1
        return shared


def _row(before: list[Numbers], last: Numbers, word: Numbers, length: int) -> list[Numbers]:
    """The cells of branches that are so long and end in these letters, from those of one letter less."""
    most = len(before) // 2
    cells: list[Numbers] = []
    for column, changed in enumerate(before):
        at = length - most + column  # how many letters of the word this cell is about
        if 0 < at <= len(word):
            cell = changed + (last != word[at - 1])
            for more in (*before[column + 1 : column + 2], *cells[-1:]):  # a letter added, a letter lost
                cell = np.minimum(cell, more + 1)
        else:
            cell = np.full(len(last), most + 1 if at else length, np.int8)
        cells.append(cell)
    return cells


def _codes(text: str) -> Numbers:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")

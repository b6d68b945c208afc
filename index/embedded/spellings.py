"""Spellings: which of many words are only some letters off another?

A word whose letters, as a set in 64 bits, differ too much is left out before any is looked at closely; those that
are left are compared all at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.embedded.arrays import Ints, Numbers


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words, the shortest first; word n is `codes[begins[n]:begins[n] + lengths[n]]`, in code points."""

    terms: Ints
    codes: Numbers
    begins: Ints
    lengths: Ints
    sets: Numbers

    @classmethod
    def of(cls, spelt: bytes, begins: Ints, first: int, head: int) -> Spellings:
        """Words in UTF-8, one behind the other, each after `head` letters that are not its own."""
        codes = _codes(spelt.decode("utf-8", "surrogatepass"))
        lengths = np.diff(begins) - head
        bits = _bits(codes)
        sets = np.bitwise_or.reduceat(bits, begins[:-1]) if len(lengths) else bits[:0]
        order = np.argsort(lengths, kind="stable")
        return cls(first + order, codes, begins[:-1][order] + head, lengths[order], sets[order])

    def near(self, word: str, most: int) -> Ints:
        """The terms of the words that are at most so many letters off, by Levenshtein's count."""
        letters = _codes(word)
        sought = np.bitwise_or.reduce(_bits(letters)) | np.bitwise_and.reduce(self.sets)  # the head is in every set
        start, end = np.searchsorted(self.lengths, (len(word) - most, len(word) + most + 1))
        alike = start + np.flatnonzero(np.bitwise_count(self.sets[start:end] ^ sought) <= 2 * most)
        return np.sort(self.terms[alike[self._distances(letters, alike) <= most]])

    def _distances(self, letters: Numbers, words: Ints) -> Numbers:
        """How far off each word is: the rows of the usual table, a letter at a time, for all words at once."""
        lengths = self.lengths[words]
        width = int(lengths.max(initial=0))
        steps = np.arange(width + 1, dtype=np.int16)
        at = self.begins[words, None] + steps[:-1]
        spelt = self.codes[np.minimum(at, len(self.codes) - 1)]  # what stands behind a word's end is never asked for
        row = np.repeat(steps[None], len(words), axis=0)
        for number, letter in enumerate(letters, 1):
            best = np.empty_like(row)
            best[:, 0] = number
            np.minimum(row[:, :-1] + (spelt != letter), row[:, 1:] + 1, out=best[:, 1:])
            best -= steps
            row = np.minimum.accumulate(best, axis=1) + steps  # or a letter added to any cell before
        found: Numbers = row[np.arange(len(words)), lengths]
        return found


def _codes(text: str) -> Numbers:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _bits(codes: Numbers) -> Numbers:
    """A bit for all letters that are equal modulo 64."""
    return np.left_shift(np.uint64(1), (codes % 64).astype(np.uint64))

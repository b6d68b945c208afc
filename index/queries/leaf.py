"""Leaf: a segment among others, and the lengths of all their documents."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Floats, Ints, Numbers
from index.segments.segment import Segment


@dataclass(frozen=True, slots=True)
class Leaf:
    """A segment with its deleted documents, and where its documents begin among all."""

    segment: Segment
    deleted: set[int]
    base: int

    @property
    def documents(self) -> slice:
        """The numbers of its documents."""
        return slice(self.base, self.base + len(self.segment))

    def postings(self, term: int) -> tuple[Ints, Numbers]:
        """The documents that have a term, deleted ones too, and how often."""
        rows = self.segment.postings(range(term, term + 1))
        docs = self.segment.docs[rows].astype(np.int64)
        docs += self.base
        return docs, self.segment.counts[rows]


@dataclass(frozen=True, slots=True)
class Lengths:
    """The code of each document's length, and the norm of each code.

    No smaller than that of the shortest.
    """

    codes: Numbers
    norms: Floats

    def norms_of(self, docs: Ints) -> Floats:
        """The norms of some documents."""
        return self.norms[self.codes[docs]]

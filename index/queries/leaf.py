"""Leaf: a segment among others, and the lengths of all their documents."""

from __future__ import annotations

from dataclasses import dataclass

from index.segments.arrays import Floats, Numbers
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


@dataclass(frozen=True, slots=True)
class Lengths:
    """The code of each document's length, and the norm of each code.

    No smaller than that of the shortest.
    """

    codes: Numbers
    norms: Floats

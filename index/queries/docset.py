"""DocSet: which documents match, and how often does a term occur in each?

A set of documents is numbers or a mask, each made from the other when it is asked for: few
documents are quicker looked up by number, and of many a mask is quicker combined and counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, reduce
from typing import Final

import numpy as np

from index.segments.arrays import Floats, Ints, Mask, Numbers, distinct

_SPARSE: Final = 16  # fewer than one in so many are few


class DocSet:
    """Some of an archive's documents; they never change."""

    def __init__(self, size: int, numbers: Ints) -> None:
        """Those with these numbers, rising, of so many."""
        self.size, self.numbers = size, numbers

    def __len__(self) -> int:
        """Count them."""
        return len(self.numbers)

    @cached_property
    def mask(self) -> Mask:
        """Which they are."""
        mask = np.zeros(self.size, np.bool_)
        mask[self.numbers] = True
        return mask

    @property
    def possible(self) -> DocSet:
        """These, and those of which it is not known whether they are among them."""
        return self

    def has(self, sought: Ints) -> Mask:
        """Which of some rising documents are among these."""
        if self._is_soon_laid_out(sought):
            return self.mask[sought]
        found: Mask = self.numbers.take(self.numbers.searchsorted(sought), mode="clip") == sought
        return found

    def rows_in(self, docs: Numbers) -> Ints:
        """Where some of these stand among rising documents."""
        if len(self) * _SPARSE >= len(docs):
            return self.mask[docs].nonzero()[0]
        at = docs.searchsorted(self.numbers.astype(docs.dtype))
        found: Ints = at[docs.take(at, mode="clip") == self.numbers]
        return found

    def __and__(self, other: DocSet) -> DocSet:
        """Those in both."""
        if self is other:
            return self
        fewer, more = (self, other) if len(self) < len(other) else (other, self)
        both = DocSet(self.size, fewer.numbers[more.has(fewer.numbers).nonzero()[0]])
        if self.possible is self and other.possible is other:
            return both
        return PartialDocSet(both, self.possible & other.possible)

    def is_few(self) -> bool:
        """Whether numbers are quicker than the mask."""
        return len(self) * _SPARSE < self.size

    def _is_soon_laid_out(self, sought: Ints) -> bool:
        """Whether an array with a cell a document is faster than so many look-ups."""
        return not len(self) or len(sought) * _SPARSE * _SPARSE >= len(self) * _SPARSE + self.size


class MaskedDocSet(DocSet):
    """Documents that are known by their mask."""

    def __init__(self, mask: Mask) -> None:
        """Those that are marked."""
        self.size, self.mask = len(mask), mask

    def __len__(self) -> int:
        """Count them."""
        return self._count

    @cached_property
    def numbers(self) -> Ints:  # type: ignore[override]
        """Their numbers, an attribute once they were asked for."""
        return self.mask.nonzero()[0]

    @cached_property
    def _count(self) -> int:
        return int(np.count_nonzero(self.mask))


class PartialDocSet(DocSet):
    """Those that were found before the time was over."""

    def __init__(self, found: DocSet, possible: DocSet) -> None:
        """What was found, and that with all that may have been found later."""
        super().__init__(found.size, found.numbers)
        self._possible = possible

    @property
    def possible(self) -> DocSet:
        """These, and those that were not read."""
        return self._possible


class Postings(DocSet):
    """Documents with a term, and how often it stands in each."""

    def __init__(self, size: int, numbers: Ints, counts: Numbers) -> None:
        """As many counts as numbers."""
        super().__init__(size, numbers)
        self.counts = counts

    @cached_property
    def laid_out(self) -> Numbers:
        """The count of each of an archive's documents."""
        laid_out = np.zeros(self.size, self.counts.dtype)
        laid_out[self.numbers] = self.counts
        return laid_out

    @cached_property
    def mask(self) -> Mask:
        """Which they are."""
        return self.laid_out > 0

    def of(self, sought: Ints) -> Floats:
        """How often the term stands in some rising documents."""
        if sought is self.numbers:
            return self.counts.astype(np.float64)
        if self._is_soon_laid_out(sought):
            return self.laid_out[sought].astype(np.float64)
        at = self.numbers.searchsorted(sought)
        return np.where(
            self.numbers.take(at, mode="clip") == sought, self.counts.take(at, mode="clip"), 0.0
        )

    def at_least(self, least: Ints, kinds: Numbers) -> DocSet:
        """Those in which it stands as often as `least` says for the kind of document."""
        rows = (self.counts >= least.min()).nonzero()[0]
        rows = rows[self.counts[rows] >= least[kinds[self.numbers[rows]]]]
        return DocSet(self.size, self.numbers[rows])


class PartialPostings(Postings):
    """Postings that were found before the time was over."""

    def __init__(self, found: Postings, possible: DocSet) -> None:
        """What was found, and that with all that may have been found later."""
        super().__init__(found.size, found.numbers, found.counts)
        self._possible = possible

    @property
    def possible(self) -> DocSet:
        """These, and those that were not read."""
        return self._possible


def union(parts: Iterable[DocSet], size: int) -> DocSet:
    """Those in any part."""
    parts = list(parts)
    found = _union(parts, size)
    if all(one.possible is one for one in parts):
        return found
    return PartialDocSet(found, _union([one.possible for one in parts], size))


def _union(parts: Iterable[DocSet], size: int) -> DocSet:
    parts = [one for one in parts if len(one)]
    if len(parts) < 2:
        return parts[0] if parts else DocSet(size, np.zeros(0, np.int64))
    if sum(map(len, parts)) * _SPARSE < size:
        return DocSet(size, distinct(one.numbers for one in parts))
    mask = np.zeros(size, np.bool_)
    for one in parts:
        if one.is_few():
            mask[one.numbers] = True
        else:
            mask |= one.mask
    return MaskedDocSet(mask)


def common(parts: Iterable[DocSet]) -> DocSet:
    """Those in every part, of which there is one at least."""
    return reduce(DocSet.__and__, sorted(parts, key=len))

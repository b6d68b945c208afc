"""Doc values: which values of a facet has each document?

Postings go from value to documents; here they are uninverted, once for all segments of a commit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from index.segments.arrays import Ints, Numbers, ends, narrow, row, spread
from index.segments.segment import Segment

_VALUE: Final = 32  # bits for the value; the document is above them


@dataclass(frozen=True, slots=True)
class Column:
    """A facet by document.

    Those of document n are `ordinals[begins[n]:begins[n + 1]]`, places among `values`.
    """

    values: Sequence[str]
    begins: Numbers
    ordinals: Numbers
    is_single: bool  # every document has one value

    @classmethod
    def of(cls, facet: str, segments: Sequence[Segment]) -> Column:
        """The documents of some segments, one behind the other."""
        values = sorted(
            {text for segment in segments for text in segment.texts(segment.span(facet))}
        )
        places = {value: place for place, value in enumerate(values)}
        bases = ends([len(segment) for segment in segments]).tolist()
        packed = row(
            (_packed(*one, facet, places) for one in zip(segments, bases, strict=False)), np.int64
        )
        packed.sort()
        held = np.bincount(packed >> _VALUE, minlength=bases[-1])
        packed &= (1 << _VALUE) - 1
        return cls(values, narrow(ends(held)), narrow(packed), is_single=bool((held == 1).all()))

    def counted(self, docs: Ints) -> Ints:
        """How many of the documents have each value."""
        return np.bincount(self.ordinals[self._rows(docs)], minlength=len(self.values))

    def crossed(self, other: Column, docs: Ints) -> Ints:
        """How many have each value of this facet and each of another that has one a document.

        A row a value of this one.
        """
        shape = len(self.values), len(other.values)
        owners = docs.repeat(self.begins[docs + 1].astype(np.int64) - self.begins[docs])
        cells = self.ordinals[self._rows(docs)].astype(np.int64) * shape[1] + other.ordinals[owners]
        return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)

    def _rows(self, docs: Ints) -> Ints:
        """Where the values of the documents are."""
        if self.is_single:
            return docs
        return spread(self.begins[docs], self.begins[docs + 1] - self.begins[docs])

    def values_of(self, doc: int) -> set[str]:
        """The values of a document."""
        return {
            self.values[ordinal]
            for ordinal in self.ordinals[self.begins[doc] : self.begins[doc + 1]]
        }


def _packed(segment: Segment, base: int, facet: str, places: Mapping[str, int]) -> Ints:
    """Each posting of a facet: the document, shifted, and the place of its value."""
    span = segment.span(facet)
    packed: Ints = segment.docs[segment.postings(span)].astype(np.int64)
    packed += base
    packed <<= _VALUE
    packed += np.array([places[text] for text in segment.texts(span)], np.int64).repeat(
        segment.frequencies(span)
    )
    return packed

"""Shared lists: which terms have the postings of another, so that these are kept once?

Most words are their own dictionary form. Where one always is, and nothing else has that form, the
term of the form has the documents, counts and places of the exact term of its spelling. It is in
the dictionary without any, and `Segment.find` goes on to the exact term.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from index.segments.arrays import Ints, ends
from index.segments.segment import EXACT_KEY, LEMMA_KEY, Segment, exact_key


def lists(segment: Segment, terms: range) -> list[slice]:
    """The rows of neighbouring terms, their own and those that they share."""
    shared = owners(segment, terms).values()
    return [segment.postings(terms), *(segment.postings(range(at, at + 1)) for at in shared)]


def owners(segment: Segment, terms: range) -> dict[int, int]:
    """Those of neighbouring terms without postings of their own, and the terms that have them."""
    found = (terms.start + _without(segment, terms)).tolist()
    exacts = (exact_key(segment.dictionary.key(term)) for term in found)
    return dict(zip(found, map(segment.dictionary.place, exacts), strict=True))


@dataclass(frozen=True, slots=True)
class Sharing:
    """What several segments share, in a stretch of their dictionaries, and what they do together.

    For each segment its forms without postings of their own, and the numbers of their exact terms:
    those that are `shared` by the segments together too, and those to which the postings are `lent`
    since another segment has the form or its exact term apart.
    """

    shared: Sequence[Mapping[bytes, int]]
    lent: Sequence[Mapping[bytes, int]]

    @classmethod
    def of(
        cls,
        segments: Sequence[Segment],
        stretch: Sequence[range],
        words: Sequence[Sequence[bytes]],
    ) -> Sharing:
        """Those of neighbouring terms of each segment, which are these words."""
        own = [
            [some[term] for term in _without(segment, terms).tolist()]
            for segment, terms, some in zip(segments, stretch, words, strict=True)
        ]
        forms = sorted(set().union(*own))
        exacts = [_exact_terms(segment, forms) for segment in segments]
        apart = set[bytes]()
        for known, some, without in zip(exacts, words, own, strict=True):
            apart |= (known.keys() | set(some)) - set(without)
        return cls(
            [
                {form: known[form] for form in without if form not in apart}
                for known, without in zip(exacts, own, strict=True)
            ],
            [
                {form: known[form] for form in without if form in apart}
                for known, without in zip(exacts, own, strict=True)
            ],
        )

    def live(self, segments: Sequence[Segment], renumbered: Sequence[Ints]) -> set[bytes]:
        """Those of the shared ones that live documents have, which have new numbers."""
        found: set[bytes] = set()
        for segment, shared, numbers in zip(segments, self.shared, renumbered, strict=True):
            rows, lengths = segment.rows_of(np.array([*shared.values()], np.int64))
            live = ends(numbers[segment.docs[rows]] >= 0)[ends(lengths)]
            found.update(compress(shared, np.diff(live).tolist()))
        return found


def most_shared(segment: Segment, terms: range) -> int:
    """At most so many postings of others are shared by neighbouring terms."""
    without = terms.start + _without(segment, terms)
    forms = [segment.dictionary.key(int(term)) for term in without[[0, -1]]] if len(without) else []
    rows = segment.postings(_exact_span(segment, forms))
    most: int = rows.stop - rows.start
    return most


def _without(segment: Segment, terms: range) -> Ints:
    """Which of neighbouring terms have no postings of their own."""
    without: Ints = (segment.frequencies(terms) == 0).nonzero()[0]
    return without


def _exact_span(segment: Segment, forms: Sequence[bytes]) -> range:
    """The exact terms from the spelling of the first form to that of the last."""
    if not forms:
        return range(0)
    behind = exact_key(forms[-1]) + b"\0"
    return range(*map(segment.dictionary.place, (exact_key(forms[0]), behind)))


def _exact_terms(segment: Segment, forms: Sequence[bytes]) -> dict[bytes, int]:
    """The exact terms from the spelling of the first form to that of the last, by their form."""
    terms = _exact_span(segment, forms)
    keys = segment.dictionary.keys(terms)
    return {LEMMA_KEY + key[len(EXACT_KEY) :]: term for key, term in zip(keys, terms, strict=True)}

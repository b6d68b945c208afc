"""Phrases: in which documents do words stand in order, and how often?

A segment at a time, in the numbers of its own documents, which are read where they lie: most
documents of most words have only one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from index.queries.docset import DocSet, common, union
from index.segments.arrays import Ints, distinct
from index.segments.segment import Segment

_PLACE: Final = 32  # bits of a place that are the position; the document is above them
_NEVER: Final = (np.iinfo(np.int64).max,)


def phrase_documents(words: Sequence[Sequence[int]], slop: int, segment: Segment) -> Ints:
    """The document of each place of the first word where a match begins, deleted ones too.

    The nearest next word is always the best one: whatever comes after it can only be nearer.
    """
    among = common(_having(terms, segment) for terms in words)
    if not len(among):  # as in most small segments
        return among.numbers
    first, *others = (_places(terms, among, segment) for terms in words)
    last = first
    for column in others:
        last = np.concatenate((column, _NEVER))[column.searchsorted(last, side="right")]
    complete = last - first <= len(others) + slop
    return first[complete.nonzero()[0]] >> _PLACE


def _having(terms: Sequence[int], segment: Segment) -> DocSet:
    """The documents with any of the terms."""
    docs = (segment.docs[segment.postings(range(term, term + 1))] for term in terms)
    return union((DocSet(len(segment), own) for own in docs), len(segment))


def _places(terms: Sequence[int], among: DocSet, segment: Segment) -> Ints:
    """Where any of the terms stands in these documents: the document, shifted, and the position."""
    columns = [_of_one(term, among, segment) for term in terms]
    return columns[0] if len(columns) == 1 else distinct(columns)


def _of_one(term: int, among: DocSet, segment: Segment) -> Ints:
    postings = segment.postings(range(term, term + 1))
    rows = among.rows_in(segment.docs[postings]) + postings.start
    owners = segment.docs[rows].astype(np.int64) << _PLACE
    found: Ints = owners.repeat(segment.counts[rows]) + (segment.places(rows) >> 1)
    return found

"""Phrases: in which documents do words stand in order, and how often?

A segment at a time, in the numbers of its own documents, which are read where they lie: most
documents of most words have only one of them. Where the words stand often it goes in steps, and
before each it is asked whether there is time for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from index.queries.docset import DocSet, common, union
from index.segments.arrays import Ints, distinct, row
from index.segments.segment import Segment
from search.engine.deadline import is_over

STEP: Final = 64_000  # places that are read at once, if they are in several documents
_PLACE: Final = 32  # bits of a place that are the position; the document is above them
_NEVER: Final = (np.iinfo(np.int64).max,)

Held = Sequence[Sequence[Ints]]  # the postings of each term of each word


class PhraseDocuments(NamedTuple):
    """The document of each place of the first word where a match begins, deleted ones too.

    There may be others in those that are `unread`.
    """

    found: Ints
    unread: Ints


def phrase_documents(
    words: Sequence[Sequence[int]], slop: int, segment: Segment
) -> PhraseDocuments:
    """The documents in which words stand in order, each as any of its terms."""
    among = common(_having(terms, segment) for terms in words)
    docs = among.numbers.astype(np.int64)  # an archive has more documents than a segment's numbers
    if not len(docs):  # as in most small segments
        return PhraseDocuments(docs, docs)
    held = [[_postings(term, among, segment) for term in terms] for terms in words]
    found, read = [], 0
    for first, end in pairwise(_bounds(held, docs, segment)):
        if is_over():
            break
        own = held if end - first == len(docs) else _within(held, docs[first:end], segment)
        step = _begun(own, slop, segment)
        if step is None:
            break
        found.append(step)
        read = end
    return PhraseDocuments(row(found, np.int64), docs[read:])


def _having(terms: Sequence[int], segment: Segment) -> DocSet:
    """The documents with any of the terms."""
    docs = (segment.docs[segment.postings(range(term, term + 1))] for term in terms)
    return union((DocSet(len(segment), own) for own in docs), len(segment))


def _postings(term: int, among: DocSet, segment: Segment) -> Ints:
    """The postings of a term in some documents."""
    postings = segment.postings(range(term, term + 1))
    rows: Ints = among.rows_in(segment.docs[postings]) + postings.start
    return rows


def _bounds(held: Held, docs: Ints, segment: Segment) -> Sequence[int]:
    """Where steps begin and end among documents that are read for these postings."""
    if sum(int(segment.counts[rows].sum()) for word in held for rows in word) <= STEP:
        return 0, len(docs)
    often = np.zeros(len(docs), np.int64)
    for rows in (rows for word in held for rows in word):
        often[docs.searchsorted(segment.docs[rows])] += segment.counts[rows]
    steps = np.cumsum(often) // STEP
    return [0, *(np.flatnonzero(np.diff(steps)) + 1).tolist(), len(docs)]


def _within(held: Held, docs: Ints, segment: Segment) -> Held:
    """Those of the postings that are in some adjacent documents."""

    def own(rows: Ints) -> Ints:
        there = segment.docs[rows]
        first, last = there.searchsorted(docs[0]), there.searchsorted(docs[-1], side="right")
        return rows[first:last]

    return [[own(rows) for rows in word] for word in held]


def _begun(held: Held, slop: int, segment: Segment) -> Ints | None:
    """The document of each match; None if there was no time to read one that is very long.

    The nearest next word is always the best one: whatever comes after it can only be nearer.
    """
    columns = (_places(word, segment) for word in held)
    first = last = next(columns)
    for column in columns:
        if len(column) > STEP and is_over():
            return None
        last = np.concatenate((column, _NEVER))[column.searchsorted(last, side="right")]
    complete = last - first < len(held) + slop
    docs: Ints = first[complete.nonzero()[0]] >> _PLACE
    return docs


def _places(word: Sequence[Ints], segment: Segment) -> Ints:
    """Where any of the terms stands: the document, shifted, and the position."""
    columns = [_of_one(rows, segment) for rows in word]
    return columns[0] if len(columns) == 1 else distinct(columns)


def _of_one(rows: Ints, segment: Segment) -> Ints:
    owners = segment.docs[rows].astype(np.int64) << _PLACE
    found: Ints = owners.repeat(segment.counts[rows]) + (segment.places(rows) >> 1)
    return found

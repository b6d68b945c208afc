"""Segment merge: how do several segments become one?

A stretch of the dictionary at a time, so memory does not grow with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from index.segments.arrays import Ints, Mask, ends
from index.segments.segment import Segment
from index.segments.segment_draft import COLUMNS, DocumentColumns, PostingColumns, SegmentDraft
from index.segments.shared_lists import Sharing, most_shared
from index.segments.stored_fields import LONGEST_SAMPLE, SAMPLES, trained

_STRETCH: Final = 1_000_000  # about so many postings are merged at a time, of all segments together
_DOCUMENTS: Final = 2_000  # documents that are copied at a time


def merge_segments(
    segments: Sequence[Segment], alive: Sequence[Mask], folder: Path
) -> SegmentDraft:
    """One segment of the live documents of several, in their order."""
    bases = ends([int(live.sum()) for live in alive])
    draft = SegmentDraft(folder, int(bases[-1]), _dictionary(segments, alive))
    for segment, live in zip(segments, alive, strict=True):
        _copy_documents(segment, live, draft)
    based = zip(alive, bases, strict=False)
    numbered = [np.where(live, np.cumsum(live) - 1 + base, -1) for live, base in based]
    for stretch in _stretches(segments):
        words = [one.dictionary.keys(terms) for one, terms in zip(segments, stretch, strict=True)]
        union = sorted(set().union(*words))
        numbers = {word: number for number, word in enumerate(union)}
        sharing = Sharing.of(segments, stretch, words)
        parts = []
        for segment, terms, some, lent, new in zip(
            segments, stretch, words, sharing.lent, numbered, strict=True
        ):
            held = np.array([*terms, *lent.values()], np.int64)
            own = np.array([numbers[word] for word in (*some, *lent)], np.int64)
            parts.append(_live(segment, held, own, new))
        shared = [numbers[form] for form in sharing.live(segments, numbered)]
        draft.add_terms(union, PostingColumns.joined(parts), np.array(shared, np.int64))
    return draft


def _dictionary(segments: Sequence[Segment], alive: Sequence[Mask]) -> bytes:
    """What the articles will be compressed with."""
    step = sum(map(len, segments)) // SAMPLES + 1
    samples = [
        segment.stored(doc)[:LONGEST_SAMPLE]
        for segment, live in zip(segments, alive, strict=True)
        for doc in live.nonzero()[0][::step].tolist()
    ]
    return trained(samples, sum(map(len, samples)) * step)


def _copy_documents(segment: Segment, live: Mask, draft: SegmentDraft) -> None:
    """Copy the live documents of a segment, some at a time."""
    for kept in np.array_split(np.flatnonzero(live), len(live) // _DOCUMENTS + 1):
        stored, word_rows = (
            [read(doc) for doc in kept.tolist()] for read in (segment.stored, segment.word_rows)
        )
        numbers = {name: segment.arrays[name][kept] for name in COLUMNS}
        columns = DocumentColumns(**numbers, stored=stored, word_rows=word_rows)
        draft.add_documents(columns)
        segment.arrays.release()


def _stretches(segments: Sequence[Segment]) -> Iterator[list[range]]:
    """The dictionaries of all segments, cut at the same words into pieces of limited size."""
    at = [0] * len(segments)
    while any(first < len(one.terms) for first, one in zip(at, segments, strict=True)):
        left = [
            int(one.rows[-1]) - int(one.rows[first])
            for first, one in zip(at, segments, strict=True)
        ]
        longest = left.index(max(left))
        lead, first = segments[longest], at[longest]
        end = max(
            first + 1,
            int(np.searchsorted(lead.rows, int(lead.rows[first]) + _STRETCH // len(segments))),
        )
        stretch = _until(lead, end, segments, at)
        while end > first + 1 and sum(map(most_shared, segments, stretch)) > _STRETCH:
            end = (first + end) // 2
            stretch = _until(lead, end, segments, at)
        yield stretch
        at = [terms.stop for terms in stretch]


def _until(lead: Segment, end: int, segments: Sequence[Segment], at: Sequence[int]) -> list[range]:
    """The terms of each dictionary that are before a term of one of them, from some places on."""
    last = lead.dictionary.key(end) if end < len(lead.terms) else None
    return [
        range(first, len(one.terms) if last is None else one.dictionary.place(last))
        for one, first in zip(segments, at, strict=True)
    ]


def _live(segment: Segment, terms: Ints, numbers: Ints, renumbered: Ints) -> PostingColumns:
    """The postings of terms in live documents, both renumbered."""
    order = np.argsort(terms, kind="stable")
    rows, sizes = segment.rows_of(terms[order])
    docs, counts = renumbered[segment.docs[rows]], segment.counts[rows]
    owners = np.repeat(numbers[order], sizes)
    found = PostingColumns(owners, docs, counts, segment.places(rows)).where(docs >= 0)
    segment.arrays.release()  # what is read of a file would count as memory until all is merged
    return found

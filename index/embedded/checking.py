"""Checking: is the index still what was written?

Checksums find what changed on the disk; the rest finds what should never have been written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from index.embedded.segment import FIELDS, Segment, unpacked
from index.embedded.snapshot import Leaf, Snapshot
from index.embedded.writing import day
from search.facets import FACETS


def problems(snapshot: Snapshot) -> list[str]:
    """What is wrong, a sentence each."""
    found = [f"{leaf.entry.filename}: {what}" for leaf in snapshot.leaves for what in _segment(leaf)]
    if not found:
        ids = Counter(article_id for leaf in snapshot.leaves for article_id in _live_ids(leaf))
        found = [f"article {article_id!r} is there {count} times" for article_id, count in ids.items() if count > 1]
    return found


def _segment(leaf: Leaf) -> Iterator[str]:
    segment = leaf.segment
    damaged = segment.arrays.damaged()
    if damaged:
        yield f"bytes have changed in {', '.join(damaged)}"
        return
    if len(segment) != leaf.entry.count or not leaf.entry.deleted <= set(range(len(segment))):
        yield f"has {len(segment)} documents where the commit says {leaf.entry.count}"
        return
    yield from _dictionary(segment)
    yield from _postings(segment)
    for doc in range(len(segment)):
        yield from _article(segment, doc)


def _dictionary(segment: Segment) -> Iterator[str]:
    words = list(map(segment.key, segment.terms))
    if any(word >= following for word, following in pairwise(words)):
        yield "its terms are out of order"
    if any(not word or word[0] >= len(FIELDS) for word in words):
        yield "a term belongs to no field"


def _postings(segment: Segment) -> Iterator[str]:
    rows = segment.rows.astype(np.int64)
    docs, counts = segment.docs.astype(np.int64), segment.counts.astype(np.int64)
    heard = np.concatenate(([0], np.cumsum(counts)))
    if rows[0] != 0 or rows[-1] != len(docs) or not (np.diff(rows) > 0).all():
        yield "its postings don't belong to its terms"
    elif (counts < 1).any() or heard[-1] != len(segment.positions) or (heard[rows] != segment.places).any():
        yield "its positions don't belong to its postings"
    elif (docs >= len(segment)).any() or not _rising(docs, rows):
        yield "the documents of a term are out of order"
    elif not _rising(segment.positions.astype(np.int64), heard):
        yield "the positions of a term are out of order"


def _rising(
    numbers: np.ndarray[tuple[int], np.dtype[np.int64]], starts: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> bool:
    """Whether numbers rise, but where a run starts."""
    steps = np.diff(numbers)
    steps[starts[1:-1] - 1] = 1
    return bool((steps > 0).all())


def _article(segment: Segment, doc: int) -> Iterator[str]:
    article = unpacked(segment.stored(doc))
    if article.article_id != segment.article_id(doc):
        yield f"document {doc} has article {article.article_id!r} under {segment.article_id(doc)!r}"
    if day(article) != segment.dates[doc]:
        yield f"article {article.article_id!r} has another date in its column"
    for facet in FACETS:
        column = segment.facets[facet]
        ordinals = column.ordinals[column.begins[doc] : column.begins[doc + 1]]
        values = {segment.text(column.first + int(ordinal)) for ordinal in ordinals}
        if values != set(article.values(facet)):
            yield f"article {article.article_id!r} has other values of {facet} in its column"


def _live_ids(leaf: Leaf) -> Iterator[str]:
    live = (doc for doc in range(len(leaf.segment)) if doc not in leaf.entry.deleted)
    return map(leaf.segment.article_id, live)

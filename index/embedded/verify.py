"""Verify: is the index still what was written?

Checksums find what changed on the disk; the rest finds what should never have been written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from index.embedded.commits import Commits
from index.embedded.segment_info import SegmentInfo
from index.queries.snapshot import Snapshot
from index.segments.arrays import Ints, Numbers, ends, sizes
from index.segments.doc_values import Column
from index.segments.segment import LEMMA_KEY, SEGMENT_FIELDS, Segment, exact_key
from index.segments.segment_layout import SIGN_BLOCK
from index.segments.stored_fields import WordRows, unpacked
from search.errors import IndexStateError
from search.model.articles import Article
from search.model.facets import FACETS, values_of


class Checked(NamedTuple):
    """What is wrong, a sentence each, and the ids of the articles of what is whole."""

    problems: list[str]
    article_ids: list[str]
    change: str | None


def checked(commits: Commits, known: Mapping[str, Segment] = MappingProxyType({})) -> Checked:
    """Check the newest commit; nothing is written, and no damage ends it.

    Segments that are open already stay open.
    """
    try:
        _, change, entries = commits.listed()
    except IndexStateError as error:
        return Checked([str(error)], [], None)
    wrong = {entry: _wrong(commits, entry, known) for entry in entries}
    found = [f"{entry.filename}: {what}" for entry, told in wrong.items() for what in told]
    whole = [(commits.open(entry), entry.deleted) for entry, told in wrong.items() if not told]
    ids = Counter(Snapshot(whole).article_ids())
    twice = ((article_id, count) for article_id, count in ids.items() if count > 1)
    found += [f"article {article_id!r} is there {count} times" for article_id, count in twice]
    return Checked(found, sorted(ids), change)


def _wrong(commits: Commits, entry: SegmentInfo, known: Mapping[str, Segment]) -> list[str]:
    """The first kind of trouble: what is built on it can't be read."""
    if damage := commits.damage(entry):
        return [damage]
    try:
        segment = known.get(entry.filename) or commits.open(entry)
        for look in (_structure, _articles):
            if found := list(look(segment, entry)):
                return found
    except Exception as error:  # noqa: BLE001  bytes that never were a segment fail in any way
        return [f"it can't be read: {error!r}"]
    return []


def _structure(segment: Segment, entry: SegmentInfo) -> Iterator[str]:
    words, rows, docs = segment.dictionary.keys(segment.terms), segment.rows, segment.docs
    begins = ends(segment.counts[:])
    if len(segment) != entry.count or not entry.deleted <= set(range(entry.count)):
        yield f"has {len(segment)} documents where the commit says {entry.count}"
    elif any(not word or word[0] >= len(SEGMENT_FIELDS) for word in words) or any(
        a >= b for a, b in pairwise(words)
    ):
        yield "the terms are out of order"
    elif len(rows) != len(words) + 1 or rows[0] or rows[-1] != len(docs) or not _owned(words, rows):
        yield "the postings don't belong to the terms"
    elif begins[-1] != len(segment.all_places) or (begins[::SIGN_BLOCK] != segment.signs).any():
        yield "the places don't belong to the postings"
    elif docs.max(initial=0) >= entry.count or not _rising(docs, rows.astype(np.int64)):
        yield "the documents of a term are out of order"
    elif not _rising(segment.all_places[:] >> 1, begins):
        yield "the positions of a term are out of order"


def _owned(words: Sequence[bytes], rows: Numbers) -> bool:
    """Whether each term has postings, its own or those of the exact term that it is spelt as."""
    lengths = sizes(rows)
    own = {words[term] for term in (lengths > 0).nonzero()[0].tolist()}
    left = [words[term] for term in (lengths < 1).nonzero()[0].tolist()]
    return bool((lengths >= 0).all()) and all(
        word.startswith(LEMMA_KEY) and exact_key(word) in own for word in left
    )


def _rising(numbers: Numbers, starts: Ints) -> bool:
    """Whether numbers rise, but where a run starts."""
    steps = sizes(numbers)
    inner = starts[(starts > 0) & (starts < len(numbers))]
    steps[inner - 1] = 1
    return bool((steps > 0).all())


def _articles(segment: Segment, _entry: SegmentInfo) -> Iterator[str]:
    columns = {facet: Column.of(facet, [segment]) for facet in FACETS}
    for doc in range(len(segment)):
        article = unpacked(segment.stored(doc))
        columns_say = segment.dates[doc], segment.seen[doc], segment.sequence[doc]
        said = article.day, article.seen_day, article.sequence
        if article.article_id != segment.article_id(doc) or said != columns_say:
            yield f"article {article.article_id!r} has another id or date in its columns"
        words = WordRows.unpacked(segment.word_rows(doc))
        if not _within(words, article):
            yield f"article {article.article_id!r} has words outside its text"
        if any(article.text[end : end + 1] != "\n" for end in words.soft_line_ends.tolist()):
            yield f"article {article.article_id!r} has line ends where its text has none"
        for facet, column in columns.items():
            if column.values_of(doc) != set(values_of(article, facet)):
                yield f"article {article.article_id!r} has other values of {facet} in its column"


def _within(words: WordRows, article: Article) -> bool:
    """Whether every word stands in the title or the text."""
    whole = np.where(
        np.arange(len(words.starts)) < words.titled, len(article.title), len(article.text)
    )
    return bool(
        ((words.starts >= 0) & (words.lengths >= 0) & (words.starts + words.lengths <= whole)).all()
    )

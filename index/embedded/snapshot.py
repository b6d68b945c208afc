"""Snapshot: what does the index say as of one commit, all segments together?

Documents are numbered through all segments, so a search is done on whole columns and its scores don't depend
on where an article lies. A snapshot never changes; any number of threads may read it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import groupby

import numpy as np

from index.embedded.arrays import Floats, Ints, Mask, Numbers, distinct, ends, row, spread
from index.embedded.codec import Entry
from index.embedded.commits import Contents
from index.embedded.segment import Segment, unpacked
from index.embedded.writer import alive_documents, live_document
from search.articles import Article
from search.errors import UnknownFacetError
from search.facets import FACETS, chosen
from search.ranking import norms

_RANKED: int = 10_000
_PLACE: int = 32  # bits of a place that are the position; the document is above them


@dataclass(frozen=True, slots=True)
class Matches:
    """Documents, rising, each with a number: a frequency or a score."""

    docs: Ints
    values: Floats


@dataclass(frozen=True, slots=True)
class Leaf:
    """A segment, and where its documents begin among all."""

    segment: Segment
    entry: Entry
    base: int

    @property
    def documents(self) -> slice:
        """The numbers of its documents."""
        return slice(self.base, self.base + len(self.segment))


class Snapshot:
    """The segments of a commit as one."""

    def __init__(self, contents: Contents) -> None:
        """Read nothing yet but which documents are deleted."""
        segments = [contents.segments[entry.filename] for entry in contents.entries]
        bases = ends([len(segment) for segment in segments])
        self.stamp = contents.stamp
        self.segments = contents.segments
        self.leaves = [Leaf(*leaf) for leaf in zip(segments, contents.entries, bases.tolist(), strict=False)]
        self.size = int(bases[-1])
        self.live: Mask = self._joined(lambda leaf: alive_documents(leaf.entry), np.bool_)
        self.articles = int(np.count_nonzero(self.live))
        self._whole = self.articles == self.size
        self._ranked: dict[str, tuple[Leaf, int]] = {}  # what was ranked a moment ago is asked for next

    @cached_property
    def dates(self) -> Numbers:
        """The day of each document, 0 if unknown."""
        return self._joined(lambda leaf: leaf.segment.dates, np.int64)

    @cached_property
    def average_length(self) -> float:
        """The average words of a live article."""
        lengths = self._joined(lambda leaf: leaf.segment.lengths, np.int64)
        return int(lengths[self.live].sum()) / self.articles if self.articles else 0.0

    @cached_property
    def norms(self) -> Floats:
        """The norm of each document's length."""
        codes = self._joined(lambda leaf: leaf.segment.length_codes, np.uint8)
        return norms(self.average_length)[codes]

    @cached_property
    def _places_of_values(self) -> dict[str, dict[str, int]]:
        """The values of each facet, with a place for the count of each."""
        columns = {facet: [leaf.segment.facets[facet].values for leaf in self.leaves] for facet in FACETS}
        return {
            facet: {value: place for place, value in enumerate(sorted(set().union(*values)))}
            for facet, values in columns.items()
        }

    def mask(self) -> Mask:
        """No document yet."""
        return np.zeros(self.size, dtype=np.bool_)

    def postings(self, term: str) -> Matches:
        """The live documents that have a term, and how often."""
        rows = [(leaf, leaf.segment.postings(found)) for leaf, found in self._found(term)]
        docs = row([leaf.segment.docs[own] + np.int64(leaf.base) for leaf, own in rows], np.int64)
        counts = row([leaf.segment.counts[own] for leaf, own in rows], np.float64)
        if self._whole:
            return Matches(docs, counts)
        live = self.live[docs]
        return Matches(docs[live], counts[live])

    def having(self, terms: Iterable[str]) -> Mask:
        """The live documents that have any of the terms."""
        return self._marked((leaf, found) for term in terms for leaf, found in self._found(term))

    def beginning(self, stems: Iterable[str]) -> Mask:
        """The live documents that have a term with one of these beginnings."""
        return self._marked((leaf, leaf.segment.span("terms", stem)) for stem in stems for leaf in self.leaves)

    def valued(self, facet: str, choices: Iterable[str]) -> Mask:
        """The live documents with one of the values of a facet; choices of years may be ranges."""
        if facet not in FACETS:
            raise UnknownFacetError(facet, known=FACETS)
        choices = frozenset(choices)
        if facet == "year":
            spans = [(leaf, leaf.segment.span(facet)) for leaf in self.leaves]
            years = {leaf.segment.text(term) for leaf, span in spans for term in span}
            choices = frozenset(year for year in years if chosen(facet, year, choices))
        return self._marked((leaf, leaf.segment.find(facet, choice)) for choice in choices for leaf in self.leaves)

    def places(self, terms: Sequence[str], among: Mask) -> Ints:
        """Where any of the terms stands in these documents: the document, shifted, and the position."""
        columns = [self._places(leaf, found.start, among) for term in terms for leaf, found in self._found(term)]
        return distinct(columns)

    def near(self, tier: str, word: str, most: int) -> Matches:
        """The live documents with other words of a tier at most so many letters off, and how often all told."""
        counted = np.zeros(self.size)
        for leaf in self.leaves:
            segment, own = leaf.segment, leaf.segment.find("terms", tier + word)
            terms = np.setdiff1d(segment.near(tier, word, most), own)
            begins = segment.rows[terms].astype(np.int64)
            rows = spread(begins, segment.rows[terms + 1].astype(np.int64) - begins)
            weights = np.bincount(segment.docs[rows], segment.counts[rows], len(segment))
            counted[leaf.documents] = weights
        docs = np.flatnonzero(counted * self.live)
        return Matches(docs, counted[docs])

    def counted(self, facet: str, docs: Ints) -> dict[str, int]:
        """How many of the documents have each value of a facet."""
        if facet not in FACETS:
            raise UnknownFacetError(facet, known=FACETS)
        places = self._places_of_values[facet]
        counts = np.zeros(len(places), np.int64)
        for leaf, own in self.by_leaf(docs):
            column = leaf.segment.facets[facet]
            counts[[places[value] for value in column.values]] += column.counted(own)
        return {value: count for value, count in zip(places, counts.tolist(), strict=True) if count}

    def article_id(self, doc: int) -> str:
        """The id of the article in a document."""
        leaf = self.leaves[bisect_right(self.leaves, doc, key=lambda leaf: leaf.base) - 1]
        article_id = leaf.segment.article_id(doc - leaf.base)
        if len(self._ranked) >= _RANKED:
            self._ranked.clear()
        self._ranked[article_id] = leaf, doc - leaf.base
        return article_id

    def by_leaf(self, docs: Ints) -> Iterator[tuple[Leaf, Ints]]:
        """Rising documents as their segments number them."""
        bounds = np.searchsorted(docs, [leaf.base for leaf in self.leaves] + [self.size])
        for leaf, first, last in zip(self.leaves, bounds, bounds[1:], strict=False):
            if first < last:
                yield leaf, docs[first:last] - leaf.base

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The terms with this beginning that live articles have, in order, with their frequencies."""
        columns = [self._frequencies(leaf, leaf.segment.span("terms", prefix)) for leaf in self.leaves]
        for word, rows in groupby(merge(*columns), key=lambda row: row[0]):
            frequency = sum(count for _, count in rows)
            if frequency:
                yield word, frequency

    def frequency(self, term: str) -> int:
        """How many live articles have a term."""
        return len(self.postings(term).docs)

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        ranked = self._ranked.get(article_id)
        if ranked is not None:
            return unpacked(ranked[0].segment.stored(ranked[1]))
        for leaf in self.leaves:
            doc = live_document(leaf.segment, leaf.entry.deleted, article_id)
            if doc is not None:
                return unpacked(leaf.segment.stored(doc))
        return None

    def _found(self, term: str) -> Iterator[tuple[Leaf, range]]:
        for leaf in self.leaves:
            found = leaf.segment.find("terms", term)
            if found:
                yield leaf, found

    def _marked(self, found: Iterable[tuple[Leaf, range]]) -> Mask:
        marked = self.mask()
        for leaf, terms in found:
            marked[leaf.documents][leaf.segment.docs[leaf.segment.postings(terms)]] = True
        return marked if self._whole else marked & self.live

    def _places(self, leaf: Leaf, term: int, among: Mask) -> Ints:
        docs = leaf.segment.docs[leaf.segment.postings(range(term, term + 1))]
        chosen_rows = np.flatnonzero(among[leaf.documents][docs])
        counts = leaf.segment.counts[leaf.segment.postings(range(term, term + 1))][chosen_rows]
        owners = np.repeat(docs[chosen_rows] + np.int64(leaf.base), counts)
        return (owners << _PLACE) + leaf.segment.standing(term, chosen_rows)

    def _frequencies(self, leaf: Leaf, terms: range) -> Iterator[tuple[str, int]]:
        live = self.live[leaf.documents][leaf.segment.docs[leaf.segment.postings(terms)]]
        rows = leaf.segment.rows[terms.start : terms.stop].astype(np.int64)
        counts = np.add.reduceat(live, rows - rows[0], dtype=np.int64) if len(rows) else rows
        return zip(map(leaf.segment.text, terms), counts.tolist(), strict=True)

    def _joined(self, column: Callable[[Leaf], Numbers], kind: type[np.generic]) -> Numbers:
        return row([column(leaf) for leaf in self.leaves], kind)


def owners(places: Ints) -> Ints:
    """The documents of places."""
    return places >> _PLACE

"""Snapshot: what does the index say as of one commit, all segments together?

Documents are numbered through all segments, so a search is done on whole columns and its scores
don't depend on where an article lies. A snapshot never changes; any number of threads may read it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import groupby, pairwise, product
from typing import Final

import numpy as np

from index.queries.docset import (
    DocSet,
    MaskedDocSet,
    PartialDocSet,
    PartialPostings,
    Postings,
    union,
)
from index.queries.leaf import Leaf, Lengths
from index.queries.phrases import STEP, phrase_documents
from index.segments.arrays import Ints, Mask, Numbers, ends, largest, row, runs
from index.segments.doc_values import Column
from index.segments.segment import Segment
from index.segments.shared_lists import lists, owners
from index.segments.stored_fields import stored_title, unpacked
from search.engine.deadline import is_over
from search.engine.nodes import Phrase
from search.engine.ranking import norms
from search.errors import UnknownFacetError
from search.model.articles import Article
from search.model.facets import BROADER, FACETS, chosen

_REMEMBERED: Final = 1 << 14  # terms that were looked up: a name asks for the same thirty each time
_RANKED: Final = 10_000
_PHRASES: Final = 1 << 16  # documents of phrases that are kept, however few the archive has


class Snapshot:
    """The segments of a commit as one."""

    def __init__(self, held: Sequence[tuple[Segment, set[int]]]) -> None:
        """Segments, and which of their documents are deleted; nothing else is read yet."""
        bases = ends([len(segment) for segment, _ in held]).tolist()
        self._bases, self.size = bases[:-1], bases[-1]
        self.leaves = [Leaf(*one, base) for one, base in zip(held, self._bases, strict=True)]
        self.everything = MaskedDocSet(
            self._joined(lambda leaf: leaf.segment.alive(leaf.deleted), np.bool_)
        )
        self.nothing = Postings(self.size, *np.zeros((2, 0), np.int64))
        self.articles = len(self.everything)
        self._whole = self.articles == self.size
        self._terms: dict[tuple[str, str], list[tuple[Leaf, int]]] = {}
        # what was ranked a moment ago is asked for next
        self._ranked: dict[str, tuple[Leaf, int]] = {}
        # of names and ideas, which are asked for again whatever else is
        self._phrases: dict[Phrase, tuple[Ints, Numbers]] = {}
        self._kept = 0

    def is_whole(self) -> bool:
        """Whether no file of them was cut off since it was opened."""
        return all(leaf.segment.arrays.is_whole() for leaf in self.leaves)

    @cached_property
    def dates(self) -> Numbers:
        """The day of each document, 0 if unknown."""
        return self._joined(lambda leaf: leaf.segment.dates, np.int32)

    @cached_property
    def seen(self) -> Numbers:
        """The day on which each document was first seen."""
        return self._joined(lambda leaf: leaf.segment.seen, np.int32)

    @cached_property
    def sequence(self) -> Numbers:
        """Its number in the order in which they were."""
        return self._joined(lambda leaf: leaf.segment.sequence, np.int64)

    @cached_property
    def average_length(self) -> float:
        """The average words of a live article."""
        lengths = self._joined(lambda leaf: leaf.segment.lengths, np.int64)
        return int(lengths[self.everything.mask].sum()) / self.articles if self.articles else 0.0

    @cached_property
    def lengths(self) -> Lengths:
        """How long the documents are."""
        codes = self._joined(lambda leaf: leaf.segment.length_codes, np.uint8)
        kinds = np.maximum(np.arange(256), codes.min(initial=255))
        return Lengths(codes, norms(self.average_length)[kinds])

    @cached_property
    def facets(self) -> dict[str, Column]:
        """The values of each document, of all segments in one order."""
        segments = [leaf.segment for leaf in self.leaves]
        return {facet: Column.of(facet, segments) for facet in FACETS}

    def postings(self, term: str, field: str = "terms") -> Postings:
        """The live documents that have a term, and how often."""
        found = [_of_term(leaf, number) for leaf, number in self.found(term, field)]
        if not found:
            return self.nothing
        docs, counts = (
            found[0] if len(found) == 1 else map(np.concatenate, zip(*found, strict=True))
        )
        if self._whole:
            return Postings(self.size, docs, counts)
        live = self.everything.mask[docs].nonzero()[0]
        return Postings(self.size, docs[live], counts[live])

    def weighted(self, terms: Iterable[tuple[str, float]]) -> list[tuple[str, float, Postings]]:
        """Those of some terms with their weights that live documents have, with these."""
        found = ((term, weight, self.postings(term)) for term, weight in terms)
        return [one for one in found if one[2].numbers.size]

    def phrase(self, node: Phrase) -> Postings:
        """The live documents with a phrase, and at how many places of its first word it begins."""
        if kept := self._phrases.get(node):
            return Postings(self.size, *kept)
        found = self._phrase(node)
        if found.possible is found:
            self._keep(node, found)
        return found

    def _keep(self, node: Phrase, found: Postings) -> None:
        """Keep what was found of a phrase; all that is kept has no more than a posting an article.

        Without what `Postings` make of it, which is as long as the archive.
        """
        if self._kept + len(found) >= max(self.size, _PHRASES):
            self._phrases, self._kept = {}, 0
        self._phrases[node] = found.numbers, found.counts
        self._kept += 1 + len(found)  # what is nowhere takes room too

    def _phrase(self, node: Phrase) -> Postings:
        held = [self._terms_by_leaf(term for term, _ in group.terms) for group in node.groups]
        there = [leaf for leaf in self.leaves if held and all(leaf.base in own for own in held)]
        if not there:  # as with most names: few articles are in their language
            return self.nothing
        read = [
            (leaf, phrase_documents([own[leaf.base] for own in held], node.slop, leaf.segment))
            for leaf in there
        ]
        docs = row((leaf.base + own.found for leaf, own in read), np.int64)
        found = Postings(self.size, *runs(docs[self.everything.mask[docs]]))
        unread = row((leaf.base + own.unread for leaf, own in read), np.int64)
        if not len(unread):
            return found
        live = DocSet(self.size, unread[self.everything.mask[unread]])
        return PartialPostings(found, union((found, live), self.size))

    def _terms_by_leaf(self, terms: Iterable[str]) -> dict[int, list[int]]:
        """The numbers of terms, by where the documents of their segment begin."""
        held: defaultdict[int, list[int]] = defaultdict(list)
        for term in terms:
            for leaf, number in self.found(term):
                if number not in held[leaf.base]:  # two terms may have one list
                    held[leaf.base].append(number)
        return held

    def beginning(self, stems: Iterable[str]) -> DocSet:
        """The live documents that have a term with one of these beginnings."""
        marked = np.zeros(self.size, np.bool_)
        for docs, of_leaf in self._beginning(stems):
            if is_over():
                return PartialDocSet(self._live(marked), self.everything)
            marked[of_leaf][docs] = True
        return self._live(marked)

    def _live(self, marked: Mask) -> DocSet:
        return MaskedDocSet(marked if self._whole else marked & self.everything.mask)

    def _beginning(self, stems: Iterable[str]) -> Iterator[tuple[Numbers, slice]]:
        """Postings of the terms that begin so, a step at a time, and which documents a leaf has."""
        for leaf, stem in product(self.leaves, stems):
            for rows in lists(leaf.segment, leaf.segment.span("terms", stem)):
                for first in range(rows.start, rows.stop, STEP):
                    yield leaf.segment.docs[first : min(first + STEP, rows.stop)], leaf.documents

    def valued(self, facet: str, choices: Iterable[str]) -> DocSet:
        """The live documents with one of the values of a facet."""
        _check(facet)
        choices = frozenset(choices)
        if facet in BROADER:
            choices = frozenset(
                value for value in self.facets[facet].values if chosen(facet, value, choices)
            )
        return union((self.postings(choice, facet) for choice in choices), self.size)

    def near(self, tier: str, word: str, most: int) -> Postings:
        """The live documents with words of a tier within an edit distance, and how often in all."""
        columns = []
        for leaf in self.leaves:
            if is_over():
                break
            columns.append(_of_near(leaf, tier, word, most))
        docs = row((docs for docs, _ in columns), np.int64)
        found = self.nothing
        if len(docs):  # seldom in titles
            often = row((counts for _, counts in columns), np.float64)
            counted = np.bincount(docs, often, self.size)
            has = counted > 0 if self._whole else (counted > 0) & self.everything.mask
            docs = np.flatnonzero(has)
            found = Postings(self.size, docs, counted[docs])
        whole = len(columns) == len(self.leaves)
        return found if whole else PartialPostings(found, self.everything)

    def first_ids(self, docs: Ints, count: int) -> Ints:
        """Those of rising documents that have the first ids of their segments."""
        columns = []
        for leaf, own in self.by_leaf(docs):
            order = -leaf.segment.ids[own]
            columns.append(
                leaf.base + (own[order >= largest(order, count)] if len(own) > count else own)
            )
        return row(columns, np.int64)

    def counted(self, facet: str, docs: Ints) -> dict[str, int]:
        """How many of the documents have each value of a facet."""
        _check(facet)
        column = self.facets[facet]
        counts = zip(column.values, column.counted(docs).tolist(), strict=True)
        return {value: count for value, count in counts if count}

    def article_id(self, doc: int) -> str:
        """The id of the article in a document."""
        leaf = self.leaves[bisect_right(self._bases, doc) - 1]
        article_id = leaf.segment.article_id(doc - leaf.base)
        if len(self._ranked) >= _RANKED:
            self._ranked.clear()
        self._ranked[article_id] = leaf, doc - leaf.base
        return article_id

    def article_ids(self) -> Iterator[str]:
        """The ids of all live articles."""
        for leaf, docs in self.by_leaf(self.everything.numbers):
            yield from map(leaf.segment.article_id, docs.tolist())

    def by_leaf(self, docs: Ints) -> Iterator[tuple[Leaf, Ints]]:
        """Rising documents as their segments number them."""
        bounds = docs.searchsorted([*self._bases, self.size]).tolist()
        for leaf, (first, last) in zip(self.leaves, pairwise(bounds), strict=True):
            if first < last:
                yield leaf, docs[first:last] - leaf.base

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The terms with this prefix that live articles have, sorted, with their frequencies."""
        columns = [
            self._frequencies(leaf, leaf.segment.span("terms", prefix)) for leaf in self.leaves
        ]
        if len(columns) == 1:  # thousands are asked for, and there is nothing to merge
            yield from (row for row in columns[0] if row[1])
            return
        for word, rows in groupby(merge(*columns), key=lambda row: row[0]):
            frequency = sum(count for _, count in rows)
            if frequency:
                yield word, frequency

    def frequency(self, *terms: str) -> int:
        """How many live articles have any of the terms."""
        if self._whole and len(terms) == 1:
            rows = (leaf.segment.postings(range(at, at + 1)) for leaf, at in self.found(*terms))
            return sum(own.stop - own.start for own in rows)
        return len(union(map(self.postings, terms), self.size))

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        at = self.document(article_id)
        return unpacked(at[0].segment.stored(at[1])) if at else None

    def title(self, article_id: str) -> str | None:
        """The title of the article with this id."""
        at = self.document(article_id)
        return stored_title(at[0].segment.stored(at[1])) if at else None

    def document(self, article_id: str) -> tuple[Leaf, int] | None:
        """The segment with an article, and its number there."""
        ranked = self._ranked.get(article_id)
        if ranked is not None:
            return ranked
        live = ((leaf, leaf.segment.document(article_id, leaf.deleted)) for leaf in self.leaves)
        return next(((leaf, doc) for leaf, doc in live if doc is not None), None)

    def found(self, term: str, field: str = "terms") -> list[tuple[Leaf, int]]:
        """The segments that have a term, and its number there."""
        found = self._terms.get((field, term))
        if found is None:
            if len(self._terms) >= _REMEMBERED:
                self._terms.clear()
            found = [
                (leaf, number) for leaf in self.leaves for number in leaf.segment.find(field, term)
            ]
            self._terms[field, term] = found
        return found

    def _frequencies(self, leaf: Leaf, terms: range) -> Iterator[tuple[str, int]]:
        segment, live = leaf.segment, self.everything.mask[leaf.documents]
        rows = ends(live[segment.docs[segment.postings(terms)]])
        begins = segment.rows[terms.start : terms.stop + 1].astype(np.int64)
        counts = np.diff(rows[begins - begins[0]])
        for term, exact in owners(segment, terms).items():
            own = segment.docs[segment.postings(range(exact, exact + 1))]
            counts[term - terms.start] = np.count_nonzero(live[own])
        return zip(segment.texts(terms), counts.tolist(), strict=True)

    def _joined(self, column: Callable[[Leaf], Numbers], kind: type[np.generic]) -> Numbers:
        return row([column(leaf) for leaf in self.leaves], kind)


def _check(facet: str) -> None:
    if facet not in FACETS:
        raise UnknownFacetError(facet, known=FACETS)


def _of_term(leaf: Leaf, term: int) -> tuple[Ints, Numbers]:
    """The documents of a segment that have a term, deleted ones too, and how often."""
    rows = leaf.segment.postings(range(term, term + 1))
    docs = leaf.segment.docs[rows].astype(np.int64)
    docs += leaf.base
    return docs, leaf.segment.counts[rows]


def _of_near(leaf: Leaf, tier: str, word: str, most: int) -> tuple[Ints, Numbers]:
    segment = leaf.segment
    terms = segment.near(tier, word, most)
    for own in segment.find("terms", tier + word):
        terms = terms[terms != own]
    rows, _ = segment.rows_of(terms)
    return segment.docs[rows] + np.int64(leaf.base), segment.counts[rows]

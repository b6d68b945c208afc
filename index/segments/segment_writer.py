"""Segment writer: how do analysed articles become a segment?

Postings in the order of documents are sorted by term, once, as arrays.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from index.segments.arrays import Ints, Mask, Numbers, ends, spread
from index.segments.segment import EXACT_KEY, LEMMA_KEY, exact_key, key
from index.segments.segment_draft import COLUMNS, DocumentColumns, PostingColumns, SegmentDraft
from index.segments.stored_fields import (
    LONGEST_SAMPLE,
    SAMPLES,
    WordRows,
    packed,
    quickly,
    restored,
    trained,
)
from search.analysis.tokens import AnalysedArticle
from search.engine.positions import TITLE, length
from search.model.articles import Article
from search.model.facets import FACETS, values_of

Key = str | tuple[str, str]  # a term of the text, or a field and its value


class Numbering(dict[Key, int]):
    """Terms with a number each, in the order in which they come."""

    def __missing__(self, key: Key) -> int:
        """The next number for a new term."""
        self[key] = number = len(self)
        return number


class SegmentBuffer:
    """Articles in memory, as columns, until they are many enough for a segment."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.docs: dict[str, int] = {}  # the document of each live article's id
        self.deleted: set[int] = set()
        self._numbers = Numbering()
        self._terms = array("I")
        # a row a word: how many terms it has, and its place
        self._sizes, self._places = array("H"), array("I")
        self._rows, self._owners = array("I"), array("I")  # a row a stretch of words
        self._lengths, self._dates = array("I"), array("I")
        self._seen, self._sequence = array("I"), array("I")
        self._stored: list[bytes] = []
        self._word_rows: list[bytes] = []

    def __len__(self) -> int:
        """Count the documents, deleted ones too."""
        return len(self._lengths)

    @property
    def positions(self) -> int:
        """How many positions wait: what memory they take goes by these."""
        return len(self._terms)

    def add(self, article: Article, analysed: AnalysedArticle) -> None:
        """Add an article, in place of the one with its id."""
        self.remove(article.article_id)
        self.docs[article.article_id] = len(self)
        words = WordRows.of(article, analysed)
        places = array("I", words.places.astype(np.uint32).tobytes())
        self._stretch(analysed.title.terms, places[: words.titled])
        self._stretch(
            [[TITLE + term for term in terms] for terms in analysed.title.terms],
            places[: words.titled],
        )
        self._stretch(analysed.body.terms, places[words.titled :])
        facets = [(facet, value) for facet in FACETS for value in values_of(article, facet)]
        values = ("id", article.article_id), *facets
        self._stretch((values,), array("I", (0,)))
        self._lengths.append(length(analysed))
        self._dates.append(article.day)
        self._seen.append(article.seen_day)
        self._sequence.append(article.sequence)
        self._stored.append(quickly(packed(article)))
        self._word_rows.append(words.packed())

    def remove(self, article_id: str) -> None:
        """Delete an article that waits here."""
        if article_id in self.docs:
            self.deleted.add(self.docs.pop(article_id))

    def draft(self, folder: Path) -> SegmentDraft:
        """The batch as a segment."""
        words = [key("terms", one) if isinstance(one, str) else key(*one) for one in self._numbers]
        order = np.array(sorted(range(len(words)), key=words.__getitem__), np.int64)
        renumbered = np.empty(len(order), np.uint32)
        renumbered[order] = np.arange(len(order))
        every = range(0, len(self), len(self) // SAMPLES + 1)
        samples = [restored(self._stored[doc])[:LONGEST_SAMPLE] for doc in every]
        whole = sum(map(len, samples)) * every.step
        draft = SegmentDraft(folder, len(self), trained(samples, whole))
        words, found = [words[number] for number in order], self._postings(renumbered)
        sharing = _equal_to_exact(words, found)
        own = np.ones(len(words), np.bool_)
        own[sharing] = False
        draft.add_terms(words, found.where(own[found.terms]), sharing)
        numbers = {name: _column(getattr(self, f"_{name}")) for name in COLUMNS}
        stored = list(map(restored, self._stored))
        draft.add_documents(DocumentColumns(**numbers, stored=stored, word_rows=self._word_rows))
        return draft

    def _postings(self, renumbered: Numbers) -> PostingColumns:
        """What was added row by row, a posting a term and document."""
        terms = renumbered[_column(self._terms)]
        order = np.argsort(terms, kind="stable")  # documents, and positions in each, come rising
        words, rows = _column(self._sizes), _column(self._rows)
        docs = np.repeat(np.repeat(_column(self._owners), rows), words)
        places = np.repeat(_column(self._places), words)
        terms, docs, places = terms[order], docs[order], places[order]
        begins = np.concatenate(([True], (terms[1:] != terms[:-1]) | (docs[1:] != docs[:-1])))
        differs = begins | np.concatenate(([True], places[1:] >> 1 != places[:-1] >> 1))
        starts = np.flatnonzero(begins[differs])
        counts = np.diff(starts, append=np.count_nonzero(differs))
        return PostingColumns(terms[begins], docs[begins], counts, places[differs])

    def _stretch(self, terms: Sequence[Sequence[Key]], places: array[int]) -> None:
        """Words side by side, each with its terms and its place."""
        self._terms.extend(map(self._numbers.__getitem__, chain.from_iterable(terms)))
        self._sizes.extend(map(len, terms))
        self._places.extend(places)
        self._rows.append(len(terms))
        self._owners.append(len(self))


def _column(numbers: array[int]) -> Numbers:
    return np.frombuffer(numbers, numbers.typecode)


def _equal_to_exact(words: Sequence[bytes], found: PostingColumns) -> Ints:
    """The dictionary forms among sorted words that have the postings of their exact terms.

    The postings are sorted by term, and each word has some.
    """
    exact = {words[term]: term for term in _span(words, EXACT_KEY)}
    pairs = [(term, exact.get(exact_key(words[term]), -1)) for term in _span(words, LEMMA_KEY)]
    forms, exacts = np.array(pairs, np.int64).reshape(-1, 2).T
    frequencies = np.bincount(found.terms, minlength=len(words))
    alike = (exacts >= 0) & (frequencies[forms] == frequencies[exacts])
    begins, reached = ends(frequencies), ends(found.counts)
    for column, starts in (
        (found.docs, begins),
        (found.counts, begins),
        (found.places, reached[begins]),
    ):
        forms, exacts = forms[alike], exacts[alike]
        alike = _equal(column, starts[forms], starts[exacts], starts[forms + 1] - starts[forms])
    same: Ints = forms[alike]
    return same


def _span(words: Sequence[bytes], beginning: bytes) -> range:
    """The places of the words that begin so."""
    return range(bisect_left(words, beginning), bisect_left(words, beginning + b"\xff"))


def _equal(column: Numbers, starts: Ints, others: Ints, lengths: Ints) -> Mask:
    """Which runs have the numbers of other runs as long as they are; none is empty."""
    alike = column[spread(starts, lengths)] == column[spread(others, lengths)]
    return np.logical_and.reduceat(alike, ends(lengths)[:-1]) if len(lengths) else alike

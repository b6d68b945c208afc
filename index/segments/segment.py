"""Segment: which terms, postings, articles and columns does one part of the index hold?

A segment never changes; which of its documents are deleted is said by the commit. Its file has
the arrays of `segment_layout`.

UTF-8 keeps the order of code points, so terms that begin alike, and their postings, are neighbours.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from index.segments.arrays import (
    Arrays,
    ByteRuns,
    Ints,
    Mask,
    Numbers,
    Patched,
    ends,
    sizes,
    spread,
)
from index.segments.dictionary import Dictionary
from index.segments.fuzzy_trie import FuzzyTrie
from index.segments.segment_layout import SIGN_BLOCK
from index.segments.stored_fields import Compression
from search.analysis.tokens import EXACT, LEMMA
from search.engine.ranking import encode_length
from search.model.facets import FACETS

SEGMENT_FIELDS: Final = tuple(sorted((*FACETS, "id", "terms")))  # Whoosh's order: by name
_NEAR: Final = 256  # rows are near each other if fewer lie between them


def key(field: str, text: str) -> bytes:
    """A term as the dictionary spells it; file names may hold half a surrogate pair."""
    return bytes([SEGMENT_FIELDS.index(field)]) + text.encode("utf-8", "surrogatepass")


EXACT_KEY: Final = key("terms", EXACT)  # how the keys of a tier begin
LEMMA_KEY: Final = key("terms", LEMMA)


def exact_key(lemma: bytes) -> bytes:
    """The key of the exact term that is spelt as a dictionary form."""
    return EXACT_KEY + lemma[len(LEMMA_KEY) :]


class Segment:
    """The arrays of a segment with their meaning; documents and terms are numbers from 0."""

    def __init__(self, path: Path) -> None:
        """Map the file."""
        self.arrays = Arrays(path)
        self.dictionary = Dictionary(self.arrays)
        self.rows, self.docs, self.signs = (self.arrays[name] for name in ("rows", "docs", "signs"))
        self.counts, self.all_places = (Patched(self.arrays, name) for name in ("counts", "places"))
        self.lengths, self.dates = self.arrays["lengths"], self.arrays["dates"]
        self.seen, self.sequence = self.arrays["seen"], self.arrays["sequence"]
        self._stored = ByteRuns(self.arrays, "stored")
        self._word_rows = ByteRuns(self.arrays, "word_rows")
        self._spellings: dict[str, FuzzyTrie] = {}

    def __len__(self) -> int:
        """Count the documents, deleted ones too."""
        return len(self.lengths)

    @property
    def terms(self) -> range:
        """The numbers of all terms, in the order of the dictionary."""
        return range(len(self.dictionary))

    def texts(self, terms: range) -> list[str]:
        """Neighbouring terms without their fields."""
        return [one[1:].decode("utf-8", "surrogatepass") for one in self.dictionary.keys(terms)]

    def text(self, term: int) -> str:
        """The term without its field."""
        return self.dictionary.key(term)[1:].decode("utf-8", "surrogatepass")

    def find(self, field: str, text: str) -> range:
        """The number of the term that has its postings, as a range of one or none."""
        sought = key(field, text)
        at, found = self.dictionary.place_and_key(sought)
        if found == sought and self.rows[at] == self.rows[at + 1]:  # as `shared_lists` says
            at = self.dictionary.place(exact_key(found))
        return range(at, at + (found == sought))

    def span(self, field: str, prefix: str = "") -> range:
        """The terms of a field that begin so."""
        stem = key(field, prefix)
        # a byte that UTF-8 never uses
        return range(self.dictionary.place(stem), self.dictionary.place(stem + b"\xff"))

    def postings(self, terms: range) -> slice:
        """The rows in `docs` and `counts` that neighbouring terms have of their own."""
        return slice(int(self.rows[terms.start]), int(self.rows[terms.stop]))

    def rows_of(self, terms: Ints) -> tuple[Ints, Ints]:
        """The rows that some terms have of their own, term by term, and how many each has."""
        begins = self.rows[terms].astype(np.int64)
        lengths = self.rows[terms + 1].astype(np.int64) - begins
        return spread(begins, lengths), lengths

    def places(self, rows: Ints) -> Numbers:
        """The places in some rising postings, posting by posting."""
        return self.all_places[spread(self.begins(rows), self.counts[rows])]

    def begins(self, rows: Ints) -> Ints:
        """Where the places of some rising postings begin.

        So many places after the sign before it.
        """
        signs = rows // SIGN_BLOCK
        if len(rows) and rows[-1] - rows[0] < _NEAR * len(rows):
            first = int(signs[0]) * SIGN_BLOCK
            return int(self.signs[signs[0]]) + ends(self.counts[first : rows[-1]])[rows - first]
        behind = rows - signs * SIGN_BLOCK
        reached = ends(self.counts[spread(signs * SIGN_BLOCK, behind)])[ends(behind)]
        return self.signs[signs].astype(np.int64) + np.diff(reached)

    def stored(self, doc: int) -> bytes:
        """The article as `stored_fields` packs it."""
        return self._compression.restored(self._stored[doc])

    def word_rows(self, doc: int) -> bytes:
        """The rows of the article's words as they are kept."""
        return self._word_rows[doc]

    def article_id(self, doc: int) -> str:
        """The id of the article in a document."""
        return self.text(int(self.ids[doc]))

    def document(self, article_id: str, deleted: set[int]) -> int | None:
        """The document that has an article now, some documents being deleted."""
        for term in self.find("id", article_id):
            for doc in self.docs[self.postings(range(term, term + 1))].tolist():
                if doc not in deleted:
                    return int(doc)
        return None

    def alive(self, deleted: set[int]) -> Mask:
        """Which documents are not deleted."""
        alive = np.ones(len(self), np.bool_)
        alive[list(deleted)] = False
        return alive

    @cached_property
    def _compression(self) -> Compression:
        return Compression(self.arrays["stored_dictionary"].tobytes())

    @cached_property
    def ids(self) -> Ints:
        """The term of each document's id, so in the order of ids."""
        ids, span = np.zeros(len(self), np.int64), self.span("id")
        ids[self.docs[self.postings(span)]] = self.owners(span)
        return ids

    @cached_property
    def length_codes(self) -> Numbers:
        """Lucene's byte for each document's length."""
        codes = encode_length(np.arange(int(self.lengths.max(initial=0)) + 1)).astype(np.uint8)
        return codes[self.lengths]

    def near(self, tier: str, word: str, most: int) -> Ints:
        """The terms of a tier whose words are at most so many letters away."""
        if tier not in self._spellings:
            span = self.span("terms", tier)
            spelt, begins = self.dictionary.spelt(span)
            # all but a character's first byte have bits 10
            letters = ends((np.frombuffer(spelt, np.uint8) & 0xC0) != 0x80)[begins]
            self._spellings[tier] = FuzzyTrie(span.start, spelt, letters, len(key("terms", tier)))
        return self._spellings[tier].near(word, most)

    def owners(self, span: range) -> Ints:
        """The term of each posting of neighbouring terms."""
        return np.arange(span.start, span.stop).repeat(self.frequencies(span))

    def frequencies(self, span: range) -> Ints:
        """How many postings neighbouring terms have of their own."""
        return sizes(self.rows[span.start : span.stop + 1])

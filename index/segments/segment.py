"""Segment: which terms, postings, articles and columns does one part of the index hold?

A segment never changes; which of its documents are deleted is said by the commit. Its file has
these arrays:

    words, word_ends    the dictionary: sorted keys (the field's number, then UTF-8), concatenated
    rows                for each term where its postings begin
    docs, counts        a posting each: the document and how often the term stands there
    places              for each posting as many as `counts` says: positions, as `WordRows` counts
    signs               where the places of every 64th posting begin
    lengths, dates      for each document its words and its day as 20161023, unknown parts 00
    seen, sequence      for each document the day it was first seen, and its number in that order
    stored, stored_ends the articles, as `stored_fields` packs them
    word_rows, word_rows_ends  the rows of their words, as `WordRows` packs them

UTF-8 keeps the order of code points, so terms that begin alike, and their postings, are neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from index.segments.arrays import Arrays, Ints, Mask, Numbers, ends, sizes, spread
from index.segments.fuzzy_trie import FuzzyTrie
from search.engine.ranking import encode_length
from search.model.facets import FACETS

SEGMENT_FIELDS: Final = tuple(sorted((*FACETS, "id", "terms")))  # Whoosh's order: by name
ARRAYS: Final = (
    "words",
    "word_ends",
    "rows",
    "docs",
    "counts",
    "places",
    "signs",
    "lengths",
    "dates",
    "seen",
    "sequence",
    "stored",
    "stored_ends",
    "word_rows",
    "word_rows_ends",
)
_APART: Final = 64  # terms from one signpost to the next
SIGN_BLOCK: Final = 64  # postings from one to the next of which it is kept where their places begin
_NEAR: Final = 256  # rows are near each other if fewer lie between them


def key(field: str, text: str) -> bytes:
    """A term as the dictionary spells it; file names may hold half a surrogate pair."""
    return bytes([SEGMENT_FIELDS.index(field)]) + text.encode("utf-8", "surrogatepass")


class Segment:
    """The arrays of a segment with their meaning; documents and terms are numbers from 0."""

    def __init__(self, path: Path) -> None:
        """Map the file."""
        self.arrays = Arrays(path)
        self.rows, self.docs, self.counts = (
            self.arrays[name] for name in ("rows", "docs", "counts")
        )
        self.all_places, self.signs = self.arrays["places"], self.arrays["signs"]
        self.lengths, self.dates = self.arrays["lengths"], self.arrays["dates"]
        self.seen, self.sequence = self.arrays["seen"], self.arrays["sequence"]
        self._words, self._ends = self.arrays["words"].data, self.arrays["word_ends"].data
        self._stored, self._stored_ends = (
            self.arrays["stored"].data,
            self.arrays["stored_ends"].data,
        )
        self._word_rows, self._word_rows_ends = (
            self.arrays["word_rows"].data,
            self.arrays["word_rows_ends"].data,
        )
        # no cache around a method: a cycle would keep the file open
        self._signposts: dict[int, bytes] = {}
        self._spellings: dict[str, FuzzyTrie] = {}

    def __len__(self) -> int:
        """Count the documents, deleted ones too."""
        return len(self.lengths)

    @property
    def terms(self) -> range:
        """The numbers of all terms, in the order of the dictionary."""
        return range(len(self._ends) - 1)

    def key(self, term: int) -> bytes:
        """The term as the dictionary spells it."""
        return bytes(self._words[self._ends[term] : self._ends[term + 1]])

    def _signpost(self, term: int) -> bytes:
        """The same of one of the few terms that every search begins at."""
        found = self._signposts.get(term)
        if found is None:
            found = self._signposts[term] = self.key(term)
        return found

    def text(self, term: int) -> str:
        """The term without its field."""
        return self.key(term)[1:].decode("utf-8", "surrogatepass")

    def find(self, field: str, text: str) -> range:
        """The term's number, as a range of one or none."""
        sought = key(field, text)
        at = self.place(sought)
        return range(at, at + (at < len(self.terms) and self.key(at) == sought))

    def place(self, sought: bytes) -> int:
        """The number of the first term that is not before this key."""
        block = bisect_left(self.terms[::_APART], sought, key=self._signpost)
        first, last = max(0, block - 1) * _APART, min(block * _APART, len(self.terms))
        return bisect_left(self.terms, sought, first, last, key=self.key)

    def span(self, field: str, prefix: str = "") -> range:
        """The terms of a field that begin so."""
        stem = key(field, prefix)
        return range(self.place(stem), self.place(stem + b"\xff"))  # a byte that UTF-8 never uses

    def postings(self, terms: range) -> slice:
        """The rows of neighbouring terms in `docs` and `counts`."""
        return slice(int(self.rows[terms.start]), int(self.rows[terms.stop]))

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
        """The article as it is kept."""
        return bytes(self._stored[self._stored_ends[doc] : self._stored_ends[doc + 1]])

    def word_rows(self, doc: int) -> bytes:
        """The rows of the article's words as they are kept."""
        return bytes(self._word_rows[self._word_rows_ends[doc] : self._word_rows_ends[doc + 1]])

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
            begins = self.arrays["word_ends"][span.start : span.stop + 1].astype(np.int64)
            spelt = self.arrays["words"][begins[0] : begins[-1]]
            # all but a character's first byte have bits 10
            letters = ends((spelt & 0xC0) != 0x80)[begins - begins[0]]
            self._spellings[tier] = FuzzyTrie(
                span.start, spelt.tobytes(), letters, len(key("terms", tier))
            )
        return self._spellings[tier].near(word, most)

    def owners(self, span: range) -> Ints:
        """The term of each posting of neighbouring terms."""
        return np.arange(span.start, span.stop).repeat(self.frequencies(span))

    def frequencies(self, span: range) -> Ints:
        """How many postings neighbouring terms have."""
        return sizes(self.rows[span.start : span.stop + 1])

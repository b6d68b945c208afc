"""Segment: which terms, postings, articles and columns does one part of the index hold?

A segment never changes; which of its documents are deleted is said by the commit. Its file has
these arrays:

    words and words_*   the dictionary of keys: the field's number, then UTF-8
    rows                for each term where its postings begin
    docs, counts        a posting each: the document and how often the term stands there
    places              for each posting as many as `counts` says: positions, as `WordRows` counts
    *_exceptions, *_exception_places  numbers that are too large for their column, as `Patched` has
    signs               where the places of every 64th posting begin
    lengths, dates      for each document its words and its day as 20161023, unknown parts 00
    seen, sequence      for each document the day it was first seen, and its number in that order
    stored, stored_ends the articles, as `stored_fields` packs and compresses them
    stored_dictionary   what they are compressed with
    word_rows, word_rows_ends  the rows of their words, as `WordRows` packs them

UTF-8 keeps the order of code points, so terms that begin alike, and their postings, are neighbours.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np

from index.segments.arrays import (
    EXCEPTION_PLACES,
    EXCEPTIONS,
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
from index.segments.stored_fields import Compression
from search.engine.ranking import encode_length
from search.model.facets import FACETS

SEGMENT_FIELDS: Final = tuple(sorted((*FACETS, "id", "terms")))  # Whoosh's order: by name
PATCHED: Final[dict[str, type[np.unsignedinteger[Any]]]] = {
    "words_lengths": np.uint8,
    "counts": np.uint8,
    "places": np.uint16,
}
ARRAYS: Final = (
    "words",
    "words_shared",
    "words_lengths",
    "words_blocks",
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
    "stored_dictionary",
    "word_rows",
    "word_rows_ends",
    *(name.format(column) for column in PATCHED for name in (EXCEPTIONS, EXCEPTION_PLACES)),
)
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
        self.dictionary = Dictionary(self.arrays)
        self.rows, self.docs = self.arrays["rows"], self.arrays["docs"]
        self.counts, self.all_places = (Patched(self.arrays, name) for name in ("counts", "places"))
        self.signs = self.arrays["signs"]
        self.lengths, self.dates = self.arrays["lengths"], self.arrays["dates"]
        self.seen, self.sequence = self.arrays["seen"], self.arrays["sequence"]
        self._stored, self._word_rows = (
            ByteRuns(self.arrays, name) for name in ("stored", "word_rows")
        )
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
        """The term's number, as a range of one or none."""
        sought = key(field, text)
        at, found = self.dictionary.place_and_key(sought)
        return range(at, at + (found == sought))

    def span(self, field: str, prefix: str = "") -> range:
        """The terms of a field that begin so."""
        stem = key(field, prefix)
        # a byte that UTF-8 never uses
        return range(self.dictionary.place(stem), self.dictionary.place(stem + b"\xff"))

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
        """How many postings neighbouring terms have."""
        return sizes(self.rows[span.start : span.stop + 1])

"""Segment: which terms, postings, articles and columns does one part of the index hold?

A segment never changes; which of its documents are deleted is said by the commit. Its file has these arrays:

    words, word_ends    the dictionary: keys (the field's number, then UTF-8) in order, one behind the other
    rows, places        for each term where its postings and its positions begin
    docs, counts        a posting each: the document and how often the term stands there
    positions           for each posting as many as `counts` says
    lengths, dates      for each document its words and its day as 20161023, unknown parts 00
    stored, stored_ends the articles as JSON, deflated

UTF-8 keeps the order of code points, so terms that begin alike, and their postings, are neighbours.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from pathlib import Path
from typing import Final

import numpy as np

from index.embedded.arrays import Arrays, Ints, Mask, Numbers, ends, sizes, spread
from search.analysis.tokens import EXACT
from search.articles import Article
from search.facets import FACETS
from search.ranking import encode_length

FIELDS: Final = ("country", "id", "lang", "leader", "terms", "year")  # Whoosh's order: by name
_ONES: Final = np.array([number.bit_count() for number in range(256)], dtype=np.uint8)


def key(field: str, text: str) -> bytes:
    """A term as the dictionary spells it; file names may hold half a surrogate pair."""
    return bytes([FIELDS.index(field)]) + text.encode("utf-8", "surrogatepass")


def unpacked(stored: bytes) -> Article:
    """The article that `packed` packed."""
    return Article.from_json(json.loads(zlib.decompress(stored).decode("utf-8", "surrogatepass")))


def packed(article: Article) -> bytes:
    """The article as bytes: JSON, deflated fast."""
    return zlib.compress(json.dumps(article.to_json(), ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


@dataclass(frozen=True, slots=True)
class Column:
    """A field by document: those of document n are `ordinals[begins[n]:begins[n + 1]]`; 0 is term `first`."""

    first: int
    values: tuple[str, ...]
    begins: Ints
    ordinals: Numbers
    single: bool  # every document has one value

    def counted(self, docs: Ints) -> Numbers:
        """How many of the documents have each ordinal."""
        rows = docs if self.single else spread(self.begins[docs], self.begins[docs + 1] - self.begins[docs])
        return np.bincount(self.ordinals[rows], minlength=len(self.values))

    def of(self, doc: int) -> set[str]:
        """The values of a document."""
        return {self.values[ordinal] for ordinal in self.ordinals[self.begins[doc] : self.begins[doc + 1]]}


class Segment:
    """The arrays of a segment with their meaning; documents and terms are numbers from 0."""

    def __init__(self, path: Path) -> None:
        """Map the file."""
        self.arrays = Arrays(path)
        self.rows, self.places = self.arrays["rows"], self.arrays["places"]
        self.docs, self.counts, self.positions = (self.arrays[name] for name in ("docs", "counts", "positions"))
        self.lengths, self.dates = self.arrays["lengths"], self.arrays["dates"]
        self._words, self._ends = self.arrays["words"].data, self.arrays["word_ends"].data
        self._stored, self._stored_ends = self.arrays["stored"].data, self.arrays["stored_ends"].data

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
        return bisect_left(self.terms, sought, key=self.key)

    def span(self, field: str, prefix: str = "") -> range:
        """The terms of a field that begin so."""
        stem = key(field, prefix)
        first = self.place(stem)
        return range(first, bisect_right(self.terms, stem, first, key=lambda term: self.key(term)[: len(stem)]))

    def postings(self, terms: range) -> slice:
        """The rows of neighbouring terms in `docs` and `counts`."""
        return slice(int(self.rows[terms.start]), int(self.rows[terms.stop]))

    def standing(self, term: int, chosen: Ints) -> Numbers:
        """The positions in some of the term's postings, posting by posting."""
        counts = self.counts[self.postings(range(term, term + 1))]
        starts = int(self.places[term]) + ends(counts)[:-1]
        return self.positions[spread(starts[chosen], counts[chosen])]

    def stored(self, doc: int) -> bytes:
        """The article as it is kept."""
        return bytes(self._stored[self._stored_ends[doc] : self._stored_ends[doc + 1]])

    def article_id(self, doc: int) -> str:
        """The id of the article in a document."""
        return self.text(self.ids.first + int(self.ids.ordinals[doc]))

    @cached_property
    def ids(self) -> Column:
        """The ids; their ordinals are in the order of ids."""
        return self._column("id", ())

    @cached_property
    def facets(self) -> dict[str, Column]:
        """The columns that are counted."""
        return {facet: self._column(facet, tuple(map(self.text, self.span(facet)))) for facet in FACETS}

    @cached_property
    def length_codes(self) -> Numbers:
        """Lucene's byte for each document's length."""
        lengths, places = np.unique(self.lengths, return_inverse=True)
        return np.array([encode_length(int(length)) for length in lengths], dtype=np.uint8)[places]

    def near(self, word: str, most: int) -> list[str]:
        """The exact words at most so many letters away.

        Words whose letters differ too much, as sets in 64 bits, are left out before any is looked at closely.
        """
        first, lengths, sets = self._letters
        own = _letter_set(key("terms", EXACT + word))[0]
        alike = np.flatnonzero(np.abs(lengths - len(word)) <= most)
        differing = _ONES[(sets[alike] ^ own).view(np.uint8)].reshape(-1, 8).sum(axis=1)
        words = [self.text(first + int(at))[2:] for at in alike[differing <= 2 * most]]
        return list(compress(words, _distances(word, words) <= most)) if words else []

    @cached_property
    def _letters(self) -> tuple[int, Numbers, Numbers]:
        span = self.span("terms", EXACT)
        begins = self.arrays["word_ends"][span.start : span.stop + 1].astype(np.int64)
        spelt = self.arrays["words"][begins[0] : begins[-1]]
        heads: Mask = (spelt & 0xC0) != 0x80  # all but the first byte of a character have the bits 10
        at = ends(heads)[begins - begins[0]]
        sets = _letter_set(spelt.tobytes(), at[:-1])
        return span.start, np.diff(at) - len(key("terms", EXACT)), sets

    def _column(self, field: str, values: tuple[str, ...]) -> Column:
        span = self.span(field)
        docs = self.docs[self.postings(span)]
        order = np.argsort(docs, kind="stable")
        ordinals = np.repeat(np.arange(len(span)), sizes(self.rows[span.start : span.stop + 1]))[order]
        held = np.bincount(docs, minlength=len(self))
        return Column(span.start, values, ends(held), ordinals, single=bool((held == 1).all()))


def _distances(word: str, others: Sequence[str]) -> Ints:
    """Levenshtein's distance to each, all at once: the rows of the usual table, a letter of `word` at a time."""
    lengths = np.array(list(map(len, others)))
    letters = np.zeros((len(others), lengths.max()), np.int64)
    letters[np.arange(lengths.max()) < lengths[:, None]] = list(map(ord, "".join(others)))
    steps = np.arange(letters.shape[1] + 1)
    row = np.repeat(steps[None], len(others), axis=0)
    for number, letter in enumerate(word, 1):
        best = np.minimum(row[:, :-1] + (letters != ord(letter)), row[:, 1:] + 1)
        best = np.concatenate((np.full((len(others), 1), number), best), axis=1)
        row = np.minimum.accumulate(best - steps, axis=1) + steps  # or a letter added to any cell before
    found: Ints = row[np.arange(len(others)), lengths]
    return found


def _letter_set(spelt: bytes, begins: Ints | tuple[int, ...] = (0,)) -> Numbers:
    """The letters of each run of characters, a bit for all letters that are equal modulo 64."""
    codes = np.frombuffer(spelt.decode("utf-8", "surrogatepass").encode("utf-32-le", "surrogatepass"), "<u4")
    bits = np.left_shift(np.uint64(1), (codes % 64).astype(np.uint64))
    return np.bitwise_or.reduceat(bits, begins) if len(begins) else bits[:0]

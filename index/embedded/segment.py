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
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from index.embedded.arrays import Arrays, Ints, Numbers, ends, sizes, spread
from index.embedded.spellings import Spellings
from search.articles import Article
from search.facets import FACETS
from search.ranking import encode_length

FIELDS: Final = ("country", "id", "lang", "leader", "terms", "year")  # Whoosh's order: by name
_REMEMBERED: Final = 1 << 14  # terms that were looked up
_APART: Final = 64  # terms from one signpost to the next


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
        self._spellings: dict[str, Spellings] = {}
        self._found: dict[bytes, range] = {}  # what was looked up: a name asks for the same thirty terms each time

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
        found = self._found.get(sought)
        if found is None:
            at = self.place(sought)
            found = range(at, at + (at < len(self.terms) and self.key(at) == sought))
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[sought] = found
        return found

    def place(self, sought: bytes) -> int:
        """The number of the first term that is not before this key."""
        block = bisect_left(self._signposts, sought)
        first, last = max(0, block - 1) * _APART, min(block * _APART, len(self.terms))
        return bisect_left(self.terms, sought, first, last, key=self.key)

    def span(self, field: str, prefix: str = "") -> range:
        """The terms of a field that begin so."""
        stem = key(field, prefix)
        return range(self.place(stem), self.place(stem + b"\xff"))  # a byte that UTF-8 never uses

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

    def near(self, tier: str, word: str, most: int) -> Ints:
        """The terms of a tier whose words are at most so many letters away."""
        if tier not in self._spellings:
            self._spellings[tier] = self._spelt(tier)
        return self._spellings[tier].near(word, most)

    def _spelt(self, tier: str) -> Spellings:
        span = self.span("terms", tier)
        begins = self.arrays["word_ends"][span.start : span.stop + 1].astype(np.int64)
        spelt = self.arrays["words"][begins[0] : begins[-1]]
        heads = (spelt & 0xC0) != 0x80  # all but the first byte of a character have the bits 10
        return Spellings.of(spelt.tobytes(), ends(heads)[begins - begins[0]], span.start, len(key("terms", tier)))

    @cached_property
    def _signposts(self) -> list[bytes]:
        return [self.key(term) for term in self.terms[::_APART]]

    def _column(self, field: str, values: tuple[str, ...]) -> Column:
        span = self.span(field)
        docs = self.docs[self.postings(span)]
        order = np.argsort(docs, kind="stable")
        ordinals = np.repeat(np.arange(len(span)), sizes(self.rows[span.start : span.stop + 1]))[order]
        held = np.bincount(docs, minlength=len(self))
        return Column(span.start, values, ends(held), ordinals, single=bool((held == 1).all()))

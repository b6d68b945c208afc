"""Writing: how do analysed articles become a segment, and several segments one?

Both ways end in the same step: postings in the order of documents are sorted by term, once, as arrays.
Segments are merged a stretch of the dictionary at a time, so memory does not grow with them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from pathlib import Path
from typing import IO, Final

import numpy as np

from index.embedded.arrays import Ints, Mask, Numbers, Sections, ends, row, sizes, spread
from index.embedded.segment import Segment, key, packed
from search.analysis.tokens import AnalysedArticle
from search.articles import Article
from search.facets import FACETS
from search.postings import columns, length

_STRETCH: Final = 500_000  # postings of the largest segment that are merged at a time
_WIDE: Final = 1 << 32  # what four bytes can't say
_DOCUMENTS: Final = 10_000  # documents that are copied at a time

Key = str | tuple[str, str]  # a term of the text, or a field and its value


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings as columns, each term's documents rising; `terms` are numbers of a sorted dictionary."""

    terms: Numbers
    docs: Numbers
    counts: Numbers
    positions: Numbers


class Draft:
    """A segment on its way to its file."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing."""
        self._sections = Sections(folder)
        self._runs: dict[str, list[Numbers]] = {name: [] for name in ("word_ends", "rows", "places", "stored_ends")}

    def add_terms(self, words: Sequence[bytes], found: Postings) -> None:
        """Add a stretch of the dictionary; words that nothing has are left out."""
        order = np.argsort(found.terms, kind="stable")
        held_by = np.bincount(found.terms, minlength=len(words))
        held = held_by > 0
        kept = list(compress(words, held))
        counts = found.counts[order]
        heard = np.bincount(found.terms, weights=found.counts, minlength=len(words))
        self._sections.add("words", np.frombuffer(b"".join(kept), np.uint8))
        self._runs["word_ends"].append(np.fromiter(map(len, kept), np.int64, len(kept)))
        self._runs["rows"].append(held_by[held])
        self._runs["places"].append(heard[held].astype(np.int64))
        self._sections.add("docs", found.docs[order].astype(np.uint32))
        self._sections.add("counts", counts)
        self._sections.add("positions", found.positions[spread(ends(found.counts)[order], counts)])

    def add_documents(self, lengths: Numbers, dates: Numbers, stored: Sequence[bytes]) -> None:
        """Add documents behind the others."""
        self._sections.add("lengths", lengths)
        self._sections.add("dates", dates)
        self._sections.add("stored", np.frombuffer(b"".join(stored), np.uint8))
        self._runs["stored_ends"].append(np.fromiter(map(len, stored), np.int64, len(stored)))

    def save(self, file: IO[bytes]) -> str:
        """Write the file; its SHA-256."""
        for name, lengths in self._runs.items():
            reached = ends(row(lengths, np.int64))
            self._sections.add(name, reached.astype(np.uint32 if reached[-1] < _WIDE else np.uint64))
        return self._sections.save(file)


class Numbering(dict[Key, int]):
    """Terms with a number each, in the order in which they come."""

    def __missing__(self, key: Key) -> int:
        """The next number for a new term."""
        self[key] = number = len(self)
        return number


class Batch:
    """Articles in memory, as columns, until they are many enough for a segment."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.docs: dict[str, int] = {}  # the document of each live article's id
        self.deleted: set[int] = set()
        self._numbers = Numbering()
        self._terms = array("I")
        self._sizes, self._positions = array("H"), array("I")  # a row a word: how many terms it has, and its place
        self._rows, self._starts, self._owners = array("I"), array("I"), array("I")  # a row a stretch of words
        self._lengths, self._dates = array("I"), array("I")
        self._stored: list[bytes] = []

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
        for terms, positions, start in columns(analysed):
            self._stretch(terms, positions, start)
        facets = [(facet, value) for facet in FACETS for value in article.values(facet)]
        values = ("id", article.article_id), *facets
        self._stretch((values,), (0,), 0)
        self._lengths.append(length(analysed))
        self._dates.append(day(article))
        self._stored.append(packed(article))

    def remove(self, article_id: str) -> None:
        """Delete an article that waits here."""
        if article_id in self.docs:
            self.deleted.add(self.docs.pop(article_id))

    def draft(self, folder: Path) -> Draft:
        """The batch as a segment."""
        words = [key("terms", one) if isinstance(one, str) else key(*one) for one in self._numbers]
        order = np.array(sorted(range(len(words)), key=words.__getitem__), np.int64)
        renumbered = np.empty(len(order), np.uint32)
        renumbered[order] = np.arange(len(order))
        draft = Draft(folder)
        draft.add_terms([words[number] for number in order], self._postings(renumbered))
        draft.add_documents(_column(self._lengths), _column(self._dates), self._stored)
        return draft

    def _postings(self, renumbered: Numbers) -> Postings:
        """What was added row by row, a posting a term and document."""
        terms = renumbered[_column(self._terms)]
        order = np.argsort(terms, kind="stable")  # documents, and positions in each, come rising
        words, rows = _column(self._sizes), _column(self._rows)
        docs = np.repeat(np.repeat(_column(self._owners), rows), words)
        positions = np.repeat(_column(self._positions) + np.repeat(_column(self._starts), rows), words)
        terms, docs, positions = terms[order], docs[order], positions[order]
        begins = np.concatenate(([True], (terms[1:] != terms[:-1]) | (docs[1:] != docs[:-1])))
        differs = begins | np.concatenate(([True], positions[1:] != positions[:-1]))
        starts = np.flatnonzero(begins[differs])
        counts = np.diff(starts, append=np.count_nonzero(differs))
        return Postings(terms[begins], docs[begins], _smallest(counts), _smallest(positions[differs]))

    def _stretch(self, terms: Sequence[Sequence[Key]], positions: Sequence[int], start: int) -> None:
        """Words side by side, each with its terms, and where their positions begin."""
        self._terms.extend(map(self._numbers.__getitem__, chain.from_iterable(terms)))
        self._sizes.extend(map(len, terms))
        self._positions.extend(positions)
        self._rows.append(len(terms))
        self._starts.append(start)
        self._owners.append(len(self))


def day(article: Article) -> int:
    """The date as a number, 20161023; unknown parts are 00, no date is 0."""
    return int((article.published or "").replace("-", "").ljust(8, "0"))


def merged(segments: Sequence[Segment], alive: Sequence[Mask], folder: Path) -> Draft:
    """One segment of the live documents of several, in their order."""
    draft = Draft(folder)
    for segment, live in zip(segments, alive, strict=True):
        for kept in np.array_split(np.flatnonzero(live), len(live) // _DOCUMENTS + 1):
            stored = [segment.stored(int(doc)) for doc in kept]
            draft.add_documents(segment.lengths[kept], segment.dates[kept], stored)
    bases = ends([int(live.sum()) for live in alive])
    numbered = [np.where(live, np.cumsum(live) - 1 + base, -1) for live, base in zip(alive, bases, strict=False)]
    kinds = [np.result_type(*(getattr(one, name) for one in segments)) for name in ("counts", "positions")]
    for stretch in _stretches(segments):
        words = [[one.key(term) for term in terms] for one, terms in zip(segments, stretch, strict=True)]
        union = sorted(set().union(*words))
        numbers = {word: number for number, word in enumerate(union)}
        own = [np.array([numbers[word] for word in some], np.int64) for some in words]
        parts = list(map(_live, segments, stretch, own, numbered))
        found = Postings(
            np.concatenate([part.terms for part in parts]),
            np.concatenate([part.docs for part in parts]),
            np.concatenate([part.counts for part in parts], dtype=kinds[0]),
            np.concatenate([part.positions for part in parts], dtype=kinds[1]),
        )
        draft.add_terms(union, found)
    return draft


def _stretches(segments: Sequence[Segment]) -> Iterator[list[range]]:
    """The dictionaries of all segments, cut at the same words so that each piece has few enough postings."""
    at = [0] * len(segments)
    while any(first < len(one.terms) for first, one in zip(at, segments, strict=True)):
        left = [int(one.rows[-1]) - int(one.rows[first]) for first, one in zip(at, segments, strict=True)]
        longest = left.index(max(left))
        lead, first = segments[longest], at[longest]
        end = max(first + 1, int(np.searchsorted(lead.rows, int(lead.rows[first]) + _STRETCH)))
        to = [one.place(lead.key(end)) if end < len(lead.terms) else len(one.terms) for one in segments]
        yield [range(first, last) for first, last in zip(at, to, strict=True)]
        at = to


def _live(segment: Segment, terms: range, numbers: Ints, numbered: Ints) -> Postings:
    """The postings of live documents in a stretch, renumbered."""
    rows = segment.postings(terms)
    docs, counts = numbered[segment.docs[rows]], segment.counts[rows]
    owners = np.repeat(numbers, sizes(segment.rows[terms.start : terms.stop + 1]))
    held = docs >= 0
    positions = segment.positions[int(segment.places[terms.start]) : int(segment.places[terms.stop])]
    return Postings(owners[held], docs[held], counts[held], positions[np.repeat(held, counts)])


def _column(numbers: array[int]) -> Numbers:
    return np.frombuffer(numbers, numbers.typecode)


def _smallest(numbers: Numbers) -> Numbers:
    """The same in the narrowest type that holds them."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))

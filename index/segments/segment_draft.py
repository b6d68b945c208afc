"""Segment draft: how do columns of postings and documents become a segment's file?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import IO, Final, NamedTuple

import numpy as np

from index.segments.arrays import Ints, Mask, Numbers, ends, row, spread
from index.segments.dictionary import BLOCK, coded
from index.segments.sections import Sections
from index.segments.segment_layout import PATCHED, SIGN_BLOCK
from index.segments.stored_fields import Compression

COLUMNS: Final = ("lengths", "dates", "seen", "sequence")  # a number each document
_WIDE: Final = 1 << 32  # what four bytes can't say
_NARROW: Final = 1 << 16  # what two can't
_NONE: Final = np.zeros(0, np.int64)
# where things begin, and the last ends
_RUNS: Final = ("rows", "signs", "stored_ends", "word_rows_ends")


@dataclass(frozen=True, slots=True)
class PostingColumns:
    """Postings as columns, each term's documents rising.

    `terms` are numbers of a sorted dictionary.
    """

    terms: Numbers
    docs: Numbers
    counts: Numbers
    places: Numbers

    @classmethod
    def joined(cls, parts: Sequence[PostingColumns]) -> PostingColumns:
        """Columns one behind the other."""
        return cls(
            np.concatenate([part.terms for part in parts]),
            np.concatenate([part.docs for part in parts]),
            np.concatenate([part.counts for part in parts]),
            np.concatenate([part.places for part in parts]),
        )

    def where(self, kept: Mask) -> PostingColumns:
        """Some of the postings."""
        return PostingColumns(
            self.terms[kept],
            self.docs[kept],
            self.counts[kept],
            self.places[np.repeat(kept, self.counts)],
        )


class DocumentColumns(NamedTuple):
    """What is kept of documents, a row a document."""

    lengths: Numbers
    dates: Numbers
    seen: Numbers
    sequence: Numbers
    stored: Sequence[bytes]
    word_rows: Sequence[bytes]


class SegmentDraft:
    """A segment on its way to its file."""

    def __init__(self, folder: Path, documents: int, dictionary: bytes) -> None:
        """Begin with nothing; so many documents will come, compressed with a dictionary."""
        self._sections = Sections(folder)
        self._compression = Compression(dictionary)
        self._sections.add("stored_dictionary", np.frombuffer(dictionary, np.uint8))
        self._doc_type = np.uint16 if documents <= _NARROW else np.uint32
        self._endings: list[Numbers] = []  # how long what the dictionary keeps of each term is
        self._runs: dict[str, list[Numbers]] = {name: [] for name in _RUNS}
        self._unsigned = np.zeros(0, np.uint8)  # counts since the last sign

    def add_terms(
        self, words: Sequence[bytes], found: PostingColumns, sharing: Ints = _NONE
    ) -> None:
        """Add a stretch of the dictionary; words that nothing has are left out.

        But those that are `sharing` the postings of others, which stand once.
        """
        order = np.argsort(found.terms, kind="stable")
        held_by = np.bincount(found.terms, minlength=len(words))
        held = held_by > 0
        held[sharing] = True
        kept = list(compress(words, held))
        counts = found.counts[order]
        keys = coded(kept, self._sections.count("words_shared"))
        self._sections.add("words", keys.endings)
        self._sections.add("words_shared", keys.shared)
        self._sections.add_patched("words_lengths", keys.lengths, PATCHED["words_lengths"])
        self._endings.append(keys.lengths)
        self._runs["rows"].append(held_by[held])
        self._sections.add("docs", found.docs[order].astype(self._doc_type))
        self._sections.add_patched("counts", counts, PATCHED["counts"])
        places = found.places[spread(ends(found.counts)[order], counts)]
        self._sections.add_patched("places", places, PATCHED["places"])
        self._sign(counts)

    def add_documents(self, kept: DocumentColumns) -> None:
        """Add documents behind the others."""
        for name in COLUMNS:
            self._sections.add(name, getattr(kept, name))
        stored = self._compression.compressed(kept.stored)
        for name, rows in (("stored", stored), ("word_rows", kept.word_rows)):
            self._sections.add(name, np.frombuffer(b"".join(rows), np.uint8))
            self._runs[f"{name}_ends"].append(np.fromiter(map(len, rows), np.int64, len(rows)))

    def _sign(self, counts: Numbers) -> None:
        """Keep how many places each whole block of postings has."""
        counts = np.concatenate((self._unsigned, counts))
        blocks = counts[: len(counts) // SIGN_BLOCK * SIGN_BLOCK].reshape(-1, SIGN_BLOCK)
        self._runs["signs"].append(blocks.sum(axis=1, dtype=np.int64))
        self._unsigned = counts[blocks.size :]

    def save(self, file: IO[bytes]) -> str:
        """Write the file; its SHA-256."""
        for name, lengths in self._runs.items():
            self._sections.add(name, _reached(lengths))
        self._sections.add("words_blocks", _reached(self._endings)[:-1:BLOCK])
        return self._sections.save(file)


def _reached(lengths: Sequence[Numbers]) -> Numbers:
    """Where runs begin, and the last ends, in the narrower of two types."""
    reached = ends(row(lengths, np.int64))
    return reached.astype(np.uint32 if reached[-1] < _WIDE else np.uint64)

"""Whoosh codec: how does Whoosh search our arrays?

Whoosh's own search runs on the index through these classes, which have what that search asks for
and no more; our evaluation is the fast one. Writing goes through `index.segments.segment_writer`
alone, whole arrays at a time.

Whoosh is pinned to 2.7.4 because of the names below, which its documentation does not promise:

    codec.base.{Codec, TermsReader, PerDocumentReader, FieldCursor}   subclassed here
    codec.base.Segment                                          what `SegmentInfo` stands in for
    index.TOC: its layout (`commits`), write, create            the list of segments
    filedb.filestore.FileStorage: create_file, rename_file      fsync (`whoosh_storage`)
    the lock's name, <index>_WRITELOCK                          shuts out Whoosh's own writers too
"""

# ruff: noqa: ANN401 - Whoosh is untyped
from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np

from index.embedded.whoosh_import import ListMatcher, base, fields, formats, reading
from index.segments.arrays import ends
from index.segments.segment import SEGMENT_FIELDS, Segment
from index.segments.stored_fields import unpacked
from search.model.facets import FACETS


class Positions(formats.Positions):  # type: ignore[misc]
    """A posting's value is its positions, four bytes each."""

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions."""
        return [int(position) for position in np.frombuffer(value, "<u4")]

    def decode_frequency(self, value: bytes) -> int:
        """How many positions."""
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        """The frequency: terms have no weights of their own here."""
        return float(self.decode_frequency(value))


SCHEMA: Final = fields.Schema(
    id=fields.ID(unique=True, stored=True),
    article=fields.STORED,
    terms=fields.FieldType(Positions(), None, scorable=True),
    **{facet: fields.ID() for facet in FACETS},
)


class Codec(base.Codec):  # type: ignore[misc]
    """Hands Whoosh the readers of a segment."""

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:
        """The reader of terms and postings."""
        return TermsReader(segment.arrays(Path(storage.folder)))

    def per_document_reader(self, storage: Any, segment: Any) -> DocumentReader:
        """The reader of lengths and stored articles."""
        return DocumentReader(segment.arrays(Path(storage.folder)), segment)


class TermsReader(base.TermsReader):  # type: ignore[misc]
    """The dictionary and the postings."""

    def __init__(self, segment: Segment) -> None:
        """Read this segment."""
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        """Whether the segment has a term."""
        return bool(self._find(*term))

    def indexed_field_names(self) -> tuple[str, ...]:
        """All fields with terms."""
        return SEGMENT_FIELDS

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms from this one on, other fields' too."""
        keys = self._segment.dictionary.keys_from(bytes([SEGMENT_FIELDS.index(fieldname)]) + prefix)
        return ((SEGMENT_FIELDS[spelt[0]], spelt[1:]) for spelt in keys)

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many documents have a term; none where another segment alone has it."""
        found = self._find(fieldname, text)
        return len(self._segment.docs[self._segment.postings(found)]) if found else 0

    def frequency(self, fieldname: str, text: bytes) -> float:
        """How often a term stands in the segment."""
        found = self._find(fieldname, text)
        return float(self._segment.counts[self._segment.postings(found)].sum()) if found else 0.0

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """The statistics of a term."""
        found = self._find(fieldname, text)
        if not found:
            raise reading.TermNotFound((fieldname, text))
        rows = self._segment.postings(found)
        docs, counts = self._segment.docs[rows], self._segment.counts[rows]
        lengths = self._segment.lengths[docs]
        return reading.TermInfo(
            float(counts.sum()),
            len(docs),
            int(lengths.min()),
            int(lengths.max()),
            float(counts.max()),
            int(docs[0]),
            int(docs[-1]),
        )

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Walk a term's postings."""
        found = self._find(fieldname, text)
        if not found:
            raise reading.TermNotFound((fieldname, text))
        rows = self._segment.postings(found)
        counts = self._segment.counts[rows]
        positions = (self._segment.places(np.arange(rows.start, rows.stop)) >> 1).astype("<u4")
        bounds = ends(counts)
        values = [positions[first:last].tobytes() for first, last in pairwise(bounds)]
        info, term = self.term_info(fieldname, text), (fieldname, text)
        docs, weights = self._segment.docs[rows].tolist(), counts.astype(float).tolist()
        return ListMatcher(docs, weights, values, format_, scorer=scorer, term=term, terminfo=info)

    def cursor(self, fieldname: str, fieldobj: Any) -> Cursor:
        """Walk a field's dictionary."""
        return Cursor(self._segment, fieldname, fieldobj)

    def _find(self, fieldname: str, text: bytes) -> range:
        return self._segment.find(fieldname, text.decode("utf-8", "surrogatepass"))


class Cursor(base.FieldCursor):  # type: ignore[misc]
    """A place in a field's dictionary."""

    def __init__(self, segment: Segment, fieldname: str, fieldobj: Any) -> None:
        """Begin at the first term."""
        self._segment, self._fieldobj = segment, fieldobj
        self._fieldname, self._span = fieldname, segment.span(fieldname)
        self._at = self._span.start

    def first(self) -> str | None:
        """Go to the first term."""
        self._at = self._span.start
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        """Go to the first term that is not before this one."""
        self._at = self._segment.dictionary.place(
            bytes([SEGMENT_FIELDS.index(self._fieldname)]) + self._fieldobj.to_bytes(term)
        )
        return self.text()

    def next(self) -> str | None:
        """Go on by one."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The term, if there is one more."""
        return self._segment.text(self._at) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Whether a term stands here."""
        return self._at in self._span


class DocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Lengths and stored articles."""

    def __init__(self, segment: Segment, entry: Any) -> None:
        """Read this segment; which documents are deleted, this commit says."""
        self._segment = segment
        self.doc_count, self.doc_count_all, self.has_deletions = (
            entry.doc_count,
            entry.doc_count_all,
            entry.has_deletions,
        )
        self.is_deleted, self.deleted_docs = entry.is_deleted, entry.deleted_docs

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The words of a document."""
        return int(self._segment.lengths[docnum]) if fieldname == "terms" else default

    def field_length(self, fieldname: str) -> int:
        """The words of all documents."""
        return int(self._segment.lengths.sum()) if fieldname == "terms" else 0

    def stored_fields(self, docnum: int) -> dict[str, str]:
        """The article as JSON, and its id."""
        article = unpacked(self._segment.stored(docnum))
        return {
            "id": article.article_id,
            "article": json.dumps(article.to_json(), ensure_ascii=False),
        }

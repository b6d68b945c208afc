"""Segment info: what does the list of segments say of each?

Whoosh's list names this module and its class; what Whoosh then reads a segment with is loaded when
it asks.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from index.segments.segment import Segment

INDEX_NAME: Final = "MAIN"  # Whoosh's default, so that its own `open_dir` finds the index
EXTENSION: Final = ".arrays"


class SegmentInfo:
    """A segment's line in the list of segments, with what Whoosh asks of one."""

    size: int  # of the file with the arrays, in bytes
    digest: str  # its SHA-256

    def __init__(self, count: int, deleted: Iterable[int], *, segid: str | None = None) -> None:
        """A segment of `count` documents, some of them deleted already.

        A new one if it has no id yet.
        """
        self.segid = segid or os.urandom(8).hex()
        self.count = count
        self.deleted = set(deleted)

    @property
    def filename(self) -> str:
        """The name of the file with the arrays."""
        return f"{self.segment_id()}{EXTENSION}"

    def arrays(self, folder: Path) -> Segment:
        """The arrays, mapped."""
        return Segment(folder / self.filename)

    @property
    def live(self) -> int:
        """How many documents are not deleted."""
        return self.count - len(self.deleted)

    def segment_id(self) -> str:
        """What the names of its files begin with."""
        return f"{INDEX_NAME}_{self.segid}"

    def is_compound(self) -> bool:
        """Whether its files are packed into one in Whoosh's way: ours is one file anyhow."""
        return False

    def codec(self) -> Any:  # noqa: ANN401 - Whoosh is untyped
        """What Whoosh reads the segment with."""
        # by name: our own search needs no Whoosh, and starts sooner without
        return import_module("index.embedded.whoosh_codec").Codec()

    def doc_count_all(self) -> int:
        """Count the documents, deleted ones too."""
        return self.count

    def doc_count(self) -> int:
        """Count the documents that are not deleted."""
        return self.live

    def has_deletions(self) -> bool:
        """Whether documents are deleted."""
        return bool(self.deleted)

    def deleted_docs(self) -> Iterator[int]:
        """The deleted documents."""
        return iter(sorted(self.deleted))

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return docnum in self.deleted

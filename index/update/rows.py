"""Rows: what does the manifest keep of a file and of an article?"""

from __future__ import annotations

import hashlib
import os
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

State = tuple[str, int, int]  # a file's name or path with its size and mtime
Skip = tuple[str, int | None, str]  # a file, which of its articles (None: the whole file), and why
Refuse = Callable[[str], None]  # is told why an article could not be taken in


SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS roots (root TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    folder TEXT NOT NULL, name TEXT NOT NULL, root TEXT NOT NULL, path TEXT NOT NULL,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, digest TEXT NOT NULL, sidecar TEXT NOT NULL,
    PRIMARY KEY (folder, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS folders (folder TEXT PRIMARY KEY, listing TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS beside (
    file TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    article_id TEXT PRIMARY KEY, file TEXT NOT NULL, number INTEGER NOT NULL,
    digest TEXT NOT NULL, content TEXT NOT NULL, duplicate_of TEXT,
    sequence INTEGER NOT NULL DEFAULT 0, first_seen TEXT NOT NULL DEFAULT '', UNIQUE (file, number)
) WITHOUT ROWID;
DROP INDEX IF EXISTS articles_by_content;
CREATE INDEX IF NOT EXISTS articles_by_original ON articles (duplicate_of)
    WHERE duplicate_of IS NOT NULL;
CREATE TABLE IF NOT EXISTS copies (content TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS skips (
    file TEXT NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (file, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ignored (
    file TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (file, name)
) WITHOUT ROWID;
"""
# columns that manifests of earlier releases lack, in the order above
BY_CONTENT: Final = (  # made once the later columns are there
    "CREATE INDEX IF NOT EXISTS articles_alike ON articles (content, sequence, article_id)"
)
LATER_COLUMNS: Final = {
    "sequence": "INTEGER NOT NULL DEFAULT 0",
    "first_seen": "TEXT NOT NULL DEFAULT ''",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was when it was read.

    `name` in the absolute path `folder`, `mtime` in nanoseconds.
    `digest` is the SHA-256 of its bytes, `sidecar` that of the metadata beside it.
    """

    folder: str
    name: str
    root: str
    path: str
    size: int
    mtime: int
    digest: str
    sidecar: str

    @property
    def file(self) -> str:
        """Its absolute path."""
        return self.folder + os.sep + self.name

    def unread(self) -> Source:
        """The same, to be read again the next time."""
        return replace(self, size=-1, digest="")


class FirstSeen(NamedTuple):
    """The number of an article, from 1, and the day; 0 and nothing where neither is known."""

    sequence: int
    day: str


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """An article: `digest` covers what its file says, `content` its normalised title and text.

    `sequence` and `first_seen` are as `index.update.first_seen` has them.
    """

    article_id: str
    file: str
    number: int
    digest: str
    content: str
    duplicate_of: str | None
    sequence: int = 0
    first_seen: str = ""

    @property
    def seen(self) -> FirstSeen:
        """When it was first seen."""
        return FirstSeen(self.sequence, self.first_seen)

    @property
    def order(self) -> tuple[int, str]:
        """Its place among others, those first that were first seen first."""
        return self.sequence, self.article_id


def place(file: str) -> tuple[str, str]:
    """A file's folder and its name there."""
    folder, _, name = file.rpartition(os.sep)
    return folder, name


def is_below(file: str, place: str) -> bool:
    """Whether a file is a place, or lies below it."""
    return file == place or file.startswith(place.rstrip(os.sep) + os.sep)


def listing(files: Iterable[State]) -> str:
    """A hash of how the files of a folder are."""
    names, sizes, times = zip(*files, strict=True)
    digest = hashlib.sha256("\0".join(names).encode())
    digest.update(array("q", (*sizes, *times)).tobytes())
    return digest.hexdigest()

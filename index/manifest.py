"""The manifest: which files gave which articles, and by which rules was the index made?

One SQLite file beside the engine's. An engine commits before its manifest does: an article that only the engine
knows is written once more by the next run, under the same id.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Final

FORMAT: Final = "1"

State = tuple[str, int, int]  # a file with its size and mtime

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS roots (root TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
    root TEXT NOT NULL, path TEXT NOT NULL, file TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, digest TEXT NOT NULL, sidecar TEXT NOT NULL,
    PRIMARY KEY (root, path)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS beside (
    file TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    article_id TEXT PRIMARY KEY, file TEXT NOT NULL, number INTEGER NOT NULL,
    digest TEXT NOT NULL, content TEXT NOT NULL, duplicate_of TEXT, UNIQUE (file, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_by_content ON articles (content);
CREATE INDEX IF NOT EXISTS articles_by_original ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE TABLE IF NOT EXISTS skips (
    file TEXT NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (file, number)
) WITHOUT ROWID;
"""

_MAKE_ROOM: Final = """
UPDATE articles SET number = (SELECT min(0, min(number)) - 1 FROM articles WHERE file = :file)
WHERE file = :file AND number = :number AND article_id != :id
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was when it was read; `file` is its absolute path, `mtime` in nanoseconds.

    `digest` is the SHA-256 of its bytes, `sidecar` that of the metadata beside it.
    """

    root: str
    path: str
    file: str
    size: int
    mtime: int
    digest: str
    sidecar: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article: `digest` covers all that is stored of it, `content` only its normalised title and text."""

    article_id: str
    file: str
    number: int
    digest: str
    content: str
    duplicate_of: str | None


_SOURCE: Final = attrgetter(*Source.__slots__)
_ENTRY: Final = attrgetter(*Entry.__slots__)


class Manifest:
    """Reads and writes the manifest; nothing is kept before `commit`."""

    def __init__(self, path: Path) -> None:
        """Open or make the file."""
        self._db = sqlite3.connect(path)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.executescript(_SCHEMA)

    def commit(self) -> None:
        """Make what was said durable."""
        self._db.commit()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def fact(self, name: str) -> str | None:
        """A version or another fact about the whole index."""
        row = self._db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def state(self, name: str, value: str) -> None:
        """Write a fact down."""
        self._db.execute("REPLACE INTO facts VALUES (?, ?)", (name, value))

    def roots(self) -> list[str]:
        """The folders and files that were indexed, as absolute paths."""
        return [row[0] for row in self._db.execute("SELECT root FROM roots ORDER BY root")]

    def add_root(self, root: str) -> None:
        """Remember a folder or file."""
        self._db.execute("REPLACE INTO roots VALUES (?)", (root,))

    def source(self, file: str) -> Source | None:
        """What is known of a file."""
        row = self._db.execute("SELECT * FROM sources WHERE file = ?", (file,)).fetchone()
        return Source(*row) if row else None

    def states(self) -> dict[str, State]:
        """How every known file was."""
        return {row[0]: row for row in self._db.execute("SELECT file, size, mtime FROM sources")}

    def sidecars(self) -> dict[str, str]:
        """What was said beside each file of which something was said."""
        return dict(self._db.execute("SELECT file, sidecar FROM sources WHERE sidecar != ''"))

    def beside(self) -> dict[str, State]:
        """How every known file of side metadata was."""
        return {row[0]: row for row in self._db.execute("SELECT file, size, mtime FROM beside")}

    def put_beside(self, states: Mapping[str, State | None]) -> None:
        """Write down how files of side metadata were, or that they are gone."""
        for file, state in states.items():
            if state is None:
                self._db.execute("DELETE FROM beside WHERE file = ?", (file,))
            else:
                self._db.execute("REPLACE INTO beside VALUES (?, ?, ?)", state)

    def put_source(self, source: Source) -> None:
        """Write down how a file was when it was read."""
        self._db.execute("DELETE FROM sources WHERE file = ?", (source.file,))
        self._db.execute("REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)", _SOURCE(source))

    def forget_source(self, file: str) -> None:
        """Take a file out, with its articles and skips."""
        for table in ("sources", "articles", "skips"):
            self._db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608  our own names

    def stale(self, files: Iterable[str] | None = None) -> None:
        """Have some files read again the next time, or all."""
        if files is None:
            self._db.execute("UPDATE sources SET digest = '', size = -1")
        else:
            self._db.executemany(
                "UPDATE sources SET digest = '', size = -1 WHERE file = ?", ((file,) for file in files)
            )

    def entries(self, file: str) -> Iterator[Entry]:
        """The articles of a file in their order."""
        rows = self._db.execute("SELECT * FROM articles WHERE file = ? ORDER BY number", (file,))
        return (Entry(*row) for row in rows)

    def entry_at(self, file: str, number: int) -> Entry | None:
        """The article at this place of a file."""
        row = self._db.execute("SELECT * FROM articles WHERE file = ? AND number = ?", (file, number)).fetchone()
        return Entry(*row) if row else None

    def entry(self, article_id: str) -> Entry | None:
        """The article with this id."""
        row = self._db.execute("SELECT * FROM articles WHERE article_id = ?", (article_id,)).fetchone()
        return Entry(*row) if row else None

    def put_entry(self, entry: Entry) -> None:
        """Write an article down; one that stood in its place has none, below 0, until it is met or forgotten."""
        place = {"file": entry.file, "number": entry.number, "id": entry.article_id}
        self._db.execute(_MAKE_ROOM, place)
        self._db.execute("REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)", _ENTRY(entry))

    def forget_entry(self, article_id: str) -> None:
        """Take an article out."""
        self._db.execute("DELETE FROM articles WHERE article_id = ?", (article_id,))

    def original(self, content: str) -> str | None:
        """The first article with this content."""
        row = self._db.execute(
            "SELECT article_id FROM articles WHERE content = ? AND duplicate_of IS NULL", (content,)
        ).fetchone()
        return row[0] if row else None

    def copies(self, article_id: str) -> list[Entry]:
        """The articles that are linked to this one as duplicates."""
        rows = self._db.execute("SELECT * FROM articles WHERE duplicate_of = ? ORDER BY article_id", (article_id,))
        return [Entry(*row) for row in rows]

    def count(self) -> int:
        """How many articles there are."""
        return int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def count_of(self, files: Iterable[str]) -> int:
        """How many articles some files have."""
        files = json.dumps(list(files))
        counted = self._db.execute(
            "SELECT count(*) FROM json_each(?) AS wanted JOIN articles ON articles.file = wanted.value", (files,)
        )
        return int(counted.fetchone()[0])

    def skips(self) -> Iterator[tuple[str, str]]:
        """What could not be read, file by file: the file, and why."""
        return iter(self._db.execute("SELECT file, reason FROM skips ORDER BY file, number"))

    def skips_of(self, file: str) -> Iterator[tuple[str, str]]:
        """What could not be read of a file: the file, and why."""
        return iter(self._db.execute("SELECT file, reason FROM skips WHERE file = ? ORDER BY number", (file,)))

    def put_skips(self, file: str, skips: Iterable[tuple[int, str]]) -> None:
        """Write down what could not be read of a file, in place of what was written."""
        self._db.execute("DELETE FROM skips WHERE file = ?", (file,))
        self._db.executemany("INSERT INTO skips VALUES (?, ?, ?)", ((file, *skip) for skip in skips))

    def article_ids(self) -> Iterator[str]:
        """Every article's id, in order."""
        return (row[0] for row in self._db.execute("SELECT article_id FROM articles ORDER BY article_id"))

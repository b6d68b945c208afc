"""The manifest: which files gave which articles, and by which rules was the index made?

One SQLite file beside the engine's. An engine commits before its manifest does, which keeps of
which commit it is.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Final
from urllib.parse import quote

from index.update import seal
from index.update.rows import (
    BY_CONTENT,
    LATER_COLUMNS,
    SCHEMA,
    ManifestEntry,
    Skip,
    Source,
    State,
    listing,
    place,
)
from search.errors import IndexDamagedError, IndexStateError

_MAKE_ROOM: Final = """
UPDATE articles SET number = (SELECT min(0, min(number)) - 1 FROM articles WHERE file = :file)
WHERE file = :file AND number = :number AND article_id != :id
"""

_COPIES: Final = """
SELECT content FROM copies UNION
SELECT copy.content FROM articles AS copy
LEFT JOIN articles AS original ON original.article_id = copy.duplicate_of
WHERE copy.duplicate_of IS NOT NULL AND original.content IS NOT copy.content
ORDER BY content
"""

# of a file that can't be read as a whole the number is 0
_SKIPS: Final = "SELECT file, nullif(number, 0), reason FROM skips"
_STALE: Final = "UPDATE files SET digest = '', size = -1"


_SOURCE: Final = attrgetter(*Source.__slots__)
_ENTRY: Final = attrgetter(*ManifestEntry.__slots__)


class Manifest:
    """Reads and writes the manifest; nothing is kept before `commit`."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, for one that writes."""
        self._path: Path | None = path
        seal.take_off(path)
        self._db = sqlite3.connect(path)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("PRAGMA secure_delete=ON")  # the names of files tell of what was in them
        self._db.executescript(SCHEMA)
        held = {row[1] for row in self._db.execute("PRAGMA table_info(articles)")}
        for name in [one for one in LATER_COLUMNS if one not in held]:
            self._db.execute(f"ALTER TABLE articles ADD COLUMN {name} {LATER_COLUMNS[name]}")
        self._db.execute(BY_CONTENT)

    @classmethod
    def of(cls, opened: sqlite3.Connection) -> Manifest:
        """One that is open, to be read."""
        manifest = cls.__new__(cls)
        manifest._path, manifest._db = None, opened  # noqa: SLF001  this class's own
        return manifest

    @property
    def folder(self) -> Path | None:
        """Where the generation is that it belongs to; None of one that is only read."""
        return self._path.parent if self._path else None

    def commit(self) -> None:
        """Make what was said durable."""
        self._db.commit()

    def close(self) -> None:
        """Close the file; what was not committed is forgotten."""
        try:
            self._db.rollback()
            roots = self.roots()
        except sqlite3.Error:  # the disk's, and said already
            roots = None
        self._db.close()
        if self._path and roots is not None:
            seal.put(self._path, roots)

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
        row = self._db.execute(
            "SELECT * FROM files WHERE folder = ? AND name = ?", place(file)
        ).fetchone()
        return Source(*row) if row else None

    def files(self) -> Iterator[str]:
        """Every known file, as an absolute path."""
        query = "SELECT folder || ? || name FROM files ORDER BY folder, name"
        return (row[0] for row in self._db.execute(query, (os.sep,)))

    def states(self, folder: str) -> dict[str, State]:
        """How every known file of a folder was, by its name."""
        rows = self._db.execute(
            "SELECT name, size, mtime FROM files WHERE folder = ? ORDER BY name", (folder,)
        )
        return {row[0]: row for row in rows}

    def listings(self) -> dict[str, str]:
        """The listing of every known folder; empty if a file of it was not as it is known."""
        return dict(self._db.execute("SELECT * FROM folders"))

    def put_listings(self, listings: Mapping[str, str]) -> None:
        """Write down the listings of those folders in which every file is as it is known."""
        for folder, listed in listings.items() - self.listings().items():
            known = self.states(folder)
            if known and listing(known.values()) == listed:
                self._db.execute("REPLACE INTO folders VALUES (?, ?)", (folder, listed))

    def sidecars(self) -> dict[str, str]:
        """What was said beside each file of which something was said."""
        return dict(
            self._db.execute(
                "SELECT folder || ? || name, sidecar FROM files WHERE sidecar != ''", (os.sep,)
            )
        )

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
        self._unlist(source.file)
        self._db.execute("REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _SOURCE(source))

    def forget_source(self, file: str) -> None:
        """Take a file out, with its articles and skips."""
        self._unlist(file)
        self._db.execute("DELETE FROM files WHERE folder = ? AND name = ?", place(file))
        for table in ("articles", "ignored", "skips"):
            self._db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608 - ours

    def stale(self, files: Iterable[str]) -> None:
        """Have some files read again the next time."""
        for file in files:
            self._unlist(file)
            self._db.execute(f"{_STALE} WHERE folder = ? AND name = ?", place(file))

    def stale_all(self) -> None:
        """Have every file read again the next time."""
        self._db.execute(_STALE)
        self._db.execute("UPDATE folders SET listing = ''")

    def distrust(self) -> None:
        """Have every file read again, and every article written again that is found in one."""
        self.stale_all()
        self._db.execute("UPDATE articles SET digest = ''")

    def write_again(self, article_id: str) -> None:
        """Have an article written again, and its file read for that."""
        if entry := self.entry(article_id):
            self.stale([entry.file])
            self._db.execute("UPDATE articles SET digest = '' WHERE article_id = ?", (article_id,))

    def _unlist(self, file: str) -> None:
        """Forget the listing of a file's folder: the file is otherwise than it was, or may be."""
        self._db.execute("REPLACE INTO folders VALUES (?, '')", place(file)[:1])

    def entries(self, file: str) -> Iterator[ManifestEntry]:
        """The articles of a file in their order."""
        rows = self._db.execute("SELECT * FROM articles WHERE file = ? ORDER BY number", (file,))
        return (ManifestEntry(*row) for row in rows)

    def entry(self, article_id: str) -> ManifestEntry | None:
        """The article with this id."""
        row = self._db.execute(
            "SELECT * FROM articles WHERE article_id = ?", (article_id,)
        ).fetchone()
        return ManifestEntry(*row) if row else None

    def put_entry(self, entry: ManifestEntry) -> None:
        """Write an article down.

        One that stood in its place has none, below 0, until it is met or forgotten.
        """
        place = {"file": entry.file, "number": entry.number, "id": entry.article_id}
        self._db.execute(_MAKE_ROOM, place)
        self._db.execute("REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _ENTRY(entry))

    def forget_entry(self, article_id: str) -> None:
        """Take an article out."""
        self._db.execute("DELETE FROM articles WHERE article_id = ?", (article_id,))

    def last_seen(self) -> tuple[int, str]:
        """The number and the day of the article that was first seen last of all."""
        row = self._db.execute(
            "SELECT sequence, first_seen FROM articles ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
        return row or (0, "")

    def alike(self, content: str) -> Iterator[ManifestEntry]:
        """The articles with this content, those first that were first seen first."""
        query = "SELECT * FROM articles WHERE content = ? ORDER BY sequence, article_id"
        return (ManifestEntry(*row) for row in self._db.execute(query, (content,)))

    def put_copies(self, content: str) -> None:
        """Write down that articles of a content may be linked to another than their original."""
        self._db.execute("REPLACE INTO copies VALUES (?)", (content,))

    def copies(self) -> list[str]:
        """The contents of such articles, and of those whose original is gone or says otherwise."""
        return [row[0] for row in self._db.execute(_COPIES)]

    def forget_copies(self) -> None:
        """Write down that all are linked as they should be."""
        self._db.execute("DELETE FROM copies")

    def count(self) -> int:
        """How many articles there are."""
        return int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def count_below(self, place: str) -> int:
        """How many articles the files have that are a place or lie below it."""
        folder = place.rstrip(os.sep)
        counted = self._db.execute(
            "SELECT count(*) FROM articles WHERE file = ? OR (file > ? AND file < ?)",
            (place, folder + os.sep, folder + chr(ord(os.sep) + 1)),
        )
        return int(counted.fetchone()[0])

    def count_of(self, files: Iterable[str]) -> int:
        """How many articles some files have."""
        files = json.dumps(list(files))
        counted = self._db.execute(
            "SELECT count(*) FROM json_each(?) AS wanted"
            " JOIN articles ON articles.file = wanted.value",
            (files,),
        )
        return int(counted.fetchone()[0])

    def skips(self) -> Iterator[Skip]:
        """What could not be read, file by file: the file, which of its articles, and why."""
        return iter(self._db.execute(f"{_SKIPS} ORDER BY file, number"))

    def skips_of(self, file: str) -> Iterator[Skip]:
        """What could not be read of a file, likewise."""
        return iter(self._db.execute(f"{_SKIPS} WHERE file = ? ORDER BY number", (file,)))

    def add_skip(self, skip: Skip) -> None:
        """Write down that an article of a file could not be read, or the file (None)."""
        file, number, reason = skip
        self._db.execute("REPLACE INTO skips VALUES (?, ?, ?)", (file, number or 0, reason))

    def forget_skips(self, file: str) -> None:
        """Write down that a file will be read: what can't be is said anew."""
        self._db.execute("DELETE FROM skips WHERE file = ?", (file,))

    def stale_skips(self) -> None:
        """Have every file read again the next time of which anything could not be read."""
        self.stale([row[0] for row in self._db.execute("SELECT DISTINCT file FROM skips")])

    def ignored(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """What of each file is no article: its name in the file, and why."""
        rows = self._db.execute("SELECT * FROM ignored ORDER BY file, name")
        return ((file, (name, reason)) for file, name, reason in rows)

    def ignored_of(self, file: str) -> Iterator[tuple[str, str]]:
        """What of a file is no article, likewise."""
        query = "SELECT name, reason FROM ignored WHERE file = ? ORDER BY name"
        return iter(self._db.execute(query, (file,)))

    def put_ignored(self, file: str, ignored: Iterable[tuple[str, str]]) -> None:
        """Write down what of a file is no article, in place of what was written."""
        self._db.execute("DELETE FROM ignored WHERE file = ?", (file,))
        rows = ((file, *one) for one in dict.fromkeys(ignored))
        self._db.executemany("REPLACE INTO ignored VALUES (?, ?, ?)", rows)

    def article_ids(self) -> Iterator[str]:
        """Every article's id, in order."""
        return (
            row[0]
            for row in self._db.execute("SELECT article_id FROM articles ORDER BY article_id")
        )


@contextmanager
def reading(path: Path) -> Iterator[Manifest]:
    """A manifest that is only read; nothing is written beside it.

    Raises `IndexDamagedError` if it is not as it was written.
    """
    found = seal.state(path)
    if found == "broken":
        raise IndexDamagedError(str(path))
    # changes may stand beside it, and are then read too; else nothing must be made there
    mode = "mode=ro" if seal.waits(path) else "immutable=1"
    try:
        opened = sqlite3.connect(f"file:{quote(str(path.absolute()))}?{mode}", uri=True)
        with closing(Manifest.of(opened)) as manifest:
            yield manifest
    except sqlite3.OperationalError as error:
        raise IndexStateError(
            f"can't read '{path}': {error}; the next `readout index` makes it whole"
        ) from error
    except sqlite3.DatabaseError as error:
        raise IndexDamagedError(str(path), f"is damaged ({error})") from error

"""Claims: which of the articles that are known are still there?

A file that is yet to be read may have an article still, or have lost it to another. Only where the
plan depends on that is it read for the ids in it, once, and again in its turn.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import repeat

from index.update.losses import LostArticles
from index.update.manifest import Manifest
from index.update.rows import ManifestEntry
from search.errors import SourceError

Names = Callable[[str], Iterable[Sequence[str]]]


class KnownArticles:
    """What a run knows: `now` is its manifest, `was` that of the index that is made anew.

    They are one where an index is brought up to date.
    """

    def __init__(self, now: Manifest, was: Manifest, lost: LostArticles, claims: Claims) -> None:
        """Know of what is lost, and of what files claim."""
        self._now, self._was, self._lost, self._claims = now, was, lost, claims

    def entry(self, article_id: str) -> ManifestEntry | None:
        """The article that has an id now, or else had it before."""
        found = self._now.entry(article_id)
        return found or (self._was.entry(article_id) if self._is_anew else None)

    def alike(self, content: str) -> Iterator[ManifestEntry]:
        """The articles that have a content, or had it and are not met yet; the first seen first."""
        if not self._is_anew:
            return self._now.alike(content)
        both = (self._now.alike(content), self._was.alike(content))
        pairs = (zip(entries, repeat(of)) for of, entries in enumerate(both))
        merged = merge(*pairs, key=lambda pair: pair[0].order)
        return (one for one, of in merged if of == 0 or self._now.entry(one.article_id) is None)

    def is_lost(self, entry: ManifestEntry) -> bool:
        """Whether it is known by now that no file has an article any more."""
        return not entry.file or entry.article_id in self._lost

    def has_lost(self, content: str, but: str) -> bool:
        """Whether an article of a content is lost by now, `but` one by its id."""
        return self._lost.has_content(content, but)

    def is_there(self, entry: ManifestEntry) -> bool:
        """Whether the file of an article still has it, or can't be read."""
        if self.is_lost(entry):
            return False
        if self._is_anew and self._now.entry(entry.article_id):
            return True
        return not self._claims.is_waiting(entry.file) or self._claims.has(entry, self)

    @property
    def _is_anew(self) -> bool:
        return self._now is not self._was


class Claims:
    """What files claim that are yet to be read."""

    def __init__(self, names: Names, files: Collection[str]) -> None:
        """Ask none yet of these files, which are read in the order of their names.

        `names` tells the ids that each article of a file may have.
        """
        self._names, self._files = names, files
        self._read = ""
        self._asked: set[str] = set()
        self._unreadable: set[str] = set()
        self._db = sqlite3.connect("")  # a file of nobody's, gone with this process
        self._db.execute(
            "CREATE TABLE claims (file TEXT, article_id TEXT, PRIMARY KEY (file, article_id))"
        )

    def begin(self, file: str) -> None:
        """Know that a file is read now."""
        self._read = file

    def is_waiting(self, file: str) -> bool:
        """Whether a file is yet to be read."""
        return file > self._read and file in self._files

    def has(self, entry: ManifestEntry, known: KnownArticles) -> bool:
        """Whether a file still has an article that it had; one that can't be read may."""
        if entry.file not in self._asked:
            self._asked.add(entry.file)
            self._ask(entry.file, known)
        row = (entry.file, entry.article_id)
        found = self._db.execute("SELECT 1 FROM claims WHERE file = ? AND article_id = ?", row)
        return entry.file in self._unreadable or found.fetchone() is not None

    def _ask(self, file: str, known: KnownArticles) -> None:
        try:
            for names in self._names(file):
                entries = (known.entry(name) for name in names)
                own = next((one for one in entries if one and one.file == file), None)
                if own is not None:
                    self._db.execute("REPLACE INTO claims VALUES (?, ?)", (file, own.article_id))
        except SourceError:
            self._unreadable.add(file)

    def close(self) -> None:
        """Forget all."""
        self._db.close()

"""Losses: which articles are in no file any more, and may they be deleted?

A share that is not mounted is an empty folder, and an export that broke off is a short file. So a
root of which everything would go, or most of many articles, loses nothing unless somebody says so.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from index.update.manifest import Manifest
from index.update.rows import ManifestEntry, is_below
from index.wording import counted

MANY: Final = 20  # articles of a root: of fewer, most may go on any day
REMEDY: Final = "none was deleted; `readout index --delete` deletes them"
KEPT: Final = "kept"  # the fact that nothing of a place was deleted


@dataclass(frozen=True, slots=True)
class Loss:
    """What a run would take from a root, in articles.

    It had `had`, `left` stay, and `lost` are in no other place either. `was_kept` says that a run
    before has left it as it was, and nobody said yes since.
    """

    had: int
    lost: int
    left: int
    was_kept: bool = False

    @property
    def reason(self) -> str:
        """Why nothing of the root may be deleted; empty if it may."""
        if self.lost and not self.left:
            return f"it is empty, though {counted(self.had, 'article')} came from it; {REMEDY}"
        if self.lost and (self.was_kept or (self.had >= MANY and self.lost > self.had / 2)):
            return f"{self.lost} of its {counted(self.had, 'article')} are gone; {REMEDY}"
        return ""


class LostArticles:
    """The articles that were not met again, by their ids; an archive may lose a million."""

    def __init__(self) -> None:
        """None is lost yet."""
        self._db = sqlite3.connect("")  # a file of nobody's, gone with this process
        self._db.execute("CREATE TABLE lost (article_id TEXT PRIMARY KEY, file TEXT, content TEXT)")
        self._db.execute("CREATE INDEX lost_by_content ON lost (content)")

    def add(self, entries: Iterable[ManifestEntry]) -> None:
        """Take articles for lost."""
        rows = ((one.article_id, one.file, one.content) for one in entries)
        self._db.executemany("REPLACE INTO lost VALUES (?, ?, ?)", rows)

    def discard(self, article_id: str) -> None:
        """Take an article for found, wherever it is."""
        self._db.execute("DELETE FROM lost WHERE article_id = ?", (article_id,))

    def __contains__(self, article_id: str) -> bool:
        """Whether an article is lost."""
        found = self._db.execute("SELECT 1 FROM lost WHERE article_id = ?", (article_id,))
        return found.fetchone() is not None

    def has_content(self, content: str, but: str) -> bool:
        """Whether an article of a content is lost, `but` one by its id."""
        query = "SELECT 1 FROM lost WHERE content = ? AND article_id != ? LIMIT 1"
        return self._db.execute(query, (content, but)).fetchone() is not None

    def by_content(self) -> Iterator[tuple[str, Iterator[str]]]:
        """The contents, each with the files of those that had it."""
        rows = self._db.execute("SELECT content, file FROM lost ORDER BY content")
        grouped = groupby(rows, key=itemgetter(0))
        return ((content, (file for _, file in group)) for content, group in grouped)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """The ids, each with the file that had it, file by file."""
        return iter(self._db.execute("SELECT article_id, file FROM lost ORDER BY file, article_id"))

    def close(self) -> None:
        """Forget all."""
        self._db.close()


class Guard:
    """Holds what roots lose against what they had when a run began.

    `known` is the manifest that knows what was there, `now` that of this run; they may be one.
    """

    def __init__(self, places: Iterable[str], known: Manifest, now: Manifest) -> None:
        """Count what each place has."""
        self._known, self._now = known, now
        self._had = {place: known.count_below(place) for place in places}

    def withheld(self, lost: LostArticles, *, allowed: bool) -> dict[str, Loss]:
        """The places of which nothing may be deleted; none if somebody has `allowed` it."""
        losses = () if allowed else self._losses(lost)
        found = {place: loss for place, loss in losses if loss.reason}
        for place in self._had:
            self._now.state(f"{KEPT} {place}", "1" if place in found else "")
        return found

    def _losses(self, lost: LostArticles) -> Iterator[tuple[str, Loss]]:
        gone: Counter[str] = Counter()
        moved: Counter[str] = Counter()
        for content, files in lost.by_content():
            of_content = Counter(
                place for file in files for place in self._had if is_below(file, place)
            )
            gone.update(of_content)
            if of_content and self._is_elsewhere(content, lost):
                moved.update(of_content)
        for place, number in gone.items():
            left = self._now.count_below(place) - (number if self._now is self._known else 0)
            was_kept = bool(self._known.fact(f"{KEPT} {place}"))
            yield place, Loss(self._had[place], number - moved[place], left, was_kept)

    def _is_elsewhere(self, content: str, lost: LostArticles) -> bool:
        """Whether an article that is there says the same as some that are lost."""
        return any(other.article_id not in lost for other in self._now.alike(content))

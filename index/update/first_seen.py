"""First seen: when did an index first take an article in, and behind which others?

A sequence number tells the order, which no clock can change; the day is never before that of the
number before. Both are kept when an article changes or is renamed, and when the index is made anew.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from index.update.manifest import Manifest
from index.update.rows import ManifestEntry


class FirstSeen(NamedTuple):
    """The number of an article, from 1, and the day; 0 and nothing where neither is known."""

    sequence: int
    day: str


class FirstSights:
    """What was seen before stays as it was; what is new is numbered in the order it is met."""

    def __init__(self, manifest: Manifest, before: Manifest | None) -> None:
        """Go by a manifest, and by that of the index that is replaced."""
        self._manifests = (manifest, before) if before else (manifest,)
        self._last: FirstSeen | None = None
        self._removed: dict[str, FirstSeen] = {}

    def of(self, article_id: str) -> FirstSeen:
        """When the article with an id was first seen, which is now if it never was."""
        known = (manifest.entry(article_id) for manifest in self._manifests)
        seen = next((_of(entry) for entry in known if entry and entry.sequence), None)
        return seen or self._removed.get(article_id) or self._next()

    def removed(self, entry: ManifestEntry) -> None:
        """Remember an article that another file may still have, until the end of the run."""
        if entry.sequence:
            self._removed[entry.article_id] = _of(entry)

    def _next(self) -> FirstSeen:
        newest = (FirstSeen(*manifest.last_seen()) for manifest in self._manifests)
        last = self._last or max(newest)
        self._last = FirstSeen(last.sequence + 1, max(last.day, today()))
        return self._last


def today() -> str:
    """The day, as the clock tells it, in UTC."""
    return datetime.now(UTC).date().isoformat()


def _of(entry: ManifestEntry) -> FirstSeen:
    return FirstSeen(entry.sequence, entry.first_seen)

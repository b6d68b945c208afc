"""First seen: when did an index first take an article in, and behind which others?

A sequence number tells the order, which no clock can change; the day is never before that of the
number before. Both are kept when an article changes or is renamed, and when the index is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from index.update.manifest import Manifest
from index.update.rows import FirstSeen


class Sequence:
    """Numbers what is new, in the order in which it is met, behind all that was seen before."""

    def __init__(self, manifests: Iterable[Manifest]) -> None:
        """Go on from the last that some manifests know."""
        self._manifests = tuple(manifests)
        self._last: FirstSeen | None = None

    def next(self) -> FirstSeen:
        """The number and the day of one more article."""
        last = self._last or max(FirstSeen(*one.last_seen()) for one in self._manifests)
        self._last = FirstSeen(last.sequence + 1, max(last.day, today()))
        return self._last


def today() -> str:
    """The day, as the clock tells it, in UTC."""
    return datetime.now(UTC).date().isoformat()

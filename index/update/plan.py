"""The plan: which id does an article get, of which is it a copy, and when was it first seen?

An article keeps the id that it had in its file. Another gets the first id that no article has which
is still there: what moved to another file takes its id along, and what another file has as well
gets an id with its path. Of those that say the same, the one that was seen first is the original.
What says the same as articles that are all lost was seen when the first of them was.
Nothing here depends on whether an index is made anew or brought up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.update.rows import FirstSeen, ManifestEntry


class Known(Protocol):
    """What a run knows of articles: those of this run, and those of before that may be there."""

    def entry(self, article_id: str) -> ManifestEntry | None:
        """The article that has an id now, or else had it before."""
        ...

    def alike(self, content: str) -> Iterable[ManifestEntry]:
        """The articles that have a content, or had it and are not met yet; the first seen first."""
        ...

    def is_lost(self, entry: ManifestEntry) -> bool:
        """Whether it is known by now that no file has an article any more."""
        ...

    def has_lost(self, content: str, but: str) -> bool:
        """Whether an article of a content is known to be lost, `but` one by its id."""
        ...

    def is_there(self, entry: ManifestEntry) -> bool:
        """Whether the file of an article still has it, or can't be read; it may have to be read."""
        ...


@dataclass(frozen=True, slots=True)
class Planned:
    """An article among those that say the same: when it was seen first, and their original.

    None where it never was seen, or is the original. `is_settled` says that the others know of it.
    """

    seen: FirstSeen | None
    original: str | None
    is_settled: bool


def identify(names: Sequence[str], file: str, known: Known) -> str | None:
    """The id of an article of a file; None if other files have all that it may have.

    `names` are those, the best first.
    """
    entries = {name: known.entry(name) for name in names}
    own = (name for name, entry in entries.items() if entry and entry.file == file)
    free = (name for name, entry in entries.items() if entry is None or not known.is_there(entry))
    return next(own, None) or next(free, None)


def plan(article_id: str, content: str, file: str, known: Known) -> Planned:
    """What becomes of an article of a file, with its id, among those of its content."""
    # of thousands that say the same only the first are looked at

    def others() -> Iterator[ManifestEntry]:
        return (one for one in known.alike(content) if one.article_id != article_id)

    seen = _seen(known.entry(article_id), others, file, known)
    first = next((one for one in others() if not known.is_lost(one)), None)
    if first and (seen is None or first.order < (seen.sequence, article_id)):
        return Planned(seen, first.article_id, not known.has_lost(content, article_id))
    is_first = any(
        one.duplicate_of != article_id for one in others() if first and not known.is_lost(one)
    )
    return Planned(seen, None, not is_first and not known.has_lost(content, article_id))


def _seen(
    was: ManifestEntry | None,
    others: Callable[[], Iterator[ManifestEntry]],
    file: str,
    known: Known,
) -> FirstSeen | None:
    if was and was.sequence:
        return was.seen
    if any(one.file == file or known.is_there(one) for one in others()):
        return None
    return next((one.seen for one in others() if one.sequence), None)

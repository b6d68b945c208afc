"""Damage: which segments are not as they were written, and how does an index do without them?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.embedded.commits import Commits
from index.embedded.shape import ENGINE_MARKER, is_of_this_shape
from index.queries.snapshot import Snapshot
from search.errors import IndexDamagedError, ReadoutError


def damaged_segments(folder: Path) -> tuple[str, ...]:
    """The names of those that are damaged; every byte is read.

    Raises `IndexDamagedError` if the list of segments is. An index of another shape says so when
    it is opened, and has no segments here.
    """
    if not (folder / ENGINE_MARKER).exists():
        raise IndexDamagedError(str(folder), f"lacks {ENGINE_MARKER}")
    if not is_of_this_shape(folder):
        return ()
    commits = Commits(folder)
    entries = commits.listed().entries
    return tuple(entry.filename for entry in entries if commits.damage(entry))


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Search; what fails because a segment is damaged says so. Whatever else fails is as it was."""
    try:
        yield
    except (ReadoutError, OSError):
        raise
    except Exception as error:
        for name in damaged_segments(folder):
            raise IndexDamagedError(str(folder / name)) from error
        raise


def articles_without(folder: Path, names: Collection[str]) -> set[str]:
    """The ids of the articles that other segments have."""
    commits = Commits(folder)
    entries = (entry for entry in commits.listed().entries if entry.filename not in names)
    return set(Snapshot([(commits.open(one), one.deleted) for one in entries]).article_ids())


def leave_out(folder: Path, names: Collection[str]) -> None:
    """Make the other segments the index."""
    from index.embedded.whoosh_storage import Committing  # noqa: PLC0415 - few runs need it

    Committing(folder).leave_out(names)

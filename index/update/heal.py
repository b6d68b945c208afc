"""Healing: what of an index is not as it was written, and how does a run make it good again?

All that an index has comes from the articles' files, so what is damaged is read from them again:

    which generation is in use    the first that is whole is taken
    the manifest                  the next generation is made of the folders that its seal names;
                                  when an article was first seen, its index still tells
    the list of segments          the next generation is made; ids stay
    a segment                     it is left out, its articles are written again, others serve
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index import engines
from index.archive import GENERATION_NAME, Generation
from index.settings import LOCK_NAME
from index.update import reconcile, seal
from index.update.manifest import Manifest
from index.update.rows import SCHEMA, ManifestEntry
from search.engine.port import Store
from search.errors import IndexDamagedError

_OURS: Final = re.compile(rf"{GENERATION_NAME.pattern}|{LOCK_NAME}.*|readout\.json(\.new)?")


@dataclass(frozen=True, slots=True)
class Damage:
    """What is damaged of a generation: its manifest, its list of segments, or some segments."""

    manifest: bool = False
    listing: bool = False
    segments: tuple[str, ...] = ()

    def __str__(self) -> str:
        """What a run says that made it good."""
        if self.manifest or self.listing:
            what = "manifest" if self.manifest else "list of segments"
            return f"its {what} was damaged; it was made anew from the articles' files"
        return f"{len(self.segments)} of its segments were damaged; their articles were read again"

    @property
    def degree(self) -> int:
        """How much has to be made anew."""
        return 2 * (self.manifest or self.listing) + bool(self.segments)

    def __bool__(self) -> bool:
        """Whether anything is damaged."""
        return self.manifest or self.listing or bool(self.segments)


def damage(generation: Generation) -> Damage:
    """What is damaged; every byte is read."""
    manifest = not _is_readable(generation.manifest)
    try:
        return Damage(manifest, segments=engines.damaged_parts(generation))
    except IndexDamagedError:
        return Damage(manifest, listing=True)


def folders(generation: Generation) -> list[str]:
    """The folders that a damaged manifest knew: its seal says so, or else it does itself."""
    if sealed := seal.folders(generation.manifest):
        return sealed
    try:
        with closing(sqlite3.connect(generation.manifest)) as opened:
            return [row[0] for row in opened.execute("SELECT root FROM roots ORDER BY root")]
    except sqlite3.DatabaseError:
        return []


def sights(engine: Store | None) -> Manifest:
    """A manifest of no files that tells when the articles of an engine were first seen."""
    opened = sqlite3.connect(":memory:")
    opened.executescript(SCHEMA)
    manifest = Manifest.of(opened)
    if engine is None:
        return manifest
    for number, article_id in enumerate(engine.article_ids()):
        for article in engine.get([article_id]):
            seen = article.sequence, article.first_seen or ""
            manifest.put_entry(ManifestEntry(article_id, "", number, "", "", None, *seen))
    return manifest


def leave_out(generation: Generation, manifest: Manifest, broken: Collection[str]) -> None:
    """Take broken segments out of the index, and have the files of their articles read again.

    The manifest knows that before the index does: if a run is broken off between, the next one
    finds the segments again.
    """
    reconcile.read_again(manifest, engines.articles_without(generation, broken))
    engines.leave_out(generation, broken)


def unnamed(index: Path) -> Generation | None:
    """The generation that was in use before its name was lost: the first of the least damaged."""
    if not all(_OURS.fullmatch(child.name) for child in index.iterdir()):
        return None
    names = [path.name for path in index.iterdir() if GENERATION_NAME.fullmatch(path.name)]
    found = [Generation(index / name) for name in sorted(names, key=lambda name: int(name[1:]))]
    return min(found, key=lambda one: damage(one).degree, default=None)


def _is_readable(manifest: Path) -> bool:
    """Whether a manifest is as it was written; of one without a seal only SQLite knows."""
    found = seal.state(manifest)
    if found != "open":
        return found == "whole" or seal.vouches(manifest)
    try:
        with closing(sqlite3.connect(manifest)) as opened:
            return bool(opened.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise  # the disk's
        return False

"""Refused: what becomes of an article that was read and can't be analysed?

It is listed with its reason, and what the index had of it stays. The list is kept: the file is read
again where it changes, or the rules or limits do.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from index.update.manifest import Manifest
from index.update.rows import ManifestEntry, Refuse, Skip
from index.update.summary import Summary
from search.engine.port import Store


class Refusals:
    """What a run could not take in."""

    def __init__(self, engine: Store, manifest: Manifest, summary: Summary) -> None:
        """Say it in a summary, and keep it in a manifest."""
        self._engine = engine
        self._manifest = manifest
        self._summary = summary

    def add(self, skip: Skip) -> None:
        """List a file, or an article of one."""
        self._summary.skipped.append(skip)
        self._manifest.add_skip(skip)

    def of_read(self, entry: ManifestEntry, was: ManifestEntry | None) -> Refuse:
        """What to do with an article of a file, which was counted; `was` is as the index has it."""
        return partial(self._take_back, entry, was)

    def of_kept(self, article_id: str) -> Refuse:
        """What to do with one that an index has, and that is analysed anew."""
        return partial(self._leave, article_id)

    def _take_back(self, entry: ManifestEntry, was: ManifestEntry | None, reason: str) -> None:
        self._summary.indexed -= 1
        self._summary.duplicates -= entry.duplicate_of is not None
        self.add((entry.file, entry.number, reason))
        if was is None:
            self._manifest.forget_entry(entry.article_id)
            return
        said = {name: getattr(was, name) for name in ("digest", "content", "duplicate_of")}
        self._manifest.put_entry(replace(entry, **said))

    def _leave(self, article_id: str, reason: str) -> None:
        if entry := self._manifest.entry(article_id):
            self.add((entry.file, entry.number, reason))
        if not self._engine.get([article_id]):
            self._manifest.forget_entry(article_id)

"""Writing: how does an article get into the index that a run makes, and how does one leave it?

It is analysed on every core, written in the order in which it came, and committed together with
what the manifest knows of it. Where the index replaces another, what can't be read now is carried
over from that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.settings import COMMIT_EVERY
from index.update import reconcile
from index.update.manifest import Manifest
from index.update.parallel import ParallelAnalysis
from index.update.refused import Refusals
from index.update.rows import ManifestEntry, Refuse
from search.engine.port import Store
from search.errors import IndexStateError
from search.model.articles import Article

DELETED: Final = "deleted"  # a fact of the manifest: that the disk still has what was deleted
UNREADABLE: Final = (
    "most of its articles are in no file any more, and the index that has them was written by "
    "another release; nothing was changed. Bring the files back, or `readout index --delete`"
)


@dataclass(frozen=True, slots=True)
class Before:
    """The index that is being replaced.

    Ids and what can't be read now are carried over from it, if it can be read.
    """

    engine: Store | None
    manifest: Manifest


class ArticleWriter:
    """What a run writes into one generation."""

    def __init__(
        self, store: Store, manifest: Manifest, before: Before | None, refusals: Refusals
    ) -> None:
        """Write into `store` and its manifest, in the place of what was before."""
        self.analysts = ParallelAnalysis(store.write)
        self._engine = store
        self._manifest = manifest
        self._before = before
        self._refusals = refusals
        self._waiting = 0
        self._had_deleted = bool(manifest.fact(DELETED))

    def close(self) -> None:
        """Send the workers home; what was not committed is forgotten."""
        self.analysts.close()

    def write(self, article: Article, refuse: Refuse | None = None) -> None:
        """Write an article, in the place of the one with its id.

        `refuse` is told why it can't be; None for one that an index has.
        """
        self.analysts.give(article, refuse or self._refusals.of_kept(article.article_id))
        self._waiting += 1
        if self._waiting >= COMMIT_EVERY:
            self.commit()

    def carry_over(self, file: str) -> None:
        """Keep what is known of a file that can't be read now."""
        source = self._before.manifest.source(file) if self._before else None
        if self._before is None or self._before.engine is None or source is None:
            return
        self._manifest.put_source(source.unread())
        for entry in self._before.manifest.entries(file):
            self._carry(entry, self._before.engine)

    def _carry(self, entry: ManifestEntry, engine: Store) -> None:
        """Keep an article as it was, if nothing newer has its id."""
        if self._manifest.entry(entry.article_id) is None:
            for article in engine.get([entry.article_id]):
                self._manifest.put_entry(entry)
                self.write(article)

    def keep(self, article_id: str) -> None:
        """Keep an article that is in no file any more."""
        if self._before is None:
            return
        if self._before.engine is None:
            raise IndexStateError(UNREADABLE)
        if entry := self._before.manifest.entry(article_id):
            if source := self._before.manifest.source(entry.file):
                self._manifest.put_source(source.unread())
            self._carry(entry, self._before.engine)

    def delete(self, article_id: str) -> None:
        """Take an article out."""
        if self._before is None:
            self.analysts.finish()  # it may be among the articles that are still to be written
            self._engine.delete([article_id])
            self._manifest.state(DELETED, "1")
            self._manifest.forget_entry(article_id)

    def commit(self) -> None:
        """Make all that was written durable, and what is known of it."""
        self.analysts.finish()
        reconcile.commit(self._engine, self._manifest)
        self._waiting = 0

    def take_off_the_disk(self) -> None:
        """Leave nothing of what runs before have deleted."""
        if self._had_deleted:
            self._engine.merge()
            self._manifest.state(DELETED, "")
            reconcile.commit(self._engine, self._manifest)

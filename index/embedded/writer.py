"""Writer: how do changes gather until a commit?

One writer at a time. Articles wait in a batch, large batches become segments, and deletions are
noted by document number; nothing of it is seen before `commit`. After an error it has lost
something, so it commits no more.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from index.embedded.segment_info import SegmentInfo
from index.embedded.whoosh_storage import Committing
from index.segments.segment_merge import merge_segments
from index.segments.segment_writer import SegmentBuffer
from search.analysis.tokens import AnalysedArticle
from search.errors import IndexStateError
from search.model.articles import Article

BATCH: Final = 8_000_000  # positions that wait in memory: about 12,000 articles of 250 words
SEGMENTS: Final = 4  # a search asks every segment, so a commit merges more than these
# and so does a long run before its commit: each article that is added is looked for in all
WAITING: Final = 10


class Writer:
    """Changes that wait for their commit."""

    def __init__(self, folder: Path) -> None:
        """Shut out other writers and begin with the newest commit."""
        self._commits = commits = Committing(folder)
        commits.acquire()
        try:
            contents = commits.read({})
        except BaseException:
            commits.release()
            raise
        self._generation = contents.generation
        self._entries = list(contents.entries)
        self._segments = dict(contents.segments)
        self._batch = SegmentBuffer()
        self._change, self._next = contents.change, os.urandom(8).hex()
        self._has_news = False  # for a commit; merged segments are news and no change
        self._error: BaseException | None = None
        commits.clear(contents.generation, contents.entries)

    def add(self, article: Article, analysed: AnalysedArticle) -> None:
        """Add an article in place of the one with its id."""
        with self._whole():
            self._remove(article.article_id)
            self._batch.add(article, analysed)
            self._note()
            if self._batch.positions >= BATCH:
                self._flush()

    def remove(self, article_id: str) -> None:
        """Delete an article, wherever it is."""
        with self._whole():
            self._remove(article_id)

    def commit(self) -> None:
        """Make it durable and visible, and let others write."""
        try:
            with self._whole():
                self._flush()
                if self._has_news:
                    self._merge_to(SEGMENTS)
                    self._commits.publish(self._entries, self._generation + 1, self._change)
        except BaseException:
            self.cancel()  # a full disk needs the room
            raise
        self._commits.release()

    def merge(self) -> None:
        """Make one segment of all, without what is deleted."""
        with self._whole():
            self._flush()
            live = [entry for entry in self._entries if entry.live]
            self._has_news |= len(live) < len(self._entries)
            self._entries = live
            if len(live) > 1 or any(entry.deleted for entry in live):
                self._merge(self._entries)
                self._has_news = True

    def cancel(self) -> None:
        """Forget it, take away what was written of it, and let others write."""
        with suppress(OSError, IndexStateError):  # what stays is taken away by the next writer
            listed = self._commits.listed()
            self._commits.clear(listed.generation, listed.entries)
        self._commits.release()

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Do something while nothing is lost; an error loses what was on its way."""
        if self._error is not None:
            raise IndexStateError(
                f"nothing more is written after an error: {self._error}"
            ) from self._error
        try:
            yield
        except BaseException as error:
            self._error = error
            raise

    def _note(self) -> None:
        self._change, self._has_news = self._next, True

    def _remove(self, article_id: str) -> None:
        if article_id in self._batch.docs:
            self._batch.remove(article_id)
            return
        for entry in self._entries:
            doc = self._segments[entry.filename].document(article_id, entry.deleted)
            if doc is not None:
                entry.deleted.add(doc)
                self._note()
                return

    def _flush(self) -> None:
        batch, self._batch = self._batch, SegmentBuffer()
        if batch.docs:
            draft = batch.draft(self._commits.folder)
            self._keep(self._commits.save(draft, len(batch), batch.deleted))
            self._merge_to(WAITING)

    def _merge_to(self, most: int) -> None:
        self._entries = [entry for entry in self._entries if entry.live]
        while group := due(self._entries, most):
            self._merge(group)

    def _merge(self, group: Sequence[SegmentInfo]) -> None:
        segments = [self._segments[entry.filename] for entry in group]
        alive = [
            segment.alive(entry.deleted) for segment, entry in zip(segments, group, strict=True)
        ]
        draft = merge_segments(segments, alive, self._commits.folder)
        self._entries = [entry for entry in self._entries if entry not in group]
        self._keep(self._commits.save(draft, sum(entry.live for entry in group), set()))

    def _keep(self, entry: SegmentInfo) -> None:
        self._entries.append(entry)
        self._segments[entry.filename] = self._commits.open(entry)


def due(entries: Sequence[SegmentInfo], most: int) -> list[SegmentInfo]:
    """The segments to merge next, if any.

    With more than `most`, the two smallest, and each next one that is no larger than those before
    it together: so an article is copied about as often as the archive doubles. A segment half of
    which is deleted goes by itself.
    """
    smallest = sorted(entries, key=lambda entry: entry.live)
    if len(smallest) <= most:
        return [entry for entry in smallest if len(entry.deleted) > entry.live][:1]
    group = smallest[:2]
    for entry in smallest[2:]:
        if entry.live > sum(one.live for one in group):
            break
        group.append(entry)
    return group

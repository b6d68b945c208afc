"""Engine: the port of `search.engine.port`, kept by an index of Whoosh's with a codec of ours."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from index.embedded.commits import Commits, Contents
from index.queries.page import answer, clause_sets
from index.queries.snapshot import Snapshot
from index.queries.term_offsets import with_term_offsets
from index.settings import SETTLED
from search.analysis.tokens import AnalysedArticle
from search.engine.defaults import Defaults
from search.engine.nodes import Node
from search.engine.port import Found, Request, Statistics
from search.engine.positions import TermOffsets
from search.errors import IndexDamagedError
from search.model.articles import Article

if TYPE_CHECKING:  # a search writes nothing, and what writes loads Whoosh
    from index.embedded.writer import Writer


class _Opened(NamedTuple):
    """What is open: a commit, and its segments as one."""

    contents: Contents
    snapshot: Snapshot

    @classmethod
    def of(cls, contents: Contents) -> _Opened:
        """Open a commit."""
        return cls(contents, contents.snapshot())


class EmbeddedEngine(Defaults):
    """Articles in a folder.

    Any number of threads and processes may search, one at a time may write.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the index in a folder; with `create` make an empty one where there is none."""
        if create:
            from index.embedded.whoosh_storage import Committing  # noqa: PLC0415 - as said above

            Committing(path, create=True)
        self._commits = Commits(path)
        self._opened = _Opened.of(self._commits.read({}))
        self._settled = (0, 0)  # the folder, when it last had nothing new
        self._opening = Lock()
        self._writer: Writer | None = None

    def write(self, articles: Iterable[tuple[Article, AnalysedArticle]]) -> None:
        """Add articles, each in place of the one with its id."""
        writer = self._writing()
        for article, analysed in articles:
            writer.add(article, analysed)

    def delete(self, article_ids: Iterable[str]) -> None:
        """Take articles out; ids that are not there do not matter."""
        writer = self._writing()
        for article_id in article_ids:
            writer.remove(article_id)

    def commit(self) -> None:
        """Make what was written and deleted durable and visible."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            writer.commit()

    def merge(self) -> None:
        """Make one segment of all, without what is deleted; it copies the whole index."""
        self._writing().merge()
        self.commit()

    def clear(self) -> None:
        """Take away what a run that was broken off left behind."""
        self._newest()
        contents = self._opened.contents
        if self._commits.unnamed(contents.generation, contents.entries):
            self._writing()  # which begins with that

    def close(self) -> None:
        """Forget what was not committed and let others write."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            writer.cancel()

    def get(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in this order, missing ones left out."""
        snapshot = self._newest()
        found = (snapshot.article(article_id) for article_id in article_ids)
        return [article for article in found if article is not None]

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The titles of those of the articles that are there, in this order; no text is read."""
        snapshot = self._newest()
        found = ((article_id, snapshot.title(article_id)) for article_id in article_ids)
        return {article_id: title for article_id, title in found if title is not None}

    def show(
        self, article_ids: Iterable[str], clauses: Iterable[Node]
    ) -> list[tuple[Article, TermOffsets]]:
        """Articles as `get` gives them, and where in each the words of the clauses stand."""
        with self._reading() as snapshot:
            return with_term_offsets(article_ids, clauses, snapshot)

    def search(self, request: Request) -> Found:
        """Rank, count and cut out one page."""
        with self._reading() as snapshot:
            return answer(request, snapshot)

    def clause_sets(self, request: Request) -> dict[tuple[int, ...], int]:
        """Which clauses articles have, within the limits, and how many have just these."""
        return clause_sets(request, self._newest())

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix` (tier included), sorted, with their frequencies."""
        return self._newest().words(prefix)

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many live articles have each term."""
        snapshot = self._newest()
        return {term: snapshot.frequency(term) for term in terms}

    def statistics(self) -> Statistics:
        """Counts over live articles."""
        snapshot = self._newest()
        return Statistics(snapshot.articles, snapshot.average_length)

    def revision(self) -> str:
        """What names the newest commit: its number, and the file that tells it."""
        self._newest()
        return "-".join(map(str, self._opened.contents.stamp))

    def article_ids(self) -> Iterator[str]:
        """The ids of all live articles."""
        return self._newest().article_ids()

    @property
    def change(self) -> str:
        """A word that is another after each commit that changed an article.

        Merged segments are the same articles.
        """
        self._newest()
        return self._opened.contents.change

    def check(self) -> list[str]:
        """Read everything; the problems found."""
        from index.embedded.verify import checked  # noqa: PLC0415 - likewise

        self._newest()
        return checked(self._commits, self._opened.contents.segments).problems

    def _writing(self) -> Writer:
        if self._writer is None:
            from index.embedded.writer import Writer  # noqa: PLC0415 - likewise

            self._writer = Writer(self._commits.folder)
        return self._writer

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """Read the newest commit; raises `IndexDamagedError` where it is cut off meanwhile."""
        snapshot = self._newest()
        try:
            yield snapshot
        except Exception as error:
            if snapshot.is_whole():
                raise
            folder = str(self._commits.folder)
            raise IndexDamagedError(folder, "was cut off while it was read") from error

    def _newest(self) -> Snapshot:
        """The snapshot of the newest commit, whichever process made it.

        A commit changes the folder, so a folder that has not changed for a while has no new one.
        """
        folder = self._commits.folder.stat()
        state = folder.st_ino, folder.st_mtime_ns
        if not self._opened.snapshot.is_whole():  # to read what was cut off would end the process
            self._opened = _Opened.of(self._commits.read({}))
        if state != self._settled:
            if self._commits.newest() != self._opened.contents.stamp:
                with self._opening:
                    if self._commits.newest() != self._opened.contents.stamp:
                        self._opened = _Opened.of(
                            self._commits.read(self._opened.contents.segments)
                        )
            if time.time_ns() - folder.st_mtime_ns > SETTLED:
                self._settled = state
        return self._opened.snapshot

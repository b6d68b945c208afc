"""Parallel analysis: does this process turn articles into terms, or every core?

A few articles are analysed where they are. From there on worker processes take them in chunks, and
what they give back is written in the order in which the articles came, so the index is the same
however many have worked on it. An article whose analysis does not end, or fails, is refused with a
reason, as a file is that can't be read.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index import tagging
from index.loaders.time_limits import analysing
from index.update.rows import Refuse
from search.analysis.analyzer import analyse_article
from search.analysis.tokens import AnalysedArticle
from search.errors import SourceError
from search.model.articles import Article

# most runs have few articles, and what starts processes would take longer to load than they take
if TYPE_CHECKING:
    from concurrent.futures import Future

    from index.workers import WorkerPool

FEW_ARTICLES: Final = 200  # articles that are analysed before workers have started
MANY_BYTES: Final = 1_000_000  # bytes of new files: there will be more articles than a few
_CHUNK: Final = 16  # articles that a worker takes at a time
# chunks a worker that wait to be analysed or written: more would only take memory
_AHEAD: Final = 4

Analysed = tuple[Article, AnalysedArticle]
Write = Callable[[Iterable[Analysed]], None]


def analysed(article: Article) -> Analysed:
    """The article with its leaders and countries, and its terms."""
    found = analyse_article(article)
    return tagging.tag(article, found), found


def attempted(article: Article) -> Analysed | str:
    """The article analysed, or why it can't be."""
    try:
        with analysing(Path(article.article_id)):
            return analysed(article)
    except SourceError as error:
        return error.reason


class ParallelAnalysis:
    """Hands articles on, analysed, in the order in which it is given them."""

    def __init__(self, write: Write) -> None:
        """Hand them to `write`."""
        self._write = write
        self._given = 0
        self._chunk: list[tuple[Article, Refuse]] = []
        self._waiting: deque[tuple[Future[list[Analysed | str]], list[Refuse]]] = deque()
        self._workers = os.cpu_count() or 1
        self._pool: WorkerPool | None = None

    def give(self, article: Article, refuse: Refuse) -> None:
        """Take an article; it is handed on or refused, now or later."""
        self._given += 1
        if self._given <= FEW_ARTICLES or self._workers == 1:
            self._take([attempted(article)], [refuse])
            return
        self._chunk.append((article, refuse))
        if len(self._chunk) == _CHUNK:
            self._send()
            while len(self._waiting) > _AHEAD * self._workers or (
                self._waiting and self._waiting[0][0].done()
            ):
                self._hand_on()

    def expect(self, size: int) -> None:
        """Leave all articles to workers if new files have so many bytes."""
        if size >= MANY_BYTES:
            self._given = FEW_ARTICLES

    def finish(self) -> None:
        """Hand on all that was given."""
        if self._chunk:
            self._send()
        while self._waiting:
            self._hand_on()

    def close(self) -> None:
        """Send the workers home; what was not handed on is forgotten."""
        if self._pool is not None:
            self._pool.close()

    def restart(self) -> None:
        """Hand on all that was given, and have other workers from now on."""
        self.finish()
        self.close()
        self._pool = None

    def _send(self) -> None:
        if self._pool is None:
            from index.workers import WorkerPool  # noqa: PLC0415 - as said above

            self._pool = WorkerPool(self._workers)
        articles = [article for article, _ in self._chunk]
        refusals = [refuse for _, refuse in self._chunk]
        self._waiting.append((self._pool.submit(_all, articles), refusals))
        self._chunk = []

    def _hand_on(self) -> None:
        found, refusals = self._waiting.popleft()
        self._take(found.result(), refusals)

    def _take(self, found: Sequence[Analysed | str], refusals: Sequence[Refuse]) -> None:
        if whole := [one for one in found if not isinstance(one, str)]:
            self._write(whole)
        for one, refuse in zip(found, refusals, strict=True):
            if isinstance(one, str):
                refuse(one)


def _all(articles: Iterable[Article]) -> list[Analysed | str]:
    return list(map(attempted, articles))

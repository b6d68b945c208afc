"""An engine that has only what the port demands: all else follows from that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from search.engine.defaults import Defaults
from search.engine.memory import MemoryEngine
from search.engine.port import Found, Request, Statistics
from search.model.articles import Article


class DemandedEngine(Defaults):
    """What the engine in memory keeps, without what that does better than the defaults."""

    def __init__(self) -> None:
        self._kept = MemoryEngine()
        self.write, self.delete, self.commit = (
            self._kept.write,
            self._kept.delete,
            self._kept.commit,
        )
        self.merge, self.clear, self.close = self._kept.merge, self._kept.clear, self._kept.close

    def get(self, article_ids: Iterable[str]) -> list[Article]:
        return self._kept.get(article_ids)

    def search(self, request: Request) -> Found:
        return self._kept.search(request)

    def clause_sets(self, request: Request) -> Mapping[tuple[int, ...], int]:
        return self._kept.clause_sets(request)

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        return self._kept.words(prefix)

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        return self._kept.frequencies(terms)

    def statistics(self) -> Statistics:
        return self._kept.statistics()

    def revision(self) -> str:
        return self._kept.revision()

    def article_ids(self) -> Iterator[str]:
        return self._kept.article_ids()

    @property
    def change(self) -> str:
        return self._kept.change

    def check(self) -> list[str]:
        return self._kept.check()

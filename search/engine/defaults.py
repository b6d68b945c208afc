"""Defaults: what follows for any engine from what it must have.

An engine that can do better does it itself.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.analysis.analyzer import analyse_article
from search.engine.nodes import Node
from search.engine.port import Found, Ranked, Request, Statistics
from search.engine.positions import TermOffsets, term_offsets
from search.model.articles import Article
from search.names.own import NONE, OwnNames


class Defaults(ABC):
    """Term offsets by analysing the stored text anew, a cursor by one long page, no own names."""

    @abstractmethod
    def get(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in this order, missing ones left out."""

    @abstractmethod
    def search(self, request: Request) -> Found:
        """Rank, count and cut out one page."""

    @abstractmethod
    def statistics(self) -> Statistics:
        """Counts over live articles."""

    def names(self) -> OwnNames:
        """None: who opens an archive knows its names."""
        return NONE

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The titles of those of the articles that are there, in this order."""
        return {article.article_id: article.title for article in self.get(article_ids)}

    def show(
        self,
        article_ids: Iterable[str],
        clauses: Iterable[Node],  # noqa: ARG002 - the offsets of all words have those
    ) -> list[tuple[Article, TermOffsets]]:
        """Articles as `get` gives them, and where in each its words stand."""
        return [
            (article, term_offsets(analyse_article(article))) for article in self.get(article_ids)
        ]

    def search_many(self, requests: Iterable[Request]) -> list[Found]:
        """The same for several requests."""
        return [self.search(request) for request in requests]

    def every(self, request: Request) -> Iterator[Ranked]:
        """All that `search` finds, in its order, from the first on."""
        whole = replace(request, offset=0, size=max(1, self.statistics().articles), facets=())
        return iter(self.search(whole).hits)

"""An archive in memory: whatever articles a test is about, analysed and searched as any others."""

from __future__ import annotations

from collections.abc import Iterable

from search.analysis.analyzer import analyse_article
from search.engine.memory import MemoryEngine
from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.service.searcher import Searcher


def engine_of(articles: Iterable[Article]) -> MemoryEngine:
    """The engine that keeps these articles."""
    engine = MemoryEngine()
    engine.write((article, analyse_article(article)) for article in articles)
    engine.commit()
    return engine


def searcher_of(articles: Iterable[Article]) -> Searcher:
    """The searcher over them, with the names that everybody has."""
    return Searcher(engine_of(articles), gazetteer())

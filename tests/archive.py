"""An archive in memory: whatever articles a test is about, analysed and searched as any others."""

from __future__ import annotations

from collections.abc import Iterable

from search.analysis.pipeline import analyse_article
from search.articles import Article
from search.gazetteer import gazetteer
from search.memory import MemoryEngine
from search.searcher import Searcher


def engine_of(articles: Iterable[Article]) -> MemoryEngine:
    """The engine that keeps these articles."""
    engine = MemoryEngine()
    engine.write((article, analyse_article(article)) for article in articles)
    engine.commit()
    return engine


def searcher_of(articles: Iterable[Article]) -> Searcher:
    """The searcher over them, with the names that everybody has."""
    return Searcher(engine_of(articles), gazetteer())

"""The baseline: how well does BM25 rank that knows words, or dictionary forms, and nothing else?

No tiers, no names, no phrases, no title: a bag of terms of one kind, in one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from search.analysis.analyzer import analyse, analyse_article
from search.analysis.tokens import AnalysedText
from search.engine.positions import length
from search.engine.ranking import idf
from search.model.articles import Article


class Baseline:
    """Ranks articles by the terms of one tier."""

    def __init__(self, articles: Iterable[Article], tier: str, k1: float, b: float) -> None:
        """Count the terms that begin with `tier`."""
        self._tier = tier
        self._counts: dict[str, dict[str, int]] = {}
        lengths = {}
        for article in articles:
            analysed = analyse_article(article)
            lengths[article.article_id] = length(analysed)
            for term, count in Counter(
                (*self._terms(analysed.title), *self._terms(analysed.body))
            ).items():
                self._counts.setdefault(term, {})[article.article_id] = count
        average = sum(lengths.values()) / len(lengths)
        self._norms = {
            article_id: k1 * (1 - b + b * words / average) for article_id, words in lengths.items()
        }

    def rank(self, query: str, size: int = 10) -> list[str]:
        """The best articles of any word of a query."""
        scores: dict[str, float] = {}
        for term in dict.fromkeys(self._terms(analyse(query, side="query"))):
            self._add(self._counts.get(term, {}), scores)
        return sorted(scores, key=lambda article_id: (-scores[article_id], article_id))[:size]

    def _add(self, counts: Mapping[str, int], scores: dict[str, float]) -> None:
        worth = idf(len(self._norms), len(counts))
        for article_id, count in counts.items():
            share = count / (count + self._norms[article_id])
            scores[article_id] = scores.get(article_id, 0.0) + worth * share

    def _terms(self, text: AnalysedText) -> list[str]:
        return [term for terms in text.terms for term in terms if term.startswith(self._tier)]

"""Retrieval: how often is the right article the first, and what does each part of the ranking add to that?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

from index.embedded.engine import EmbeddedEngine
from search.analysis.analyzer import analyse_article
from search.analysis.tokens import EXACT, LEMMA
from search.engine.port import Engine, Request
from search.engine.ranking import K1, B
from search.entities.gazetteer import gazetteer
from search.query.compiler import compile_query
from search.query.parser import parse
from tests.quality.ablation import QUERIES, Keeps, everything, left_with, narrowed
from tests.quality.baseline import Baseline
from tests.quality.collections import Collection, judged, news, typed_bare
from tools.metrics import first_right, reciprocal_rank, success

SETS: Final[dict[str, Callable[[], Collection]]] = {
    "he-heq": lambda: judged("he-heq"),
    "he-parashoot": lambda: judged("he-parashoot"),
    "ro-xquad": lambda: judged("ro-xquad"),
    "ro-xquad typed bare": lambda: typed_bare(judged("ro-xquad")),
    "en-xquad": lambda: judged("en-xquad"),
    "ru-xquad": lambda: judged("ru-xquad"),
    "ar-xquad": lambda: judged("ar-xquad"),
    "fa-persianqa": lambda: judged("fa-persianqa"),
}
NEWS: Final = ("he-ynet2026", "he-hebmorph2013", "ro-moldova", "en-reuters21578")
BASELINES: Final = {
    "plain BM25 over words (k1 0.9, b 0.4)": (EXACT, 0.9, 0.4),
    "plain BM25 over words": (EXACT, K1, B),
    "plain BM25 over dictionary forms (k1 0.9, b 0.4)": (LEMMA, 0.9, 0.4),
    "plain BM25 over dictionary forms": (LEMMA, K1, B),
}
DEPTH: Final = 10
Places = list[int]
Rank = Callable[[str], list[str]]


def places(collection: Collection, rank: Rank) -> Places:
    """Where the first right article stands for each question."""
    return [
        first_right(rank(question.text), question.relevant) for question in collection.questions
    ]


def variants(collection: Collection) -> Iterator[tuple[str, Places]]:
    """Baselines, the ranking as it is, and without each of its parts."""
    for name, (tier, k1, b) in BASELINES.items():
        yield name, places(collection, Baseline(collection.articles, tier, k1, b).rank)
    with TemporaryDirectory() as folder:
        engine = engine_of(collection, Path(folder))
        for name, keeps in QUERIES.items():
            yield name, places(collection, ranking(engine, keeps))
        with patch("index.queries.scoring.TITLE_BONUS", 0.0):
            yield "without the title's bonus", places(collection, ranking(engine))
    with left_with("the dictionary alone, no rules"), TemporaryDirectory() as folder:
        yield (
            "the dictionary alone, no rules",
            places(collection, ranking(engine_of(collection, Path(folder)))),
        )


def known_items(collection: Collection) -> tuple[Places, Places]:
    """Where the article stands whose headline was hidden: by plain words, and as we rank."""
    words = places(collection, Baseline(collection.articles, EXACT, K1, B).rank)
    with TemporaryDirectory() as folder:
        return words, places(collection, ranking(engine_of(collection, Path(folder))))


def engine_of(collection: Collection, folder: Path) -> Engine:
    """An engine that keeps the articles."""
    engine = EmbeddedEngine(folder / "postings", create=True)
    engine.write((article, analyse_article(article)) for article in collection.articles)
    engine.commit()
    return engine


def ranking(engine: Engine, keeps: Keeps = everything) -> Rank:
    """What an engine finds for any word of a query."""

    def rank(query: str) -> list[str]:
        compiled = compile_query(
            parse(query), gazetteer=gazetteer(), interface="en", loose=False, match="any"
        )
        clauses = tuple(narrowed(clause, keeps) for clause in compiled.clauses)
        found = engine.search(
            Request(clauses=clauses, limits=compiled.limits, match="any", size=DEPTH)
        )
        return [hit.article_id for hit in found.hits]

    return rank


def retrieval_table() -> Iterator[list[str]]:
    """A row a variant, a column a set: success of the first hit, and mean reciprocal rank."""
    columns = {name: dict(variants(read())) for name, read in SETS.items()}
    yield ["success@1 / MRR@10", *columns]
    for variant in next(iter(columns.values())):
        yield [variant, *(_both(column[variant]) for column in columns.values())]


def news_table() -> Iterator[list[str]]:
    """A row a set of news: success@10 by plain words and as we rank."""
    yield ["success@10", "articles", "plain BM25 over words", "Readout", "gain"]
    for name in NEWS:
        collection = news(name)
        words, ours = (success(found, DEPTH) for found in known_items(collection))
        yield [
            name,
            str(len(collection.articles)),
            f"{words:.3f}",
            f"{ours:.3f}",
            f"{ours - words:+.3f}",
        ]


def _both(found: Places) -> str:
    return f"{success(found):.3f} / {reciprocal_rank(found):.3f}"

"""Ours: Readout's engine on ready-made tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from index.embedded.engine import EmbeddedEngine
from search.analysis.tokens import AnalysedArticle, AnalysedText
from search.engine.nodes import And, Fuzzy, Group, Node, Phrase, Prefix
from search.engine.port import Request
from search.model.articles import Article
from tests.bench.archive import Row
from tests.bench.contender import AT_ONCE, COUNTED, SHOWN, SLIPS, WORDS, Answer, Asked


class Readout:
    """The embedded engine of this project, on tokens that are ready-made."""

    kinds = WORDS | SLIPS

    def __init__(self, folder: Path) -> None:
        """Keep the index in a folder."""
        self._folder = folder
        self._engine: EmbeddedEngine

    def load(self, rows: Iterable[Row], clock: Callable[[], Any]) -> None:
        """Index and commit."""
        engine = EmbeddedEngine(self._folder, create=True)
        while ready := [_analysed(row) for row in islice(rows, AT_ONCE)]:
            clock()
            engine.write(ready)
            clock()
        clock()
        engine.commit()
        clock()

    def open(self) -> None:
        """Map the files."""
        self._engine = EmbeddedEngine(self._folder)

    def ask(self, kind: str, words: Asked) -> Answer:
        """Answer through the port."""
        found = self._engine.search(_request(kind, words))
        return found.total, [*self._engine.titles(hit.article_id for hit in found.hits).values()]

    def count(self, kind: str, words: Asked) -> int:
        """Count as what a page asks on the side does."""
        return self._engine.search(_request(kind, words, size=0)).total

    def best(self, kind: str, words: Asked) -> int:
        """Rank; all are counted with it."""
        return len(self._engine.search(_request(kind, words)).hits)


def _request(kind: str, words: Asked, size: int = SHOWN) -> Request:
    match: Any = "any" if kind == "or" else "all"
    return Request(
        clauses=_clauses(kind, words),
        match=match,
        filters={"country": frozenset(words[1:])} if kind == "filter" else {},
        facets=COUNTED if kind == "facets" else (),
        size=size,
    )


def _analysed(row: Row) -> tuple[Article, AnalysedArticle]:
    """The article with a term a word and no title to search."""
    words = tuple(row.body.split(" "))
    places = tuple(range(len(words)))
    body = AnalysedText(
        places, places, places, words, tuple((f"x:{word}",) for word in words), ((),) * len(words)
    )
    article = Article(
        article_id=row.number,
        title=row.title,
        text=row.body,
        lang=row.lang,
        published=row.year,
        leaders=(row.leader,),
        countries=(row.country,),
    )
    return article, AnalysedArticle(row.number, AnalysedText(), body)


def _clauses(kind: str, words: Asked) -> tuple[Node, ...]:
    groups = tuple(Group(word, ((f"x:{word}", 1.0),)) for word in words)
    kinds: dict[str, tuple[Node, ...]] = {
        "and": (And(groups),),  # not clauses, of which some would do if no article had all
        "phrase": (Phrase(groups),),
        "prefix": (Prefix((f"x:{words[0]}",)),),
        "one off": (Fuzzy(words[0], 1),),
        "two off": (Fuzzy(words[0], 2),),
        "filter": groups[:1],
    }
    return kinds.get(kind, groups)

"""Articles of random letters, and what an engine finds of them."""

from __future__ import annotations

import random

from index.embedded.engine import EmbeddedEngine
from search.analysis.tokens import AnalysedArticle
from search.engine.port import Found, Request
from search.model.articles import Article
from tests.engines.plain import article

LETTERS = "abcdefghij"


def letters(count: int, *, seed: int = 1, first: int = 0) -> list[tuple[Article, AnalysedArticle]]:
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    bodies = (" ".join(chance.choices(LETTERS, k=chance.randint(3, 30))) for _ in range(count))
    return [
        article(f"{first + n:04}", body, lang="en", leaders=("p",)) for n, body in enumerate(bodies)
    ]


def ids(found: Found) -> list[str]:
    return [hit.article_id for hit in found.hits]


def everything(engine: EmbeddedEngine) -> Found:
    return engine.search(Request(size=1000))

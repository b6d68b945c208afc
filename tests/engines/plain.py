"""Articles for engines.

Every word is its own exact term and its own lemma in lower case, and nothing else.
"""

from __future__ import annotations

import re
from typing import Any

from search.analysis.tokens import AnalysedArticle, AnalysedText
from search.engine.nodes import Group, Phrase
from search.model.articles import Article


def text(written: str) -> AnalysedText:
    found = list(re.finditer(r"\w+", written))
    exacts = tuple(match[0].lower() for match in found)
    return AnalysedText(
        starts=tuple(match.start() for match in found),
        ends=tuple(match.end() for match in found),
        positions=tuple(range(len(found))),
        exacts=exacts,
        terms=tuple((f"x:{word}", f"l:{word.rstrip('s')}") for word in exacts),
        loose=tuple(() for _ in found),
    )


def article(
    article_id: str,
    body: str,
    title: str = "",
    **known: Any,  # noqa: ANN401
) -> tuple[Article, AnalysedArticle]:
    one = Article(article_id=article_id, title=title, text=body, **known)
    return one, AnalysedArticle(article_id, text(title), text(body))


def word(written: str) -> Group:
    return Group(written, ((f"x:{written}", 1.0), (f"l:{written.rstrip('s')}", 0.9)))


def phrase(written: str, slop: int = 0) -> Phrase:
    return Phrase(tuple(word(one) for one in written.split()), slop)

"""Tagging: which leaders and countries is an article about?

Everyone whom its title and body name, boilerplate aside; salience only orders them. What metadata
gave is left alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from search.analysis.tokens import AnalysedArticle
from search.entities.gazetteer import Gazetteer, Mention, gazetteer
from search.model.articles import Article

TAGGING_VERSION: Final = 4  # raised when the rules change; the names have a hash of their own
TABLES: Final = ("search.names", "search.entities")  # where the names are kept
LEAD_CODE_POINTS: Final = 300  # code points: the first sentence or two say who it is about


def tag(article: Article, analysed: AnalysedArticle) -> Article:
    """The article with the leaders and countries that its text names, the most salient first."""
    return tag_with(gazetteer(), article, analysed)


def tag_with(known: Gazetteer, article: Article, analysed: AnalysedArticle) -> Article:
    """The same with a gazetteer of one's own."""
    parts = (article.title, analysed.title), (article.text, analysed.body)
    title, body = known.mentions_in(*parts, published=article.published)
    start = analysed.body.starts[0] if len(analysed.body) else 0
    found: dict[str, Any] = {
        field: _by_salience(facet, title, body, start)
        for field, facet in (("leaders", "leader"), ("countries", "country"))
        if field not in article.from_metadata
    }
    return replace(article, **found)


def _by_salience(
    facet: str, title: Iterable[Mention], body: Sequence[Mention], start: int
) -> tuple[str, ...]:
    """The values of a facet.

    Those in the title and the lead first, then those named most often, then as they come.
    """
    titled = [mention.id for mention in title if mention.facet == facet]
    named = [mention.id for mention in body if mention.facet == facet]
    lead = {
        mention.id
        for mention in body
        if mention.facet == facet and mention.start < start + LEAD_CODE_POINTS
    }
    every = [*titled, *named]
    weight = {value: (value in titled) + (value in lead) for value in every}
    return tuple(
        sorted(weight, key=lambda value: (-weight[value], -every.count(value), every.index(value)))
    )


@cache
def fingerprint() -> str:
    """Changes with the rules and with the names: then every article is tagged anew."""
    digest = hashlib.sha256(str(TAGGING_VERSION).encode())
    tables = (
        file
        for package in TABLES
        for file in files(package).iterdir()
        if file.name.endswith(".tsv")
    )
    for table in sorted(tables, key=lambda file: file.name):
        digest.update(table.read_bytes())
    return f"{TAGGING_VERSION}-{digest.hexdigest()[:16]}"

"""Tagging: which leaders and countries does an article name, and which contacts does it report?

Everyone whom its title and body name, boilerplate aside; salience only orders them. Who took part
in a contact brings the country that they speak for. What metadata gave is left alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from index.contacts import contacts
from index.contacts.stated import stated
from index.contacts.subjects import subjects
from search import icu
from search.analysis.tokens import AnalysedArticle
from search.entities.gazetteer import Gazetteer, gazetteer
from search.entities.subjects import Mention
from search.model.articles import Article
from search.model.contacts import Contact
from search.names import own, people

TAGGING_VERSION: Final = 8  # raised when the rules change; the names have a hash of their own
TABLES: Final = ("search.names", "search.entities", "index.contacts")  # where the words are kept
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
    held = stated(article, contacts(article, title, body))
    if "leaders" in found:
        told = (one for held_one in held for one in held_one.leaders)
        found["leaders"] = tuple(dict.fromkeys((*found["leaders"], *told)))
    if "countries" in found:
        found["countries"] = tuple(dict.fromkeys((*found["countries"], *_home(held))))
    return replace(article, **found, contacts=held, subjects=subjects(article, title, body, held))


def _home(held: Iterable[Contact]) -> Iterator[str]:
    """The countries that those who took part in contacts speak for, without organisations."""
    own_countries = {row.owner for row in own.current().rows if row.kind == "country"}
    told = (leader for contact in held for leader in contact.leaders if leader in people())
    homes = (people()[leader].country for leader in told)
    return (home for home in homes if home.upper() in icu.country_codes() or home in own_countries)


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

"""Response: what a search answers, in the words of the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, Literal

from search.model.articles import Article, Field, Span
from search.model.facet_values import FacetValue
from search.model.hints import Hint
from search.model.partial import Partial
from search.model.search_options import PAGE_SIZE, Match, Matched, Order

NEAR: Final = 2  # pages before and after that are linked


@dataclass(frozen=True, slots=True)
class Passage:
    """A cut-out of an article.

    Marks are code points into `text`, in reading order, never overlapping.
    """

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A leader or a country with its name in the language of the interface."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What was asked: the one thing that web and command line make.

    `filters` are the chosen values by facet: an id or any spelling of an entity, `2016`,
    `2016..2019` or `unknown` as a year, a code as a language. `since` and `until` are dates between
    which the articles may be published, `seen_since` one on or after which they were first seen.
    """

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: str = ""
    until: str = ""
    match: Match = "all"
    loose: bool = False
    seen_since: str | None = None
    sort: Order = "relevance"
    page: int = 1
    size: int = PAGE_SIZE
    interface: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A ranked article with the passages that show why."""

    article: Article
    direction: Literal["ltr", "rtl"]
    title_marks: tuple[Span, ...]
    passages: tuple[Passage, ...]
    leaders: tuple[Label, ...]
    countries: tuple[Label, ...]
    score: float

    def to_json(self) -> dict[str, Any]:
        """The hit as the API gives it."""
        passages = [{"text": one.text, "marks": _spans(one.marks)} for one in self.passages]
        links: dict[str, None] = {"self": None, "page": None}  # who knows addresses fills them in
        return {**_known(self), "score": self.score, "passages": passages, "links": links}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An article to be read, with the marks of the query that led to it.

    `words` are those that name a leader or a country in the article, by id.
    """

    article: Article
    direction: Literal["ltr", "rtl"]
    title_marks: tuple[Span, ...]
    marks: tuple[Span, ...]
    leaders: tuple[Label, ...]
    countries: tuple[Label, ...]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The article as the API gives it."""
        article = self.article
        return {
            **_known(self),
            "text": article.text,
            "marks": _spans(self.marks),
            "boilerplate": _spans(article.boilerplate),
            "duplicate_of": article.duplicate_of,
            "words": {value: list(words) for value, words in self.words.items()},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page of hits, the whole facets, and what was understood."""

    query: str
    match: Matched
    total: int
    page: int
    size: int
    took_ms: float
    hints: tuple[Hint, ...] = ()
    hits: tuple[Hit, ...] = ()
    partial: Partial | None = None
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)

    @property
    def last_page(self) -> int:
        """The number of the last page that has a hit; 1 where there is none."""
        return max(1, -(-self.total // self.size))

    def pages_near(self) -> list[int]:
        """The pages to go to: first, last and those near; 0 is a gap, and one page is none."""
        near = range(max(1, self.page - NEAR), min(self.last_page, self.page + NEAR) + 1)
        shown = sorted({1, *near, self.last_page}) if self.last_page > 1 and near else []
        steps = pairwise([0, *shown])
        return [
            one for before, page in steps for one in ((page,) if page == before + 1 else (0, page))
        ]

    def to_json(self) -> dict[str, Any]:
        """The answer as the API gives it."""
        return {
            "query": self.query,
            "match": self.match,
            "total": self.total,
            "page": self.page,
            "size": self.size,
            "took_ms": self.took_ms,
            "partial": self.partial and self.partial._asdict(),
            "links": dict.fromkeys(("self", "next", "previous", "page")),
            "hints": [hint.to_json() for hint in self.hints],
            "hits": [hit.to_json() for hit in self.hits],
            "facets": {
                facet: [
                    {
                        "value": row.value,
                        "label": row.label,
                        "count": row.count,
                        "selected": row.selected,
                    }
                    for row in rows
                ]
                for facet, rows in self.facets.items()
            },
        }


def _known(shown: Hit | Opened) -> dict[str, Any]:
    """What both a hit and an opened article say of the article."""
    article = shown.article
    return {
        "id": article.article_id,
        "title": article.title,
        "title_marks": _spans(shown.title_marks),
        "lang": article.lang,
        "dir": shown.direction,
        "published": article.published,
        "published_source": article.published_source,
        "year": article.year,
        "first_seen": article.first_seen,
        "outlet": article.outlet,
        "url": article.url,
        "leaders": [_named(label, article, "leaders") for label in shown.leaders],
        "countries": [_named(label, article, "countries") for label in shown.countries],
        "contacts": [contact.to_json() for contact in article.contacts],
    }


def _named(label: Label, article: Article, field_name: Field) -> dict[str, Any]:
    """A leader or a country: whether the article is about it, and what named it."""
    return {
        "id": label.id,
        "label": label.label,
        "main": label.id in article.subjects,
        "source": "metadata" if field_name in article.from_metadata else "text",
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]

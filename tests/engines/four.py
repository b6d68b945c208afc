"""Four articles, and what an engine finds of them."""

from __future__ import annotations

from search.engine.nodes import Node
from search.engine.port import Found, Request, Store
from tests.engines.plain import article

ARCHIVE = (
    article(
        "a",
        "Putin called Netanyahu about Gaza",
        "A call",
        published="2016-10-23",
        lang="en",
        leaders=("p", "n"),
        sequence=3,
        first_seen="2026-11-02",
    ),
    article(
        "b",
        "Netanyahu called Trump",
        published="2025",
        lang="en",
        leaders=("n", "t"),
        countries=("il",),
        outlet="Agenția Nouă",
        sequence=1,
        first_seen="2026-10-31",
    ),
    article(
        "c",
        "The call of Gaza and the calls of Gaza",
        published="2025-04",
        lang="ro",
        countries=("il", "ru"),
        sequence=2,
        first_seen="2026-11-01",
    ),
    article("d", "Nothing was said of it", lang="he", leaders=("p",)),
)


def ids(found: Found) -> list[str]:
    return [hit.article_id for hit in found.hits]


def found(engine: Store, *clauses: Node, **asked: object) -> set[str]:
    return set(ids(engine.search(Request(clauses=clauses, **asked))))  # type: ignore[arg-type]

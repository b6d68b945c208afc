"""Requests: what is a cluster asked for a page, and what does its answer say?

Filters that no facet leaves out narrow what is found; the others come after the facets are
counted, and each facet is counted within all of them but its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Any, Final

from index.opensearch.documents import as_value
from index.opensearch.fields import FACET_FIELD
from index.opensearch.matching import EVERYTHING, every, filtered, matched, some
from search.engine.deadline import remaining
from search.engine.nodes import Node
from search.engine.port import Found, Ranked, Request
from search.errors import PageTooFarError, UnknownFacetError
from search.model.facets import ANY_OF, FACETS
from search.model.partial import Partial
from search.model.search_options import Matched

Json = dict[str, Any]
Scored = Callable[[Node], Json]  # what asks for a node with its score

WINDOW: Final = 10_000  # hits that a cluster counts off before a page
MOST_VALUES: Final = 65_000  # of a facet; a cluster gives no more in one answer
_LAST: Final = {"missing": "_last"}
_ORDERS: Final[Mapping[str, list[Json]]] = {
    "relevance": [{"_score": "desc"}, {"day": {"order": "desc", **_LAST}}, {"id": "asc"}],
    "newest": [{"day": {"order": "desc", **_LAST}}, {"id": "asc"}],
    "oldest": [{"day": {"order": "asc", **_LAST}}, {"id": "asc"}],
    "seen": [{"sequence": "desc"}, {"id": "asc"}],
}
_VALUES: Final = "values"
_CROSSED: Final = "crossed"


def body(request: Request, scored: Scored) -> Json:
    """What asks for one page; raises `PageTooFarError` for one that is too far down."""
    if request.offset + request.size > WINDOW:
        page = request.offset // max(1, request.size) + 1
        raise PageTooFarError(page, WINDOW)
    asked = found(request, scored)
    after = _after(request)
    counted = {facet: _counted(facet, after) for facet in request.facets}
    if request.crossed:
        counted[_CROSSED] = _within(after.values(), _both(*request.crossed))
    return {
        **asked,
        "from": request.offset,
        "track_total_hits": True,
        **_time_limit(),
        **({"aggs": counted} if counted else {}),
        **({"post_filter": every(after.values())} if after else {}),
    }


def found(request: Request, scored: Scored) -> Json:
    """What asks for articles in the order of a request."""
    before = [
        filtered(facet, choices)
        for facet, choices in request.filters.items()
        if choices and facet not in _after(request)
    ]
    limits = [*map(matched, request.limits), *before]
    if not request.size:
        return {"query": every([_clauses(request), *limits]), "size": 0}
    return {
        "query": _weighed(request, limits, scored),
        "size": request.size,
        "sort": _ORDERS[request.sort],
        "track_scores": True,
        "_source": False,
    }


def shortened(request: Request) -> Request:
    """A request that a cluster can answer at once.

    Of one from the first hit on that is longer than it counts off, the counts alone.
    """
    is_long = not request.offset and request.size > WINDOW
    return replace(request, size=0) if is_long else request


def lengthened(short: Found, hits: Iterable[Ranked]) -> Found:
    """The counts of a request that was shortened, with its hits."""
    return replace(short, hits=tuple(hits))


def from_the_first(request: Request) -> Request:
    """All that a request finds, whatever page it is of."""
    return replace(request, offset=0, size=WINDOW, facets=())


def preference(asked_for: Iterable[Request]) -> str:
    """What sends the pages of one query to the same copies of the archive."""
    asked = repr([(request.clauses, request.limits) for request in asked_for])
    return hashlib.sha256(asked.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def answer(request: Request, said: Json, articles: int) -> Found:
    """What a cluster's answer says, of so many articles."""
    matching: Matched = "any" if request.match == "any" and request.clauses else "all"
    hits = tuple(map(ranked, said["hits"]["hits"]))
    counts = {facet: _counts(said["aggregations"][facet]) for facet in request.facets}
    total = int(said["hits"]["total"]["value"])
    both = said["aggregations"][_CROSSED] if request.crossed else {_VALUES: {"buckets": []}}
    crossed = {as_value(bucket["key"]): _counts(bucket) for bucket in _buckets(both)}
    return Found(total, matching, hits, counts, partial(said, articles), crossed)


def ranked(hit: Json) -> Ranked:
    """A hit with its score: what it is sorted by ends with its id."""
    place = -1 if isinstance(hit["sort"][-1], str) else -2  # a point in time has its own tie-break
    return Ranked(as_value(hit["sort"][place]), float(hit["_score"] or 0.0))


def partial(said: Json, articles: int) -> Partial | None:
    """Whether a part of the archive has not answered, or not in time."""
    shards = said["_shards"]
    if shards.get("failed"):
        return Partial("shards", int(shards["successful"]), int(shards["total"]))
    if said.get("timed_out"):
        met = int(said["hits"]["total"]["value"])
        return Partial("time", met, max(met, articles))
    return None


def _time_limit() -> Json:
    """How long a cluster may search, where an answer has a limit."""
    left = remaining()
    return {} if left == inf else {"timeout": f"{max(1, round(1000 * left))}ms"}


def _clauses(request: Request) -> Json:
    clauses = list(map(matched, request.clauses))
    return some(clauses) if request.match == "any" and clauses else every(clauses)


def _weighed(request: Request, limits: Sequence[Json], scored: Scored) -> Json:
    clauses = list(map(scored, request.clauses))
    within: Json = {"filter": [limit for limit in limits if limit != EVERYTHING]}
    if not clauses:
        return {"bool": within if within["filter"] else {"filter": [EVERYTHING]}}
    if request.match == "any":
        return {"bool": {**within, "should": clauses, "minimum_should_match": 1}}
    return {"bool": {**within, "must": clauses}}


def _after(request: Request) -> dict[str, Json]:
    """The filters that a facet is counted without: its own, where several choices mean any."""
    return {
        facet: filtered(facet, choices)
        for facet, choices in request.filters.items()
        if choices and facet in ANY_OF and facet in request.facets
    }


def _counted(facet: str, after: Mapping[str, Json]) -> Json:
    if facet not in FACETS:
        raise UnknownFacetError(facet, known=FACETS)
    values = {"terms": {"field": FACET_FIELD + facet, "size": MOST_VALUES}}
    return _within([own for name, own in after.items() if name != facet], values)


def _both(facet: str, by: str) -> Json:
    """What counts two facets together."""
    inner = {_VALUES: {"terms": {"field": FACET_FIELD + by, "size": MOST_VALUES}}}
    return {"terms": {"field": FACET_FIELD + facet, "size": MOST_VALUES}, "aggs": inner}


def _within(filters: Iterable[Json], counted: Json) -> Json:
    """What counts only what passes some filters."""
    within = list(filters)
    return {"filter": every(within), "aggs": {_VALUES: counted}} if within else counted


def _counts(said: Json) -> dict[str, int]:
    return {as_value(bucket["key"]): int(bucket["doc_count"]) for bucket in _buckets(said)}


def _buckets(said: Json) -> list[Json]:
    buckets: list[Json] = said.get(_VALUES, said)["buckets"]
    return buckets

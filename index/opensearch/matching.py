"""Matching: which articles does a node of a query match, as a cluster is asked?

These are sets: nothing here has a score. Every term goes in as it is, so a cluster analyses
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from index.opensearch.documents import cut, identifier, text_of, written
from index.opensearch.fields import FACET_FIELD, KEY_FIELD, SPACE
from search.analysis.tokens import EXACT
from search.engine.nodes import (
    All,
    And,
    FieldIs,
    Fuzzy,
    Group,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    SeenWithin,
)
from search.model.facets import ANY_OF, YEAR_RANGE, FacetKind, kind_of, text_key

Json = dict[str, Any]

NOTHING: Final[Json] = {"match_none": {}}
EVERYTHING: Final[Json] = {"match_all": {}}


def every(queries: Iterable[Json]) -> Json:
    """What all of some queries match."""
    found = [query for query in queries if query != EVERYTHING]
    if NOTHING in found:
        return NOTHING
    return _alone(found) if len(found) < 2 else {"bool": {"filter": found}}


def some(queries: Iterable[Json]) -> Json:
    """What any of some queries matches."""
    found = [query for query in queries if query != NOTHING]
    if not found:
        return NOTHING
    return found[0] if len(found) == 1 else {"bool": {"should": found, "minimum_should_match": 1}}


def matched(node: Node) -> Json:
    """The articles that a node matches."""
    return _BY_KIND[type(node)](node)


def terms_of(terms: Iterable[str]) -> Json:
    """The articles with any of some terms."""
    found = sorted(map(written, terms))
    if len(found) < 2:
        return {"term": {"terms": found[0]}} if found else NOTHING
    return {"terms": {"terms": found}}


def phrase(node: Phrase, slop: int | None = None) -> Json:
    """The articles with a phrase, with its slop or another.

    Its score is n / (n + 1) where it stands n times. Where other words stand between, it counts
    half for one of them, a third for two of them, and so on.
    """
    if not node.groups or not all(group.terms for group in node.groups):
        return NOTHING
    text = SPACE.join(text_of(term for term, _ in group.terms) for group in node.groups)
    match = {
        "query": text,
        "analyzer": "terms",
        "ordered": True,
        "max_gaps": node.slop if slop is None else slop,
    }
    return {"intervals": {"terms": {"match": match}}}


def filtered(facet: str, choices: Iterable[str]) -> Json:
    """The articles that pass a filter: any of the choices, or all where there may be several."""
    found = [_chosen(facet, choice) for choice in sorted(choices)]
    return some(found) if facet in ANY_OF else every(found)


def beginning(stem: str) -> str:
    """The pattern of what begins so, in Lucene's regular expressions."""
    return re.sub(r"([^\w:])", r"\\\1", written(stem)) + ".*"


def _group(node: Group) -> Json:
    return some([terms_of(term for term, _ in node.terms), *map(phrase, node.phrases)])


def _fuzzy(node: Fuzzy) -> Json:
    """Words some letters off; two letters that are swapped are two letters off."""
    near = {
        "value": written(EXACT + node.word),
        "fuzziness": node.distance,
        "prefix_length": len(EXACT),
        "transpositions": False,
        "rewrite": "constant_score",  # which has no bound on how many words are near
    }
    return {"fuzzy": {"terms": near}}


def _field(node: FieldIs) -> Json:
    return some(_chosen(node.facet, choice) for choice in sorted(node.values))


def _chosen(facet: str, choice: str) -> Json:
    kind = kind_of(facet)
    if kind is FacetKind.YEAR and (ends := YEAR_RANGE.fullmatch(choice)):
        return {"range": {FACET_FIELD + facet: {"gte": ends[1], "lte": ends[2]}}}
    if kind is FacetKind.TEXT:
        return {"term": {KEY_FIELD + facet: cut(text_key(choice))}}
    return {"term": {FACET_FIELD + facet: identifier(choice)}}


def _published(node: Published) -> Json:
    first, last = ("first_day", "last_day") if node.surely else ("last_day", "first_day")
    return every(
        [
            {"range": {first: {"gte": node.span.first}}},
            {"range": {last: {"lte": node.span.last}}},
        ]
    )


def _seen(node: SeenWithin) -> Json:
    return {"range": {"seen": {"gte": max(1, node.span.first), "lte": node.span.last}}}


def _prefix(node: Prefix) -> Json:
    return some({"prefix": {"terms": written(stem)}} for stem in node.stems)


def _not(node: Not) -> Json:
    child = matched(node.child)
    return NOTHING if child == EVERYTHING else {"bool": {"must_not": [child]}}


def _alone(found: list[Json]) -> Json:
    return found[0] if found else EVERYTHING


_BY_KIND: Final[dict[type, Callable[[Any], Json]]] = {
    Group: _group,
    Phrase: phrase,
    Prefix: _prefix,
    Fuzzy: _fuzzy,
    FieldIs: _field,
    Published: _published,
    SeenWithin: _seen,
    All: lambda _node: EVERYTHING,
    And: lambda node: every(map(matched, node.children)),
    Or: lambda node: some(map(matched, node.children)),
    Not: _not,
}

"""Clause sets: which of a query's clauses does a cluster find together?

Each clause adds a power of two to the score, which then says which of them an article has, and
articles are counted by score. A float of 32 bits has room for some twenty clauses.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from index.opensearch.matching import matched
from search.engine.nodes import is_phrase
from search.engine.port import Request

Json = dict[str, Any]

MOST_CLAUSES: Final = 20
_MOST_SETS: Final = 65_000
_LOOKED_AT: Final = 10_000  # articles that have most
_MOST_TYPED: Final = 100  # more than the clauses of a query


def clause_sets(request: Request) -> Json:
    """What counts which clauses articles have."""
    bits = [
        {"constant_score": {"filter": matched(clause), "boost": float(1 << number)}}
        for number, clause in enumerate(request.clauses)
    ]
    sets = {"terms": {"script": {"source": "_score"}, "size": _MOST_SETS}}
    return {
        "query": {
            "bool": {
                "must": [{"bool": {"should": bits, "minimum_should_match": 1}}],
                "filter": list(map(matched, request.limits)),
            }
        },
        "size": 0,
        "aggs": {"sets": sets},
    }


def fullest_sets(request: Request) -> Json:
    """What finds the articles with most clauses, a phrase before any number of words, by name."""
    named = [
        {
            "constant_score": {
                "filter": matched(clause),
                "boost": float(_MOST_TYPED if is_phrase(clause) else 1),
                "_name": str(number),
            }
        }
        for number, clause in enumerate(request.clauses)
    ]
    return {
        "query": {
            "bool": {
                "must": [{"bool": {"should": named, "minimum_should_match": 1}}],
                "filter": list(map(matched, request.limits)),
            }
        },
        "size": _LOOKED_AT,
        "_source": False,
    }


def named_sets(said: Json) -> dict[tuple[int, ...], int]:
    """The sets of clauses that the articles with the best score have."""
    hits = said["hits"]["hits"]
    best = [hit for hit in hits if hit["_score"] == hits[0]["_score"]]
    return dict(Counter(tuple(sorted(map(int, hit["matched_queries"]))) for hit in best))


def sets_in(said: Json) -> dict[tuple[int, ...], int]:
    """The sets of clauses that an answer counts."""
    return {
        _numbers(int(float(bucket["key"]))): int(bucket["doc_count"])
        for bucket in said["aggregations"]["sets"]["buckets"]
    }


def _numbers(bits: int) -> tuple[int, ...]:
    return tuple(number for number in range(bits.bit_length()) if bits >> number & 1)

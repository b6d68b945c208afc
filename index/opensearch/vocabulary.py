"""Vocabulary: which words of the articles begin so, or are near another?

Only exact terms are asked for, and only these are kept as values that can be listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from index.opensearch.client import Client
from index.opensearch.documents import as_term, written
from search.analysis.tokens import EXACT
from search.engine.matching import distance
from search.engine.nodes import Fuzzy

Json = dict[str, Any]

_AT_ONCE: Final = 4_000  # words
_MOST_NEAR: Final = 500  # words that are near another, and scored one by one
_INSPECTED: Final = 20  # times as many are looked at


def beginning(client: Client, name: str, prefix: str) -> Iterator[tuple[str, int]]:
    """The words behind `prefix` itself that begin so, sorted; as many at once as may be wanted."""
    stem = written(prefix)
    last: str | None = stem
    while last is not None:
        rows, last = _after(client, name, stem, last)
        yield from rows


def neighbours(client: Client, name: str, words: Sequence[Fuzzy]) -> dict[Fuzzy, tuple[str, ...]]:
    """The terms of other words that are near each of some words; of many those of most articles."""
    asked = [{"size": 0, "suggest": {"near": _suggested(word)}} for word in words]
    said = client.search_many(name, asked) if asked else []
    options = (one["suggest"]["near"][0]["options"] for one in said)
    return {
        word: tuple(term for term in map(_term, own) if _is_near(word, term))
        for word, own in zip(words, options, strict=True)
    }


def _suggested(word: Fuzzy) -> Json:
    """What lists words that are near, however often they stand; swapped letters are near too."""
    near = {
        "field": "terms",
        "analyzer": "keyword",
        "suggest_mode": "always",
        "max_edits": word.distance,
        "prefix_length": len(EXACT),
        "min_word_length": 1,
        "size": _MOST_NEAR,
        "shard_size": _MOST_NEAR,
        "max_inspections": _INSPECTED,
        "max_term_freq": 1e9,
        "accuracy": 0.01,
    }
    return {"text": written(EXACT + word.word), "term": near}


def _term(option: Json) -> str:
    return as_term(option["text"])


def _is_near(word: Fuzzy, term: str) -> bool:
    return distance(word.word, term.removeprefix(EXACT)) <= word.distance


def _after(
    client: Client, name: str, stem: str, last: str
) -> tuple[list[tuple[str, int]], str | None]:
    """Some of the words behind one of them; and the last of these, if there are more."""
    source = {"word": {"terms": {"field": "words"}}}
    page = {"sources": [source], "size": _AT_ONCE, "after": {"word": last}}
    asked = {
        "query": {"prefix": {"words": stem}},
        "size": 0,
        "aggs": {"words": {"composite": page}},
    }
    (said,) = client.search_many(name, [asked])
    found = said["aggregations"]["words"]
    own = [one for one in found["buckets"] if one["key"]["word"].startswith(stem)]
    rows = [(as_term(one["key"]["word"]), int(one["doc_count"])) for one in own]
    is_all = len(own) < len(found["buckets"]) or len(own) < _AT_ONCE
    return rows, None if is_all else found["after_key"]["word"]

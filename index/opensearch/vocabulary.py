"""Vocabulary: which words of the articles begin so, and how many articles has each?

Only exact terms are asked for, and only these are kept as values that can be listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from index.opensearch.client import Client
from index.opensearch.documents import as_term, written

Json = dict[str, Any]

_AT_ONCE: Final = 4_000  # words


def beginning(client: Client, name: str, prefix: str) -> Iterator[tuple[str, int]]:
    """The words behind `prefix` itself that begin so, sorted; as many at once as may be wanted."""
    stem = written(prefix)
    last: str | None = stem
    while last is not None:
        rows, last = _after(client, name, stem, last)
        yield from rows


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

"""Stored fields: what is kept of articles in a cluster, as searches see it?"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any, Final

from index.opensearch.client import FIRST_PAUSE, TRIES, Client
from index.opensearch.documents import document_id
from index.opensearch.errors import reason_of
from search.errors import ClusterError

Json = dict[str, Any]

_AT_ONCE: Final = 500  # articles


def sources(
    client: Client, name: str, article_ids: Sequence[str], field: str
) -> Iterator[tuple[str, Json]]:
    """A field of those of the articles that are there, in this order; what waits is not seen."""
    for at in range(0, len(article_ids), _AT_ONCE):
        some = article_ids[at : at + _AT_ONCE]
        for article_id, found in zip(some, _read(client, name, some, field), strict=True):
            if found["found"]:
                yield article_id, found["_source"]


def _read(client: Client, name: str, article_ids: Sequence[str], field: str) -> list[Json]:
    """Documents; asked for again where a part does not answer, or its index is swapped just now."""
    asked, said = {"ids": list(map(document_id, article_ids))}, dict[str, Any]()
    for _ in range(TRIES):
        said = client.ask("POST", f"/{name}/_mget", asked, realtime="false", _source_includes=field)
        failed = [one["error"] for one in said["docs"] if "error" in one]
        if not failed:
            return list(said["docs"])
        time.sleep(FIRST_PAUSE)
    raise ClusterError(client.name, reason_of(failed[0]))

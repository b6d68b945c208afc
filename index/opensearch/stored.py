"""Stored fields: what is kept of articles in a cluster, as searches see it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from index.opensearch.client import Client
from index.opensearch.documents import document_id
from search.errors import ClusterError

Json = dict[str, Any]

_AT_ONCE: Final = 500  # articles


def sources(
    client: Client, name: str, article_ids: Sequence[str], field: str
) -> Iterator[tuple[str, Json]]:
    """A field of those of the articles that are there, in this order; what waits is not seen."""
    for at in range(0, len(article_ids), _AT_ONCE):
        some = article_ids[at : at + _AT_ONCE]
        asked = {"ids": list(map(document_id, some))}
        said = client.ask("POST", f"/{name}/_mget", asked, realtime="false", _source_includes=field)
        for article_id, found in zip(some, said["docs"], strict=True):
            if "error" in found:
                raise ClusterError(client.name, str(found["error"]["reason"]))
            if found["found"]:
                yield article_id, found["_source"]

"""Scan: how is everything read that a search finds, however much it is?

A point in time keeps the archive as it is while it is read, piece by piece, each behind the last
hit of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from index.opensearch.client import Client

Json = dict[str, Any]

AT_ONCE: Final = 1_000  # hits
KEPT: Final = "5m"  # between one piece and the next


def scanned(client: Client, name: str, asked: Json) -> Iterator[Json]:
    """The hits of a search in its order; raises `ClusterError` if a part does not answer."""
    opened = client.ask(
        "POST",
        f"/{name}/_search/point_in_time",
        keep_alive=KEPT,
        allow_partial_pit_creation="false",
    )["pit_id"]
    try:
        piece = {**asked, "size": AT_ONCE, "pit": {"id": opened, "keep_alive": KEPT}}
        while hits := _whole(client, piece)["hits"]["hits"]:
            yield from hits
            piece["search_after"] = hits[-1]["sort"]
    finally:
        client.ask("DELETE", "/_search/point_in_time", {"pit_id": [opened]}, missing={})


def _whole(client: Client, asked: Json) -> Json:
    """An answer of all parts."""
    return client.ask("POST", "/_search", asked, allow_partial_search_results="false")

"""Stores: every engine that there is, each empty. What is promised by the port is tested on all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from index.address import Ranking
from index.embedded.engine import EmbeddedEngine
from search.engine.memory import MemoryEngine
from search.engine.port import Store
from tests.engines.demanded import DemandedEngine
from tests.opensearch import stores

Made = AbstractContextManager[Store]


@contextmanager
def _kept(make: Callable[[Path], Store], folder: Path) -> Iterator[Store]:
    yield make(folder)


def _on_cluster(ranking: Ranking, _folder: Path) -> Made:
    return stores.store(ranking)


# those that give the scores that the formula gives
EXACT: Final[dict[str, Callable[[Path], Made]]] = {
    "memory": partial(_kept, lambda _folder: MemoryEngine()),
    "embedded": partial(_kept, lambda folder: EmbeddedEngine(folder / "postings", create=True)),
    "opensearch, exact": partial(_on_cluster, "exact"),
}
ENGINES: Final[dict[str, Callable[[Path], Made]]] = {
    **EXACT,
    "opensearch": partial(_on_cluster, "native"),
    "as demanded": partial(_kept, lambda _folder: DemandedEngine()),
}

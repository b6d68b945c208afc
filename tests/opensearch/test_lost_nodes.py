"""Lost nodes: where one is killed, searches go on, and no article that was acknowledged is lost.

READOUT_KILLS says how many are killed in the middle of writing, and half as many of searching.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import Final

import pytest

from index.address import Address, read_address
from index.opensearch import store as stores
from index.opensearch.archive import Archive
from index.opensearch.engine import ClusterEngine
from index.opensearch.store import ClusterStore
from search.engine.port import Found, Request
from search.errors import IndexStateError
from tests.engines.plain import article, word
from tests.opensearch.cluster import Cluster, running
from tests.opensearch.jars import NoClusterError
from tests.opensearch.stores import hosts

KILLS: Final = int(os.environ.get("READOUT_KILLS", "2"))
ARTICLES: Final = 300
SEARCHED: Final = Request(clauses=(word("grain"),), facets=("lang",))

pytestmark = pytest.mark.kills


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Three nodes of this module's own: the other tests' stay."""
    hosts()
    try:
        with running(3) as found:
            yield found
    except NoClusterError as error:
        pytest.skip(str(error))


@pytest.fixture
def address(cluster: Cluster) -> Iterator[Address]:
    name = f"test-{os.urandom(6).hex()}"
    found = read_address(f"opensearch://{cluster.hosts}/{name}?shards=3&replicas=1")
    yield found
    cluster.wait(nodes=3)
    archive = Archive(found)
    for index in (*archive.generations(), archive.beside):
        archive.client.ask("DELETE", f"/{index}", missing={})


def generation(address: Address) -> ClusterStore:
    archive = Archive(address)
    archive.prepare()
    return ClusterStore(archive, f"{address.name}-g1", lambda: None)


def written(number: int) -> list[str]:
    return [f"{number}-{one:04}" for one in range(ARTICLES)]


def write(store: ClusterStore, number: int) -> None:
    for article_id in written(number):
        store.write([article(article_id, f"grain and water, {article_id}", lang="en")])


@pytest.mark.parametrize("number", range(KILLS))
def test_no_article_is_lost_or_doubled_where_a_node_is_killed_in_mid_bulk(
    cluster: Cluster, address: Address, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was acknowledged is on two nodes, and what was not is sent again."""
    chance = random.Random(number)  # noqa: S311 - the same kills each time
    store = generation(address)
    write(store, 0)
    store.commit()
    cluster.wait(nodes=3)
    monkeypatch.setattr(stores, "PIECE", 2_000)
    killer = Killer(cluster, chance.randrange(3), at=chance.randrange(2, 30), store=store)
    monkeypatch.setattr(store, "_refused", killer.refused)

    write(store, 1)
    store.delete(written(0)[:10])
    store.commit()

    assert killer.pieces > killer.at + 10, "it was killed in the middle"
    killer.killing.join()
    cluster.start(killer.lost)
    cluster.wait(nodes=3)
    assert [*written(0)[10:], *written(1)] == list(store.article_ids())
    assert [] == store.check()
    assert 2 * ARTICLES - 10 == store.statistics().articles


@pytest.mark.parametrize("number", range((KILLS + 1) // 2))
def test_searches_go_on_where_a_node_is_killed(
    cluster: Cluster, address: Address, number: int
) -> None:
    store = generation(address)
    write(store, 0)
    store.commit()
    cluster.wait(nodes=3)
    ending, failed, answers = Event(), list[IndexStateError](), list[Found]()
    readers = [Thread(target=_search, args=(address, ending, answers, failed)) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        time.sleep(0.5)
        cluster.kill(number % 3)
        before = len(answers)
        _wait_for(lambda: len(answers) >= before + 20)
    finally:
        ending.set()
        for reader in readers:
            reader.join()
    cluster.start(number % 3)
    cluster.wait(nodes=3)

    assert [] == failed
    assert all(found.total == ARTICLES or found.partial for found in answers)
    assert ARTICLES == ClusterEngine(Archive(address), address.name).search(SEARCHED).total


class Killer:
    """Kills a node while a piece is on its way."""

    def __init__(self, cluster: Cluster, lost: int, at: int, store: ClusterStore) -> None:
        self.lost, self.at, self.pieces = lost, at, 0
        self.killing = Thread(target=cluster.kill, args=(lost,))
        self._refused = store._refused

    def refused(self, waiting: list[bytes], *, is_last: bool) -> list[bytes]:
        self.pieces += 1
        if self.pieces == self.at:
            self.killing.start()
        return self._refused(waiting, is_last=is_last)


def _search(
    address: Address, ending: Event, answers: list[Found], failed: list[IndexStateError]
) -> None:
    engine = ClusterEngine(Archive(address), address.name)
    while not ending.is_set():
        try:
            answers.append(engine.search(SEARCHED))
        except IndexStateError as error:
            failed.append(error)


def _wait_for(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not happened():
        time.sleep(0.05)

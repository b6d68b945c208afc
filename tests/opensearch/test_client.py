"""Client: what may go well a moment later is asked again, and what does not is said."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from index.address import Credentials, read_address
from index.opensearch import client as clients
from index.opensearch import store as stores
from index.opensearch.archive import Archive
from index.opensearch.client import Client, lines
from index.opensearch.documents import document, document_id, unpacked
from index.opensearch.engine import ClusterEngine
from index.opensearch.mapping import stamp
from index.opensearch.store import ClusterStore
from index.opensearch.stored import sources
from search.engine.port import Request
from search.errors import ClusterError, IndexBusyError
from search.model.partial import Partial
from tests.engines.plain import article
from tests.opensearch.node import HUNG_UP, Node, answering, certified

DONE: dict[str, Any] = {"done": True}
TOO_MUCH: dict[str, Any] = {"error": {"type": "rejected", "reason": "queue is full"}}
LOST: dict[str, Any] = {
    "error": {"type": "node_not_connected_exception", "reason": "Node not connected"}
}
STATE = {"found": True, "_source": {"revision": "r", "generation": "news-g1"}}
NOTED = {"result": "updated"}


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(stores, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr("index.opensearch.stored.FIRST_PAUSE", 0.0)


def client(node: Node, **who: str) -> Client:
    return Client(read_address(f"opensearch://{node.address}/news"), Credentials(**who))


def found(total: int, *, failed: int = 0, timed_out: bool = False) -> dict[str, Any]:
    shards = {"total": 3, "successful": 3 - failed, "failed": failed}
    hits = {"total": {"value": total}, "hits": []}
    return {"_shards": shards, "timed_out": timed_out, "hits": hits}


@pytest.mark.parametrize(
    "fault",
    [
        (429, TOO_MUCH),
        (503, TOO_MUCH),
        (502, "<h1>Bad gateway</h1>"),
        (504, TOO_MUCH),
        (HUNG_UP, None),
        (500, LOST),
    ],
    ids=[
        "too much to do",
        "electing",
        "a proxy",
        "a proxy's time-out",
        "a lost connection",
        "another node is lost",
    ],
)
def test_what_may_go_well_is_asked_again(fault: tuple[int, Any]) -> None:
    with answering(fault, fault, (200, DONE)) as node:
        assert DONE == client(node).ask("GET", "/")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 500])
def test_what_is_refused_is_said_at_once(status: int) -> None:
    with answering((status, {"error": {"type": "it", "reason": "the reason"}})) as node:
        with pytest.raises(ClusterError, match="the reason") as refused:
            client(node).ask("GET", "/")

        assert (status, 1) == (refused.value.status, len(node.asked))


def test_a_proxys_page_is_told_by_its_words() -> None:
    page = "<html><head><title>401 Authorization Required</title></head><body>nginx</body></html>"
    with answering((401, page)) as node, pytest.raises(ClusterError) as refused:
        client(node).ask("GET", "/")

    assert ("READOUT_OPENSEARCH_USER" in str(refused.value), "<" in refused.value.reason) == (
        True,
        False,
    )


needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")


@needs_openssl
def test_a_certificate_that_nobody_vouches_for_is_told_at_once(tmp_path: Path) -> None:
    """Asking again would change nothing."""
    with answering((200, DONE), certificate=certified(tmp_path)) as node:
        asked = Client(read_address(f"opensearch+https://{node.address}/news"), Credentials())

        with pytest.raises(ClusterError, match="READOUT_OPENSEARCH_CA"):
            asked.ask("GET", "/")


@needs_openssl
def test_a_certificate_is_trusted_by_its_authoritys_file(tmp_path: Path) -> None:
    certificate = certified(tmp_path)
    with answering((200, DONE), certificate=certificate) as node:
        address = read_address(f"opensearch+https://{node.address}/news")

        assert DONE == Client(address, Credentials(ca_file=str(certificate))).ask("GET", "/")


def test_a_cluster_that_never_answers_is_given_up() -> None:
    with answering((429, TOO_MUCH)) as node:
        with pytest.raises(ClusterError, match="queue is full"):
            client(node).ask("GET", "/")

        assert clients.TRIES == len(node.asked)


def test_another_node_is_asked_where_one_is_gone() -> None:
    with answering((200, DONE)) as node:
        address = read_address(f"opensearch://127.0.0.1:1,{node.address}/news")

        assert [DONE] * 4 == [Client(address).ask("GET", "/") for _ in range(4)]


def test_who_asks_is_told_by_a_password_or_a_token() -> None:
    said: list[str] = []
    for who in ({"user": "me", "password": "geheim"}, {"token": "abc"}):
        with answering((200, DONE)) as node:
            asked = client(node, **who)
            for connection in asked._asked.transport.connection_pool.connections:
                said += [connection.headers["authorization"]]

    assert ["Basic bWU6Z2VoZWlt", "Bearer abc"] == said


def test_half_a_pair_of_utf_16_is_escaped() -> None:
    """A cluster takes no other JSON, and an archive may hold such a letter."""
    assert b'{"a": "\xd7\xa9\\ud800"}\n' == lines([{"a": "ש\ud800"}])


def test_a_part_that_fails_is_asked_again_and_then_said() -> None:
    mapped = {"news-g1": {"mappings": {"_meta": stamp().to_json()}}}
    alias: tuple[int, Any] = (200, {"news-g1": {}})
    failing = (200, {"responses": [found(7, failed=1)]})
    with answering((200, STATE), alias, (200, mapped), failing) as node:
        engine = ClusterEngine(Archive(read_address(f"opensearch://{node.address}/news")), "news")

        answer = engine.search(Request(size=0))

        assert (7, Partial("shards", 2, 3)) == (answer.total, answer.partial)
        assert clients.TRIES == len([path for _, path, _ in node.asked if "_msearch" in path])


def test_a_part_that_answers_the_second_time_is_no_fault() -> None:
    with answering(
        (200, {"responses": [found(7), found(1, failed=1)]}), (200, {"responses": [found(9)]})
    ) as node:
        asked = client(node).search_many("news", [{"size": 0}, {"size": 1}])

        assert [7, 9] == [one["hits"]["total"]["value"] for one in asked]
        assert b'{"size": 1}\n' in node.asked[1][2]
        assert b'{"size": 0}\n' not in node.asked[1][2]


@pytest.mark.parametrize("fault", [{**LOST, "status": 500}, {**TOO_MUCH, "status": 503}])
def test_a_search_that_fails_for_a_lost_node_is_asked_again(fault: dict[str, Any]) -> None:
    """One search of several says so itself: the call that carried them went well."""
    with answering((200, {"responses": [fault]}), (200, {"responses": [found(9)]})) as node:
        (asked,) = client(node).search_many("news", [{"size": 0}])

        assert 9 == asked["hits"]["total"]["value"]


@pytest.mark.parametrize("fault", [{"status": 429, "error": TOO_MUCH}, {**LOST, "status": 500}])
def test_what_a_cluster_has_no_time_for_is_sent_again_and_nothing_else(
    fault: dict[str, Any],
) -> None:
    taken, refused = {"index": {"status": 201}}, {"index": fault}
    with answering(
        (200, {"news-g1": {}}),  # generations
        (200, {"news-g1": {}}),  # in use
        (200, {"found": False}),  # no commit yet
        (200, NOTED),
        (200, {"items": [taken, refused, taken]}),
        (200, {"items": [taken]}),
        (200, NOTED),
    ) as node:
        store = ClusterStore(
            Archive(read_address(f"opensearch://{node.address}/news")), "news-g1", lambda: None
        )
        store.write([article(one, "text") for one in "abc"])
        store._flush()

        first, second = (body for _, path, body in node.asked if "_bulk" in path)
        assert [3, 1] == [len(body.splitlines()) // 2 for body in (first, second)]
        assert document_id("b") in second.decode()


def test_an_article_that_is_not_taken_ends_the_run() -> None:
    wrong = {"index": {"status": 400, "error": {"type": "mapper", "reason": "no such field"}}}
    with answering(
        (200, {"news-g1": {}}),
        (200, {"news-g1": {}}),
        (200, {"found": False}),
        (200, NOTED),
        (200, {"items": [wrong]}),
    ) as node:
        store = ClusterStore(
            Archive(read_address(f"opensearch://{node.address}/news")), "news-g1", lambda: None
        )
        store.write([article("a", "text")])

        with pytest.raises(ClusterError, match="no such field"):
            store.commit()


def test_why_a_cluster_takes_nothing_is_said() -> None:
    """A disk that is full is a 429 too."""
    full = {"type": "cluster_block_exception", "reason": "disk usage exceeded flood-stage"}
    with answering(
        (200, {"news-g1": {}}),
        (200, {"news-g1": {}}),
        (200, {"found": False}),
        (200, NOTED),
        (200, {"items": [{"index": {"status": 429, "error": full}}]}),
    ) as node:
        store = ClusterStore(
            Archive(read_address(f"opensearch://{node.address}/news")), "news-g1", lambda: None
        )
        store.write([article("a", "text")])

        with pytest.raises(ClusterError, match="flood-stage"):
            store.commit()

        assert stores.TRIES == len([path for _, path, _ in node.asked if "_bulk" in path])


def test_an_article_of_an_index_that_is_swapped_just_now_is_asked_for_again() -> None:
    gone = {"error": {"type": "index_not_found", "reason": "no such index"}}
    known, analysed = article("a", "text")
    there = {"found": True, "_source": document(known, analysed)}
    with answering((200, {"docs": [gone]}), (200, {"docs": [there]})) as node:
        found = sources(client(node), "news", ["a"], "article")

        assert [known] == [unpacked(source) for _, source in found]


def test_who_may_not_write_any_more_sends_nothing() -> None:
    def lost() -> None:
        raise IndexBusyError("another")

    with answering(
        (200, {"news-g1": {}}), (200, {"news-g1": {}}), (200, {"found": False}), (200, NOTED)
    ) as node:
        store = ClusterStore(
            Archive(read_address(f"opensearch://{node.address}/news")), "news-g1", lost
        )
        store.write([article("a", "text")])

        with pytest.raises(IndexBusyError):
            store.commit()

        assert not [path for _, path, _ in node.asked if "_bulk" in path]

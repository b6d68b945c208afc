"""The benchmark of readers: who comes at a rate, who types, and who saves a file."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.bench import felt, felt_times, load, under_load
from tests.bench.serving import free_port

pytestmark = pytest.mark.bench


class Loop:
    """A site that answers at most one reader at once and refuses all others."""

    def __init__(self) -> None:
        self.taken = asyncio.Lock()

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        is_busy = self.taken.locked()
        if not is_busy:
            async with self.taken:
                await asyncio.sleep(0.05)
        writer.write(b"HTTP/1.1 " + (b"503 Busy" if is_busy else b"200 OK") + b"\r\n\r\n")
        writer.close()


def test_readers_come_at_their_rate_whatever_becomes_of_those_before() -> None:
    """A client that waits for one answer before it asks for the next hides what waits."""

    async def whole() -> tuple[list[load.Answered], float, float]:
        site = await asyncio.start_server(Loop(), "127.0.0.1", 0)
        port = site.sockets[0].getsockname()[1]
        asking = load.addresses(["Putin", "Netanyahu"])
        async with site:
            calm = await load.open_loop(port, asking, rate=2, seconds=1)
            flood = await load.open_loop(port, asking, rate=400, seconds=0.25)
            return [*calm, *flood], await load.recovery(port, asking), len(flood)

    answers, recovered, flood = asyncio.run(whole())

    assert 100 == flood
    assert [200, 200] == [answer.status for answer in answers[:2]]
    assert {"200", "503"} == load.told(answers, 400)["statuses"].keys()
    assert recovered < load.PATIENCE


def test_what_cannot_be_reached_is_no_answer() -> None:
    async def whole() -> load.Answered:
        return await load.asked(free_port(), "/search?q=Putin", asyncio.get_running_loop().time())

    assert 0 == asyncio.run(whole()).status


def test_load_is_told_if_it_was_measured(tmp_path: Path) -> None:
    waits = {"answered": {"p50": 0.1, "p95": 0.2, "p99": 0.3}}
    steady = {"rate": 8, "statuses": {"200": 4799, "500": 1}, "seconds": waits, "cpu": 15}
    flood = {**steady, "rate": 210.4, "statuses": {"200": 300, "503": 3900}, "recovered": 0.4}
    memory = [[36.0, 108.0, 109.0], [36.0, 110.0, 111.0]]
    found = {"machine": "2 cores", "can": 21.0, "flood": flood}
    found |= {"steady": {**steady, "memory": memory, "runs": 2}}

    assert [] == list(under_load.section(tmp_path))
    (tmp_path / "load.json").write_text(json.dumps(found), encoding="utf-8")

    page = list(under_load.section(tmp_path))
    assert "| 8 | 4,799 | 0 | 1 | 0.10 | 0.20 | 0.30 | 15.0 |" in page
    assert "| 210 | 300 | 3,900 | 0 | 0.10 | 0.20 | 0.30 | 15.0 |" in page
    assert (
        "Memory of its own of the server and its workers, MB: 36 → 36, 108 → 110, 109 → 111."
        in page
    )


def test_keys_are_typed_one_after_the_other() -> None:
    assert ["tr", "tru", "truc", "truce", "truce t", "truce ta"] == list(
        felt.typed([["truce", "talks", "il"]])
    )


def test_a_saved_file_is_found_by_a_server_that_watches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(felt, "SAVED", 1)

    assert 0 < felt.found_after_saving(tmp_path)["p50"] < felt.LONGEST


def test_what_a_person_waits_for_is_told_if_it_was_measured(tmp_path: Path) -> None:
    found = {
        "machine": "2 cores",
        "articles": 200_000,
        "typed": {"wall": {"p50": 3.0, "p95": 9.44}, "cpu": 2.5},
        "saved": {"p50": 6.0, "most": 7.2},
        "served": {"nothing": {"wall": 90.4, "cpu": 120.0}, "again": {"wall": 3.0, "cpu": 2.0}},
    }

    assert [] == list(felt_times.section(tmp_path))
    (tmp_path / "felt.json").write_text(json.dumps(found), encoding="utf-8")

    page = "\n".join(felt_times.section(tmp_path))
    assert "through HTTP | 3.0 ms | 9.4 ms | 2.5 ms |" in page
    assert "| a search finds it | 6.0 s | 7.2 s |" in page
    assert "from nothing | a page answers | 90 s | – | 120 s |" in page

"""Swap: an index is made anew beside the one in use while readers search, and none of them sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Final

import pytest

from index.address import Address
from index.engines import open_engine
from index.opensearch.archive import Archive
from index.opensearch.scan import scanned
from index.update.build import build
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher
from tests.opensearch import stores

READERS: Final = 8
ARTICLES: Final = 60
CALL: Final = "Vladimir Putin called Benjamin Netanyahu on Sunday, the Kremlin said.\n"


@pytest.fixture
def address() -> Iterator[Address]:
    with stores.address(shards=2) as free:
        yield free


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(ARTICLES):
        written = f"Call {number}\n\n{CALL}" + "Grain. " * number
        tmp_path.joinpath(f"{number}.txt").write_text(written, encoding="utf-8")
    return tmp_path


def test_no_reader_fails_or_gets_half_an_answer(address: Address, folder: Path) -> None:
    build(address, [folder])
    ending, answers, failed = Event(), list[tuple[int, int]](), list[Exception]()
    readers = [Thread(target=read, args=(address, ending, answers, failed)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        for _ in range(3):
            assert ARTICLES == build(address, [folder], mode="full").indexed
    finally:
        ending.set()
        for reader in readers:
            reader.join()

    assert [] == failed
    assert {(ARTICLES, 10)} == set(answers)
    assert len(answers) > READERS
    assert f"{address.name}-g4" == Archive(address).existing()
    assert 1 == len(Archive(address).generations())


def read(
    address: Address, ending: Event, answers: list[tuple[int, int]], failed: list[Exception]
) -> None:
    searcher = Searcher(open_engine(address), gazetteer())
    while not ending.is_set():
        try:
            answer = searcher.search(Search(query="putin call", filters={"country": ("il",)}))
            answers.append((answer.total, len(answer.hits)))
        except Exception as error:  # noqa: BLE001  whatever it is, the test says it
            failed.append(error)


def test_who_reads_all_of_it_reads_it_to_its_end(address: Address, folder: Path) -> None:
    """An export takes minutes; what it reads stays as long as it is read, and goes the next time."""
    build(address, [folder])
    archive = Archive(address)
    asked = {"query": {"match_all": {}}, "sort": [{"id": "asc"}], "_source": False}
    hits = scanned(archive.client, address.name, asked)
    first = next(hits)

    build(address, [folder], mode="full")

    assert ARTICLES == len([first, *hits])
    assert [f"{address.name}-g1", f"{address.name}-g2"] == archive.generations()
    build(address, [folder])
    assert [f"{address.name}-g2"] == archive.generations()

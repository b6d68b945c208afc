"""Stores: an empty index in the cluster of the tests, gone after the test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

import pytest

from index.address import Address, Ranking, read_address
from index.opensearch.archive import Archive
from index.opensearch.store import ClusterStore

HOSTS: Final = "READOUT_CLUSTER"
WHY_NOT: Final = "READOUT_NO_CLUSTER"
NOT_BROUGHT: Final = "no cluster is up: `make test` and `make test-opensearch` bring one"


def hosts() -> str:
    """Where the cluster of the tests answers; skips the test, with the reason, without one."""
    found = os.environ.get(HOSTS)
    if not found:
        pytest.skip(os.environ.get(WHY_NOT, NOT_BROUGHT))
    return found


@contextmanager
def address(ranking: Ranking = "native", shards: int = 1, replicas: int = 0) -> Iterator[Address]:
    """A name that nothing has, and nothing has afterwards."""
    free = _free(ranking, shards, replicas)
    try:
        yield free
    finally:
        archive = Archive(free)
        for index in (*archive.generations(), archive.beside):
            archive.client.ask("DELETE", f"/{index}", missing={})


@contextmanager
def store(ranking: Ranking) -> Iterator[ClusterStore]:
    """A generation that is empty, of an index that this process makes only once."""
    archive = _archive(ranking)
    generation = archive.following()
    try:
        yield ClusterStore(archive, generation, lambda: None)
    finally:
        archive.client.ask("DELETE", f"/{generation}", missing={})


@cache
def _archive(ranking: Ranking) -> Archive:
    archive = Archive(_free(ranking, 1, 0))
    archive.prepare()
    return archive


def _free(ranking: Ranking, shards: int, replicas: int) -> Address:
    said = f"shards={shards}&replicas={replicas}&ranking={ranking}"
    return read_address(f"opensearch://{hosts()}/test-{os.urandom(6).hex()}?{said}")

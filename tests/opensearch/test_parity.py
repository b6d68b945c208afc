"""Parity: a cluster finds what the embedded engine finds, counts what it counts, and in its order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from index.address import Ranking
from index.engines import open_engine
from index.update.build import build
from search.engine.port import Ranked
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher
from tests.installed import ROOT
from tests.opensearch import stores
from tests.opensearch.forms import Forms
from tests.opensearch.parity import Compared, compared, ndcg, report, same_ten

SEEDS: Final = ROOT / "seeds" / "articles"
EACH: Final = 3  # queries of each form
RANKINGS: Final[tuple[Ranking, ...]] = ("native", "exact")


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder: Path = tmp_path_factory.mktemp("parity") / "index"
    build(folder, [SEEDS])
    return Searcher(open_engine(folder), gazetteer())


@pytest.fixture(scope="module", params=RANKINGS)
def rows(request: pytest.FixtureRequest, embedded: Searcher) -> Iterator[list[Compared]]:
    with stores.address(request.param, shards=3) as address:
        build(address, [SEEDS])
        cluster = Searcher(open_engine(address), gazetteer())
        articles = [hit.article for hit in embedded.search(Search(size=100)).hits]
        queries = Forms(articles).queries(EACH)
        yield [compared(form, asked, embedded, cluster) for form, asked in queries]


def test_sets_and_counts_are_the_same(rows: list[Compared]) -> None:
    assert [] == [row for row in rows if not (row.same_set and row.same_counts)], report(rows)


def test_the_order_is_the_same(rows: list[Compared]) -> None:
    """But for one in a hundred: words that stand side by side with themselves."""
    assert len(rows) // 100 >= sum(not row.same_ten for row in rows), report(rows)
    assert sum(row.ndcg for row in rows) / len(rows) >= 0.999, report(rows)


def ranked(*hits: tuple[str, float]) -> list[Ranked]:
    return [Ranked(*hit) for hit in hits]


def test_an_order_is_measured_by_its_first_ten() -> None:
    right = ranked(("a", 3.0), ("b", 2.0), ("c", 1.0))

    assert 1.0 == ndcg(right, right)
    assert ndcg(right, ranked(("b", 2.0), ("a", 2.0), ("c", 1.0))) < 1.0
    assert 0.0 == ndcg(right, ranked(("x", 3.0)))
    assert same_ten(right, right)
    assert not same_ten(right, ranked(("b", 2.0), ("a", 2.0), ("c", 1.0)))


def test_ties_may_swap() -> None:
    right = ranked(("a", 2.0), ("b", 2.00001), ("c", 1.0))
    swapped = ranked(("b", 2.0), ("a", 2.0), ("c", 1.0))

    assert same_ten(right, swapped)
    assert 1.0 == ndcg(right, swapped)

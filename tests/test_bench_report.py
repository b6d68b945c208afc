"""The page of the benchmark: it tells what was measured, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench import beside, compared_sites, fresh, growth, modes, served, spread
from tests.bench.bars import picture
from tests.bench.contender import IN_MODES
from tests.bench.measure import percentiles
from tests.bench.report import text

pytestmark = pytest.mark.bench


def engine(cost: float) -> dict[str, Any]:
    """What `measure` keeps of an engine with this median for a rare word."""
    rare = {
        "cpu": percentiles([1.0, cost, 30.0]),
        "wall": percentiles([40, 50, 60]),
        "hits": [3, 4, 5],
    }
    return {
        "load": {"cpu": 2.0, "bytes": 3_000_000, "add": {"cpu": 0.1}},
        "open": 1,
        "queries": {"rare": rare},
    }


def figures(**costs: float) -> dict[str, Any]:
    return {
        "articles": 100,
        "machine": "2 cores",
        "engines": {name: engine(cost) for name, cost in costs.items()},
    }


def test_the_report_has_a_row_a_kind_and_a_bar_a_figure() -> None:
    measured = figures(readout=2.0, fts5=2.0)

    assert "| a rare word | 2.00 (30) | 2.00 (30) |" in text([measured])
    assert "In 3 of 3 answers" in text([measured])
    assert 2 == picture(measured).count('height="11"')


def test_the_fold_has_the_slow_queries_and_the_wall() -> None:
    page = list(spread.section(figures(readout=2.0, fts5=3.0)["engines"]))

    assert "| a rare word | Readout | 2.00 | 30 | 30 | 50 | 60 | 60 |" in page
    assert "| a rare word | SQLite FTS5 | 3.00 | 30 | 30 | 50 | 60 | 60 |" in page
    assert ["<details>", "</details>"] == [page[0], page[-2]]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        pytest.param(2.1, 1.0, "2.1 × its time", id="slower"),
        pytest.param(1.0, 35.2, "**35 × faster**", id="faster"),
        pytest.param(1.0, 9.96, "**10 × faster**", id="two figures are enough"),
        pytest.param(1.0, 1.04, "as fast", id="noise"),
    ],
)
def test_ratios_are_said_in_words(mine: float, theirs: float, expected: str) -> None:
    assert expected == beside.beside(mine, theirs)


def test_readout_stands_beside_its_peers_at_the_largest_size() -> None:
    """Small archives fit into every cache and say little."""
    large = {**figures(readout=2.0, tantivy=1.0, fts5=20.0), "articles": 200_000}

    table = list(beside.section([figures(readout=9.0, fts5=1.0), large]))

    assert "among 200,000 articles" in table[2]
    assert "| a rare word | 2.0 × its time | **10 × faster** |" in table


def test_a_page_is_compared_as_the_whole_of_readout() -> None:
    measured = figures(readout=1.0, fts5=3.0, whole=6.0)
    for name in ("fts5", "whole"):
        measured["engines"][name]["queries"] = {
            "page": measured["engines"][name]["queries"]["rare"]
        }

    assert "| a page | 2.0 × its time |" in list(beside.section([measured]))


def test_memory_is_told_where_it_was_measured() -> None:
    """Figures that were kept before memory was measured are still shown."""
    measured = figures(readout=2.0, fts5=2.0)
    measured["engines"]["readout"]["memory"] = {"RssAnon": 31.6, "VmRSS": 1500.2}

    assert "| memory of its own, MB | 32 | – |" in text([measured])
    assert "| memory with mapped files, MB | 1,500 | – |" in text([measured])


def test_sites_are_set_beside_ours(tmp_path: Path) -> None:
    costs = {"Readout": {"two words": 4.0}, "Datasette": {"two words": 40.0}}
    found = {"machine": "2 cores", "articles": 20_000, "sites": costs}
    (tmp_path / "sites.json").write_text(json.dumps(found), encoding="utf-8")

    written = "\n".join(compared_sites.section(tmp_path))

    assert "| Datasette | 40 (**10 × faster**) |" in written
    assert "Whoosh 2.7.4 + Bottle was not asked in this run." in written
    assert 2 == compared_sites.picture(found).count("<rect x=")
    assert [] == list(compared_sites.section(tmp_path / "nowhere"))


def test_what_starts_from_nothing_is_told_if_it_was_asked(tmp_path: Path) -> None:
    taken = {"wall": 0.5, "cpu": 0.25}
    memory = {"RssAnon": 50.0, "VmRSS": 107.4}
    worker = {
        "opening": 0.7,
        "opened": 2.0,
        "warming": 300.0,
        "first": 9.0,
        "later": 8.0,
        "memory": memory,
    }
    found = {
        "machine": "2 cores",
        "commands": dict.fromkeys(fresh.COMMANDS, taken),
        "worker": worker,
    }

    assert [] == list(fresh.section(tmp_path))
    (tmp_path / "cold-20000.json").write_text(json.dumps(found), encoding="utf-8")

    page = list(fresh.section(tmp_path))
    assert "| `readout search` | 0.50 | 0.25 |" in page
    assert "| the first page, ms | 9.0 |" in page
    assert "| with the mapped files, MB | 107 |" in page


def test_modes_are_told_of_engines_that_were_asked_in_them() -> None:
    taken = {kind: {"cpu": percentiles([1.0, 2.0, 30.0])} for kind in IN_MODES}
    measured = figures(readout=2.0, fts5=2.0)["engines"]
    measured["readout"]["modes"] = {"count": taken, "best": taken}
    measured["fts5"]["modes"] = {"count": {}, "best": {}}

    page = list(modes.section(measured))

    assert "| mode | query | Readout |" in page
    assert 1 == page.count("| COUNT | a frequent word | 2.00 (30) |")
    assert 1 == page.count("| TOP_10 | a phrase | 2.00 (30) |")


@pytest.mark.parametrize(
    ("costs", "expected"), [((2.0, 2.0), 0.0), ((1.0, 10.0), 1.0), ((1.0, 3.1623), 0.5)], ids=str
)
def test_growth_is_the_power_of_the_size(costs: tuple[float, float], expected: float) -> None:
    assert expected == pytest.approx(
        growth.exponent([(10_000, costs[0]), (100_000, costs[1])]), abs=1e-4
    )


def growing(*sizes: int) -> list[dict[str, Any]]:
    """What `measure` keeps of Readout at sizes."""
    queries = {"rare": {"cpu": {"p50": 1.0}}}
    return [{"articles": size, "engines": {"readout": {"queries": queries}}} for size in sizes]


def test_growth_has_a_line_a_kind() -> None:
    sizes = growing(10_000, 50_000)

    assert "| a rare word | 1.00 | 1.00 | 0.00 |" in "\n".join(growth.section(sizes))
    assert 1 == growth.picture(sizes).count("<polyline")


@pytest.mark.parametrize(("size", "is_said"), [(200_000, True), (1_000_000, False)], ids=str)
def test_growth_says_what_was_not_measured(size: int, *, is_said: bool) -> None:
    assert is_said == ("make bench-largest" in "\n".join(growth.section(growing(10_000, size))))


def test_pages_through_http_are_told_if_they_were_asked(tmp_path: Path) -> None:
    assert [] == list(served.section(tmp_path))
    taken = {"wall": {"p50": 5, "p95": 9.5, "p99": 12}, "cpu": 4}
    (tmp_path / "serving-20000.json").write_text(
        json.dumps({"machine": "2 cores", "pages": {"a phrase": taken}}), encoding="utf-8"
    )

    assert "| a phrase, 20,000 articles | 5.00 | 9.50 | 12 | 4.00 | – |" in list(
        served.section(tmp_path)
    )

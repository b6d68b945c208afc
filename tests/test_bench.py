"""The benchmark: do all contenders answer the same questions about the same words?"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Final

import pytest

from tests.bench import corpus, growth
from tests.bench.engines import CONTENDERS, Contender
from tests.bench.measure import Stopwatch, percentiles
from tests.bench.report import picture, text
from tests.bench.served import section

ARTICLES: Final = 150
HERE: Final = ("readout", "fts5", "whoosh")  # what needs nothing that is not installed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench") / str(ARTICLES)
    corpus.write(made, ARTICLES)
    return made


def loaded(name: str, folder: Path) -> Contender:
    engine = CONTENDERS[name](folder / name / "index")
    engine.load(corpus.rows(folder), Stopwatch())
    engine.open()
    return engine


def test_the_corpus_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    """Figures of two days are about the same articles and queries."""
    corpus.write(tmp_path / "again", ARTICLES)

    assert list(corpus.rows(folder)) == list(corpus.rows(tmp_path / "again"))
    assert corpus.queries(folder) == corpus.queries(tmp_path / "again")


def test_every_contender_finds_as_many(folder: Path) -> None:
    """What does less is faster: only equal answers may be compared."""
    first, *others = (loaded(name, folder) for name in HERE)

    for kind, asked in corpus.queries(folder).items():
        for engine in (engine for engine in others if kind in engine.kinds & first.kinds):
            some = list(islice(asked, 12))
            assert [first.ask(kind, words)[0] for words in some] == [engine.ask(kind, words)[0] for words in some]


def test_a_page_is_a_search_of_the_whole(folder: Path) -> None:
    whole = loaded("whole", folder)

    assert any(whole.ask("page", words)[1] for words in corpus.queries(folder)["page"])


def test_the_report_has_a_row_a_kind_and_a_bar_a_figure() -> None:
    load = {"cpu": 2.0, "bytes": 3_000_000, "add": {"cpu": 0.1}}
    queries = {"rare": {"cpu": percentiles([1.0, 2.0, 30.0]), "hits": [3, 4, 5]}}
    figures = {
        "articles": 100,
        "machine": "2 cores",
        "engines": {name: {"load": load, "open": 1, "queries": queries} for name in ("readout", "fts5")},
    }

    assert "| a rare word | 2.00 (30) | 2.00 (30) |" in text([figures])
    assert "In 3 of 3 answers" in text([figures])
    assert 2 == picture(figures).count('height="11"')


@pytest.mark.parametrize(("costs", "expected"), [((2.0, 2.0), 0.0), ((1.0, 10.0), 1.0), ((1.0, 3.1623), 0.5)], ids=str)
def test_growth_is_the_power_of_the_size(costs: tuple[float, float], expected: float) -> None:
    assert expected == pytest.approx(growth.exponent([(10_000, costs[0]), (100_000, costs[1])]), abs=1e-4)


def test_growth_has_a_line_a_kind() -> None:
    sizes = [
        {"articles": size, "engines": {"readout": {"queries": {"rare": {"cpu": {"p50": 1.0}}}}}}
        for size in (10_000, 50_000)
    ]

    assert "| a rare word | 1.00 | 1.00 | 0.00 |" in "\n".join(growth.section(sizes))
    assert 1 == growth.picture(sizes).count("<polyline")


def test_pages_through_http_are_told_if_they_were_asked(tmp_path: Path) -> None:
    assert [] == list(section(tmp_path))
    (tmp_path / "serving-20000.json").write_text('{"wall": {"p50": 5, "p95": 9.5, "p99": 12}, "cpu": 4}')

    assert "| 20,000 articles, one worker | 5.00 | 9.50 | 12 | 4.00 | – |" == list(section(tmp_path))[-1]

"""Analysing: however many processes work on it, the index is the same."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Sequence
from multiprocessing import active_children
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.cli import app
from index.engines import open_engine
from index.inspection import check
from index.update import parallel
from index.update.build import build
from index.update.parallel import Analysed, ParallelAnalysis
from index.workers import WorkerPool
from search.analysis.analyzer import analyse_article
from search.engine.port import Request
from search.model.articles import Article

TEXTS = (
    "Președintele a vorbit la telefon cu Netanyahu.",
    "ראש הממשלה שוחח אמש עם נשיא רוסיה.",
    "The president called the prime minister on Sunday.",
)


def articles() -> list[Article]:
    return [
        Article(article_id=f"a{number}", title=f"Number {number}", text=TEXTS[number % len(TEXTS)])
        for number in range(9)
    ]


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have workers started for a few articles."""
    monkeypatch.setattr(parallel, "FEW_ARTICLES", 2)
    monkeypatch.setattr(parallel, "_CHUNK", 2)


@pytest.mark.usefixtures("soon")
def test_workers_hand_on_all_articles_in_their_order() -> None:
    """An article that comes twice must be written in the order in which it came."""
    written: list[Analysed] = []
    analysts = ParallelAnalysis(written.extend)
    for article in articles():
        analysts.give(article, pytest.fail)
    analysts.finish()
    analysts.close()

    assert analysts._pool is not None
    assert [article.article_id for article in articles()] == [
        article.article_id for article, _ in written
    ]
    assert [analyse_article(article) for article in articles()] == [
        analysed for _, analysed in written
    ]


def test_a_few_articles_are_analysed_where_they_are() -> None:
    """Starting workers takes longer than adding one article."""
    analysts = ParallelAnalysis(lambda _: None)
    for article in articles():
        analysts.give(article, pytest.fail)

    assert analysts._pool is None


def test_of_many_articles_all_are_left_to_workers() -> None:
    """While this process reads and writes, no core should wait for the first of them."""
    analysts = ParallelAnalysis(lambda _: None)
    analysts.expect(parallel.MANY_BYTES)
    for article in articles():
        analysts.give(article, pytest.fail)
    analysts.finish()
    analysts.close()

    assert analysts._pool is not None


@pytest.mark.skipif(os.name == "nt", reason="signals of one process to another")
def test_an_interruption_does_not_reach_a_worker_that_starts() -> None:
    """Ctrl-C goes to all processes of a terminal, and one that is still importing would print its traceback."""
    with WorkerPool(1) as workers:
        sum_of_two = workers.submit(sum, (1, 2))
        (worker,) = active_children()
        os.kill(worker.pid or 0, signal.SIGINT)

        assert 3 == sum_of_two.result()


@pytest.mark.usefixtures("soon")
@pytest.mark.skipif(os.name == "nt", reason="signals of one process to another")
def test_a_worker_that_is_killed_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a machine does that has no memory left; what was committed is whole, and the next run does the rest."""
    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    for article in articles():
        (folder / f"{article.article_id}.txt").write_text(article.text * 2, encoding="utf-8")
    hand_on = ParallelAnalysis._hand_on

    def killing(analysts: ParallelAnalysis) -> None:
        for worker in active_children():
            os.kill(worker.pid or 0, signal.SIGKILL)
        hand_on(analysts)

    command = ["index", str(folder), "--index", str(index)]
    with monkeypatch.context() as patch:
        patch.setattr(ParallelAnalysis, "_hand_on", killing)
        ended = CliRunner().invoke(app, command)

    said = (
        "readout: a process that analysed articles was ended, by somebody or for want of memory; "
    )
    assert (2, True, 1) == (
        ended.exit_code,
        ended.stderr.startswith(said),
        len(ended.stderr.splitlines()),
    )
    assert 0 == CliRunner().invoke(app, command).exit_code
    assert (len(articles()), ()) == ((checked := check(index)).articles, checked.problems)


def test_too_little_memory_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("index.update.build.build", failing)
    ended = CliRunner().invoke(app, ["index", str(tmp_path), "--index", str(tmp_path / "index")])

    assert (
        2,
        "readout: there is not enough memory for this; what was committed before is whole\n",
    ) == (
        ended.exit_code,
        ended.stderr,
    )


def contents(index: Path) -> tuple[object, ...]:
    engine = open_engine(index)
    ids = sorted(hit.article_id for hit in engine.search(Request(size=100)).hits)
    return engine.get(ids), list(engine.words("")), engine.statistics(), check(index)


def changed(place: Path, texts: Sequence[str]) -> tuple[object, ...]:
    """An index after a second run that moves ids between articles and takes some out while others wait."""
    index, folder = place / "index", place / "articles"
    folder.mkdir(parents=True)
    for run, ids in enumerate(("abcdefgh", "xbadcvvh")):
        for name, article_id in zip("12345678", ids, strict=True):
            article = {
                "id": article_id,
                "title": f"{article_id} {run}",
                "text": texts[run % len(texts)] + name,
            }
            (folder / f"{name}.json").write_text(json.dumps(article), encoding="utf-8")
        build(index, [folder])
    return contents(index)


@pytest.mark.usefixtures("soon")
def test_workers_and_one_process_make_the_same_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when an article is deleted that a worker still has."""
    by_workers = changed(tmp_path / "many", TEXTS)
    monkeypatch.setattr(parallel, "FEW_ARTICLES", 1000)

    assert changed(tmp_path / "one", TEXTS) == by_workers

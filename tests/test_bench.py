"""The benchmark: do all contenders answer the same questions about the same words?"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.bench import archive, cold, corpus, memory, plain_site, serving, sites
from tests.bench.contender import IN_MODES, Contender
from tests.bench.engines import contender
from tests.bench.measure import Stopwatch

pytestmark = pytest.mark.bench

ARTICLES: Final = 150
HERE: Final = ("readout", "fts5", "whoosh")  # what needs nothing that is not installed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench") / str(ARTICLES)
    corpus.write(made, ARTICLES)
    return made


def loaded(name: str, folder: Path) -> Contender:
    engine = contender(name, folder)
    engine.load(archive.rows(folder), Stopwatch())
    engine.open()
    return engine


@pytest.fixture(scope="module")
def engines(folder: Path) -> list[Contender]:
    return [loaded(name, folder) for name in HERE]


@pytest.fixture(scope="module")
def whole(folder: Path) -> Contender:
    return loaded("whole", folder)


def test_the_corpus_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    """Figures of two days are about the same articles and queries."""
    corpus.write(tmp_path / "again", ARTICLES)

    assert list(archive.rows(folder)) == list(archive.rows(tmp_path / "again"))
    assert archive.queries(folder) == archive.queries(tmp_path / "again")


def test_every_contender_finds_as_many(folder: Path, engines: list[Contender]) -> None:
    """What does less is faster: only equal answers may be compared."""
    first, *others = engines

    for kind, asked in archive.queries(folder).items():
        for engine in (engine for engine in others if kind in engine.kinds & first.kinds):
            some = list(islice(asked, 12))
            assert [first.ask(kind, words)[0] for words in some] == [
                engine.ask(kind, words)[0] for words in some
            ]


@pytest.mark.parametrize("kind", IN_MODES)
def test_counts_and_the_best_alone_are_those_of_the_whole_answer(
    folder: Path, engines: list[Contender], kind: str
) -> None:
    """Else a mode would be faster by doing something else."""
    for words in islice(archive.queries(folder)[kind], 6):
        for engine in engines:
            total, titles = engine.ask(kind, words)
            assert (total, len(titles)) == (engine.count(kind, words), engine.best(kind, words))


def test_a_page_is_a_search_of_the_whole(folder: Path, whole: Contender) -> None:
    assert any(whole.ask("page", words)[1] for words in archive.queries(folder)["page"])


def test_the_sites_beside_ours_find_what_they_are_asked(tmp_path: Path) -> None:
    """A site that answers an error, or nothing, would be the fastest."""
    rows = [
        {
            "id": str(number),
            "title": f"Ceasefire talks {number}",
            "text": f"The ministers spoke about the ceasefire number{number}. " * 5,
            "year": "2016",
            "lang": "en",
            "leaders": ("vladimir-putin",),
            "countries": ("il", "ru") if number else ("ru",),
        }
        for number in range(3)
    ]
    sites.database(tmp_path / "articles.db", rows)
    plain_site.write(tmp_path / "whoosh", rows)

    with closing(sqlite3.connect(tmp_path / "articles.db")) as db:
        asked = "SELECT count(*) FROM words WHERE words MATCH 'ceasefire'"
        assert (3,) == db.execute(asked).fetchone()
    for country, total in (("", 3), ("il", 2)):
        address = sites.sites(tmp_path)["Whoosh 2.7.4 + Bottle"][1](("ceasefire", country))
        environ = {
            "PATH_INFO": "/search",
            "QUERY_STRING": address.partition("?")[2],
            "REQUEST_METHOD": "GET",
            "wsgi.errors": sys.stderr,
        }
        body = b"".join(plain_site.application(tmp_path / "whoosh")(environ, lambda *_: None))
        assert f"{total} articles" in body.decode()
        assert 'class="match' in body.decode()


def test_an_engine_is_imported_alone(tmp_path: Path) -> None:
    """In a process that has imported Readout as well, memory would not be the engine's own."""
    names = "{name.partition('.')[0] for name in sys.modules} & {'numpy', 'search', 'sqlite3', 'whoosh'}"
    asked = f"import sys, pathlib, tests.bench.memory as one; one.contender('fts5', pathlib.Path({str(tmp_path)!r}))"
    words = (sys.executable, "-c", f"{asked}; print(*sorted({names}))")

    assert "sqlite3\n" == subprocess.run(words, check=True, capture_output=True, text=True).stdout


@pytest.mark.usefixtures("engines")
@pytest.mark.parametrize("name", HERE)
def test_memory_is_of_a_process_that_asked(name: str, folder: Path) -> None:
    """A part of it is its own; a bare Python has more than two megabytes."""
    used = memory.used(name, folder)

    assert 2 < used["RssAnon"] < used["VmRSS"]


@pytest.mark.usefixtures("whole")
def test_each_worker_is_asked_another_page_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page alone may be a heavy one: firsts and laters are of the same pages."""
    orders: list[list[str]] = []
    ask = cold.asked_in_order

    def noted(index: Path, queries: list[str]) -> dict[str, Any]:
        orders.append(queries)
        return ask(index, queries)

    monkeypatch.setattr(cold, "asked_in_order", noted)
    monkeypatch.setattr(cold, "STARTS", 2)
    found = cold.worker(folder / "whole" / "index", ["one", "two"])

    assert [["one", "two"], ["two", "one"]] == orders
    assert {"opening", "opened", "warming", "memory", "first", "later"} == found.keys()
    assert 0 < found["later"]


def test_no_article_has_words_that_are_asked_for_as_never_together(folder: Path) -> None:
    known = [set(row.body.split(" ")) for row in archive.rows(folder)]
    asked = serving.paths(archive.queries(folder), ["0000001"])

    pairs = [parse_qs(urlsplit(path).query)["q"][0].split(" ") for path in asked[serving.APART]]

    assert corpus.EACH / 3 == len(pairs)
    assert [] == [pair for pair in pairs if any(set(pair) <= words for words in known)]
    assert ["/article/0000001"] == [urlsplit(path).path for path in asked["an article"]]

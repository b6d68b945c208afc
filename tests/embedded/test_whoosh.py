"""Whoosh: does the engine keep clear of what is broken in Whoosh 2.7.4?

And does Whoosh still read the index?
"""

from __future__ import annotations

import random
import re
import threading
from pathlib import Path
from typing import get_args
from unittest.mock import patch

import pytest
from whoosh import index as whoosh_index
from whoosh import query

from index.embedded import writer
from index.embedded.commits import Commits
from index.embedded.engine import EmbeddedEngine
from index.queries.scoring import matches
from index.segments.dictionary import Dictionary
from search.engine.nodes import All, And, Fuzzy, Node, Or, Prefix
from search.engine.port import Request
from tests.embedded.letters import LETTERS, everything, ids, letters
from tests.engines.plain import article, phrase, word


def test_updates_open_the_index_once(engine: EmbeddedEngine) -> None:
    """`update_document` opens the whole index for each call."""
    with patch.object(Commits, "read", autospec=True, side_effect=Commits.read) as read:
        engine.write(letters(100, seed=9))
        engine.commit()

    assert 1 == read.call_count


@pytest.mark.parametrize("batch", [1, writer.BATCH], ids=["in two segments", "in one"])
def test_an_id_written_twice_before_a_commit_is_there_once(
    folder: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoosh keeps both."""
    monkeypatch.setattr(writer, "BATCH", batch)
    engine = EmbeddedEngine(folder, create=True)

    engine.write([article("a", "old"), article("b", "other"), article("a", "new")])
    engine.commit()

    assert ["a"] == ids(engine.search(Request(clauses=(word("new"),))))
    assert 0 == engine.search(Request(clauses=(word("old"),))).total
    assert 2 == everything(engine).total
    assert [] == engine.check()


def test_opening_copies_nothing(engine: EmbeddedEngine, folder: Path) -> None:
    """Whoosh reads every file into memory, for every searcher."""
    opened = EmbeddedEngine(folder)
    leaf = opened._newest().leaves[0].segment

    for name in ("docs", "counts", "places", "words", "stored", "word_rows"):
        assert (False, False) == (
            leaf.arrays[name].flags.owndata,
            leaf.arrays[name].flags.writeable,
        )
    assert len(ids(everything(engine))) == everything(opened).total


def test_threads_may_share_an_engine(engine: EmbeddedEngine) -> None:
    """A searcher of Whoosh's gives wrong answers then, silently."""
    nodes: list[Node] = [*map(word, LETTERS), phrase("a b", slop=1)]
    requests = [Request(clauses=(node,), facets=("leader",)) for node in nodes]
    expected = [engine.search(request) for request in requests]
    wrong: list[object] = []

    def search() -> None:
        for number in random.Random(threading.get_ident()).choices(range(len(requests)), k=100):  # noqa: S311
            answer = engine.search(requests[number])
            if answer != expected[number]:
                wrong.append(answer)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [] == wrong


def test_deleted_articles_stay_deleted(engine: EmbeddedEngine, folder: Path) -> None:
    """With `refresh` they come back."""
    other = EmbeddedEngine(folder)
    before = everything(other).total
    engine.delete(["0001"])
    engine.commit()
    engine.write(letters(1, first=900))
    engine.commit()

    assert before == everything(other).total
    assert "0001" not in ids(everything(other))
    assert "0001" not in ids(everything(EmbeddedEngine(folder)))


def test_a_page_past_the_end_is_empty(engine: EmbeddedEngine) -> None:
    """`search_page` answers with the last page."""
    found = engine.search(Request(clauses=(word("a"),), offset=10_000, facets=("leader",)))

    assert () == found.hits
    assert found.total == found.counts["leader"]["p"]


def test_counts_do_not_depend_on_the_page(engine: EmbeddedEngine) -> None:
    """`groupedby` and `limit` don't know of each other."""
    requests = [
        Request(clauses=(word("a"),), size=size, facets=("leader", "year")) for size in (0, 1, 1000)
    ]

    assert 1 == len({repr(engine.search(request).counts) for request in requests})


def test_a_clause_of_a_thousand_words_is_answered(engine: EmbeddedEngine) -> None:
    """Whoosh took 48 seconds."""
    node = Or(tuple(word(LETTERS[n % 10] + "x" * (n // 10)) for n in range(1000)))

    assert everything(engine).total == engine.search(Request(clauses=(node,), size=1000)).total


def test_a_prefix_costs_no_more_for_many_words(folder: Path) -> None:
    """Whoosh asks for each of the words by itself: ten seconds for 21,000."""
    engine = EmbeddedEngine(folder, create=True)
    engine.write(
        [article(f"{n}", " ".join(f"w{n * 20 + k}" for k in range(20))) for n in range(50)]
    )
    engine.commit()

    with patch.object(Dictionary, "keys", autospec=True, side_effect=Dictionary.keys) as read:
        assert 50 == engine.search(Request(clauses=(Prefix(("x:w",)),), size=0)).total

    assert 0 == read.call_count


def test_nothing_falls_back_to_the_search_of_whoosh() -> None:
    """Every kind of node that a query compiles to has an evaluation of its own, and none imports Whoosh."""
    assert set(get_args(Node)) == matches.registry.keys() - {object}


TERM = {letter: query.Term("terms", f"x:{letter}") for letter in LETTERS}


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        pytest.param(TERM["a"], word("a"), id="a word"),
        pytest.param(query.Or([TERM["a"], TERM["b"]]), Or((word("a"), word("b"))), id="or"),
        pytest.param(query.And([TERM["a"], TERM["b"]]), And((word("a"), word("b"))), id="and"),
        pytest.param(query.Phrase("terms", ["x:a", "x:b"]), phrase("a b"), id="a phrase"),
        pytest.param(
            query.Phrase("terms", ["x:a", "x:b"], slop=3),
            phrase("a b", slop=2),
            id="a phrase with slop",
        ),
        pytest.param(query.Prefix("terms", "x:"), Prefix(("x:",)), id="a prefix"),
        pytest.param(
            query.FuzzyTerm("terms", "x:a", prefixlength=2), Fuzzy("a", 1), id="one letter off"
        ),
        pytest.param(query.Every(), All(), id="all"),
    ],
)
def test_whoosh_searches_the_index_too(
    folder: Path, engine: EmbeddedEngine, asked: object, same: object
) -> None:
    """It is a Whoosh index, and Whoosh's matchers are a second oracle."""
    with whoosh_index.open_dir(str(folder)).searcher() as searcher:
        found = {hit["id"] for hit in searcher.search(asked, limit=None)}

    assert found
    assert found == set(ids(engine.search(Request(clauses=(same,), size=1000))))  # type: ignore[arg-type]


def test_the_page_about_whoosh_is_true(
    folder: Path, engine: EmbeddedEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its ten lines open an index and search it, with nothing of ours but the files."""
    engine.write([article("a", "Putin called", leaders=("vladimir-putin",)), article("b", "Putin")])
    engine.commit()
    page = (Path(__file__).parents[2] / "docs" / "whoosh.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)

    exec(lines.replace("var/index/g1/postings", str(folder)), {})  # noqa: S102 - a page of ours

    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.startswith("1 ")
    assert first.endswith(" a")
    assert f"{engine.statistics().articles} articles in" in last

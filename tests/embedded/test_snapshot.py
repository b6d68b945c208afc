"""Snapshot: what was found of a phrase is kept for as long as the commit is the newest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest

from index.embedded.engine import EmbeddedEngine
from index.queries import phrases, snapshot
from index.queries.phrases import PhraseDocuments, phrase_documents
from index.segments.segment import Segment
from search.engine.port import Request
from tests.embedded.test_deadline import within
from tests.engines.plain import article, phrase

ASKED = Request(clauses=(phrase("a b"),))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The slops of the phrases that were looked for, in turn."""
    slops: list[int] = []

    def looked_for(words: Sequence[Sequence[int]], slop: int, segment: Segment) -> PhraseDocuments:
        slops.append(slop)
        return phrase_documents(words, slop, segment)

    monkeypatch.setattr(snapshot, "phrase_documents", looked_for)
    return slops


def test_a_phrase_is_looked_for_once_in_a_commit(engine: EmbeddedEngine, read: list[int]) -> None:
    """Names and ideas are asked for again, whatever else is."""
    engine.write([article("1", "a b"), article("2", "b a")])
    engine.commit()
    engine.search(ASKED)
    looked = len(read)
    assert engine.search(ASKED) == engine.search(ASKED)
    assert looked == len(read)

    before = engine.search(ASKED).total
    engine.write([article("3", "a b")])
    engine.commit()

    assert before + 1 == engine.search(ASKED).total


def test_as_much_is_kept_as_there_are_articles(
    engine: EmbeddedEngine, read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "_PHRASES", 0)
    engine.write([article(str(number), "a b") for number in range(2000)])
    engine.commit()
    for slop in (0, 1, 0):
        engine.search(Request(clauses=(phrase("a b", slop=slop),)))

    assert [0, 1, 0] == [slop for slop, _ in groupby(read)]


def test_what_was_cut_short_is_not_kept(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phrases, "STEP", 1)
    engine.write([article(str(number), "a b") for number in range(50)])
    engine.commit()
    with monkeypatch.context() as patched:
        patched.setattr(phrases, "is_over", lambda: True)
        cut = within(1000, engine, phrase("a b"))

    assert cut.partial is not None
    assert engine.search(ASKED).total >= 50 > cut.total

"""What is found until the deadline is true, and what was not looked at is counted."""

from __future__ import annotations

from itertools import count

import pytest

from index.embedded.engine import EmbeddedEngine
from index.queries import phrases, snapshot
from index.queries.snapshot import Snapshot
from search.engine import deadline
from search.engine.deadline import is_over, remaining, time_limit
from search.engine.nodes import And, Fuzzy, Group, Node, Not, Or, Prefix
from search.engine.port import Found, Request
from tests.embedded.letters import everything, ids, letters
from tests.engines.plain import article, phrase, word

LONG = "a b c"
NODES = {
    "a phrase": phrase("a b"),
    "a phrase with words between": phrase(LONG, slop=2),
    "two phrases": And((phrase("a b"), phrase("b c", slop=3))),
    "either phrase": Or((phrase("a b"), phrase("c d"))),
    "without a phrase": And((word("a"), Not(phrase("b c")))),
    "without a beginning": And((word("a"), Not(Prefix(("x:b",))))),
    "without what is like it": Not(Fuzzy("bb", 1)),
    "a beginning": Prefix(("x:a", "x:b")),
    "what is like it": Fuzzy("aa", 1),
    "a word or its phrase": Group("a", (("x:j", 1.0),), (phrase("a b"),)),
}


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that goes on by one at every look, steps of a few places, and nothing is kept."""
    clock = count()
    monkeypatch.setattr(deadline, "thread_time", lambda: float(next(clock)))
    monkeypatch.setattr(phrases, "STEP", 40)
    monkeypatch.setattr(snapshot, "STEP", 20)
    monkeypatch.setattr(Snapshot, "_keep", lambda *_: None)


def within(looks: int, engine: EmbeddedEngine, *clauses: Node) -> Found:
    """What is found until the clock was looked at so often."""
    with time_limit(looks + 0.5):
        return engine.search(Request(clauses=clauses, size=1000, facets=("leader",)))


@pytest.mark.usefixtures("ticking")
@pytest.mark.parametrize("node", NODES.values(), ids=NODES)
def test_what_is_found_in_time_is_found_in_the_end(engine: EmbeddedEngine, node: Node) -> None:
    whole = engine.search(Request(clauses=(node,), size=1000))
    answers = [within(looks, engine, node) for looks in range(80)]

    assert whole.partial is None
    assert answers[0].partial is not None
    assert [] == [one for one in answers if not set(ids(one)) <= set(ids(whole))]
    assert [set(ids(whole))] * 5 == [set(ids(one)) for one in answers[-5:]]
    assert [None] * 5 == [one.partial for one in answers[-5:]]


@pytest.mark.usefixtures("ticking")
@pytest.mark.parametrize("node", NODES.values(), ids=NODES)
def test_of_how_many_articles_it_is_known_is_said(engine: EmbeddedEngine, node: Node) -> None:
    """Those of which it is not known hold whatever was not found yet."""
    whole = engine.search(Request(clauses=(node,), size=1000)).total
    for found in (within(looks, engine, node) for looks in range(20)):
        if found.partial is not None:
            reason, answered, of = found.partial
            assert ("time", everything(engine).total) == (reason, of)
            assert whole - found.total <= of - answered
            assert found.total == found.counts["leader"].get("p", 0)


@pytest.mark.usefixtures("ticking")
def test_a_part_is_found_of_a_long_phrase(engine: EmbeddedEngine) -> None:
    """More time finds more."""
    totals = [within(looks, engine, phrase("a b")).total for looks in range(10)]

    assert 0 == totals[0] < totals[3] < totals[-1]
    assert sorted(totals) == totals


@pytest.mark.usefixtures("ticking")
def test_one_endless_article_is_left_in_the_middle(engine: EmbeddedEngine) -> None:
    engine.write([article("long", "y z " * 500)])
    engine.commit()

    answers = [within(looks, engine, phrase("y z y z")) for looks in range(8)]

    of = everything(engine).total
    assert [("time", of - 1, of)] * 4 + [None] * 4 == [one.partial for one in answers]
    assert [[]] * 4 + [["long"]] * 4 == [ids(one) for one in answers]


def test_steps_find_what_one_look_finds(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Request(clauses=(phrase(LONG, slop=2),), size=1000)
    at_once = engine.search(asked)

    monkeypatch.setattr(phrases, "STEP", 7)

    assert at_once == engine.search(asked)


def test_a_search_without_a_limit_has_all_the_time() -> None:
    assert (False, float("inf")) == (is_over(), remaining())


def test_a_limit_ends_with_what_it_was_set_for() -> None:
    with time_limit(0):
        assert is_over()
        assert remaining() <= 0
    assert not is_over()


def test_letters_are_enough_for_steps() -> None:
    """The tests above would show nothing of an archive that is read in one step."""
    assert sum(len(one.text.split()) for one, _ in letters(50)) > 10 * 40

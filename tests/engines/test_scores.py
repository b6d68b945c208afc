"""Scores that were worked out by hand.

BM25 as Lucene has it, k1 = 1.2 and b = 0.75, the same in every engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from search.engine.nodes import Fuzzy, Group, Node, Phrase, Prefix
from search.engine.port import Request, Store
from tests.engines.plain import article
from tests.engines.stores import EXACT

# Four articles of 4, 10, 100 and 6 words, 30 on average; of 100 words Lucene's byte keeps 96.
ARCHIVE: Final = (
    article("short", "call call call peace"),
    article("middling", "call " + "other " * 9),
    article("long", "call " * 5 + "peace " + "other " * 94),
    article("without", "nothing of it stands in here"),
)


def word(written: str, weight: float = 1.0) -> Group:
    return Group(written, ((f"x:{written}", weight),))


@pytest.fixture(params=EXACT, ids=str)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with EXACT[request.param](tmp_path) as made:
        for one in ARCHIVE:  # each in a segment of its own
            made.write([one])
            made.commit()
        yield made


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        # call is in 3 of 4: idf = ln(1 + 1.5 / 3.5) = 0.356675
        #   short:    norm = 1.2 (0.25 + 0.75 * 4 / 30) = 0.42    0.356675 * 3 / 3.42
        #   middling: norm = 1.2 (0.25 + 0.75 * 10 / 30) = 0.6    0.356675 * 1 / 1.6
        #   long:     norm = 1.2 (0.25 + 0.75 * 96 / 30) = 3.18   0.356675 * 5 / 8.18
        pytest.param(
            [word("call")], {"short": 0.312873, "middling": 0.222922, "long": 0.218016}, id="a word"
        ),
        # peace is in 2 of 4: idf = ln(1 + 2.5 / 2.5) = 0.693147; short / 1.42, long / 4.18
        pytest.param([word("peace")], {"short": 0.488132, "long": 0.165825}, id="a rarer word"),
        pytest.param(
            [word("call"), word("peace")],
            {"short": 0.801005, "long": 0.383841, "middling": 0.222922},
            id="words add up",
        ),
        # (0.356675 + 0.693147) / 1.42 and / 4.18: the two stand beside each other once
        pytest.param(
            [Phrase((word("call"), word("peace")))],
            {"short": 0.739311, "long": 0.251154},
            id="a phrase is one word",
        ),
        pytest.param(
            [word("peace", 0.8)],
            {"short": 0.390505, "long": 0.132660},
            id="a weaker reading weighs less",
        ),
        # whatever begins so, however often: a beginning is no word, and has no rarity of its own
        pytest.param(
            [Prefix(("x:pea", "x:oth"))],
            {"short": 1.0, "middling": 1.0, "long": 1.0},
            id="a beginning counts one",
        ),
        # six tenths of `peace`, for it is a letter off what was typed
        pytest.param(
            [Fuzzy("peach", 1)],
            {"short": 0.6 * 0.488132, "long": 0.6 * 0.165825},
            id="a word that is a letter off counts six tenths",
        ),
    ],
)
def test_a_score_is_what_the_formula_gives(
    engine: Store, clauses: list[Node], expected: dict[str, float]
) -> None:
    found = engine.search(Request(clauses=tuple(clauses), match="any"))

    assert pytest.approx(expected, rel=5e-6) == {hit.article_id: hit.score for hit in found.hits}


def test_a_name_counts_a_little_more_where_its_owner_is_the_subject(engine: Store) -> None:
    """Six words: norm = 1.2 (0.25 + 0.75 * 6 / 25.2) = 0.514286; the subject adds 0.1 of the idf."""
    engine.write([article("about", "peace " + "other " * 5, subjects=("p", "n"))])
    engine.commit()

    found = engine.search(Request(clauses=(replace(word("peace"), subjects=frozenset({"p"})),)))
    scores = {hit.article_id: hit.score for hit in found.hits}

    assert pytest.approx(0.538997 * (1 / 1.514286 + 0.1), rel=5e-6) == scores["about"]
    assert {"about", "short", "long"} == set(scores)


def test_a_word_of_the_title_counts_a_little_more(engine: Store) -> None:
    """A fifth article of seven words makes 127 / 5 = 25.4 the average, and peace stands in 3 of 5.

    idf = ln(1 + 2.5 / 3.5) = 0.538997; norm = 1.2 (0.25 + 0.75 * 7 / 25.4) = 0.548031; the title
    adds 0.03 of the idf.
    """
    engine.write([article("titled", "others say what they said then", "Peace")])
    engine.commit()

    found = engine.search(Request(clauses=(word("peace"),)))

    assert (
        pytest.approx(0.538997 * (1 / 1.548031 + 0.03), rel=5e-6)
        == {hit.article_id: hit.score for hit in found.hits}["titled"]
    )

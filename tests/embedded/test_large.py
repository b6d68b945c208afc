"""More articles than numbers of two bytes: what each segment numbers narrowly is found in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from index.embedded.engine import EmbeddedEngine
from search.analysis.tokens import AnalysedArticle, AnalysedText
from search.engine.highlight import marks
from search.engine.nodes import And, Fuzzy, Group, Node, Not, Phrase, Prefix
from search.engine.port import Request
from search.model.articles import Article

pytestmark = pytest.mark.slow

NUMBERS = [*range(2**16 + 1), 70_000, 70_002, 70_003]  # the last three in a segment of their own
ABC, ABD, ZED = (Group(word, ((f"x:{word}", 1.0),)) for word in ("abc", "abd", "zed"))


def words(number: int) -> tuple[str, ...]:
    return ("abc", "abd") if number % 3 else ("abc",)


def article(number: int) -> tuple[Article, AnalysedArticle]:
    own = words(number)
    places = tuple(range(len(own)))
    terms = tuple((f"x:{word}",) for word in own)
    starts, ends = tuple(4 * place for place in places), tuple(4 * place + 3 for place in places)
    body = AnalysedText(starts, ends, places, own, terms, ((),) * len(own))
    found = Article(
        article_id=f"{number:06}",
        title="",
        text=" ".join(own),
        published=str(2000 + number % 7),
        countries=("il",) if number % 2 else ("ru",),
    )
    return found, AnalysedArticle(found.article_id, AnalysedText(), body)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    made = EmbeddedEngine(tmp_path_factory.mktemp("large") / "postings", create=True)
    for some in (NUMBERS[:-3], NUMBERS[-3:]):
        made.write(map(article, some))
        made.commit()
    return made


@pytest.mark.parametrize(
    ("clause", "is_found"),
    [
        pytest.param(ABC, lambda _: True, id="a word"),
        pytest.param(Phrase((ABC, ABD)), lambda number: number % 3, id="a phrase"),
        pytest.param(Phrase((ABC, ABD), slop=3), lambda number: number % 3, id="words near"),
        pytest.param(Phrase((ABD, ABC)), lambda _: False, id="a phrase that is nowhere"),
        pytest.param(Phrase((ABC, ZED)), lambda _: False, id="a word that is nowhere"),
        pytest.param(Prefix(("x:abd",)), lambda number: number % 3, id="a beginning"),
        pytest.param(Fuzzy("abx", 1), lambda _: True, id="a slip"),
        pytest.param(And((ABC, Not(ABD))), lambda number: not number % 3, id="a word left out"),
    ],
)
@pytest.mark.parametrize("sort", ["relevance", "newest"])
def test_all_that_is_there_is_found(
    engine: EmbeddedEngine, clause: Node, is_found: Callable[[int], object], sort: str
) -> None:
    found = engine.search(
        Request(
            clauses=(clause,),
            filters={"country": frozenset({"ru"})},
            sort=sort,  # type: ignore[arg-type]
            size=100_000,
            facets=("year",),
        )
    )

    expected = [number for number in NUMBERS if number % 2 == 0 and is_found(number)]
    assert {f"{number:06}" for number in expected} == {hit.article_id for hit in found.hits}
    years = Counter(str(2000 + number % 7) for number in expected)
    assert (len(expected), dict(years)) == (found.total, found.counts["year"])


def test_the_last_ones_are_shown_with_their_marks(engine: EmbeddedEngine) -> None:
    shown = engine.show(["000001", "065536", "070003"], [Phrase((ABC, ABD))])

    spans = {
        article.article_id: [(mark.start, mark.end) for mark in marks(offsets, [ABD]).text]
        for article, offsets in shown
    }
    assert {"000001": [(4, 7)], "065536": [(4, 7)], "070003": [(4, 7)]} == spans

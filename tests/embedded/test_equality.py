"""Equality: does the embedded engine answer what the memory engine answers, to the last tie?"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from index.embedded import writer
from index.embedded.engine import EmbeddedEngine
from index.queries import docset, page
from index.segments import arrays, segment_merge
from search.analysis.tokens import AnalysedArticle, AnalysedText
from search.engine.highlight import marks
from search.engine.memory import MemoryEngine
from search.engine.nodes import (
    All,
    And,
    FieldIs,
    Fuzzy,
    Group,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SeenWithin,
)
from search.engine.port import Engine, Request
from search.model.articles import Article
from search.model.contacts import KINDS, Contact, key
from search.model.dates import Span
from search.model.facets import FACETS
from search.service.relaxation import best_set, search_relaxed

WORDS = ("a", "ab", "abc", "b", "ba", "ț", "țar", "קו")
TERMS = tuple(f"{tier}{word}" for tier in ("x:", "l:", "f:") for word in WORDS)
YEARS = ("2015", "2016", "2017", "unknown")
DAYS = ("2026-11-01", "2026-11-02", "2026-11-03")
VALUES = {
    "leader": ("p", "n", "t"),
    "country": ("il", "ru"),
    "year": YEARS,
    "lang": ("en", "he", "und"),
    "outlet": ("Ziua", "ZIUA", "The Day"),
}

Analysed = tuple[Article, AnalysedArticle]
MANY = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    # archives are small already, and shrinking them is slow
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@st.composite
def texts(draw: st.DrawFn, longest: int) -> AnalysedText:
    rows = draw(
        st.lists(st.lists(st.sampled_from(TERMS), max_size=3, unique=True), max_size=longest)
    )
    positions = [-1]
    for step in draw(st.lists(st.integers(0, 3), min_size=len(rows), max_size=len(rows))):
        # a compound is joined once
        is_third = not step and positions[-1] in {-1, *positions[-2:-1]}
        positions.append(positions[-1] + (is_third or step))
    places = tuple(positions[1:])
    starts = tuple(map(places.index, places))  # a letter a word, and the compound as long as two
    exacts = tuple(terms[0][2:] if terms else "" for terms in rows)
    return AnalysedText(
        starts,
        tuple(range(1, len(rows) + 1)),
        places,
        exacts,
        tuple(map(tuple, rows)),
        ((),) * len(rows),
    )


CONTACTS = st.builds(
    Contact,
    kind=st.sampled_from(KINDS),
    video=st.booleans(),
    leaders=st.lists(st.sampled_from(VALUES["leader"]), min_size=2, max_size=3, unique=True).map(
        tuple
    ),
    date=st.none(),
    date_source=st.none(),
    where=st.just("body"),
    words=st.just("a text"),
    start=st.just(0),
    end=st.just(6),
)


@st.composite
def articles(draw: st.DrawFn) -> Analysed:
    article_id = draw(st.sampled_from("abcdefgh"))
    article = Article(
        article_id=article_id,
        title="title",
        text="a text that has a letter for every word",
        lang=draw(st.sampled_from(VALUES["lang"])),
        published=draw(st.sampled_from((None, "2015", "2016-02", "2016-02-03", "2017-01-01"))),
        leaders=tuple(draw(st.lists(st.sampled_from(VALUES["leader"]), unique=True))),
        countries=tuple(draw(st.lists(st.sampled_from(VALUES["country"]), unique=True))),
        outlet=draw(st.sampled_from((None, *VALUES["outlet"]))),
        subjects=tuple(draw(st.lists(st.sampled_from(VALUES["leader"]), unique=True))),
        contacts=tuple(draw(st.lists(CONTACTS, max_size=2))),
        sequence=draw(st.integers(0, 9)),
        first_seen=draw(st.sampled_from((None, *DAYS))),
    )
    return article, AnalysedArticle(article_id, draw(texts(3)), draw(texts(12)))


@dataclass(frozen=True, slots=True)
class Step:
    """What happens before one commit."""

    written: tuple[Analysed, ...]
    deleted: tuple[str, ...]


STEPS = st.lists(
    st.builds(
        Step,
        st.lists(articles(), max_size=5).map(tuple),
        st.lists(st.sampled_from("abcdefgh")).map(tuple),
    ),
    min_size=1,
    max_size=6,
)

WEIGHTED = st.tuples(st.sampled_from(TERMS), st.sampled_from((1.0, 0.95, 0.9, 0.3)))
WORD_GROUPS = st.builds(
    Group, st.just("w"), st.lists(WEIGHTED, max_size=4, unique_by=lambda row: row[0]).map(tuple)
)
PHRASES = st.builds(
    Phrase, st.lists(WORD_GROUPS, min_size=1, max_size=3).map(tuple), st.integers(0, 3)
)
WEIGHTED_PHRASES = st.builds(replace, PHRASES, weight=st.sampled_from((1.0, 0.9, 0.6)))
GROUPS = st.builds(
    replace,
    WORD_GROUPS,
    phrases=st.lists(WEIGHTED_PHRASES, max_size=2).map(tuple),
    subjects=st.frozensets(st.sampled_from(VALUES["leader"]), max_size=2),
)
STEMS = st.sampled_from(("x:a", "x:ab", "l:", "f:ț", "x:ק", "tx:a", "z"))
FIELD_CHOICES = {
    **VALUES,
    "year": (*YEARS, "2015..2016", "2016..2020"),
    "leader": (*VALUES["leader"], "nobody"),
    "outlet": (*VALUES["outlet"], "ziuă", "the  day"),
    "contact": (*KINDS, *(key("call", pair) for pair in combinations(VALUES["leader"], 2))),
    "about": (*VALUES["leader"], "nobody"),
}
FIELDS = st.sampled_from(FACETS).flatmap(
    lambda facet: st.builds(
        FieldIs, st.just(facet), st.frozensets(st.sampled_from(FIELD_CHOICES[facet]), min_size=1)
    )
)
LEAVES: st.SearchStrategy[Node] = st.one_of(
    GROUPS,
    GROUPS,
    PHRASES,
    st.builds(Prefix, st.lists(STEMS, min_size=1, max_size=2).map(tuple)),
    st.builds(Fuzzy, st.sampled_from((*WORDS, "abd", "zz", "")), st.integers(0, 2)),
    FIELDS,
    st.builds(All),
    st.builds(SeenWithin, st.sampled_from((Span(2026_11_02, 9999_99_99), Span(0, 2026_11_01)))),
)


def _branches(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, max_size=3).map(tuple)
    return st.one_of(st.builds(And, several), st.builds(Or, several), st.builds(Not, children))


NODES = st.recursive(LEAVES, _branches, max_leaves=5)
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        facet: st.frozensets(st.sampled_from(FIELD_CHOICES[facet]), max_size=2) for facet in FACETS
    },
)
REQUESTS = st.builds(
    Request,
    clauses=st.lists(NODES, max_size=4).map(tuple),
    limits=st.lists(NODES, max_size=1).map(tuple),
    match=st.sampled_from(("all", "all", "any")),
    filters=FILTERS,
    sort=st.sampled_from(("relevance", "relevance", "newest", "oldest", "seen")),
    offset=st.integers(0, 6),
    size=st.integers(0, 10),
    facets=st.just(FACETS),
)


def _same(expected: Engine, actual: Engine, request: Request) -> None:
    one, other = search_relaxed(expected, request), search_relaxed(actual, request)
    sets, fullest = expected.clause_sets(request), actual.clause_sets(request)
    assert best_set(sets, request.clauses) == best_set(fullest, request.clauses)
    assert fullest.items() <= sets.items()
    assert (one.total, one.match) == (other.total, other.match)
    assert [hit.article_id for hit in one.hits] == [hit.article_id for hit in other.hits]
    assert [hit.score for hit in one.hits] == pytest.approx(
        [hit.score for hit in other.hits], rel=1e-9
    )
    assert one.counts == other.counts
    shown = (
        engine.show([hit.article_id for hit in one.hits], request.clauses)
        for engine in (expected, actual)
    )
    found = (
        [(article, marks(offsets, request.clauses)) for article, offsets in articles]
        for articles in shown
    )
    assert next(found) == next(found)


def _both(steps: list[Step], use: Callable[[Engine, Engine, bool], None]) -> None:
    with TemporaryDirectory() as folder:
        memory, embedded = MemoryEngine(), EmbeddedEngine(Path(folder, "postings"), create=True)
        for number, step in enumerate(steps):
            for engine in (memory, embedded):
                engine.write(step.written)
                engine.delete(step.deleted)
                engine.commit()
            use(memory, embedded, number == len(steps) - 1)


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Durability has tests of its own."""
    monkeypatch.setattr(os, "fsync", lambda _number: None)


@pytest.fixture(params=["sparse", "dense"])
def _paths(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small archives would only ever take one of the two ways to join columns."""
    monkeypatch.setattr(docset, "_SPARSE", {"sparse": 0, "dense": 1000}[request.param])
    monkeypatch.setattr(page, "_FEW", 1)
    monkeypatch.setattr(arrays, "_SAMPLED", {"sparse": 1, "dense": 2}[request.param])


def _long_text(chance: random.Random, longest: int) -> AnalysedText:
    words = chance.choices(
        WORDS, [1 / place for place in range(1, len(WORDS) + 1)], k=chance.randint(0, longest)
    )
    places = tuple(range(len(words)))
    terms = tuple(
        tuple(chance.sample(("x:" + word, "l:" + word[:2], "f:" + word), 2)) for word in words
    )
    return AnalysedText(places, places, places, tuple(words), terms, ((),) * len(words))


def _many(chance: random.Random, count: int) -> Iterator[Analysed]:
    for _ in range(count):
        article_id = f"{chance.randint(1, 150)}"
        article = Article(
            article_id=article_id,
            title="t",
            text="text",
            lang=chance.choice(VALUES["lang"]),
            published=chance.choice(
                (None, "2015", "2016-02", "2016-02-03", "2017-01-01", "2017-01-01")
            ),
            sequence=chance.randint(1, 150),
            first_seen=chance.choice(DAYS),
            leaders=tuple(chance.sample(VALUES["leader"], chance.randint(0, 2))),
            countries=tuple(chance.sample(VALUES["country"], chance.randint(0, 2))),
        )
        yield article, AnalysedArticle(article_id, _long_text(chance, 3), _long_text(chance, 60))


@pytest.fixture(scope="module", params=range(4), ids="archive {}".format)
def archive(request: pytest.FixtureRequest) -> Iterator[tuple[Engine, Engine]]:
    """A hundred articles, the first with one commit, the others with updates, deletions and segments."""
    chance = random.Random(request.param)  # noqa: S311 - reproducible, not secret
    with TemporaryDirectory() as folder:
        memory, embedded = MemoryEngine(), EmbeddedEngine(Path(folder, "postings"), create=True)
        for number in range(1 + request.param):
            written = list(_many(chance, 120 // (1 + number)))
            deleted = [f"{chance.randint(1, 150)}" for _ in range(10 * number)]
            for engine in (memory, embedded):
                engine.write(written)
                engine.delete(deleted)
                engine.commit()
        yield memory, embedded


@pytest.mark.usefixtures("_paths")
@settings(MANY, max_examples=60)
@given(request=REQUESTS)
def test_both_engines_rank_many_articles_alike(
    archive: tuple[Engine, Engine], request: Request
) -> None:
    """More articles than a page shows.

    Those that can't be shown are left out before they are scored.
    """
    _same(*archive, request)


@pytest.mark.slow
@pytest.mark.usefixtures("_paths")
@settings(MANY, max_examples=100)
@given(steps=STEPS, requests=st.lists(REQUESTS, min_size=1, max_size=4))
def test_both_engines_answer_alike(steps: list[Step], requests: list[Request]) -> None:
    """Segments, deletions and updates are the embedded engine's own affair."""

    def use(memory: Engine, embedded: Engine, last: bool) -> None:  # noqa: FBT001
        for request in requests if last else ():
            _same(memory, embedded, request)

    _both(steps, use)


@pytest.mark.slow
@pytest.mark.parametrize("segments", [1, 2], ids="at most {} segments".format)
@settings(MANY, max_examples=50)
@given(steps=STEPS, request=REQUESTS)
def test_merging_changes_no_answer(segments: int, steps: list[Step], request: Request) -> None:
    """A stretch of the dictionary may be a single word, and a segment may have nothing left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "SEGMENTS", segments)
        patch.setattr(writer, "BATCH", 20)
        patch.setattr(segment_merge, "_STRETCH", 3)
        patch.setattr(segment_merge, "_DOCUMENTS", 2)
        _both(steps, lambda memory, embedded, _last: _same(memory, embedded, request))


@pytest.mark.slow
@settings(MANY, max_examples=50)
@given(steps=STEPS, prefix=st.sampled_from(("", "x:", "x:a", "tx:", "l:ț", "zz")))
def test_both_engines_know_the_same_words_and_articles(steps: list[Step], prefix: str) -> None:
    """What a deleted article alone had is gone."""

    def use(memory: Engine, embedded: Engine, _last: bool) -> None:  # noqa: FBT001
        assert isinstance(embedded, EmbeddedEngine)
        assert list(memory.words(prefix)) == list(embedded.words(prefix))
        assert memory.frequencies(TERMS) == embedded.frequencies(TERMS)
        assert memory.statistics() == embedded.statistics()
        assert memory.get("hgfedcba") == embedded.get("hgfedcba")
        assert sorted(one.article_id for one in memory.get("abcdefgh")) == sorted(
            embedded.article_ids()
        )
        assert [] == embedded.check()

    _both(steps, use)

"""What every engine promises: one suite, run on each."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest

from search.engine.nodes import (
    All,
    And,
    FieldIs,
    Fuzzy,
    Group,
    Node,
    Not,
    Or,
    Prefix,
    Published,
    SeenWithin,
)
from search.engine.port import Request, Store
from search.model.dates import Span
from search.model.line_wrapping import soft_line_ends
from search.service.relaxation import search_relaxed
from tests.engines.four import found, ids
from tests.engines.plain import article, phrase, word


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        pytest.param(word("gaza"), {"a", "c"}, id="a word"),
        pytest.param(word("calls"), {"a", "c"}, id="a word in its other forms"),
        pytest.param(Group("calls", (("x:calls", 1.0),)), {"c"}, id="a word as typed"),
        pytest.param(Group("none", ()), set(), id="a word that stands for nothing"),
        pytest.param(And((word("gaza"), word("putin"))), {"a"}, id="and"),
        pytest.param(Or((word("trump"), word("putin"))), {"a", "b"}, id="or"),
        pytest.param(Or(()), set(), id="no alternative"),
        pytest.param(And((word("called"), Not(word("trump")))), {"a"}, id="and not"),
        pytest.param(Not(word("called")), {"c", "d"}, id="not"),
        pytest.param(All(), {"a", "b", "c", "d"}, id="all"),
        pytest.param(Not(All()), set(), id="not all"),
        pytest.param(phrase("called netanyahu"), {"a"}, id="a phrase in its order"),
        pytest.param(phrase("netanyahu putin"), set(), id="not a phrase in another order"),
        pytest.param(phrase("putin gaza", slop=2), set(), id="a phrase with too little slop"),
        pytest.param(phrase("putin gaza", slop=3), {"a"}, id="a phrase with enough slop"),
        pytest.param(phrase("call putin", slop=3), set(), id="no phrase across title and body"),
        pytest.param(phrase("of gaza", slop=0), {"c"}, id="a phrase twice"),
        pytest.param(Prefix(("x:net",)), {"a", "b"}, id="a prefix"),
        pytest.param(Prefix(("x:tr", "x:pu")), {"a", "b"}, id="several prefixes"),
        pytest.param(Prefix(("x:zz",)), set(), id="a prefix of nothing"),
        pytest.param(Fuzzy("trunp", 1), {"b"}, id="one letter changed"),
        pytest.param(Fuzzy("trmp", 1), {"b"}, id="one letter lost"),
        pytest.param(Fuzzy("strump", 1), {"b"}, id="one letter added"),
        pytest.param(Fuzzy("netanaho", 1), set(), id="two letters off"),
        pytest.param(Fuzzy("netanaho", 2), {"a", "b"}, id="two letters allowed"),
        pytest.param(FieldIs("leader", frozenset({"p"})), {"a", "d"}, id="a leader"),
        pytest.param(FieldIs("year", frozenset({"2016..2024"})), {"a"}, id="a range of years"),
        pytest.param(FieldIs("year", frozenset({"unknown"})), {"d"}, id="no date"),
        pytest.param(FieldIs("lang", frozenset({"en", "he"})), {"a", "b", "d"}, id="languages"),
        pytest.param(Group("call", (("tx:call", 1.0),)), {"a"}, id="in the title"),
    ],
)
def test_a_node_finds_its_articles(engine: Store, node: Node, expected: set[str]) -> None:
    assert expected == found(engine, node)


def test_a_word_spelt_apart_is_found_joined(engine: Store) -> None:
    """`ceasefire` also asks for the phrase `cease fire`."""
    apart = Group("netanyahutrump", (("x:netanyahutrump", 1.0),), (phrase("called trump"),))

    assert {"b"} == found(engine, apart)


def test_all_clauses_are_needed(engine: Store) -> None:
    answer = search_relaxed(engine, Request(clauses=(word("called"), word("gaza"))))

    assert ("all", 1, ["a"]) == (answer.match, answer.total, ids(answer))


def test_the_fullest_set_of_clauses_answers_when_no_article_has_all(engine: Store) -> None:
    """`netanyahu called` stands in two articles, `netanyahu called gaza` in one, all four in none."""
    answer = search_relaxed(
        engine, Request(clauses=tuple(map(word, ("netanyahu", "called", "gaza", "zebra"))))
    )

    assert ("some", ["a"]) == (answer.match, ids(answer))


def test_the_rarest_of_equal_sets_answers(engine: Store) -> None:
    """`called` is in two articles and `said` in one: adding a word never adds articles."""
    answer = search_relaxed(engine, Request(clauses=(word("called"), word("said"))))

    assert ("some", ["d"]) == (answer.match, ids(answer))


def test_a_phrase_is_the_last_to_be_given_up(engine: Store) -> None:
    answer = search_relaxed(
        engine, Request(clauses=(phrase("called trump"), word("gaza"), word("putin")))
    )

    assert ("some", ["b"]) == (answer.match, ids(answer))


def test_a_phrase_that_can_be_spelt_in_two_ways_is_a_phrase(engine: Store) -> None:
    either = Or((phrase("called trump"), phrase("calls trump")))
    answer = search_relaxed(engine, Request(clauses=(either, word("gaza"), word("putin"))))

    assert ("some", ["b"]) == (answer.match, ids(answer))


def test_words_that_are_nowhere_find_nothing(engine: Store) -> None:
    """There is no set of them to show, so nothing was relaxed."""
    answer = search_relaxed(engine, Request(clauses=(word("zebra"), word("okapi"))))

    assert ("all", 0) == (answer.match, answer.total)


def test_filters_do_not_decide_whether_all_words_are_somewhere(engine: Store) -> None:
    """No hit under a filter is the filter's doing and must not loosen the words."""
    answer = search_relaxed(
        engine, Request(clauses=(word("trump"),), filters={"lang": frozenset({"he"})})
    )

    assert ("all", 0) == (answer.match, answer.total)


def test_any_word_will_do_when_asked(engine: Store) -> None:
    answer = engine.search(Request(clauses=(word("trump"), word("gaza")), match="any"))

    assert ("any", {"a", "b", "c"}) == (answer.match, set(ids(answer)))


def test_limits_always_hold(engine: Store) -> None:
    limits = (Not(word("putin")),)

    assert {"c"} == found(engine, word("gaza"), limits=limits)
    assert {"b", "c", "d"} == found(engine, limits=limits)


@pytest.mark.parametrize("name", ["Agenția Nouă", "agentia noua", "AGENȚIA  NOUĂ"], ids=str)
def test_an_outlet_is_found_in_any_case_and_without_accents(engine: Store, name: str) -> None:
    """What was chosen leaves the other outlets' counts as they are."""
    answer = engine.search(
        Request(filters={"outlet": frozenset({name})}, facets=("outlet", "lang"))
    )

    assert ["b"] == ids(answer)
    assert {"outlet": {"Agenția Nouă": 1}, "lang": {"en": 1}} == answer.counts
    assert {"b"} == found(engine, limits=(FieldIs("outlet", frozenset({name})),))


def test_two_facets_are_counted_together(engine: Store) -> None:
    """A row a value of the first; the second has one value an article."""
    of_leaders = engine.search(Request(crossed=("leader", "year")))
    of_a_language = engine.search(
        Request(crossed=("country", "year"), filters={"lang": frozenset({"ro"})})
    )

    assert {
        "p": {"2016": 1, "unknown": 1},
        "n": {"2016": 1, "2025": 1},
        "t": {"2025": 1},
    } == of_leaders.crossed
    assert {"il": {"2025": 1}, "ru": {"2025": 1}} == of_a_language.crossed
    assert {} == engine.search(Request()).crossed


def test_nothing_asked_finds_everything_newest_first(engine: Store) -> None:
    """Ties of score go by date, then by id; undated articles come last."""
    assert ["c", "b", "a", "d"] == ids(engine.search(Request()))


@pytest.mark.parametrize(
    ("span", "maybe", "surely"),
    [
        (Span(2016_01_01, 2016_99_99), {"a"}, {"a"}),
        (Span(2025_04_15, 2025_06_99), {"b", "c"}, set()),
        (Span(0, 2025_99_99), {"a", "b", "c"}, {"a", "b", "c"}),
        (Span(2026_01_01, 9999_99_99), set(), set()),
    ],
)
def test_a_date_is_found_by_the_span_it_may_mean(
    engine: Store, span: Span, maybe: set[str], surely: set[str]
) -> None:
    """One that is as precise as was asked says more."""
    assert (maybe, surely) == tuple(
        {hit.article_id for hit in engine.search(Request(limits=(Published(span, sure),))).hits}
        for sure in (False, True)
    )


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(2026_11_01, 9999_99_99), {"a", "c"}),
        (Span(2026_11_02, 9999_99_99), {"a"}),
        (Span(0, 2026_10_99), {"b"}),
        (Span(2027_00_00, 9999_99_99), set()),
    ],
)
def test_an_article_is_found_by_the_day_it_was_first_seen(
    engine: Store, span: Span, expected: set[str]
) -> None:
    request = Request(limits=(SeenWithin(span),), facets=("lang",))

    assert expected == set(ids(engine.search(request)))
    assert len(expected) == sum(engine.search(request).counts["lang"].values())


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["c", "b", "a", "d"]),
        ("seen", ["a", "c", "b", "d"]),
        ("oldest", ["a", "b", "c", "d"]),
    ],
    ids=str,
)
def test_undated_articles_come_last_in_both_orders(
    engine: Store, sort: str, expected: list[str]
) -> None:
    assert expected == ids(engine.search(Request(sort=sort)))  # type: ignore[arg-type]


def test_a_page_is_cut_from_the_same_order(engine: Store) -> None:
    pages = [ids(engine.search(Request(offset=offset, size=2))) for offset in (0, 2, 4)]

    assert [["c", "b"], ["a", "d"], []] == pages


def test_the_title_helps(engine: Store) -> None:
    engine.write([article("e", "call of one"), article("f", "of one", "call")])
    engine.commit()

    scores = {
        hit.article_id: hit.score for hit in engine.search(Request(clauses=(word("call"),))).hits
    }

    assert scores["f"] > scores["e"]


def test_leaders_narrow_together_and_count_what_would_remain(engine: Store) -> None:
    """Calls between X and Y: both must be there."""
    request = Request(filters={"leader": frozenset({"n", "t"})}, facets=("leader",))
    answer = engine.search(request)

    assert (["b"], {"n": 1, "t": 1}) == (ids(answer), answer.counts["leader"])


def test_a_year_is_counted_without_its_own_filter(engine: Store) -> None:
    """After choosing a year the reader still sees the others."""
    request = Request(filters={"year": frozenset({"2016"})}, facets=("year", "lang"))
    answer = engine.search(request)

    assert ["a"] == ids(answer)
    assert {"2016": 1, "2025": 2, "unknown": 1} == answer.counts["year"]
    assert {"en": 1} == answer.counts["lang"]


def test_years_are_alternatives(engine: Store) -> None:
    request = Request(filters={"year": frozenset({"2016", "unknown"})}, sort="oldest")

    assert ["a", "d"] == ids(engine.search(request))


def test_an_unknown_value_finds_nothing(engine: Store) -> None:
    assert 0 == engine.search(Request(filters={"country": frozenset({"nowhere"})})).total


def test_several_requests_are_answered_as_one_by_one(engine: Store) -> None:
    requests = [Request(clauses=(word(text),), facets=("lang",)) for text in ("call", "zebra")]

    assert list(map(engine.search, requests)) == engine.search_many(requests)


def test_everything_that_is_found_comes_in_its_order_wherever_the_page_begins(
    engine: Store,
) -> None:
    request = Request(clauses=(word("called"),), offset=1, size=1)

    assert engine.search(replace(request, offset=0, size=9)).hits == tuple(engine.every(request))


def test_the_sets_of_clauses_that_articles_have_are_counted_whatever_the_filters(
    engine: Store,
) -> None:
    clauses = (word("called"), word("gaza"), word("zebra"))
    limits, filters = (Not(word("trump")),), {"lang": frozenset({"none"})}

    sets = engine.clause_sets(Request(clauses=clauses, limits=limits, filters=filters))

    assert {(0, 1): 1}.items() <= sets.items() <= {(0, 1): 1, (1,): 1}.items()
    assert {} == engine.clause_sets(Request())


def test_the_line_ends_that_an_engine_keeps_are_those_of_the_text(engine: Store) -> None:
    """Passages are cut at them, and none is cut in the middle of a sentence."""
    wired = textwrap.fill("The two presidents spoke on the telephone about grain. " * 20, 68)
    wrapped = article("w", f"{wired}\n\nSecond.")
    engine.write([wrapped])
    engine.commit()

    ((_, offsets),) = engine.show(["w"], [])

    assert offsets.soft_line_ends in {None, soft_line_ends(wrapped[0].text)}
    assert soft_line_ends(wrapped[0].text)

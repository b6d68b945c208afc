"""The whole state of a page stands in its URL, and a link changes one thing of it."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model.facets import FACETS
from search.service.parameters import MOST_VALUES
from web.state import State, article, parse

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
said = text.filter(str.strip)
values = st.lists(said, max_size=4, unique=True).map(tuple)
years = st.lists(
    st.sampled_from(["2016", "2019", "2016..2019", "unknown"]), max_size=3, unique=True
).map(tuple)


def filters(**chosen: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return State().replace(**chosen).filters


states = st.builds(
    State,
    q=st.just("") | said,
    filters=st.builds(filters, leader=values, country=values, year=years, lang=values),
    since=st.sampled_from(["", "2016", "2016-10", "2016-10-23"]),
    until=st.sampled_from(["", "2017", "2017-01"]),
    match=st.sampled_from(["all", "any"]),
    loose=st.booleans(),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    page=st.integers(1, 10**12 - 1),
    size=st.integers(1, 100),
    ui=st.sampled_from(["en", "he", "ro"]),
    home=st.just("en"),
    problems=st.just(()),
    idle=st.just(()),
    origin=st.just(""),
    base=st.just(""),
)
facets = st.sampled_from(FACETS)


@given(states)
def test_a_url_holds_the_whole_state(state: State) -> None:
    """A link that is sent to somebody shows them the same page."""
    assert state == parse(urlsplit(state.url()).query)


@given(states, st.sampled_from(["leader", "country", "lang"]), said)
def test_taking_a_value_and_leaving_it_leads_back(state: State, facet: str, value: str) -> None:
    """Undo is the same click again; only the page is the first one."""
    state = state.without(facet, value)

    assert state._replace(page=1) == state.adding(facet, value).without(facet, value)


@given(states, facets, said)
def test_a_link_changes_one_facet_and_begins_at_page_one(
    state: State, facet: str, value: str
) -> None:
    """Page seven of another list means nothing."""
    there = state.adding(facet, value)

    assert value in there.values(facet)
    assert state.replace(**{facet: there.values(facet)}) == there


@given(states, facets, st.lists(said, max_size=3))
def test_the_links_of_a_facet_lead_where_each_would_alone(
    state: State, facet: str, values: list[str]
) -> None:
    """Most of their URL is made once, whatever stands in it."""
    narrowed = state.narrowing(facet)

    assert [state.adding(facet, value).url() for value in values] == [
        narrowed(value) for value in values
    ]


def test_a_value_taken_twice_is_there_once() -> None:
    assert ("x",) == State().replace(leader=("x",)).adding("leader", "x").values("leader")


def test_a_year_of_a_chosen_range_narrows_to_that_year() -> None:
    """The range is not a list of years, so one of them can't be taken out of it."""
    assert ("2017",) == State().replace(year=("2016..2019",)).leaving("year", "2017").values("year")


@pytest.mark.parametrize(
    ("query_string", "expected"),
    [
        pytest.param("", State(), id="nothing"),
        pytest.param("q=&leader=&page=&sort=", State(), id="blank parameters say nothing"),
        pytest.param("loose=1", State(loose=True), id="loose"),
        pytest.param("loose=0", State(), id="not loose"),
        pytest.param("q=a&q=b", State(q="b"), id="the last one counts"),
        pytest.param(
            "lang=he&lang=ro&lang=he",
            State().replace(lang=("he", "ro")),
            id="several values, each once",
        ),
        pytest.param("q=%FF%FE", State(q="\ufffd\ufffd"), id="bytes that are no UTF-8"),
    ],
)
def test_a_url_is_read_forgivingly(query_string: str, expected: State) -> None:
    assert expected == parse(query_string)._replace(idle=())


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        pytest.param("", "en", id="nothing said"),
        pytest.param("he-IL,he;q=0.9,en;q=0.8", "he", id="the first"),
        pytest.param(
            "fr-CH, fr;q=0.9, ro;q=0.7, en;q=0.8, *;q=0.5", "en", id="the best liked of ours"
        ),
        pytest.param("en;q=0, ro;q=0.1", "ro", id="none is refused"),
        pytest.param("iw", "he", id="Hebrew as old systems call it"),
        pytest.param("RO", "ro", id="capitals"),
        pytest.param("fr,*", "en", id="none of ours"),
        pytest.param("roa, hex, q=1;;;,,", "en", id="no language"),
    ],
)
def test_a_first_visit_is_in_the_language_that_the_browser_likes(
    accepted: str, expected: str
) -> None:
    assert expected == parse("", accepted).ui


def test_a_chosen_language_stands_in_the_url_only_where_another_would_be_taken() -> None:
    """A link that is sent to somebody need not force a language on them."""
    state = parse("q=a&ui=en", "he")

    assert ("en", "/search?q=a&ui=en") == (state.ui, state.url())
    assert "/search?q=a" == state.replace(ui="he").url()


@pytest.mark.parametrize(
    ("query_string", "code"),
    [
        pytest.param("year=16", "bad_year", id="a year has four digits"),
        pytest.param("year=2016-2019", "bad_year", id="a range has two dots"),
        pytest.param("sort=best", "bad_sort", id="sort"),
        pytest.param("match=most", "bad_match", id="match"),
        pytest.param("page=two", "bad_page", id="page"),
        pytest.param("page=-1", "bad_page", id="before the first page"),
        pytest.param("page=١", "bad_page", id="digits of another script"),
        pytest.param(f"page={'9' * 5000}", "bad_page", id="more digits than Python reads"),
        pytest.param("size=1e1", "bad_size", id="size"),
        pytest.param("size=0", "bad_size", id="no hits"),
        pytest.param("from=2016-13", "bad_from", id="a month that no year has"),
        pytest.param("to=soon", "bad_to", id="no date"),
        pytest.param("size=101", "bad_size", id="more hits than a page has"),
        pytest.param("ui=fr", "bad_ui", id="a language that the page does not speak"),
        pytest.param("loose=maybe", "bad_loose", id="neither loose nor not"),
    ],
)
def test_what_can_not_be_meant_is_a_problem_that_no_link_repeats(
    query_string: str, code: str
) -> None:
    """Programs learn of their mistakes by the code, and a page says what it left out."""
    state = parse(f"q=a&{query_string}")

    assert [code] == [problem.code for problem in state.problems]
    assert "/search?q=a" == state.url()


def test_of_several_values_only_the_bad_one_is_left_out() -> None:
    state = parse("year=2016&year=x&year=2017")

    assert (("2016", "2017"), ["x"]) == (
        state.values("year"),
        [problem.value for problem in state.problems],
    )


def test_what_is_no_parameter_is_told_and_in_no_link() -> None:
    """Addresses pick up marks on their way (fbclid, utm_source)."""
    state = parse("q=a&fbclid=x&utm_source=y&limit=2")

    assert [("name", name) for name in ("fbclid", "utm_source", "limit")] == [
        next(iter(one.facts.items())) for one in state.idle
    ]
    assert "/search?q=a" == state.url()


def test_a_url_carries_a_bounded_state() -> None:
    """Every link of a page repeats the state, so a huge one would make a huge page."""
    leaders = "&".join(f"leader={number}" for number in range(1000))

    state = parse(f"q={'a' * 60_000}&{leaders}")

    assert 1_200 == len(state.q)
    assert MOST_VALUES == len(state.values("leader"))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_id_can_stand_in_a_path(article_id: str) -> None:
    """Ids are what sources give: paths, hashes, titles."""
    path = article(article_id)

    assert f"/article/{article_id}" == unquote(path)
    assert not {"?", "#", " ", "\n", "&"}.intersection(path)


@pytest.mark.parametrize("article_id", ["../a", "a/../b", "./a", "a/."])
def test_no_segment_of_dots_stands_in_a_path(article_id: str) -> None:
    """A browser would take it away with the segment before."""
    assert not {".", ".."}.intersection(article(article_id).split("/"))

"""Facets mean what the reader thinks they mean."""

from __future__ import annotations

import pytest

from search.errors import BadParameterError, UnknownFacetError
from search.model.articles import Article
from search.model.contacts import Contact
from search.model.facet_values import through
from search.model.facets import allows, chosen, values_of, year
from search.service.filters import ordered

CALL = Contact(
    kind="call",
    video=False,
    leaders=("p", "n"),
    date=None,
    date_source=None,
    where="body",
    words="They spoke.",
    start=0,
    end=11,
)
ARTICLE = Article(
    article_id="a",
    title="A",
    text="a",
    published="2016-10-23",
    lang="en",
    outlet="The Daily",
    leaders=("p", "n"),
    countries=("ru", "il"),
    subjects=("p",),
    contacts=(CALL,),
)
UNDATED = Article(article_id="b", title="B", text="b")


@pytest.mark.parametrize(
    ("value", "choice", "expected"),
    [
        pytest.param("2016", "2016", True, id="the year"),
        pytest.param("2016", "2014..2016", True, id="the last year of a range"),
        pytest.param("2016", "2016..2018", True, id="the first year of a range"),
        pytest.param("2016", "2017..2019", False, id="a year before the range"),
        pytest.param("2016", "2014..2015", False, id="a year behind the range"),
        pytest.param("2016", "2015", False, id="another year"),
        pytest.param("unknown", "unknown", True, id="no date"),
        pytest.param("unknown", "2000..2030", False, id="no date is in no range"),
    ],
)
def test_a_choice_of_years(value: str, choice: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == chosen("year", value, {choice})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("2019..2016", "2016..2019", id="from the last"),
        pytest.param("٢٠١٦", "2016", id="in the digits of Arabic"),
        pytest.param("unknown", "unknown", id="none"),
    ],
)
def test_a_year_is_written_as_articles_have_it(typed: str, expected: str) -> None:
    """A choice that is let pass and can match nothing would look like an archive that has nothing."""
    assert expected == year(typed)


@pytest.mark.parametrize("bad", ["16", "2016-10", "2016..", "soon", "", "2016..19"])
def test_a_year_that_does_not_exist_is_refused(bad: str) -> None:
    with pytest.raises(BadParameterError, match=r"^year .*expected a year"):
        year(bad)


@pytest.mark.parametrize(
    "choice",
    ["Agenția Ș", "agenția ș", "Agentia S", "Agenția  Ș", "\u200fAgenția\u00a0Ș\u200e"],
    ids=["as written", "small", "bare", "two spaces", "marks of direction"],
)
def test_an_outlet_is_chosen_however_it_is_written(choice: str) -> None:
    assert chosen("outlet", "Agenția Ș", {"another", choice})


def test_an_outlet_is_not_chosen_by_another_s_name() -> None:
    assert not chosen("outlet", "Agenția Ș", {"Agenția", "Agenția ȘȘ"})


def test_a_leader_is_chosen_by_the_id_and_nothing_like_it() -> None:
    """Only whoever typed a name knows how it is spelled; ids are ours."""
    assert chosen("leader", "vladimir-putin", {"vladimir-putin"})
    assert not chosen("leader", "vladimir-putin", {"Vladimir-Putin"})


def test_an_unknown_facet_is_named_with_the_known_ones() -> None:
    with pytest.raises(
        UnknownFacetError, match="unknown facet 'city'; known facets: leader, country, year"
    ):
        chosen("city", "geneva", {"geneva"})


@pytest.mark.parametrize(
    ("facet", "choices", "expected"),
    [
        pytest.param("leader", {"p", "n"}, True, id="both leaders"),
        pytest.param("leader", {"p", "t"}, False, id="one of two leaders"),
        pytest.param("country", {"ru", "il"}, True, id="both countries"),
        pytest.param("country", {"ru", "us"}, False, id="one of two countries"),
        pytest.param("about", {"p"}, True, id="a subject"),
        pytest.param("about", {"p", "n"}, False, id="one subject and one who is mentioned"),
        pytest.param("contact", {"call"}, True, id="a kind of contact"),
        pytest.param("contact", {"call", "meeting"}, False, id="one of two kinds of contact"),
        pytest.param("contact", {"call|n|p"}, True, id="a call between the two"),
        pytest.param("lang", {"en", "he"}, True, id="one of two languages"),
        pytest.param("outlet", {"the daily", "BBC"}, True, id="one of two outlets"),
        pytest.param("outlet", {"BBC"}, False, id="another outlet"),
        pytest.param("year", {"2015", "2016"}, True, id="one of two years"),
        pytest.param("year", {"unknown"}, False, id="dated"),
    ],
)
def test_what_articles_have_several_of_is_needed_together_and_else_any_will_do(
    facet: str,
    choices: set[str],
    expected: bool,  # noqa: FBT001
) -> None:
    assert expected == allows(ARTICLE, facet, choices)


def test_an_article_without_a_date_has_the_year_unknown() -> None:
    assert ("unknown",) == values_of(UNDATED, "year")


def test_values_come_by_count_then_name_and_chosen_ones_stay_at_zero() -> None:
    rows = ordered({"b": 2, "a": 2, "c": 5}, "leader", {"z"})

    assert [("c", 5, False), ("a", 2, False), ("b", 2, False), ("z", 0, True)] == rows


def test_years_come_from_the_newest_with_unknown_last() -> None:
    rows = ordered({"2014": 1, "unknown": 3, "2016": 1}, "year", {"2015..2016"})

    assert [("2016", 1, True), ("2014", 1, False), ("unknown", 3, False)] == rows


def test_a_text_that_is_chosen_in_other_letters_is_the_one_that_is_there() -> None:
    rows = ordered({"Agenția": 2, "BBC": 1}, "outlet", {"agentia", "nobody"})

    assert [("Agenția", 2, True), ("BBC", 1, False), ("nobody", 0, True)] == rows


def test_an_article_has_the_kinds_of_its_contacts_alone_and_between_each_two() -> None:
    """So `contact:call` finds it, and with two leaders chosen only the calls between these."""
    assert ("call", "call|n|p", "any|n|p") == values_of(ARTICLE, "contact")


def test_an_article_of_an_outlet_has_its_name_as_the_one_value() -> None:
    assert ("The Daily",) == values_of(ARTICLE, "outlet")


def test_an_article_without_an_outlet_has_no_value_of_it() -> None:
    assert () == values_of(UNDATED, "outlet")


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        pytest.param(
            {"2016", "unknown", "2013"},
            ["2013", "2014", "2015", "2016", "unknown"],
            id="with those between",
        ),
        pytest.param(
            {"1850", "2016"}, ["1850", "2016"], id="a slip of the pen makes no century of nothing"
        ),
        pytest.param({"unknown"}, ["unknown"], id="no date"),
        pytest.param(set[str](), [], id="nothing"),
    ],
)
def test_years_are_shown_as_they_passed(years: set[str], expected: list[str]) -> None:
    """A year without an article is news, too."""
    assert expected == through(years)

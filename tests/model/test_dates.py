"""Spans of time: what may lie in them, and what surely does."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import BadParameterError
from search.model.dates import Span, date, is_within, may_be, read_span, span

DAYS = st.dates(min_value=dt.date(1000, 1, 1))


def day(published: str) -> int:
    return int(published.replace("-", "").ljust(8, "0"))


@pytest.mark.parametrize(
    ("written", "published", "maybe", "surely"),
    [
        pytest.param("2016", "2016-10-23", True, True, id="a day of the year"),
        pytest.param("2016", "2016", True, True, id="the year itself"),
        pytest.param("2016", "2017", False, False, id="another year"),
        pytest.param("2016-10", "2016", True, False, id="a year may mean any of its months"),
        pytest.param("2016-10", "2016-10", True, True, id="the month itself"),
        pytest.param("2016-10", "2016-11", False, False, id="another month"),
        pytest.param("2016-10-23", "2016-10", True, False, id="a month may mean any of its days"),
        pytest.param("2016-10-23", "2016-10-23", True, True, id="the day itself"),
        pytest.param("2016-10-23", "2016-10-24", False, False, id="the day after"),
        pytest.param("2016..2018", "2018-12-31", True, True, id="the last day of a range"),
        pytest.param("2016..2018", "2019-01-01", False, False, id="the day after a range"),
        pytest.param("2018..2016", "2017", True, True, id="a range from either end"),
        pytest.param("2022-03-01..2022-06", "2022", True, False, id="a year around the range"),
        pytest.param("2022-03-01..2022-06", "2022-06", True, True, id="a month that it ends with"),
        pytest.param("2022-03-15..2022-06", "2022-03", True, False, id="a month that it begins in"),
        pytest.param("2022-03-01..2022-03-31", "2022-03", True, True, id="every day of the month"),
        pytest.param("2024-02-01..2024-02-28", "2024-02", True, False, id="but the leap day"),
        pytest.param("2024-01-01..2024-12-31", "2024", True, True, id="every day of the year"),
        pytest.param("..2016", "1999", True, True, id="open before"),
        pytest.param("..2016-06", "2016", True, False, id="open before, a year around its end"),
        pytest.param("2016..", "2030-01", True, True, id="open after"),
    ],
)
def test_a_date_lies_in_a_span_by_what_it_may_mean(
    written: str, published: str, *, maybe: bool, surely: bool
) -> None:
    within = read_span(written)

    assert within is not None
    assert (maybe, surely) == (
        bool(may_be(day(published), within)),
        bool(is_within(day(published), within)),
    )


@pytest.mark.parametrize(
    "written", ["..", "", "16", "2016-13", "2016-00", "2016-1", "2016/10", "2016-10-32", "2016..x"]
)
def test_what_is_no_date_is_no_span(written: str) -> None:
    assert None is read_span(written)


@pytest.mark.parametrize("written", ["2016-13", "yesterday", "2016..2017", "23.10.2016"])
def test_what_is_no_date_is_refused_by_the_name_of_its_parameter(written: str) -> None:
    with pytest.raises(BadParameterError) as refused:
        date("from", written)

    assert ("bad_from", written) == (refused.value.code, refused.value.value)


def test_an_article_without_a_date_lies_in_no_span() -> None:
    assert [False, False] == [bool(fits(0, Span(0, 9999_99_99))) for fits in (may_be, is_within)]


@given(DAYS, DAYS, DAYS)
def test_a_day_is_never_vague(first: object, last: object, published: object) -> None:
    """Only a date that is less precise than a day can be in a span by its span alone."""
    within = span(str(first), str(last))

    assert within is not None
    expected = min(str(first), str(last)) <= str(published) <= max(str(first), str(last))
    assert (expected, expected) == tuple(
        bool(fits(day(str(published)), within)) for fits in (may_be, is_within)
    )


@given(
    st.lists(
        DAYS.map(str) | DAYS.map(lambda one: str(one)[:7]) | DAYS.map(lambda one: str(one)[:4])
    ),
    DAYS,
    DAYS,
)
def test_a_column_of_dates_is_asked_as_each_of_them(
    dates: list[str], first: object, last: object
) -> None:
    within = span(str(first), str(last))
    days = [*map(day, dates), 0]

    assert within is not None
    for fits in (may_be, is_within):
        assert [bool(fits(one, within)) for one in days] == list(
            fits(np.array(days, np.int32), within)
        )

"""Dates in metadata: the forms that people and programs write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates.metadata_dates import published

DAY = "2016-10-23"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("2016-10-23", id="ISO"),
        pytest.param("2016-10-23T01:15:00Z", id="ISO with a time"),
        pytest.param("2016-10-23 01:15:00+03:00", id="ISO with a space"),
        pytest.param("2016/10/23", id="slashes, year first"),
        pytest.param("20161023", id="digits"),
        pytest.param("20161023T011500Z", id="digits with a time"),
        pytest.param("23.10.2016", id="dots"),
        pytest.param("23.10.16", id="a short year"),
        pytest.param("01:15 23.10.2016", id="the time first"),
        pytest.param("10/23/2016", id="American, by its numbers"),
        pytest.param("23/10/2016, 01:15", id="European, by its numbers"),
        pytest.param("1477180800", id="seconds"),
        pytest.param("1477180800000", id="milliseconds"),
        pytest.param(1477180800, id="a number"),
        pytest.param("42666", id="a spreadsheet's days"),
        pytest.param("42666.59", id="a spreadsheet's days with a clock"),
        pytest.param({"date-parts": [[2016, 10, 23]]}, id="a citation"),
        pytest.param({"timestampValue": "2016-10-23T01:15:00Z"}, id="a value with its type"),
        pytest.param("October 23, 2016 01:15", id="English"),
        pytest.param("Oct. 23, 2016", id="English, shortened"),
        pytest.param("Sun, 23 Oct 2016 01:15:00 +0300", id="mail and RSS"),
        pytest.param("23-Oct-2016", id="hyphens"),
        pytest.param("duminică, 23 octombrie 2016", id="Romanian"),
        pytest.param("ב-23 באוקטובר 2016", id="Hebrew"),
        pytest.param("23 октября 2016 г.", id="Russian"),
        pytest.param("٢٣ أكتوبر ٢٠١٦", id="Arabic digits"),
        pytest.param(date(2016, 10, 23), id="a date of TOML"),
    ],
)
def test_a_day_is_read_in_any_common_form(written: object) -> None:
    assert (DAY, None) == published(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025", "2025"),
        (2025, "2025"),
        ("2025-04", "2025-04"),
        ("aprilie 2025", "2025-04"),
        ("אפריל 2025", "2025-04"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written: object, expected: str) -> None:
    """No first of January is invented."""
    assert (expected, None) == published(written)


def test_a_date_with_two_readings_keeps_what_is_certain() -> None:
    """3 April and March 4 are both written so."""
    found, note = published("03/04/2016")

    assert ("2016", True) == (found, note is not None and "two readings" in note)


def test_the_language_decides_between_two_readings() -> None:
    """In Hebrew and in Romanian the day comes first."""
    assert ("2016-04-03", None) == published("03/04/2016", "he")


@pytest.mark.parametrize(
    "written", ["yesterday", "2016-13-40", "32.1.2020", "0", "31/02/2020", "16:20", "x" * 500]
)
def test_what_is_no_date_is_left_out_with_a_note(written: str) -> None:
    found, note = published(written)

    assert (None, True) == (found, note is not None and "2016-10-23" in note)


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert (day.isoformat(), None) == published(day.isoformat())


@given(written=st.text(max_size=80))
def test_any_text_is_a_date_or_none(written: str) -> None:
    """A column may hold anything."""
    found, _ = published(written)

    assert found is None or len(found) in {4, 7, 10}

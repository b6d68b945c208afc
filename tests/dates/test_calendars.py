"""Other calendars: their days are days of ours, and none is left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates.calendars import hebrew, persian


@pytest.mark.parametrize(
    ("convert", "day", "expected"),
    [
        pytest.param(persian, (1357, 11, 22), date(1979, 2, 11), id="Persian, before 1400"),
        pytest.param(persian, (1399, 12, 30), date(2021, 3, 20), id="Persian leap day"),
        pytest.param(persian, (1404, 1, 1), date(2025, 3, 21), id="Persian new year"),
        pytest.param(hebrew, (5708, 9, 5), date(1948, 5, 14), id="Hebrew, a leap year"),
        pytest.param(hebrew, (5784, 1, 22), date(2023, 10, 7), id="Hebrew, in autumn"),
        pytest.param(
            hebrew,
            (5784, 6, 7),
            date(2024, 2, 16),
            id="Hebrew, the month that only leap years have",
        ),
        pytest.param(
            hebrew, (5785, 6, 14), date(2025, 3, 14), id="Hebrew, the one Adar of a common year"
        ),
        pytest.param(
            hebrew, (5785, 7, 14), date(2025, 3, 14), id="Hebrew, Adar as the month before Nisan"
        ),
        pytest.param(hebrew, (5786, 1, 1), date(2025, 9, 23), id="Hebrew new year"),
        pytest.param(
            hebrew, (5807, 1, 1), date(2046, 10, 1), id="Hebrew new year, moved from a Sunday"
        ),
    ],
)
def test_a_day_is_a_day_of_our_calendar(
    convert: Callable[[int, int, int], date], day: tuple[int, int, int], expected: date
) -> None:
    assert expected == convert(*day)


@pytest.mark.parametrize(
    ("convert", "day"),
    [
        pytest.param(persian, (1404, 12, 30), id="no leap year"),
        pytest.param(persian, (1404, 13, 1), id="no such Persian month"),
        pytest.param(persian, (2025, 1, 1), id="no Persian year"),
        pytest.param(hebrew, (5785, 8, 31), id="no such Hebrew day"),
        pytest.param(hebrew, (5785, 6, 30), id="no such day of the one Adar"),
        pytest.param(hebrew, (5785, 0, 1), id="no Hebrew month before the first"),
        pytest.param(persian, (1404, 0, 1), id="no Persian month before the first"),
        pytest.param(persian, (1404, 1, 0), id="no day before the first"),
        pytest.param(hebrew, (5785, 14, 1), id="no such Hebrew month"),
        pytest.param(hebrew, (2025, 1, 1), id="no Hebrew year"),
    ],
)
def test_a_day_that_is_none_is_refused(
    convert: Callable[[int, int, int], date], day: tuple[int, int, int]
) -> None:
    """As Python's own calendar does, so that one answer serves all three."""
    with pytest.raises(ValueError, match=str(day[0])):
        convert(*day)


@pytest.mark.parametrize(
    ("convert", "offset"), [(persian, 621), (hebrew, -3761)], ids=["Persian", "Hebrew"]
)
@given(year=st.integers(1950, 2080))
def test_a_year_has_every_day_once(
    convert: Callable[[int, int, int], date], offset: int, year: int
) -> None:
    """A day too many or too few would put all later articles on the wrong day."""
    days = set(_days(convert, year - offset))
    first, after = min(days), convert(year - offset + 1, 1, 1)

    assert {first + timedelta(count) for count in range((after - first).days)} == days


def _days(convert: Callable[[int, int, int], date], year: int) -> list[date]:
    """Every day of a year."""
    days = []
    for month, number in product(range(1, 14), range(1, 32)):
        try:
            days.append(convert(year, month, number))
        except ValueError:
            continue
    return days

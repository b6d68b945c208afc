"""Dates: which articles may be of a span of time, and which surely are?

A date is a number, 20161023, and what is not known of it is 00, as in 20160000. Dates are written
as EDTF does at its level 0: a year, a month or a day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any, Final, NamedTuple

from search.errors import BadParameterError

DATE: Final = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
EXPECTED: Final = "a year, a month or a day: 2016, 2016-10 or 2016-10-23"
_FIRST, _LAST = 0, 9999_99_99
_DATE: Final = re.compile(DATE)
_BETWEEN: Final = re.compile(rf"(?P<first>{DATE})?\.\.(?P<last>{DATE})?|(?P<only>{DATE})")


class Span(NamedTuple):
    """From a day to a day; a last part that is not told is 99."""

    first: int
    last: int


def span(first: str, last: str) -> Span | None:
    """From one date to another, in whatever order; None if neither is told."""
    if first and last:
        first, last = sorted((first, last))
    if not first and not last:
        return None
    return Span(_first(first) if first else _FIRST, _last(last) if last else _LAST)


def read_span(written: str) -> Span | None:
    """`2022-03`, `2022-03-01..2022-06`, `..2016` or `2016..`; None if it is none of these."""
    found = _BETWEEN.fullmatch(written)
    if found is None:
        return None
    only = found["only"] or ""
    return span(found["first"] or only, found["last"] or only)


def date(name: str, written: str) -> str:
    """A date as it was written, or nothing; raises `BadParameterError` if it is neither."""
    if written and not _DATE.fullmatch(written):
        raise BadParameterError(name, written, EXPECTED)
    return written


def may_be(day: Any, within: Span) -> Any:  # noqa: ANN401 - a number, or a column of them
    """Whether a date may lie in a span: what is known of it does not speak against it."""
    return (day > 0) & (latest(day) >= within.first) & (earliest(day) <= within.last)


def is_within(day: Any, within: Span) -> Any:  # noqa: ANN401 - likewise
    """Whether a date lies in a span, all that it may mean."""
    return (day > 0) & (earliest(day) >= within.first) & (latest(day) <= within.last)


def earliest(day: Any) -> Any:  # noqa: ANN401 - likewise
    """The first day that a date may mean."""
    return day + (day % 100 == 0) + 100 * (day % 10000 == 0)


def latest(day: Any) -> Any:  # noqa: ANN401 - likewise
    """The last day that a date may mean; the end of a month or a year is 99."""
    return day + 99 * (day % 100 == 0) + 9900 * (day % 10000 == 0)


def _first(written: str) -> int:
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return year * 10000 + month * 100 + day


def _last(written: str) -> int:
    """The last day; the end of a month or a year counts as the whole of it."""
    year, month, day = (*map(int, written.split("-")), 99, 99)[:3]
    if month <= 12 and year and day >= monthrange(year, month)[1]:
        day = 99
    if month == 12 and day == 99:
        month = 99
    return year * 10000 + month * 100 + day

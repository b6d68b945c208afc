"""Calendars: which day of the Gregorian calendar is a day of the Persian or the Hebrew one?

The Persian year begins in March; the rule of 33 years gives its leap years from 1178 to 1633. The
Hebrew year is reckoned from the new moon of Tishri, and begins a day or two later where a feast
would fall on a forbidden weekday.

ICU has both calendars, and gives the same days for all these years but two: until 2025 it began the
Hebrew year 5807 a day late (ICU-23069), and systems keep an ICU for years.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

PERSIAN_YEARS: Final = range(1278, 1480)  # what Gregorian articles may be dated by
HEBREW_YEARS: Final = range(5660, 5862)

_NOWRUZ: Final = date(2021, 3, 21)  # the first day of 1400
_LONG_HALF: Final = 6  # Persian months of 31 days; those after have 30
_CREATION: Final = -1_373_427  # the day before which Hebrew years count, as Python counts days
_LEAP_MONTHS: Final = 13
# Days of the Hebrew months from Tishri, in a common year of usual length; 0 stands for Adar I.
_MONTHS: Final = (30, 29, 30, 29, 30, 0, 29, 30, 29, 30, 29, 30, 29)


def persian(year: int, month: int, day: int) -> date:
    """A day of the Persian calendar; a ValueError if there is none."""
    length = 31 if month <= _LONG_HALF else 30 if month < 12 or _is_persian_leap(year) else 29
    if year not in PERSIAN_YEARS or not 1 <= month <= 12 or not 1 <= day <= length:
        raise ValueError(f"no day {day} of month {month} in the Persian year {year}")
    between = range(1400, year) if year >= 1400 else range(year, 1400)
    leaps = sum(map(_is_persian_leap, between))
    start = (year - 1400) * 365 + (leaps if year >= 1400 else -leaps)
    return _NOWRUZ + timedelta(start + 30 * (month - 1) + min(month - 1, _LONG_HALF) + day - 1)


def _is_persian_leap(year: int) -> bool:
    """Whether a Persian year has 366 days."""
    return (25 * year + 11) % 33 < 8


def hebrew(year: int, month: int, day: int) -> date:
    """A day of the Hebrew calendar, months from Tishri, Adar I the sixth.

    A ValueError if there is none.
    """
    if year not in HEBREW_YEARS:
        raise ValueError(f"no article is of the Hebrew year {year}")
    lengths = _lengths(_new_year(year + 1) - _new_year(year))
    if not lengths[5] and month == 6:
        month = 7  # a common year has one Adar
    if not 1 <= month <= _LEAP_MONTHS or not 1 <= day <= lengths[month - 1]:
        raise ValueError(f"no day {day} of month {month} in the Hebrew year {year}")
    return date.fromordinal(_new_year(year) + sum(lengths[: month - 1]) + day - 1)


def _lengths(days: int) -> list[int]:
    """How long the months of a Hebrew year are that has so many days."""
    lengths = list(_MONTHS)
    if days > 380:
        lengths[5] = 30
        days -= 30
    lengths[1] += days == 355
    lengths[2] -= days == 353
    return lengths


def _new_year(year: int) -> int:
    """The first of Tishri, as Python counts days.

    Two years in a row must not have impossible lengths.
    """
    before, this, after = (_moon(number) for number in (year - 1, year, year + 1))
    return _CREATION + this + (2 if after - this == 356 else int(this - before == 382))


def _moon(year: int) -> int:
    """The day of the new moon of Tishri; it is put off from Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + (3 * (day + 1) % 7 < 3)


CALENDARS: Final[Mapping[str, Callable[[int, int, int], date]]] = {
    "gregorian": date,
    "hebrew": hebrew,
    "persian": persian,
}

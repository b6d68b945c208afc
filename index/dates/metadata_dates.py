"""Dates in metadata: which day did somebody mean by `Oct. 23, 2016`, `23.10.2016` or `1477180800`?

Precise as far as is known and never beyond: 04/03/2016 may be April or March, so it gives 2016 and
a note. dateparser, which is installed anyhow, always gives a day: it takes from today what is not
said, reads 10:51 as today and 20161023T011500Z as a day of 1995, and is a hundred times as slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

from index.dates.date_wrappers import unwrapped
from index.dates.months import PIECES, month_of, short_month

METADATA_YEARS: Final = range(1800, 2101)
DAY_FIRST: Final = frozenset(
    {"he", "ro", "ru", "uk", "ar", "fa", "fr", "de", "es", "it", "hu", "pl"}
)

ISO: Final = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ,].*)?", re.DOTALL)
COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?")
EPOCH: Final = re.compile(
    r"(?:/Date\()?(-?\d{9,10}|\d{12,13}|\d{16})(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?"
)
SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")
SERIAL_DAYS: Final = range(25_569, 73_051)  # 1970 to 2099
SERIAL_START: Final = date(1899, 12, 30)
DATE_NUMBERS: Final = re.compile(
    r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(?:[T ,].*)?", re.DOTALL
)
WITHIN: Final = re.compile(
    r"(?<![\d./-])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?![\d/-])"
)
EAST_ASIAN: Final = re.compile(r"(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월] ?(?:(\d{1,2}) ?[日일])?)?.*")
TIME: Final = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:gmt|utc)?[+-]\d{2}:?\d{2}\b)?"
    r"|\b\d{1,2} ?[ap]\.?m\b\.?"
)
TIME_FIRST: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?,? (?=\d)")
ORDINAL_ENDING: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
LONGEST_DATE: Final = 60  # characters; what is longer is a sentence, not a date
# the first moment of programs' calendars, which they give where there is no date
_ZERO: Final = re.compile(
    r"(?:1970-01-01|1900-01-0[01]|1899-12-3[01]|0001-01-01)[T ]00:00(?!:\d*[1-9]).*"
)
TWO_READINGS: Final = "has two readings: only the year is kept"

Order = Literal["day", "month"]  # which of two numbers comes first
Reader = Callable[[str, Order | None], str | None]


def published(
    value: object, lang: str | None = None, order: Order | None = None
) -> tuple[str | None, str | None]:
    """The date as `2016-10-23`, `2025-04` or `2025`, or None; and what is to be said about it.

    `order` is that of day and month where it is known; else the language may tell it.
    """
    value = unwrapped(value)
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()[:10], None
    written = TIME_FIRST.sub("", " ".join(str(value).split()))
    order = order or ("day" if lang in DAY_FIRST else None)
    if _ZERO.fullmatch(written):
        return None, None
    if len(written) <= LONGEST_DATE:
        for reader in DATE_READERS:
            if found := reader(written, order):
                exact = len(found) > 4 or not _both(written)
                return found, None if exact else f"date {written!r} {TWO_READINGS}"
    return None, f"date {written[:LONGEST_DATE]!r} can't be read; write it as 2016-10-23"


def order_of(written: Iterable[object]) -> Order | None:
    """The order of day and month in a column, by its dates that can be read in one way only."""
    found = [match for value in written if (match := _both(" ".join(str(value).split())))]
    firsts = any(int(match[1]) > 12 >= int(match[3]) for match in found)
    seconds = any(int(match[3]) > 12 >= int(match[1]) for match in found)
    if firsts == seconds:
        return None
    return "day" if firsts else "month"


def _both(written: str) -> re.Match[str] | None:
    """The two numbers of which either may be the day."""
    match = DATE_NUMBERS.fullmatch(written)
    if match is None and (within := WITHIN.search(written)):
        match = DATE_NUMBERS.fullmatch(within[0])
    return match if match and match[2] != "." else None


def _iso(written: str, _order: Order | None) -> str | None:
    """2016-10-23, 2016-10, 2016, 2016/10/23 and whatever time comes after."""
    if not (match := ISO.fullmatch(written)):
        return None
    year, _, month, day = match.groups()
    return _shown(year, month, day)


def _compact(written: str, _order: Order | None) -> str | None:
    """20161023 and 20161023T011500Z."""
    match = COMPACT.fullmatch(written)
    return _shown(*match.groups()) if match else None


def _epoch(written: str, _order: Order | None) -> str | None:
    """Seconds, or thousandths or millionths of them, since 1970."""
    if not (match := EPOCH.fullmatch(written)):
        return None
    digits = len(match[1])
    seconds = int(match[1]) / (1_000_000 if digits == 16 else 1000 if digits >= 12 else 1)
    day = datetime.fromtimestamp(seconds, UTC)
    return _shown(day.year, day.month, day.day)


def _serial(written: str, _order: Order | None) -> str | None:
    """A spreadsheet's days since the end of 1899: 42666."""
    if not SERIAL.fullmatch(written) or int(written[:5]) not in SERIAL_DAYS:
        return None
    return (SERIAL_START + timedelta(int(written[:5]))).isoformat()


def _numbers(written: str, order: Order | None) -> str | None:
    """23.10.2016, 10/23/2016; dots mean day first, other marks where something says so."""
    if not (match := DATE_NUMBERS.fullmatch(written)):
        return None
    first, mark, second, year = match.groups()
    if len(year) == 2:
        year = ("19" if int(year) >= 70 else "20") + year
    if int(second) > 12:
        return _shown(year, first, second)
    if mark == "." or int(first) > 12 or int(first) == int(second) or order == "day":
        return _shown(year, second, first)
    return _shown(year, first, second) if order == "month" else _shown(year)


def _named(written: str, _order: Order | None) -> str | None:
    """23 October 2016, ב-23 באוקטובר 2016; the time and the weekday do not count."""
    pieces = PIECES.findall(ORDINAL_ENDING.sub("", TIME.sub(" ", written.casefold())))
    months = {month for piece in pieces if (month := month_of(piece))}
    months = months or {month for piece in pieces if (month := short_month(piece))}
    numbers = [int(piece) for piece in pieces if piece.isdecimal()]
    years = [number for number in numbers if number in METADATA_YEARS]
    days = [number for number in numbers if number <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) > 1:
        return None
    return _shown(years[0], months.pop(), *days)


def _east_asian(written: str, _order: Order | None) -> str | None:
    """2016年10月23日."""
    match = EAST_ASIAN.fullmatch(written)
    return _shown(*match.groups()) if match else None


def _within(written: str, order: Order | None) -> str | None:
    """The only date among other words: `14:22 | 23.10.2016`, `Posted on 2016-10-23`."""
    found = [match[0] for match in WITHIN.finditer(written)]
    if len(found) != 1:
        return None
    return _iso(found[0], order) or _numbers(found[0], order)


# In this order: 20161023 is a day before it is a number of seconds.
DATE_READERS: Final[tuple[Reader, ...]] = (
    _iso,
    _compact,
    _epoch,
    _serial,
    _numbers,
    _named,
    _east_asian,
    _within,
)


def _shown(
    year: str | int, month: str | int | None = None, day: str | int | None = None
) -> str | None:
    """The stored form, or None if there is no such day."""
    if int(year) not in METADATA_YEARS:
        return None
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day else 7 if month else 4]

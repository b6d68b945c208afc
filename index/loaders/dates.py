"""Dates in metadata: which day did somebody mean by `Oct. 23, 2016`, `23.10.2016` or `1477180800`?

Precise as far as is known and never beyond: 04/03/2016 may be April or March, so it gives 2016 and
a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

from search import icu

METADATA_YEARS: Final = range(1800, 2101)
DAY_FIRST: Final = frozenset(
    {"he", "ro", "ru", "uk", "ar", "fa", "fr", "de", "es", "it", "hu", "pl"}
)
METADATA_MONTH_LOCALES: Final = (
    "en",
    "he",
    "ro",
    "ru",
    "uk",
    "ar",
    "ar-LB",
    "fa",
    "fr",
    "de",
    "es",
    "hu",
    "pl",
)

ISO: Final = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ,].*)?", re.DOTALL)
COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?")
EPOCH: Final = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{12,13}")
DATE_NUMBERS: Final = re.compile(
    r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(?:[T ,].*)?", re.DOTALL
)
TIME: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[+-]\d{2}:?\d{2}\b)?")
TIME_FIRST: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?,? (?=\d)")
PIECES: Final = re.compile(r"\d+|[^\W\d_]+")
LONGEST_DATE: Final = 60  # characters; what is longer is a sentence, not a date

Reader = Callable[[str, str | None], str | None]


def published(value: object, lang: str | None = None) -> tuple[str | None, str | None]:
    """The date as `2016-10-23`, `2025-04` or `2025`, or None; and what is to be said about it."""
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()[:10], None
    written = TIME_FIRST.sub("", " ".join(str(value).split()))
    if len(written) <= LONGEST_DATE:
        for reader in DATE_READERS:
            if found := reader(written, lang):
                exact = len(found) > 4 or not DATE_NUMBERS.fullmatch(written)
                return (
                    found,
                    None if exact else f"date {written!r} has two readings: only the year is kept",
                )
    return None, f"date {written[:LONGEST_DATE]!r} can't be read; write it as 2016-10-23"


def _iso(written: str, _lang: str | None) -> str | None:
    """2016-10-23, 2016-10, 2016, 2016/10/23 and whatever time comes after."""
    if not (match := ISO.fullmatch(written)):
        return None
    year, _, month, day = match.groups()
    return _shown(year, month, day)


def _compact(written: str, _lang: str | None) -> str | None:
    """20161023 and 20161023T011500Z."""
    match = COMPACT.fullmatch(written)
    return _shown(*match.groups()) if match else None


def _epoch(written: str, _lang: str | None) -> str | None:
    """Seconds or milliseconds since 1970."""
    if not EPOCH.fullmatch(written):
        return None
    seconds = float(written) / (1000 if len(written) >= 12 else 1)
    day = datetime.fromtimestamp(seconds, UTC)
    return _shown(day.year, day.month, day.day)


def _numbers(written: str, lang: str | None) -> str | None:
    """23.10.2016, 10/23/2016.

    Dots mean day first, other marks only where the language or the numbers say so.
    """
    if not (match := DATE_NUMBERS.fullmatch(written)):
        return None
    first, mark, second, year = match.groups()
    if len(year) == 2:
        year = ("19" if int(year) >= 70 else "20") + year
    if int(second) > 12:
        return _shown(year, first, second)
    if mark == "." or int(first) > 12 or int(first) == int(second) or lang in DAY_FIRST:
        return _shown(year, second, first)
    return _shown(year)


def _named(written: str, _lang: str | None) -> str | None:
    """23 October 2016, Oct. 23, 2016, 23 octombrie 2016, ב-23 באוקטובר 2016.

    The time and the weekday do not count.
    """
    pieces = PIECES.findall(TIME.sub(" ", written.casefold()))
    months = {month for piece in pieces if (month := _month(piece))}
    numbers = [int(piece) for piece in pieces if piece.isdecimal()]
    years = [number for number in numbers if number in METADATA_YEARS]
    days = [number for number in numbers if number <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) > 1:
        return None
    return _shown(years[0], months.pop(), *days)


# In this order: 20161023 is a day before it is a number of seconds.
DATE_READERS: Final[tuple[Reader, ...]] = (_iso, _compact, _epoch, _numbers, _named)


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


def _month(word: str) -> int | None:
    """The month that a word names, also behind a Hebrew preposition."""
    months = _months()
    return months.get(word) or (months.get(word[1:]) if word[0] in "בלמה" else None)


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    """Names of months, lower case, as the languages' people write them."""
    names = {
        piece: month
        for locale in METADATA_MONTH_LOCALES
        for name, month in icu.month_names(locale)
        for piece in PIECES.findall(name.casefold())
        if len(piece) > 1 and not piece.isdecimal()
    }
    return {**names, "sept": 9}

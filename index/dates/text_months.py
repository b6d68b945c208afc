"""Months: which month does a word of a text name, in which calendar?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from index.dates.calendars import CALENDARS
from index.dates.spelling import one_spelling
from index.dates.vocabulary import rows
from search import icu
from search.model.languages import MONTH_LOCALES

SHORT_MONTH: Final = 3  # letters of a month's name that tell it, before a full stop


@cache
def months() -> dict[str, tuple[str, int]]:
    """Names of months as they are written, case folded, without the point of a short form.

    Calendar and number.
    """
    names = [pair for locale in MONTH_LOCALES for pair in icu.month_names(locale)]
    named = {one_spelling(name).casefold().rstrip(".'"): month for name, month in names} | {
        "sept": 9,
        "מארס": 3,
    }
    others = [
        (word, kind.split("-"))
        for _, kind, word, _ in rows()
        if kind.partition("-")[0] in CALENDARS
    ]
    foreign = {
        one_spelling(word).casefold().rstrip("'"): (calendar, int(month))
        for word, (calendar, month) in others
    }
    found = foreign | {name: ("gregorian", month) for name, month in named.items()}
    return _short(named) | found


def _short(named: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """The first letters of months, where they tell one: фев, noi, ינו."""
    beginnings: dict[str, set[int]] = {}
    for name, month in named.items():
        beginnings.setdefault(name[:SHORT_MONTH], set()).add(month)
    return {
        short: ("gregorian", month.pop())
        for short, month in beginnings.items()
        if len(short) == SHORT_MONTH and len(month) == 1 and short.isalpha()
    }

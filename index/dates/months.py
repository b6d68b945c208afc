"""Months: which month does a word name, in metadata (`month_of`) and in a text (`months`)?

Names are ICU's, and those that it does not have stand in `date_words.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from index.dates.calendars import CALENDARS
from index.dates.spelling import one_spelling
from index.dates.vocabulary import rows
from search import icu
from search.model.languages import MONTH_LOCALES

PIECES: Final = re.compile(r"\d+|[^\W\d_]+")
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
SHORTEST_MONTH: Final = 3  # letters of a month's name that tell it


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
        beginnings.setdefault(name[:SHORTEST_MONTH], set()).add(month)
    return {
        short: ("gregorian", month.pop())
        for short, month in beginnings.items()
        if len(short) == SHORTEST_MONTH and len(month) == 1 and short.isalpha()
    }


def month_of(word: str) -> int | None:
    """The month that a word names, also behind a Hebrew preposition."""
    known = _in_metadata()
    return known.get(word) or (known.get(word[1:]) if word[0] in "בלמה" else None)


@lru_cache(maxsize=1024)
def short_month(word: str) -> int | None:
    """The only month whose name begins so: фев, oct, ינו."""
    if len(word) < SHORTEST_MONTH or word.isdecimal():
        return None
    found = {month for name, month in _in_metadata().items() if name.startswith(word)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _in_metadata() -> Mapping[str, int]:
    """Names of months, lower case, as the languages' people write them."""
    names = {
        piece: month
        for locale in METADATA_MONTH_LOCALES
        for name, month in icu.month_names(locale)
        for piece in PIECES.findall(name.casefold())
        if len(piece) > 1 and not piece.isdecimal()
    }
    return {**names, "sept": 9}

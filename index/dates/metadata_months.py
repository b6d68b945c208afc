"""Month names: which month is a word in metadata?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from search import icu

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


def month_of(word: str) -> int | None:
    """The month that a word names, also behind a Hebrew preposition."""
    months = _months()
    return months.get(word) or (months.get(word[1:]) if word[0] in "בלמה" else None)


@lru_cache(maxsize=1024)
def short_month(word: str) -> int | None:
    """The only month whose name begins so: фев, oct, ינו."""
    if len(word) < SHORTEST_MONTH or word.isdecimal():
        return None
    found = {month for name, month in _months().items() if name.startswith(word)}
    return found.pop() if len(found) == 1 else None


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

"""Hebrew numerals: which numbers are the letters of a Hebrew date, כ"א בתשרי תשע"ז?"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from index.dates.vocabulary import rows

_VALUES: Final = dict(
    zip(
        "אבגדהוזחטיכלמנסעפצקרשת",
        (*range(1, 10), *range(10, 100, 10), *range(100, 401, 100)),
        strict=True,
    )
)
_FINALS: Final = str.maketrans("ךםןףץ", "כמנפצ")
_MARKS: Final = "\"'״׳”“’׳"  # gershayim and geresh, and what keyboards have for them
_THOUSANDS: Final = 5000  # years are written without them


def in_digits(text: str) -> str:
    """A text in which the day and the year of Hebrew dates are in digits, behind their prefix."""
    return _date().sub(_digits, text) if "תש" in text or "תר" in text else text


@cache
def _date() -> re.Pattern[str]:
    """The day in one or two letters, the month, and the year from תר on."""
    names = {word for _, kind, word, _ in rows() if kind.startswith("hebrew-")}
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    mark = f"[{_MARKS}]?"
    return re.compile(
        rf"(?<![א-ת{_MARKS}])(?P<prefix>[בלמ]-?)?"
        rf"(?P<day>[א-ל]{mark}[א-ט]?{mark})\s+(?P<month>[בל]?(?:{months}))[,\s]+"
        rf"(?:ה{mark})?(?P<year>ת[רש][א-צ]?{mark}[א-צ]?)(?![א-ת])"
    )


def _digits(match: re.Match[str]) -> str:
    if len(match["day"]) == 1 and match["year"].isalpha():
        return match[0]  # a letter and words: only a mark tells them from a sentence
    day, year = (
        sum(_VALUES.get(letter, 0) for letter in match[name].translate(_FINALS))
        for name in ("day", "year")
    )
    return f"{match['prefix'] or ''}{day} {match['month']} {_THOUSANDS + year}"

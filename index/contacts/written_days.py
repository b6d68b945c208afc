"""Written days: where does a text write out a day with its month, with or without the year?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from search import icu
from search.model.articles import Span


def written_days(text: str, span: Span, language: str) -> Iterator[re.Match[str]]:
    """The days that a span of a text writes out: see `day_of`."""
    return _pattern(language).finditer(text, *span)


def day_of(match: re.Match[str], language: str) -> tuple[int | None, int, int]:
    """Year, month and day of a written day; the year is None where it is left out."""
    groups = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    year, written = groups.get("year"), groups["month"].casefold()
    month = int(written) if written.isdigit() else _months(language)[written]
    return int(year) if year else None, month, int(groups["day"])


@cache
def _months(language: str) -> Mapping[str, int]:
    return {name.casefold().rstrip("."): month for name, month in icu.month_names(language)}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    ending = r"(?:st|nd|rd|th)?"
    # in English only a day that is no month tells that it is one
    numbered = r"1[3-9]|2\d|3[01]" if language == "en" else r"0?[1-9]|[12]\d|3[01]"
    return re.compile(
        rf"(?<![\d.])(?P<day>\d{{1,2}}){ending}\.?\s(?:of |ב)?(?P<month>{month})(?!\w)"
        r"(?:,?\s(?P<year>(?:19|20)\d\d))?"
        rf"|(?<!\w)(?P<month_>{month})\.?\s(?P<day_>\d{{1,2}}){ending}(?!\d)"
        r"(?:,?\s(?P<year_>(?:19|20)\d\d))?"
        rf"|(?<![\d./])(?P<day__>{numbered})(?P<mark>[./])(?P<month__>0?[1-9]|1[0-2])(?P=mark)"
        r"(?P<year__>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )

"""When: on which day, or in which month or year, was a contact that a sentence reports?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from index.contacts.items import Item
from index.contacts.written_days import day_of, written_days
from search.model.articles import Span
from search.model.contacts import DateSource

WHOLE: Final = 10  # characters of a full day
YEAR: Final = 4
OLD: Final = timedelta(days=10)  # what is longer ago is a recollection
EARLY: Final = 3  # days of January in which "the year of publication" may be the wrong one


_YEAR: Final = re.compile(
    r"(?<![\d.,])(?<![^א-ת]-)(?<!since )(?<!с )(?<!din )(?<!מאז )(?:19|20)\d\d(?![\d%-]|[.,]\d)"
)


class When(NamedTuple):
    """A day or year as far as it is known, with its source; `old`: long before the article."""

    date: str | None
    source: DateSource | None
    old: bool = False


NEAR: Final = 3  # characters between a weekday and its date


def when(text: str, items: Sequence[Item], verb: int, language: str, published: str | None) -> When:
    """The date of what a clause reports: by the words nearest to its verb, else by publication."""
    days = [item for item in items if item.symbol == "t" and _counts(text, item, language)]
    day = min(days, key=lambda item: abs(item.start - verb), default=None)
    span = (items[0].start, items[-1].end) if items else (0, 0)
    written = min(
        _written(text, span, language, published), key=lambda one: abs(one[0] - verb), default=None
    )
    if written and (
        day is None
        or abs(written[0] - verb) < abs(day.start - verb)
        or 0 <= written[0] - day.end <= NEAR
    ):
        return When(written[1], "text", old=_is_old(written[1], published))
    if day is None and (year := _YEAR.search(text, *span)):
        # news tells of its own year without saying so
        return When(year[0], "text", old=not published or _is_old(year[0], published))
    if day is None or not published or len(published) < WHOLE:
        return _around(published)
    return When(_before(date.fromisoformat(published), day.kind).isoformat(), "weekday")


def _counts(text: str, item: Item, language: str) -> bool:
    """Hebrew names its days by ordinals: only behind `day`, or in parentheses, are they days."""
    words = text[item.start : item.end]
    if language != "he" or not item.kind.startswith("weekday") or " " in words:
        return True
    return text[max(0, item.start - 1) : item.start] == "(" or words.endswith("שבת")


def _before(published: date, kind: str) -> date:
    """The last such day up to that of publication."""
    if kind == "today":
        return published
    if kind == "yesterday":
        return published - timedelta(days=1)
    back = (published.isoweekday() - int(kind.removeprefix("weekday-"))) % 7
    return published - timedelta(days=back)


def _around(published: str | None) -> When:
    """News tells of its own year, but in the first days of January also of the last."""
    if published is None or (
        len(published) == WHOLE and published[5:7] == "01" and int(published[8:]) <= EARLY
    ):
        return When(None, None)
    return When(published[:YEAR], "published")


def _is_old(day: str, published: str | None) -> bool:
    if not published:
        return False
    if len(day) < WHOLE or len(published) < WHOLE:
        known = min(len(day), len(published))
        return day[:known] != published[:known]
    return abs(date.fromisoformat(published) - date.fromisoformat(day)) > OLD


def _written(
    text: str, span: Span, language: str, published: str | None
) -> Iterator[tuple[int, str]]:
    """Days that are written out, and where; without a year they are of the year of publication."""
    for match in written_days(text, span, language):
        year, month, day = day_of(match, language)
        own = int(published[:YEAR]) if published else None
        found = _iso(of, month, day) if (of := year or own) else None
        # a day to come dates no past
        if found and (year or not published or found <= published):
            yield match.start(), found


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

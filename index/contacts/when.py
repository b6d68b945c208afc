"""When: on which day, or in which month or year, was a contact that a sentence reports?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from index.contacts.items import Item
from index.contacts.own_time import day_before, days, own_parts
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


_SINCE: Final = re.compile(r"\b(?:до|после|с|со)\s$", re.IGNORECASE)  # then, or any time later


class When(NamedTuple):
    """A day or year as far as it is known, with its source; `old`: long before the article."""

    date: str | None
    source: DateSource | None
    old: bool = False


HEADING: Final = 40  # code points of the longest heading of an entry of a chronicle
NEAR: Final = 3  # characters between a weekday and its date


def when(text: str, items: Sequence[Item], verb: int, language: str, published: str | None) -> When:
    """The date of what a clause reports: by the words nearest to its verb, else by publication."""
    parts = [part for part in own_parts(items, verb) if part]
    told = (one for part in parts for one in days(part, text, language))
    day, is_last = min(told, key=lambda one: abs(one[0].start - verb), default=(None, False))
    spans = [(part[0].start, part[-1].end) for part in parts]
    writings = (one for span in spans for one in _written(text, span, language, published))
    written = min(writings, key=lambda one: abs(one[0] - verb), default=None)
    if written and (day is None or _is_nearer(written[0], day, verb)):
        return When(written[1], "text", old=_is_old(written[1], published))
    if day is None and (
        year := next(filter(None, (_YEAR.search(text, *one) for one in spans)), None)
    ):
        # news tells of its own year without saying so
        return When(year[0], "text", old=not published or _is_old(year[0], published))
    if day is None or not published or len(published) < WHOLE:
        return _around(published)
    known = day_before(date.fromisoformat(published), day.kind, is_last=is_last)
    return When(known.isoformat(), "weekday") if known else _around(published)


def heading(text: str, span: Span, language: str, published: str | None) -> When | None:
    """The day that heads an entry of a chronicle, `9 March:`; none for one that was to come."""
    start, end = span
    colon = text.find(":", start, min(end, start + HEADING))
    if colon < 0 or not published:
        return None
    days = (day for _, day in _written(text, (start, colon), language, published))
    day = next(days, None)
    return When(day, "text", old=_is_old(day, published)) if day and day <= published else None


def _is_nearer(written: int, day: Item, verb: int) -> bool:
    """Whether a written day is nearer to the verb than a weekday, or right behind the weekday."""
    return abs(written - verb) < abs(day.start - verb) or 0 <= written - day.end <= NEAR


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
        if _SINCE.search(text, max(0, match.start() - NEAR * 2), match.start()):
            continue
        year, month, day = day_of(match, language)
        found = _iso(year, month, day) if year else _latest(month, day, published)
        if found:
            yield match.start(), found


def _latest(month: int, day: int, published: str | None) -> str | None:
    """A day without a year: that of the year of publication, or of the one before it if new.

    None where it was still to come, for that dates no past.
    """
    own = int(published[:YEAR]) if published else None
    found = _iso(own, month, day) if own else None
    if not published or not own or not found or found <= published:
        return found
    before = _iso(own - 1, month, day)
    return before if before and len(published) == WHOLE and not _is_old(before, published) else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

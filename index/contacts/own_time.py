"""Own time: which words of a clause may say when its own verb was, and on which day is that?

A day behind `about` or `before` is another's (`spoke about the summit on Sunday`), and so is one
between `a week after` and the comma that follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from index.contacts.items import Item
from index.contacts.word_classes import DAY, THEN

OTHERS: Final = frozenset("BY")
AGO: Final = {"today": 0, "yesterday": 1, "two-days-ago": 2}
WEEK: Final = 7
SABBATH: Final = frozenset({"שבת", "בשבת", "ושבת", "ובשבת"})  # השבת is as often `returning`
FIRST_DAYS: Final = (0, 1)  # weeks begin on Monday or on Sunday: days that are added for it


def own_parts(items: Sequence[Item], verb: int) -> Iterator[Sequence[Item]]:
    """The stretches of a clause that may date its verb, which begins at a code point."""
    begin: int | None = 0
    for place, item in enumerate(items):
        is_before = item.start < verb
        is_others = item.symbol in OTHERS or (item.kind == "about" and not is_before)
        if begin is not None and is_others:
            yield items[begin:place]
            begin = None
        elif begin is None and ((is_before and item.symbol == ",") or item.start == verb):
            begin = place
    if begin is not None:
        yield items[begin:]


def days(items: Sequence[Item], text: str, language: str) -> Iterator[tuple[Item, bool]]:
    """The words for days, each with whether it is `last Friday`; `today (Thursday)` is Thursday."""
    for place, item in enumerate(items):
        if not _counts(text, item, language):
            continue
        behind = items[place + 1 : place + 3]
        if item.kind in AGO and any(_counts(text, one, language) for one in behind):
            continue
        beside = (*items[max(0, place - 1) : place], *items[place + 1 : place + 2])
        yield item, any(one.kind == "last" for one in beside)


def day_before(published: date, kind: str, *, is_last: bool) -> date | None:
    """The latest such day up to that of publication; None where `last` may mean either of two."""
    if kind in AGO:
        return published - timedelta(days=AGO[kind])
    back = (published.isoweekday() - int(kind.removeprefix("weekday-"))) % WEEK
    if is_last and any(_is_in_week(published, back, first) for first in FIRST_DAYS):
        return None
    return published - timedelta(days=back)


def _is_in_week(published: date, back: int, first: int) -> bool:
    """Whether so many days before publication it was the same week."""
    return back <= (published.weekday() + first) % WEEK


def _counts(text: str, item: Item, language: str) -> bool:
    """Whether a word says which day it was.

    Hebrew names its days by ordinals: only behind `day`, or in parentheses, are they days.
    """
    if item.symbol != "t" or item.kind in {DAY, THEN}:
        return False
    words = text[item.start : item.end]
    if language != "he" or not item.kind.startswith("weekday") or " " in words:
        return True
    return text[max(0, item.start - 1) : item.start] == "(" or words in SABBATH

"""Dates: on which day did an article appear, as far as its own text or its path says so?

Three witnesses, in this order: a whole date at the head (`dateline`), the path (`path`), and what
the text says of its own time (`text`): the day that it calls today, or the year of a post that it
embeds or of `the first call of 2026`. A date that is merely mentioned is nobody's witness: better
no date than a wrong one. The vocabulary is in `date_words.tsv`: a whole word or phrase for labels,
weekdays and ordinals, the beginning of a word for events.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal

from index.dates.calendars import CALENDARS, PERSIAN_YEARS
from index.dates.hebrew_numerals import in_digits
from index.dates.months import months
from index.dates.path_dates import dated
from index.dates.spelling import one_spelling
from index.dates.text_patterns import (
    event,
    has_word,
    label,
    limit,
    line_shapes,
    now,
    of_another_day,
    post,
    stamp,
    title_shapes,
)

Source = Literal["dateline", "path", "text"]

PUBLISHED_YEARS: Final = range(1900, 2101)  # others are numbers, or years of another calendar
HEAD_LINES: Final = 12
HEAD_LENGTH: Final = 1_000  # characters
FOOT_LENGTH: Final = 400  # characters
# characters: a line as long as this is the story, and what follows is no longer the head
PARAGRAPH: Final = 250
SHORT_LINE: Final = 40  # characters: what follows a shorter line does not go on with its sentence

_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_CLOCK: Final = re.compile(r"(?:\d{4}|\.\d\d)\D{0,7}\s\d{1,2}[:.]\d\d")
_DIGITS: Final = re.compile(r"\d{4}|\.\d\d")  # no date of publication is without its year
_PERSIAN: Final = re.compile(r"[\u0600-\u06ff]{3}")  # a year such as 1404 is a number elsewhere
# Cyrillic, Hebrew, Arabic; Latin may be American
_DAY_FIRST: Final = re.compile(r"[\u0400-\u06ff]{3}")
_SENTENCE: Final = re.compile(r"[^.!?\n]+")


def published(text: str, *, path: str | None = None) -> tuple[str, Source] | None:
    """The day, month or year on which the article appeared, with its witness.

    None if there is none.
    """
    clean = in_digits(one_spelling(text))
    witnesses: tuple[tuple[Source, Callable[[str], str | None], str], ...] = (
        ("dateline", _dateline, clean),
        ("path", dated, path or ""),
        ("text", _own_time, clean),
    )
    for source, ask, said in witnesses:
        if found := ask(said):
            return found, source
    return None


def _dateline(text: str) -> str | None:
    """The first date at the head that stands as dates of publication do."""
    title, *lines = _head(text) or [""]
    for line, shapes in ((title, title_shapes), *((line, line_shapes) for line in lines)):
        for shape in shapes() if _DIGITS.search(line) else ():
            if (match := shape.match(line)) and (day := _day(match)):
                return day
    head, foot = text[:HEAD_LENGTH], text[-FOOT_LENGTH:]
    clock = _stamped(head) if _CLOCK.search(head) else None
    labelled = (
        _marked(label(), part) for part in (head, foot) if ":" in part and has_word(part, "label")
    )
    return clock or next(filter(None, labelled), None)


def _stamped(head: str) -> str | None:
    """The first date with a clock, unless the words before it say that it is another day's."""
    matches = stamp().finditer(head)
    before = ((match, head[: match.start()].rpartition("\n")[2]) for match in matches)
    ours = (match for match, line in before if not of_another_day().search(line))
    return next(filter(None, map(_day, ours)), None)


def _marked(mark: re.Pattern[str], part: str) -> str | None:
    """The first date that is marked as the article's."""
    matches = mark.finditer(part) if _DIGITS.search(part) else ()
    return next(filter(None, map(_day, matches)), None)


def _head(text: str) -> list[str]:
    """The lines above the story, and its first one.

    Without those that only go on with the line above.
    """
    head: list[str] = []
    length, above = 0, ""
    for line in map(str.strip, text.splitlines()[: 2 * HEAD_LINES]):
        goes_on = len(head) > 1 and len(above) > SHORT_LINE and above[-1] not in '.!?:;"”)»'
        if line and not goes_on:
            head.append(line)
        above = line
        length += len(line)
        if len(line) > PARAGRAPH or length > HEAD_LENGTH:
            break
    return head


def _day(match: re.Match[str]) -> str | None:
    """The date that a pattern found; only the year where day and month can't be told apart."""
    found = {name.rstrip("_"): written for name, written in match.groupdict().items() if written}
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    is_persian = year in PERSIAN_YEARS and _PERSIAN.search(match.string)
    if "either" in found and not is_persian:
        return _unordered(year, int(found["either"]), int(found["other"]), match.string)
    if "month" in found:
        calendar, month = months()[found["month"].casefold()]
    else:
        calendar, month = (
            "persian" if is_persian else "gregorian",
            int(found.get("number") or found["other"]),
        )
    return _written(year, month, int(found.get("day") or found["either"]), calendar)


def _unordered(year: int, first: int, second: int, text: str) -> str | None:
    """23/10/2016 is 10/23/2016.

    3/4/2016 is two days, but not where everybody writes the day first.
    """
    if first != second and max(first, second) <= 12 and not _DAY_FIRST.search(text):
        return str(year) if year in PUBLISHED_YEARS else None
    return _written(year, second, first) if second <= 12 else _written(year, first, second)


def _written(year: int, month: int, day: int | None, calendar: str = "gregorian") -> str | None:
    """ISO 8601, or None if there is no such day."""
    try:
        whole = CALENDARS[calendar](year, month, day or 1)
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day else 7] if whole.year in PUBLISHED_YEARS else None


def _own_time(text: str) -> str | None:
    """The day that the text calls today, or the year by which it dates itself."""
    return _today(text) or _own_year(text)


def _today(text: str) -> str | None:
    """The day in `today, October 23, 2016`, unless the text knows a later year.

    Then it quotes somebody.
    """
    if not has_word(text, "today") or not _DIGITS.search(text):
        return None
    latest = max(_YEAR.findall(text), default="")
    days = (day for match in now().finditer(text) if (day := _day(match)))
    return next((day for day in days if day[:4] >= latest), None)


def _own_year(text: str) -> str | None:
    """The year by which the text dates itself.

    Of several, the last, because nobody quotes the future.
    """
    posts = [day for match in post().finditer(text) if (day := _day(match))] if "(@" in text else []
    years = {day[:4] for day in posts} | set(_self_dated(text))
    return max(years, default=None)


def _self_dated(text: str) -> Iterator[str]:
    """Years as in `the first call of 2026`, unless the text knows a later one."""
    may = ("20" in text or "19" in text) and has_word(text, "ordinal") and has_word(text, "event")
    latest = max(_YEAR.findall(text), default=None) if may else None
    for sentence in _SENTENCE.findall(text) if latest else ():
        if (
            latest in sentence
            and (match := event().search(sentence))
            and not limit().search(match[0])
        ):
            year = next(filter(None, match.groups()))
            if year == latest:
                yield year

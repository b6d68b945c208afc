"""Date patterns: how do dates of publication stand in texts, in seven languages?

Made once each, when first needed, from the vocabulary in date_words.tsv.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from index.dates.months import months
from index.dates.vocabulary import words

STORY: Final = 40  # characters: less after a place and a date is a title

_PLACE: Final = r"(?-i:[A-ZÀ-ÞȘȚА-ЯІЇЄא-ת][^\W\d]*)"
_TIME: Final = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?![\d.])"

# of a span, whose first day is no day of publication
_LAST_DAY: Final = (
    r"\d{1,2}[./-]\d{1,2}[./-]\d|\d{4}-\d{1,2}-\d"
    r"|\d{1,2}\.?\s\w+\s\d{4}\b|\w+\.?\s\d{1,2},?\s\d{4}\b"
)
# who sent it, with nothing behind
_AGENCY: Final = r"\.?\s*(?:\([^)]{2,40}\)|/[^/]{2,40}/|[-–—]?\s*(?-i:[A-ZА-Я]{3,12}))\s*"
_WITH: Final = r"(?:ב-?|la |on |в |от |du |am )?"  # before a day


@cache
def alternatives(kind: str) -> str:
    """The words of a kind as alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, words(kind)), key=len, reverse=True))


def has_word(text: str, kind: str) -> bool:
    """Whether any word of a kind stands in a text: few have one, and the patterns are slow."""
    lower = text.lower()
    return any(word in lower for word in _beginnings(kind))


@cache
def _beginnings(kind: str) -> tuple[str, ...]:
    """The words of a kind in small letters, without those that begin with another."""
    found = sorted({word.lower() for word in words(kind)})
    return tuple(
        word
        for word, before in zip(found, ["", *found], strict=False)
        if not before or before not in word
    )


@cache
def whole_date() -> str:
    """A whole date in any of the seven languages; `_day` reads its groups."""
    month = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    ending = r"(?:st|nd|rd|th|-?го|-?е)?"
    return (
        rf"(?<![\d.])(?:(?P<day>\d{{1,2}}){ending}(?:\.?\s|-)(?:de |of |ב|ל)?"
        rf"(?P<month>{month})[.']?(?:,?\s|-)(?P<year>\d{{4}})"
        rf"|(?P<month_>{month})[.']?\s(?P<day_>\d{{1,2}}){ending},?\s(?P<year_>\d{{4}})"
        r"|(?P<year__>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day__>\d{1,2})"
        r"|(?P<day___>\d{1,2})\.(?P<number_>\d{1,2})\.(?P<year___>\d{4}|\d{2})"
        r"|(?P<either>\d{1,2})(?P<mark>[/-])(?P<other>\d{1,2})(?P=mark)(?P<year____>\d{4}))"
        rf"(?!\d|[.,]\d|\s?[-–—]\s?(?:{_LAST_DAY}))"
        r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
        r"(?:\s?(?:г\.|года|року|р\.))?"
    )


@cache
def _dated() -> str:
    """A date with the label or weekday before it and the time after it."""
    marks = r"(?:\s*[:,|'-]+\s*|\s+|(?=\d))"
    labels = rf"{alternatives('label')}|{alternatives('weekday')}"
    before = rf"(?:(?:{labels}){marks})*{_WITH}"
    at = r"(?:at |ora |la |в |о |בשעה )?"
    time = rf"(?:[\s,|–-]*{at}{_TIME}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{{2,4}})?)?"
    return before + whole_date() + time


@cache
def title_shapes() -> tuple[re.Pattern[str], ...]:
    """A first line gives the date only if it is one: titles mention days."""
    return (re.compile(rf"{_dated()}\s*$", re.IGNORECASE), *_lead_shapes())


@cache
def line_shapes() -> tuple[re.Pattern[str], ...]:
    """A line below may add what stands beside dates.

    An author, a place, the time it takes to read.
    """
    with_more = rf"(?:[^\d|•·]{{1,60}}[|•·]\s*)?{_dated()}\s*(?:[|•·(–—-].{{0,80}})?$"
    place = rf"(?!(?:{alternatives('number')})\b){_PLACE}(?:[\s.'-]+{_PLACE}){{0,3}}"
    placed = rf"{place}\s*[,.]\s*{_dated()}(?:{_AGENCY})?$"
    named = rf"{_PLACE}(?:[\s.'-]+{_PLACE}){{0,4}}"
    by = rf"(?:{alternatives('by')}):?\s{named}(?:,\s{named})?[\s,–—-]+{_dated()}$"
    clock = rf"{_TIME}[\s,|•·–—-]+{_dated()}$"
    at = rf"(?:(?:at |ora |la |в |о |בשעה )?{_TIME},?\s)?"
    posted = rf"(?:{alternatives('posted')})\s*:?\s*{at}(?:[^\d\s]+,?\s)?{_WITH}{whole_date()}"
    before = r"(?:.{1,80}?[,;|•·–—(-]\s*|.{0,60}?\d\s+)?"
    shapes = (with_more, placed, by, clock, rf"{before}{posted}(?!.*[.]$).{{0,100}}$")
    return (*(re.compile(shape, re.IGNORECASE) for shape in shapes), *_lead_shapes())


@cache
def _lead_shapes() -> tuple[re.Pattern[str], ...]:
    """`WASHINGTON, Oct. 23, 2016 (Agency) —` and then the story's first sentence."""
    agency = r"\s*(?:\([^)]{2,40}\)\s*|/[^/]{2,40}/\s*)?"
    story = rf"[-–—:]\s*.{{{STORY},}}"
    return (
        re.compile(
            rf"{_PLACE}(?:[\s.'-]+{_PLACE}){{0,4}},?\s+{whole_date()}{agency}{story}", re.IGNORECASE
        ),
    )


@cache
def stamp() -> re.Pattern[str]:
    """A date with the time right after it: only clocks of publication are written so."""
    return re.compile(rf"{whole_date()},?\s{_TIME}(?!\s?%)", re.IGNORECASE)


@cache
def of_another_day() -> re.Pattern[str]:
    """What stands before a date that is another day's: of a change, or with a label of its own."""
    begins = rf"\s*(?:{alternatives('label')})"  # behind another word it is that one's
    ours = rf"{begins}|.*(?:{alternatives('posted')}|{alternatives('weekday')})"
    words = rf"(?<!\w)(?:{alternatives('other_day')})(?:\s(?:on|at|la|pe|în|в|о|ב-?))?\s?:?\s*"
    label = rf"(?:^|[|•·,;])(?!(?:{ours})\s?:)[^|•·,;:\d]{{2,40}}:\s*"
    return re.compile(rf"(?:{words}|{label})$", re.IGNORECASE)


@cache
def label() -> re.Pattern[str]:
    """A date that is said to be the article's, at the beginning of a line or behind a mark.

    Behind another word it is something else's: `Access date`, `Birth date`.
    """
    begins = r"(?:^|(?<=[|•·.!?;)(–—])\s?)[ \t]*"
    return re.compile(
        rf"{begins}(?:{alternatives('label')})\s?:\s?{whole_date()}", re.IGNORECASE | re.MULTILINE
    )


@cache
def now() -> re.Pattern[str]:
    """`today, Sunday, October 23, 2016`."""
    weekday = rf"(?:(?:{alternatives('weekday')})\s*,?\s*)?"
    return re.compile(
        rf"(?<!\w)(?:{alternatives('today')})(?:\s*[,(–—-]\s*|\s+){weekday}(?:on |la )?"
        rf"{whole_date()}",
        re.IGNORECASE,
    )


@cache
def post() -> re.Pattern[str]:
    """The signature of an embedded post: `— Name (@handle) April 16, 2025`.

    Saved pages lose the space.
    """
    return re.compile(rf"[—–-]\s?[^\n]{{1,80}}?\(@\w{{1,30}}\)\s?{whole_date()}", re.IGNORECASE)


@cache
def event() -> re.Pattern[str]:
    """`the first call of 2026`, `the call, the first between the two of 2026`.

    Never `since` or `in`.
    """
    event = rf"(?<!\w)[ושהבל]{{0,2}}(?:{alternatives('event')})\w*"
    ordinal = rf"(?<!\w)ה?(?:{alternatives('ordinal')})(?!\w)"
    gap = r"(?:[\s,]+[^\s,\d]+){0,6}?[\s,]+"
    year = r"((?:19|20)\d\d)(?!\d|[.,]\d)"
    of = rf"(?:{alternatives('of')})\s{year}|{year}\s(?:{alternatives('year')})"
    dated = rf"(?:{of})(?!\s(?:încoace|incoace))"
    both = (
        rf"{event}{gap}{ordinal}{gap}{dated}|{ordinal}{gap}{event}{gap}{dated}"
        rf"|{ordinal}[\s,]+{event}\s{dated}"
    )
    return re.compile(both, re.IGNORECASE)


@cache
def limit() -> re.Pattern[str]:
    """Words that turn a year into a period or a limit.

    The first half of 2026, the first since 2023.
    """
    return re.compile(rf"(?<!\w)(?:{alternatives('not')})", re.IGNORECASE)

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
from functools import cache
from typing import Final, Literal

from index.extract.calendars import CALENDARS, PERSIAN_YEARS
from index.extract.paths import dated
from index.extract.vocabulary import rows, words
from search import icu

Source = Literal["dateline", "path", "text"]

TEXT_MONTH_LOCALES: Final = ("en", "he", "ro", "ru", "uk", "ar", "ar-LB", "fa")
PUBLISHED_YEARS: Final = range(1900, 2101)  # others are numbers, or years of another calendar
HEAD_LINES: Final = 12
HEAD_LENGTH: Final = 1_000  # characters
FOOT_LENGTH: Final = 400  # characters
# characters: a line as long as this is the story, and what follows is no longer the head
PARAGRAPH: Final = 250
SHORT_LINE: Final = 40  # characters: what follows a shorter line does not go on with its sentence
STORY: Final = 40  # characters: less after a place and a date is a title

_INVISIBLE: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # marks of direction
_SAME: Final = (
    ("ş", "ș"),
    ("ţ", "ț"),
    ("Ş", "Ș"),
    ("Ţ", "Ț"),
    ("İ", "I"),
    ("ı", "i"),
    ("\u00a0", " "),
    ("׳", "'"),
)
_PLACE: Final = r"(?-i:[A-ZÀ-ÞȘȚА-ЯІЇЄא-ת][^\W\d]*)"
_TIME: Final = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?![\d.])"
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
    clean = _clean(text)
    witnesses: tuple[tuple[Source, Callable[[str], str | None], str], ...] = (
        ("dateline", _dateline, clean),
        ("path", dated, path or ""),
        ("text", _own_time, clean),
    )
    for source, ask, said in witnesses:
        if found := ask(said):
            return found, source
    return None


def _clean(text: str) -> str:
    """One spelling for what looks the same; characters outside a date do not matter."""
    clean = _INVISIBLE.sub("", icu.nfc(text))
    for written, same in _SAME:
        clean = clean.replace(written, same)
    return clean


def _dateline(text: str) -> str | None:
    """The first date at the head that stands as dates of publication do."""
    title, *lines = _head(text) or [""]
    for line, shapes in ((title, _title_shapes), *((line, _line_shapes) for line in lines)):
        for shape in shapes() if _DIGITS.search(line) else ():
            if (match := shape.match(line)) and (day := _day(match)):
                return day
    head, foot = text[:HEAD_LENGTH], text[-FOOT_LENGTH:]
    clock = _marked(_stamp(), head) if _CLOCK.search(head) else None
    labelled = (
        _marked(_label(), part) for part in (head, foot) if ":" in part and _has(part, "label")
    )
    return clock or next(filter(None, labelled), None)


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
        calendar, month = _months()[found["month"].casefold()]
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
    if not _has(text, "today") or not _DIGITS.search(text):
        return None
    latest = max(_YEAR.findall(text), default="")
    days = (day for match in _now().finditer(text) if (day := _day(match)))
    return next((day for day in days if day[:4] >= latest), None)


def _own_year(text: str) -> str | None:
    """The year by which the text dates itself.

    Of several, the last, because nobody quotes the future.
    """
    posts = (
        [day for match in _post().finditer(text) if (day := _day(match))] if "(@" in text else []
    )
    years = {day[:4] for day in posts} | set(_self_dated(text))
    return max(years, default=None)


def _self_dated(text: str) -> Iterator[str]:
    """Years as in `the first call of 2026`, unless the text knows a later one."""
    may = ("20" in text or "19" in text) and _has(text, "ordinal") and _has(text, "event")
    latest = max(_YEAR.findall(text), default=None) if may else None
    for sentence in _SENTENCE.findall(text) if latest else ():
        if (
            latest in sentence
            and (match := _event().search(sentence))
            and not _not().search(match[0])
        ):
            year = next(filter(None, match.groups()))
            if year == latest:
                yield year


# Patterns, from the vocabulary: made once, when first needed.


@cache
def _months() -> dict[str, tuple[str, int]]:
    """Names of months as they are written, case folded, without the point of a short form.

    Calendar and number.
    """
    names = [pair for locale in TEXT_MONTH_LOCALES for pair in icu.month_names(locale)]
    named = {_clean(name).casefold().rstrip(".'"): month for name, month in names} | {
        "sept": 9,
        "מארס": 3,
    }
    others = [
        (word, kind.split("-"))
        for _, kind, word, _ in rows()
        if kind.partition("-")[0] in CALENDARS
    ]
    foreign = {
        _clean(word).casefold().rstrip("'"): (calendar, int(month))
        for word, (calendar, month) in others
    }
    return foreign | {name: ("gregorian", month) for name, month in named.items()}


@cache
def _words(kind: str) -> str:
    """The words of a kind as alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, words(kind)), key=len, reverse=True))


def _has(text: str, kind: str) -> bool:
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
def _date() -> str:
    """A whole date in any of the seven languages; `_day` reads its groups."""
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    ending = r"(?:st|nd|rd|th|-?го|-?е)?"
    return (
        rf"(?<![\d.])(?:(?P<day>\d{{1,2}}){ending}\.?\s(?:de |of |ב|ל)?"
        rf"(?P<month>{month})[.']?,?\s(?P<year>\d{{4}})"
        rf"|(?P<month_>{month})[.']?\s(?P<day_>\d{{1,2}}){ending},?\s(?P<year_>\d{{4}})"
        r"|(?P<year__>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day__>\d{1,2})"
        r"|(?P<day___>\d{1,2})\.(?P<number_>\d{1,2})\.(?P<year___>\d{4}|\d{2})"
        r"|(?P<either>\d{1,2})/(?P<other>\d{1,2})/(?P<year____>\d{4}))(?!\d|[.,]\d)"
        r"(?:\s?(?:г\.|года|року|р\.))?"
    )


@cache
def _dated() -> str:
    """A date with the label or weekday before it and the time after it."""
    marks = r"(?:\s*[:,|'-]+\s*|\s+|(?=\d))"
    before = rf"(?:(?:{_words('label')}|{_words('weekday')}){marks})*(?:ב-?|la |on )?"
    at = r"(?:at |ora |la |в |о |בשעה )?"
    time = rf"(?:[\s,|–-]*{at}{_TIME}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{{2,4}})?)?"
    return before + _date() + time


@cache
def _title_shapes() -> tuple[re.Pattern[str], ...]:
    """A first line gives the date only if it is one: titles mention days."""
    return (re.compile(rf"{_dated()}\s*$", re.IGNORECASE), *_lead_shapes())


@cache
def _line_shapes() -> tuple[re.Pattern[str], ...]:
    """A line below may add what stands beside dates.

    An author, a place, the time it takes to read.
    """
    with_more = rf"(?:[^\d|•·]{{1,60}}[|•·]\s*)?{_dated()}\s*(?:[|•·(–—-].{{0,80}})?$"
    placed = rf"{_PLACE}(?:[\s.'-]+{_PLACE}){{0,3}}\s*,\s*{_dated()}$"
    return (
        re.compile(with_more, re.IGNORECASE),
        re.compile(placed, re.IGNORECASE),
        *_lead_shapes(),
    )


@cache
def _lead_shapes() -> tuple[re.Pattern[str], ...]:
    """`WASHINGTON, Oct. 23, 2016 (Agency) —` and then the story's first sentence."""
    agency = r"\s*(?:\([^)]{2,40}\)\s*|/[^/]{2,40}/\s*)?"
    story = rf"[-–—:]\s*.{{{STORY},}}"
    return (
        re.compile(
            rf"{_PLACE}(?:[\s.'-]+{_PLACE}){{0,4}},?\s+{_date()}{agency}{story}", re.IGNORECASE
        ),
    )


@cache
def _stamp() -> re.Pattern[str]:
    """A date with the time right after it: only clocks of publication are written so."""
    return re.compile(rf"{_date()},?\s{_TIME}(?!\s?%)", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    """A date that is said to be the article's, wherever it stands."""
    return re.compile(rf"(?<!\w)(?:{_words('label')})\s?:\s?{_date()}", re.IGNORECASE)


@cache
def _now() -> re.Pattern[str]:
    """`today, Sunday, October 23, 2016`."""
    weekday = rf"(?:(?:{_words('weekday')})\s*,?\s*)?"
    return re.compile(
        rf"(?<!\w)(?:{_words('today')})(?:\s*[,(–—-]\s*|\s+){weekday}(?:on |la )?{_date()}",
        re.IGNORECASE,
    )


@cache
def _post() -> re.Pattern[str]:
    """The signature of an embedded post: `— Name (@handle) April 16, 2025`.

    Saved pages lose the space.
    """
    return re.compile(rf"[—–-]\s?[^\n]{{1,80}}?\(@\w{{1,30}}\)\s?{_date()}", re.IGNORECASE)


@cache
def _event() -> re.Pattern[str]:
    """`the first call of 2026`, `the call, the first between the two of 2026`.

    Never `since` or `in`.
    """
    event = rf"(?<!\w)[ושהבל]{{0,2}}(?:{_words('event')})\w*"
    ordinal = rf"(?<!\w)ה?(?:{_words('ordinal')})(?!\w)"
    gap = r"(?:[\s,]+[^\s,\d]+){0,6}?[\s,]+"
    year = r"((?:19|20)\d\d)(?!\d|[.,]\d)"
    dated = rf"(?:(?:{_words('of')})\s{year}|{year}\s(?:{_words('year')}))(?!\s(?:încoace|incoace))"
    both = (
        rf"{event}{gap}{ordinal}{gap}{dated}|{ordinal}{gap}{event}{gap}{dated}"
        rf"|{ordinal}[\s,]+{event}\s{dated}"
    )
    return re.compile(both, re.IGNORECASE)


@cache
def _not() -> re.Pattern[str]:
    """Words that turn a year into a period or a limit.

    The first half of 2026, the first since 2023.
    """
    return re.compile(rf"(?<!\w)(?:{_words('not')})", re.IGNORECASE)

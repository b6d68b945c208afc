"""ICU: what Unicode and CLDR know of words, letters, names and dates.

The only importer of PyICU, which is untyped; everything here is typed. Offsets that go out are
Python code points. ICU's objects for breaking and formatting are not safe to share, so each thread
has its own.
"""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

import icu

_LETTERS: Final = 100  # ICU's rule status of a word; below it are spaces and punctuation
# half a character: ICU takes none, broken input has some
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# reserved for parts of countries; ICU lists them among ISO 3166-1's, CQ from 78 on
_NOT_COUNTRIES: Final = {"CQ", "DG", "EA", "IC"}
_SKELETONS: Final = {10: "yMMMMd", 7: "yMMMM", 4: "y"}  # by the length of 2016-10-23, 2025-04, 2025
_SHAPES: Final = {10: "%Y-%m-%d", 7: "%Y-%m", 4: "%Y"}


class _Tools(threading.local):
    """One thread's own ICU objects, made when first asked for."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], Any] = {}

    def breaker(self) -> Any:  # noqa: ANN401 - PyICU is untyped
        return self._keep(
            ("words",), lambda: icu.BreakIterator.createWordInstance(icu.Locale("und"))
        )

    def dates(self, locale: str, skeleton: str) -> Any:  # noqa: ANN401
        return self._keep((locale, skeleton), lambda: _date_format(locale, skeleton))

    def numbers(self, locale: str) -> Any:  # noqa: ANN401
        return self._keep(
            ("numbers", locale), lambda: icu.NumberFormat.createInstance(icu.Locale(locale))
        )

    def _keep(self, key: tuple[str, ...], make: Any) -> Any:  # noqa: ANN401
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]


_tools: Final = _Tools()


def word_spans(text: str) -> list[tuple[int, int]]:
    """The words of UAX #29 that have letters or digits, as code points of `text`."""
    breaker = _tools.breaker()
    breaker.setText(text)
    status = breaker.getRuleStatus
    spans, start = [], 0
    for end in breaker:
        if status() >= _LETTERS:
            spans.append((start, end))
        start = end
    if text and max(text) > "\uffff":
        return _in_code_points(text, spans)
    return spans


def _in_code_points(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ICU counts UTF-16 units: every character above U+FFFF moves all later offsets by one."""
    place: list[int] = []
    for index, char in enumerate(text):
        place.append(index)
        if char > "\uffff":
            place.append(index)
    place.append(len(text))
    return [(place[start], place[end]) for start, end in spans]


def casefold(text: str) -> str:
    """NFKC_Casefold: compatibility forms and case do not count; invisible characters are gone."""
    return str(icu.Normalizer2.getNFKCCasefoldInstance().normalize(_whole(text)))


def nfc(text: str) -> str:
    """Letters and their marks in one character where there is one."""
    return str(icu.Normalizer2.getNFCInstance().normalize(_whole(text)))


def _whole(text: str) -> str:
    """Without halves of characters, which ICU does not take."""
    return _SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=8192)
def script_of(char: str) -> str:
    """The ISO 15924 code of a character's script; `Zyyy` and `Zinh` stand with any script."""
    return str(icu.Script.getScript(ord(char)).getShortName())


@lru_cache(maxsize=4096)
def country_name(code: str, locale: str) -> str:
    """A country's name in a language; a code that no country has comes back as it is."""
    return str(icu.Locale("und", code).getDisplayCountry(icu.Locale(locale))) if code else ""


def country_codes() -> tuple[str, ...]:
    """The countries of ISO 3166-1 (alpha-2, capitals), with XK as everybody writes Kosovo."""
    return tuple(code for code in icu.Locale.getISOCountries() if code not in _NOT_COUNTRIES)


def long_country_code(code: str) -> str:
    """The three letters that ISO 3166-1 has for its two."""
    return str(icu.Locale("und", code).getISO3Country())


@lru_cache(maxsize=1024)
def language_name(code: str, locale: str) -> str:
    """A language's name in a language."""
    return str(icu.Locale(code).getDisplayLanguage(icu.Locale(locale)))


@lru_cache(maxsize=64)
def month_names(locale: str) -> list[tuple[str, int]]:
    """Every spelling of the months 1 to 12 of the Gregorian year.

    In dates and alone, whole and shortened.
    """
    symbols = icu.DateFormatSymbols(icu.Locale(locale))
    kinds = [
        (use, width)
        for use in (symbols.FORMAT, symbols.STANDALONE)
        for width in (symbols.WIDE, symbols.ABBREVIATED)
    ]
    names = [
        (name, month) for kind in kinds for month, name in enumerate(symbols.getMonths(*kind), 1)
    ]
    return list(dict.fromkeys(names))


@lru_cache(maxsize=4096)
def format_date(published: str, locale: str) -> str:
    """A day, month or year (`2016-10-23`, `2025-04`, `2025`) as a language writes it."""
    moment = datetime.strptime(published, _SHAPES[len(published)]).replace(tzinfo=UTC)
    return str(_tools.dates(locale, _SKELETONS[len(published)]).format(moment.timestamp()))


def _date_format(locale: str, skeleton: str) -> Any:  # noqa: ANN401
    """A pattern of the Gregorian calendar.

    Persian's own is another, and articles are dated by this one.
    """
    home = icu.Locale(f"{locale}@calendar=gregorian")
    pattern = icu.DateTimePatternGenerator.createInstance(home).getBestPattern(skeleton)
    dates = icu.SimpleDateFormat(pattern, home)
    dates.setTimeZone(icu.TimeZone.createTimeZone("UTC"))
    return dates


@lru_cache(maxsize=4096)  # a page says the same few hundred times
def format_number(number: float, locale: str) -> str:
    """A number with a language's digits and marks."""
    return str(_tools.numbers(locale).format(number))


@lru_cache(maxsize=1024)
def is_rtl(lang: str) -> bool:
    """Whether a language is written from right to left."""
    script = icu.Locale(lang).addLikelySubtags().getScript()
    return bool(script) and any(
        icu.Script(code).isRightToLeft() for code in icu.Script.getCode(script)
    )


def versions() -> dict[str, str]:
    """The versions that decide what comes out of here."""
    return {"icu": str(icu.ICU_VERSION), "unicode": str(icu.UNICODE_VERSION)}

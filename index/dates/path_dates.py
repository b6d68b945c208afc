"""Paths: which day do the folders and the name of a file say an article is of?

Only a whole day, and only where people file articles by it: folders `2016/10/23` or `2016-10-23`,
or the head of the file's name. A copy, a download, an export, a backup or a screenshot bears the
day on which it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Final

from index.dates import metadata_dates
from index.dates.vocabulary import words
from search import icu

LENGTH_OF_DAY: Final = len("2016-10-23")  # not of a year, which is what two readings leave
_FOLDER: Final = re.compile(r"((?:19|20)\d\d)([-_.])(\d\d)\2(\d\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBER: Final = re.compile(r"\d\d?")
_HEAD: Final = re.compile(r"((?:19|20)\d\d)(?:([-_.])(\d\d)\2(\d\d)|(\d\d)(\d\d))(?!\d)")
_HEAD_YEAR_LAST: Final = re.compile(r"(\d\d)([-_.])(\d\d)\2((?:19|20)\d\d)(?!\d)")
_GAP: Final = re.compile(r"[\W_]*")
_TIME: Final = re.compile(r"[T\W_]*\d\d[\W_h]?\d\d(?:[\W_m]?\d\d)?[sZ]?(?=[\W_]|\Z)")
_WORD: Final = re.compile(r"[^\W\d_]+")


def dated(path: str) -> str | None:
    """The day of a path, its parts between slashes; None if it says none."""
    *folders, name = path.split("/")
    return _of_name(name) or _of_folders(folders)


def _of_name(name: str) -> str | None:
    """The day at the head of a file's name, unless a second follows, or a word for a copy."""
    match = _head(name)
    if not match:
        return None
    rest = name[match.end() :]
    if _head(_GAP.sub("", rest, count=1)):
        return None
    following = _WORD.search(_TIME.sub("", rest, count=1))
    if following and _is_copy([following[0]]):
        return None
    if match.re is _HEAD_YEAR_LAST:
        first, _, second, year = match.groups()
        found, _ = metadata_dates.published(f"{first}-{second}-{year}")
        return found if found and len(found) == LENGTH_OF_DAY else None
    year, _, month, day, compact_month, compact_day = match.groups()
    return _day(year, month or compact_month, day or compact_day)


def _head(name: str) -> re.Match[str] | None:
    return _HEAD.match(name) or _HEAD_YEAR_LAST.match(name)


def _of_folders(folders: Sequence[str]) -> str | None:
    """The day of the nearest folder that is one, unless one above says that it holds copies."""
    if any(_is_copy(_WORD.findall(folder)) for folder in folders):
        return None
    whole = (
        _day(match[1], match[3], match[4])
        for folder in folders
        if (match := _FOLDER.fullmatch(folder))
    )
    days = [day for day in (*_threefold(folders), *whole) if day]
    return days[-1] if days else None


def _threefold(folders: Sequence[str]) -> Iterable[str | None]:
    """The days of three folders in each other: 2016/10/23."""
    for (year, month), (_, day) in pairwise(pairwise(folders)):
        if _YEAR.fullmatch(year) and _NUMBER.fullmatch(month) and _NUMBER.fullmatch(day):
            yield _day(year, month, day)


def _is_copy(found: Iterable[str]) -> bool:
    """Whether a word says that a file was made again from another."""
    return not _copies().isdisjoint(icu.nfc(word).casefold() for word in found)


@cache
def _copies() -> frozenset[str]:
    return frozenset(icu.nfc(word).casefold() for word in words("copy"))


def _day(year: str, month: str, day: str) -> str | None:
    """ISO 8601, or None if there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None

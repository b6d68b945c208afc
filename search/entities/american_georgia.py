"""American Georgia: does a text mean the state of the United States?

`statul american Georgia`, `Georgia (SUA)`, `Georgia, USA`, `Georgia, Ohio and Utah`, גאורגיה
שבארה"ב. Where nothing else in a text is the country's, the state's towns and people and other
states near the name tell it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from search import names

GEORGIA, AMERICA = "ge", "us"
NAMES: Final = re.compile(r"(?:Georgia|GEORGIA|Джорджи[яию]|גאורגיה|ג'ורג'יה)(?![^\W\d_])")
NEAR: Final = 300  # code points on each side in which a sign of the state stands
LISTED: Final = 3  # code points between two countries of a list
COMMA: Final = ", "
# `Ukraine, Georgia, US and EU`
_LIST_GOES_ON: Final = re.compile(r",? (?:and|or|și|sau|и|или|та|й) |, [^\W\d_]|'s|’s")


class NamedPlace(NamedTuple):
    """A name in a text, and the countries that it names."""

    start: int
    end: int
    countries: Sequence[str]


def is_american(text: str, met: Sequence[NamedPlace], place: int) -> bool:
    """Whether Georgia, one of the names of a text, is the state."""
    return _is_said_so(text, met, place) or (
        _is_bare(text, met[place])
        and not _is_among_countries(text, met, place)
        and _is_near_its_own(text, met, place)
    )


@cache
def states() -> frozenset[str]:
    """The states, provinces and regions that towns are parted from by a comma."""
    return frozenset(row.word for row in names.street_words() if row.side == "comma")


def _is_said_so(text: str, met: Sequence[NamedPlace], place: int) -> bool:
    """Whether a text says that Georgia is American, or has it in a list of states."""
    match = met[place]
    if _among_states().match(text, match.end):
        return True
    for before in met[max(0, place - 1) : place]:
        if AMERICA in before.countries and text[before.end : match.start] == " ":
            return True
    for behind in met[place + 1 : place + 2]:
        gap = text[match.end : behind.start]
        is_inside = (
            gap == " ("
            or (gap == " " and text.startswith("שב", behind.start))
            or (gap == COMMA and not _LIST_GOES_ON.match(text, behind.end))
        )
        return AMERICA in behind.countries and is_inside
    return False


def _is_bare(text: str, match: NamedPlace) -> bool:
    """Whether a name may be the state's, and not Tbilisi or a Georgian."""
    return NAMES.search(text, match.start, match.end + 1) is not None


def _is_among_countries(text: str, met: Sequence[NamedPlace], place: int) -> bool:
    """Whether another country stands right before or behind it, or is named by another word."""
    match = met[place]
    for other in met:
        if GEORGIA in other.countries:
            if not _is_bare(text, other):
                return True
        elif other.countries and AMERICA not in other.countries:
            gap = max(match.start - other.end, other.start - match.end)
            if gap <= LISTED or text[match.end : other.start] in {" and ", " și ", " и ", ", and "}:
                return True
    return False


def _is_near_its_own(text: str, met: Sequence[NamedPlace], place: int) -> bool:
    """Whether a town or one of the state's people, or another state, stands near."""
    match = met[place]
    return _signs().search(text, max(0, match.start - NEAR), match.end + NEAR) is not None


@cache
def _among_states() -> re.Pattern[str]:
    """What stands between a state and another, and that one."""
    return re.compile(rf"(?:,|,? and|,? or) (?:{'|'.join(sorted(states()))})(?![^\W\d_])")


@cache
def _signs() -> re.Pattern[str]:
    own = (row.word for row in names.street_words() if row.side == "near")
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(sorted((*own, *states())))})(?![^\W\d_])")

"""Matches: what a shape found in the symbols of a sentence, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.contacts.group_classes import HOUSES
from index.contacts.items import Item

FINITE: Final = frozenset("FSUMHCQEgu")
_PLACE: Final = re.compile("i[oa]{1,4}")
_TITLE_APART: Final = re.compile("[af]+,[af]{0,2}P")


def has(match: re.Match[str], group: str) -> bool:
    """Whether a shape has a group of that name."""
    return group in match.re.groupindex


def end(match: re.Match[str]) -> int:
    """Where the last of object, noun and verb ends."""
    return max(match.end(group) for group in "onv" if has(match, group))


def noun_group(match: re.Match[str]) -> str:
    """The group of its noun: where a shape has none, its verb is one."""
    return "n" if has(match, "n") else "v"


def verb_kind(items: Sequence[Item], match: re.Match[str]) -> str:
    """The class of its verb."""
    return items[match.start("v")].kind


def is_subject_first(match: re.Match[str]) -> bool:
    """Whether who acted stands before the verb."""
    return has(match, "s") and match.start("s") <= match.start("v")


def is_parted(match: re.Match[str], group: str) -> bool:
    """Whether a comma parts a name from what seems its title: `Britain, Macron`."""
    return bool(_TITLE_APART.fullmatch(match[group]))


def is_in_house(symbols: str, items: Sequence[Item], begin: int, stop: int) -> bool:
    """Whether words name a place where leaders receive: `in the Kremlin`, `at his ranch`."""
    places = _PLACE.finditer(symbols, begin, stop)
    return any(item.kind in HOUSES for place in places for item in items[slice(*place.span())])


def until(symbols: str, place: int, marks: str) -> int:
    """Where the next of some marks stands from a place on."""
    return next((at for at in range(place, len(symbols)) if symbols[at] in marks), len(symbols))

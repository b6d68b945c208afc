"""Facets: by which dimensions can a reader narrow, and which values does a choice mean?

An article has one year and one language, so several choices mean any of them; it has several
leaders and countries, so several choices mean all of them (calls between X and Y).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from search.errors import BadParameterError, UnknownFacetError
from search.model.articles import UNKNOWN, Article

FACETS: Final = ("leader", "country", "year", "lang")
ANY_OF: Final = frozenset({"year", "lang"})
CHOICES_OF_YEARS: Final = rf"^(\d{{4}}|\d{{4}}\.\.\d{{4}}|{UNKNOWN})$"  # in whatever digits
LONGEST_GAP: Final = 40  # years without an article that are shown

_RANGE: Final = re.compile(r"(\d{4})\.\.(\d{4})")
_YEAR: Final = re.compile(CHOICES_OF_YEARS)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One entry of a facet, as the reader sees it."""

    value: str
    label: str
    count: int
    selected: bool


def year(choice: str) -> str:
    """A choice of years as articles have them.

    `2016`, `2016..2019` or `unknown`, in whatever digits or order typed.
    """
    if not _YEAR.fullmatch(choice):
        raise BadParameterError("year", choice, f"a year, a range such as 2016..2019, or {UNKNOWN}")
    if choice == UNKNOWN:
        return choice
    return "..".join(f"{end:04}" for end in sorted(map(int, choice.split(".."))))


def chosen(facet: str, value: str, choices: Iterable[str]) -> bool:
    """Whether one of the choices means this value."""
    if facet not in FACETS:
        raise UnknownFacetError(facet, known=FACETS)
    return any(
        value == choice or (facet == "year" and _within(value, choice)) for choice in choices
    )


def allows(article: Article, facet: str, choices: Iterable[str]) -> bool:
    """Whether the article passes a filter."""
    values = article.values(facet)
    if facet in ANY_OF:
        return any(chosen(facet, value, choices) for value in values)
    return all(choice in values for choice in choices)


def ordered(
    counts: Mapping[str, int], facet: str, choices: Iterable[str]
) -> list[tuple[str, int, bool]]:
    """The values of a facet in the order they are shown: by count, then value.

    Years from the newest.
    A chosen value is there even when nothing has it; a chosen range shows only the years that
    something has.
    """
    choices = tuple(choices)
    asked = {choice for choice in choices if facet != "year" or not _RANGE.fullmatch(choice)}
    rows = [
        (value, counts.get(value, 0), chosen(facet, value, choices)) for value in {*counts, *asked}
    ]
    if facet == "year":
        return sorted(rows, key=lambda row: (row[0] != UNKNOWN, row[0]), reverse=True)
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def through(years: Iterable[str]) -> list[str]:
    """The years in their order, with those between that nothing has; an undated one comes last."""
    known = sorted(set(years))
    dated = [value for value in known if value != UNKNOWN]
    shown = dated[:1]
    for before, value in pairwise(dated):
        between = range(int(before) + 1, int(value))
        shown += [*map(str, between if len(between) <= LONGEST_GAP else ()), value]
    return shown + [value for value in known if value == UNKNOWN]


def _within(value: str, choice: str) -> bool:
    ends = _RANGE.fullmatch(choice)
    return ends is not None and value != UNKNOWN and int(ends[1]) <= int(value) <= int(ends[2])

"""Country leaders: who are `the presidents of A and B` behind whom no name follows?

And who are `the president of A and the chancellor of B`?
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from search import names
from search.entities.subjects import Mention
from search.names.own import follows

TWO: Final = 2
_LEADERS: Final = re.compile("a{2,3}&(?P<second>a{1,3})(?![a&]|,?P)")
TITLES: Final = frozenset({"title", "minister"})


def without_names(
    symbols: str, kinds: Sequence[str], starts: Sequence[int], mentions: Sequence[Mention]
) -> Iterator[tuple[int, int]]:
    """Where the two leaders that stand before are named once more, by their countries alone."""
    for found in _LEADERS.finditer(symbols):
        start, end = found.span()
        both = {kinds[start], kinds[found.start("second")]}
        is_led = kinds[start] == "leaders" or both <= TITLES
        if is_led and _are_theirs(starts[start], starts[end - 1], mentions):
            yield start, end


def _are_theirs(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether all leaders of a sentence stand before, and led the countries in a stretch of it."""
    leaders = {one.id: one.start for one in mentions if one.facet == "leader"}
    countries = {one.id for one in mentions if one.facet == "country" and start < one.start <= end}
    if not len(leaders) == len(countries) == TWO or max(leaders.values()) > start:
        return False
    first, second = (_led(leader) & countries for leader in leaders)
    return bool(first and second) and len(first | second) == TWO


@follows
@lru_cache(maxsize=1024)
def _led(leader: str) -> frozenset[str]:
    """The countries that a leader led."""
    return frozenset(office.country for office in names.offices().get(leader, ()))

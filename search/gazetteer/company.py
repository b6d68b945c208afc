"""Company: which names stand for their owner only where the article says more?"""

from __future__ import annotations

from functools import cache
from typing import Final

from search import names
from search.analysis.fold import normal

WHOLE: Final = frozenset({"name", "variant"})  # kinds of leaders' names that say who it is
TRANSLITERATED: Final = "transliteration"  # the source of a name that no source has


def needs_company(spelling: str, *, is_whole: bool) -> bool:
    """Whether a name, in its normal spelling, is a common word, borne by many, or the surname of two leaders."""
    return is_guarded(spelling) or (not is_whole and spelling in _shared())


def is_guarded(spelling: str) -> bool:
    """Whether a name, in its normal spelling, is a common word or borne by many who do not lead."""
    return spelling in _guarded()


@cache
def _guarded() -> frozenset[str]:
    """Common words, and names of many."""
    return frozenset(normal(row.word) for row in names.guarded())


@cache
def _shared() -> frozenset[str]:
    """Surnames of two leaders."""
    owners: dict[str, set[str]] = {}
    for name in names.leaders():
        if name.kind not in WHOLE:
            owners.setdefault(normal(name.name), set()).add(name.owner)
    return frozenset(surname for surname, bearers in owners.items() if len(bearers) > 1)

"""Ambiguity: which names need evidence in the same article before they mean their owner?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from search import names
from search.analysis.normalize import normalize
from search.names import records

WHOLE: Final = frozenset({"name", "variant"})  # kinds of leaders' names that say who it is
TRANSLITERATED: Final = "transliteration"  # the source of a name that no source has


def needs_evidence(spelling: str, *, is_whole: bool) -> bool:
    """Whether a normalized name is a common word, borne by many, or two leaders' surname."""
    return is_guarded(spelling) or (not is_whole and spelling in _shared(spelling[:1]))


def is_guarded(spelling: str) -> bool:
    """Whether a name, in its normal spelling, is a common word or borne by many who do not lead."""
    return is_word(spelling) or is_borne_by_many(spelling)


def is_word(spelling: str) -> bool:
    """Whether a name, in its normal spelling, is a common word."""
    return spelling in _guarded("word")


def is_borne_by_many(spelling: str) -> bool:
    """Whether a name, in its normal spelling, is borne by many who do not lead."""
    return spelling in _guarded("shared")


@cache
def _guarded(why: Literal["word", "shared"]) -> frozenset[str]:
    """The names that are guarded for a reason."""
    return frozenset(normalize(row.word) for row in names.ambiguous_names() if row.why == why)


@lru_cache(maxsize=1024)
def _shared(letter: str) -> frozenset[str]:
    """Surnames of two leaders, of those that begin so.

    All of them would keep a first search waiting.
    """
    owners: dict[str, set[str]] = {}
    for name in _surnames().get(letter, ()):
        owners.setdefault(normalize(name.name), set()).add(name.owner)
    return frozenset(surname for surname, bearers in owners.items() if len(bearers) > 1)


@cache
def _surnames() -> Mapping[str, Sequence[records.Name]]:
    """What leaders are called beside their whole names, by its first letter."""
    found: dict[str, list[records.Name]] = {}
    for name in names.leaders():
        if name.kind not in WHOLE:
            found.setdefault(normalize(name.name[:1]), []).append(name)
    return found

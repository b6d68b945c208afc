"""Adjectives: which words between a title and a name belong to them, though no table has them?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from index.contacts.vocabulary import OTHER

# `his old ally Putin`, `premierul pakistanez Sharif`
_BETWEEN: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile("(?<=a)o(?=[aP])"),
    "ro": re.compile("(?<=[aX])o(?=P)"),
}
_BEFORE: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset({"title", "own"}),
    "ro": frozenset({"title", "minister"}),
}


def joined(symbols: str, kinds: Sequence[str], language: str) -> str:
    """The symbols of a sentence in which such words are a part of the name, given their classes."""
    return _BETWEEN[language].sub(lambda found: _adjective(kinds, found, language), symbols)


def _adjective(kinds: Sequence[str], found: re.Match[str], language: str) -> str:
    before, kind, behind = kinds[found.start() - 1 : found.end() + 1]
    if before not in _BEFORE[language]:
        return OTHER
    is_part = not kind and (language == "ro" or behind in {"title", "peer"})
    return "a" if is_part else OTHER

"""Matches: what a shape found in the symbols of a sentence, and where it ends."""

from __future__ import annotations

import re
from typing import Final

FINITE: Final = frozenset("FSUMHCQEg")


def has(match: re.Match[str], group: str) -> bool:
    """Whether a shape has a group of that name."""
    return group in match.re.groupindex


def end(match: re.Match[str]) -> int:
    """Where the last of object, noun and verb ends."""
    return max(match.end(group) for group in "onv" if has(match, group))


def until(symbols: str, place: int, marks: str) -> int:
    """Where the next of some marks stands from a place on."""
    return next((at for at in range(place, len(symbols)) if symbols[at] in marks), len(symbols))

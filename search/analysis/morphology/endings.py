"""Endings: the dictionary form of an unknown word, as most words with its ending have it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from search.analysis.lexicon import rows

_LONGEST: Final = 8
_STEM: Final = 2  # letters that an ending must leave

Rule = tuple[int, str]  # how many letters an ending loses, and what comes in their place


def guess(language: str, word: str) -> str:
    """The word with its longest known ending changed."""
    return guess_with(rules_of(language), word)


def guess_with(rules: Mapping[str, Rule], word: str) -> str:
    """The same by some rules."""
    for length in range(min(_LONGEST, len(word) - _STEM), 0, -1):
        rule = rules.get(word[-length:])
        if rule:
            cut, added = rule
            return word[: len(word) - cut] + added if len(word) - cut >= _STEM else word
    return word


@cache
def rules_of(language: str) -> Mapping[str, Rule]:
    """How many letters an ending loses, and what comes in their place."""
    return {ending: (int(cut), added) for ending, cut, added in rows(f"{language}-endings.tsv")}

"""Hebrew spellings: the letters ו, י and א that stand for a vowel are written or left out.

תוכנית, תכנית.
Only words of four letters or more: in shorter ones such a letter makes another word (חיה, חייה).
"""

from __future__ import annotations

from typing import Final

from search.analysis.lexicon import lexicon_of

_VOWELS: Final = "ויא"
_WITHOUT: Final = str.maketrans("", "", _VOWELS)
_SHORTEST: Final = 4
_SEEN: Final = 1.5  # a spelling must come three times in a hundred million words


def spellings(word: str) -> list[str]:
    """The words that texts have and that differ by one such letter inside."""
    if len(word) < _SHORTEST:
        return []
    frequency = lexicon_of("he").frequency
    return [other for other in respelled(word) if frequency(other) >= _SEEN]


def respelled(word: str) -> list[str]:
    """Every word that differs by one such letter inside."""
    without = {
        word[:place] + word[place + 1 :]
        for place in range(1, len(word) - 1)
        if word[place] in _VOWELS
    }
    added = {
        word[:place] + vowel + word[place:] for place in range(1, len(word)) for vowel in _VOWELS
    }
    return sorted((without | added) - {word})


def consonants(word: str) -> str:
    """A word without such letters, as all that differ from it by these alone."""
    return word.translate(_WITHOUT)

"""Hebrew spellings: the letters ו, י and א that stand for a vowel are written or left out.

תוכנית, תכנית.
Only words of four letters or more: in shorter ones such a letter makes another word (חיה, חייה).
"""

from __future__ import annotations

from typing import Final

from search.analysis.lexicon import lexicon_of

_VOWELS: Final = "ויא"
_SHORTEST: Final = 4
_SEEN: Final = 1.5  # a spelling must come three times in a hundred million words


def spellings(word: str) -> list[str]:
    """The words that texts have and that differ by one such letter inside."""
    if len(word) < _SHORTEST:
        return []
    without = {
        word[:place] + word[place + 1 :]
        for place in range(1, len(word) - 1)
        if word[place] in _VOWELS
    }
    added = {
        word[:place] + vowel + word[place:] for place in range(1, len(word)) for vowel in _VOWELS
    }
    frequency = lexicon_of("he").frequency
    return sorted(other for other in without | added if other != word and frequency(other) >= _SEEN)

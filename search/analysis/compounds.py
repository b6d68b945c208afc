"""Compounds: which words are two words written as one?

The dictionary decides: `ceasefire` is known, and so are `cease` and `fire`. Chance finds words in words, so both
parts must be words that are met often, and none that stands anywhere: `the rapist` is no `therapist`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from search.analysis.tables import words

LEAST: Final = {"en": 3, "ro": 4}  # letters of a part, in languages that write one compound in several ways
RARE, COMMON = 3.5, 6.5  # a part comes three times in a million words or more, and three in a thousand or less


@lru_cache(maxsize=4096)
def parts(word: str) -> tuple[tuple[str, str], ...]:
    """Every pair of words that a normal word is made of; none if the dictionary does not know the word."""
    pairs = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
    return tuple(pair for pair in pairs if joined(*pair))


def joined(first: str, second: str) -> str | None:
    """Two normal words as the one word that they make, if the dictionary knows it."""
    return first + second if any(_is_compound(language, first, second) for language in LEAST) else None


def _is_compound(language: str, first: str, second: str) -> bool:
    if min(len(first), len(second)) < LEAST[language]:
        return False
    frequency = words(language).frequency
    return frequency(first + second) > 0 and all(RARE <= frequency(part) <= COMMON for part in (first, second))

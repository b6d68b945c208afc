"""Compounds: which words are two words written as one?

The dictionary decides: `ceasefire` is known, and so are `cease` and `fire`. Chance finds words in words, so both
parts must be words that are met often, and none that stands anywhere: `the rapist` is no `therapist`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from search.analysis.tables import words

LANGUAGES: Final = ("en", "ro")  # languages that write one compound in several ways
LEAST: Final = 3  # letters of a part
RARE, COMMON = 3.5, 6.5  # a part comes three times in a million words or more, and three in a thousand or less


@lru_cache(maxsize=4096)
def parts(word: str) -> tuple[tuple[str, str], ...]:
    """Every pair of words that a normal word is made of; none if the dictionary does not know the word."""
    cuts = range(LEAST, len(word) - LEAST + 1)
    pairs = ((word[:cut], word[cut:]) for cut in cuts)
    return tuple(pair for pair in pairs if joined(*pair))


def joined(first: str, second: str) -> str | None:
    """Two normal words as the one word that they make, if the dictionary knows it."""
    if min(len(first), len(second)) < LEAST:
        return None
    whole = first + second
    return whole if any(_is_compound(name, first, second, whole) for name in LANGUAGES) else None


def _is_compound(name: str, first: str, second: str, whole: str) -> bool:
    frequency = words(name).frequency
    return frequency(whole) > 0 and all(RARE <= frequency(part) <= COMMON for part in (first, second))

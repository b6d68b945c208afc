"""Namesakes: which names are another word without its accents (Putin, puțin)?

A name typed bare does not find that word; the reader is told how to write it.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Final

from search.analysis.fold import bare
from search.analysis.morphology import ro
from search.analysis.tables import words
from search.names import LANGUAGES, word_names

SHORTEST: Final = 3  # letters of a beginning that can mean a name
_ACCENTED: Final = {"a": "aăâ", "i": "iî", "s": "sș", "t": "tț"}


@cache
def namesakes() -> dict[str, str]:
    """The names that no fold is made for, each with the most frequent word that it would find."""
    written = sorted({name for language in LANGUAGES for name in word_names(language) if ro.meets_name(name)})
    others = {name: max(_accented(name), key=words("ro").frequency, default=None) for name in written}
    return {name: other for name, other in others.items() if other is not None}


def begun(stem: str) -> str | None:
    """The name with a namesake that a bare beginning of a word may mean."""
    if len(stem) < SHORTEST or bare(stem) != stem:
        return None
    return next((name for name in namesakes() if name.startswith(stem)), None)


def _accented(word: str) -> list[str]:
    """The words that are met and have these letters."""
    spellings = map("".join, product(*(_ACCENTED.get(letter, letter) for letter in word)))
    return [spelling for spelling in spellings if spelling != word and words("ro").frequency(spelling) > 0]

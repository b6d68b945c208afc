"""Homographs: which names are another word without its accents (Putin, puțin)?

A name typed bare does not find that word; the reader is told how to write it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Final

from search.analysis.lexicon import lexicon_of
from search.analysis.morphology import ro
from search.analysis.normalize import strip_accents
from search.names.words import word_names

SHORTEST_HOMOGRAPH: Final = 3  # letters of a beginning that can mean a name
_ACCENTED: Final = {"a": "aăâ", "i": "iî", "s": "sș", "t": "tț"}


@lru_cache(maxsize=1024)
def namesake(name: str) -> str | None:
    """The most frequent word that a name would find if a fold were made for it.

    None if there is none.
    """
    return (
        max(_accented(name), key=lexicon_of("ro").frequency, default=None)
        if ro.meets_name(name)
        else None
    )


@lru_cache(maxsize=1024)
def begun(stem: str) -> str | None:
    """The namesake of the name that a bare beginning of a word may mean."""
    if len(stem) < SHORTEST_HOMOGRAPH or strip_accents(stem) != stem:
        return None
    meant = sorted(name for name in word_names(ro.LANGUAGE) if name.startswith(stem))
    return next(filter(None, map(namesake, meant)), None)


def _accented(word: str) -> list[str]:
    """The words that are met and have these letters."""
    spellings = map("".join, product(*(_ACCENTED.get(letter, letter) for letter in word)))
    return [
        spelling
        for spelling in spellings
        if spelling != word and lexicon_of("ro").frequency(spelling) > 0
    ]

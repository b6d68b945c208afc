"""Name spellings: by which one is a name known that is spelled in several ways?"""

from __future__ import annotations

from functools import cache

from search.analysis.normalize import normalize
from search.names.words import spelling_joins, word_names


@cache
def usual_spellings(language: str) -> dict[str, str]:
    """The usual spelling of each name of a language that is spelled otherwise, both normal."""
    return {
        normalize(variant): normalize(usual) for variant, usual in spelling_joins(language).items()
    }


@cache
def spelled_names(language: str) -> frozenset[str]:
    """The names of one word, and their other spellings, as normal words."""
    return frozenset(normalize(name) for name in (*word_names(language), *spelling_joins(language)))

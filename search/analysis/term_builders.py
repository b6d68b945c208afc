"""Term builders: the terms of a word, given its spelling and its surroundings."""

from __future__ import annotations

from search.analysis.tokens import BARE, EXACT, FOLDED, LEMMA


def exact(word: str) -> str:
    """The term of a word as it is spelled."""
    return EXACT + word


def lemma(word: str) -> str:
    """The term of a dictionary form."""
    return LEMMA + word


def folded(word: str) -> str:
    """The term of an accented word, or of one typed bare: with its accents taken off."""
    return FOLDED + word


def bare(word: str) -> str:
    """The term of a word whose writer leaves accents out."""
    return BARE + word

"""Term builders: the terms of a word, given its spelling and its surroundings."""

from __future__ import annotations

from collections.abc import Iterable

from search.analysis.tokens import ALTERNATIVE, BARE, EXACT, FOLDED, LEMMA


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


def alternatives(terms: Iterable[str]) -> tuple[str, ...]:
    """The dictionary forms among terms, as those that another word may have."""
    return tuple([ALTERNATIVE + term[2:] for term in terms if term.startswith(LEMMA)])

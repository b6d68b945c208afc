"""Term builders: the terms of a word, given its spelling and its surroundings."""

from __future__ import annotations

from typing import NamedTuple

from search.analysis.tokens import BARE, EXACT, FOLDED, LEMMA, Side


class WrittenWord(NamedTuple):
    """A word before a language reads it: its normal spelling, and what its place says of it."""

    normal: str
    side: Side = "article"
    is_capital: bool = False
    is_initials: bool = False  # US, U.S.: never the word that these letters spell
    is_shouted: bool = False  # all in capitals, which often leave accents out
    is_accented: bool = True  # whether the article around it writes Romanian accents at all

    plene: str | None = None  # the spelling without points of a word that is written with them

    @property
    def is_query(self) -> bool:
        """Whether somebody asks for the word."""
        return self.side == "query"


class TermReadings(NamedTuple):
    """The terms of a word: strong ones, and loose ones for queries only."""

    terms: tuple[str, ...]
    loose: tuple[str, ...] = ()

    def __or__(self, other: TermReadings) -> TermReadings:
        """Both readings; what is strong in one is not loose in the other."""
        terms = dict.fromkeys((*self.terms, *other.terms))
        loose = dict.fromkeys((*self.loose, *other.loose))
        return TermReadings(tuple(terms), tuple(term for term in loose if term not in terms))


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

"""Tokens: what a word of a text is found by.

A term is an opaque string: its first letter names the tier, the rest is a spelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Side = Literal["article", "query"]

# Tiers, strongest first. Bare terms stand for a word whose writer left the accents out.
EXACT: Final = "x:"  # the word as written; case, encodings, niqqud and quotation marks do not count
FOLDED: Final = "f:"  # accents taken off
LEMMA: Final = "l:"  # the dictionary form
# a word without accents in an article without accents: may stand for an accented one
BARE: Final = "b:"
# a dictionary form that a word of an article may have, and likelier has not; loose
ALTERNATIVE: Final = "a:"
TIERS: Final = (EXACT, FOLDED, LEMMA, BARE, ALTERNATIVE)


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


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the text the reader will see.

    A view of a row of `AnalysedText`.
    """

    word: str
    start: int
    end: int
    position: int
    exact: str
    terms: tuple[str, ...]
    loose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """A text as columns, a row a word, in reading order.

    `starts` and `ends` are code points into the text. `positions` count words from 0; the joined
    form of a hyphenated word (`ceasefire` for `cease-fire`) is a row of its own at the position of
    its first part. `exacts` are the normalised spellings. `terms` are the strong readings, and in
    an article behind them its alternatives, which no strong reading of a query meets; `loose` are
    the weak readings of a query.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    exacts: tuple[str, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()
    loose: tuple[tuple[str, ...], ...] = ()

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.starts)

    @property
    def length(self) -> int:
        """How many positions the text has: joined forms do not count."""
        return self.positions[-1] + 1 if self.positions else 0

    def token(self, row: int, text: str) -> Token:
        """The row as a token of `text`."""
        start, end = self.starts[row], self.ends[row]
        return Token(
            text[start:end],
            start,
            end,
            self.positions[row],
            self.exacts[row],
            self.terms[row],
            self.loose[row],
        )


@dataclass(frozen=True, slots=True)
class AnalysedArticle:
    """An article's title and body, analysed; offsets of `body` point into the article's whole text.

    The title's columns are empty when the title was taken from the text. The soft line ends of the
    text are told where they were looked for.
    """

    article_id: str
    title: AnalysedText
    body: AnalysedText
    soft_line_ends: tuple[int, ...] | None = None

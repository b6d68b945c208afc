"""Readers: what are the terms of a word, in the languages of its script?

Words are read once: an archive says the same words again and again, so the newest are kept.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final, TypeVar

from search.analysis import fold
from search.analysis.morphology import LANGUAGES
from search.analysis.reading import Reading, Written, exact, lemma
from search.analysis.tokens import Side

NUMERAL: Final = "XI"  # the Roman numeral that is a leader's name too; beside other capitals it is the name
_MOST: Final = 1 << 15  # what is kept as the newest
_LONGEST: Final = 64  # letters of what is kept; longer pieces are seldom seen twice
_LETTERS: Final = 128  # letters of a word that count; more is no word

Cells = tuple[str, tuple[str, ...], tuple[str, ...]]  # a word's spelling, its terms, its loose terms
Made = TypeVar("Made")


class Kept(dict[str, Made], ABC):
    """What is made of a text's pieces, each kept for as long as it comes again.

    A dictionary that makes what it lacks, because a piece that is kept must cost one look.
    """

    def __init__(self) -> None:
        """Keep nothing yet."""
        super().__init__()
        self._older: dict[str, Made] = {}  # what was kept before there was too much

    def __missing__(self, piece: str) -> Made:
        """What is made of a piece, now or before."""
        made = self._older.get(piece) or self.made(piece)
        if len(self) >= _MOST:
            self._older = dict(self)
            self.clear()
        if len(piece) <= _LONGEST:
            self[piece] = made
        return made

    @abstractmethod
    def made(self, piece: str) -> Made:
        """What is made of a piece that is not kept."""


class Reader(Kept[Cells]):
    """How the words of one script are read: in the languages that write so, if there are any."""

    def __init__(self, side: Side, languages: Sequence[str], *, is_accented: bool) -> None:
        """Read words as what `side` has, in an article with Romanian accents or without."""
        super().__init__()
        self._side = side
        self._languages = [LANGUAGES[language] for language in languages]
        self._is_accented = is_accented

    def made(self, piece: str) -> Cells:
        """The cells of a word; whoever types `xi` or `XI` may mean the numeral, whoever types `Xi` the name."""
        spelled = spelling(piece)
        read = self._reading(piece, spelled)
        if self._side == "query" and piece in {NUMERAL, NUMERAL.lower()}:
            read |= Reading((exact(NUMERAL),))
        return spelled, read.terms, read.loose

    def _reading(self, word: str, spelled: str) -> Reading:
        """The terms of a word in each language."""
        if not self._languages:
            return Reading((exact(spelled), lemma(spelled)))
        written = Written(spelled, self._side, word[:1].isupper(), _is_initials(word), self._is_accented)
        return reduce(or_, [read(written) for read in self._languages])


def spelling(word: str) -> str:
    """A word's normal spelling; numbers and letters with dots have one each."""
    word = word[:_LETTERS]
    return fold.number(word) if word[:1].isdecimal() else fold.undotted(fold.normal(word))


def _is_initials(word: str) -> bool:
    """Whether a word is two capitals, with dots or without."""
    letters = word.replace(".", "")
    return len(letters) == 2 and letters.isupper()

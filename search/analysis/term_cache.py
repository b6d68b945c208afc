"""Term cache: what are the terms of a word, in the languages of its script?

Words are read once: an archive says the same words again and again, so the newest are kept.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any, ClassVar, Final, NamedTuple, TypeVar

from search.analysis import normalize
from search.analysis.labels import latin_label
from search.analysis.lexicon import rows
from search.analysis.morphology import foreign, morphology
from search.analysis.term_builders import alternatives, exact, lemma
from search.analysis.tokens import Side, TermReadings, WrittenWord

# the Roman numeral that is a leader's name too; beside other capitals it is the name
NUMERAL: Final = "XI"
_LONGEST: Final = 64  # letters of what is kept; longer pieces are seldom seen twice
_SHOUTED: Final = 3  # fewer capitals are an abbreviation
_PAIR: Final = 2  # capitals that are initials whatever they spell
_LETTERS: Final = 128  # letters of a word that count; more is no word

Made = TypeVar("Made")


class Cells(NamedTuple):
    """What a row says of a word, wherever it stands."""

    spelling: str
    terms: tuple[str, ...]
    loose: tuple[str, ...] = ()


class _Kind:
    """The caches of a kind, and how much they keep as the newest."""

    def __init__(self) -> None:
        self.caches: list[TermCache[Any]] = []
        self.kept = 0


class TermCache(dict[str, Made], ABC):
    """What is made of a text's pieces, each kept for as long as it comes again.

    A dictionary that makes what it lacks, because a piece that is kept must cost one look. All of a
    kind share what may be kept, whichever languages an archive has: when there is too much, each
    begins anew beside what it had, and forgets what it had before that.
    """

    most: ClassVar[int] = 1 << 15  # what all of a kind keep as the newest
    _kind: ClassVar[_Kind]

    def __init_subclass__(cls) -> None:
        """Count what is kept of this kind alone."""
        cls._kind = _Kind()

    def __init__(self) -> None:
        """Keep nothing yet."""
        super().__init__()
        self._older: dict[str, Made] = {}  # what was kept before there was too much
        self._kind.caches.append(self)

    def __missing__(self, piece: str) -> Made:
        """What is made of a piece, now or before."""
        made = self._older.get(piece) or self.made(piece)
        if len(piece) <= _LONGEST:
            self[piece] = made
            self._kind.kept += 1
            if self._kind.kept >= self.most:
                self._turn()
        return made

    def _turn(self) -> None:
        """Begin anew, with what was kept beside it."""
        self._kind.kept = 0
        for one in self._kind.caches:
            one._older = dict(one)  # noqa: SLF001 - of the same class
            one.clear()

    @abstractmethod
    def made(self, piece: str) -> Made:
        """What is made of a piece that is not kept."""


class TermReader(TermCache[Cells]):
    """How the words of one script are read: in the languages that write so, if there are any."""

    def __init__(self, side: Side, languages: Sequence[str], *, is_accented: bool) -> None:
        """Read words as what `side` has, in an article with Romanian accents or without."""
        super().__init__()
        self._side = side
        self._languages = [morphology(language) for language in languages]
        self._is_accented = is_accented

    def made(self, piece: str) -> Cells:
        """The cells of a word.

        Whoever types `xi` or `XI` may mean the numeral, whoever types `Xi` the name.
        """
        spelled = spelling(piece)
        if spelled == piece:
            spelled = piece  # one string to keep
        letters = initials(piece) if piece.isupper() else None
        read = self._reading(piece, spelled, is_initials=letters is not None)
        label = None if spelled.isascii() or spelled.isalpha() else latin_label(spelled)
        if label:
            read |= TermReadings((exact(label),))
        if letters and self._side == "query":
            return Cells(letters, (exact(letters),), read.terms)
        if letters:
            read |= TermReadings((exact(letters),))
        if self._side == "article":
            loose = alternatives(read.loose) if read.loose else ()
            return Cells(spelled, (*read.terms, *loose) if loose else read.terms)
        if piece in {NUMERAL, NUMERAL.lower()}:
            read |= TermReadings((exact(NUMERAL),))
        return Cells(spelled, read.terms, (*read.loose, *alternatives(read.terms)))

    def _reading(self, word: str, spelled: str, *, is_initials: bool) -> TermReadings:
        """The terms of a word in each language."""
        if not self._languages:
            stripped = normalize.strip_accents(spelled)
            bare = foreign("without_article")(spelled)
            read = TermReadings((exact(spelled), *map(lemma, dict.fromkeys((stripped, *bare)))))
            return _with_names(read, word, spelled)
        written = WrittenWord(
            spelled,
            self._side,
            word[:1].isupper(),
            is_initials,
            len(word) > _SHOUTED and word.isupper(),
            self._is_accented,
            None if word.isalpha() else normalize.plene(word),
        )
        found = [read(written) for read in self._languages]
        return _with_names(found[0] if len(found) == 1 else reduce(or_, found), word, spelled)


def _with_names(read: TermReadings, word: str, spelled: str) -> TermReadings:
    """With the names that a word with a capital may be a form of in some other language."""
    if not (word[:1].isupper() and "a" <= spelled[:1] <= "z"):
        return read
    names = tuple(map(lemma, foreign("declined")(normalize.strip_accents(spelled))))
    return read | TermReadings(names) if names else read


def spelling(word: str) -> str:
    """A word's normal spelling; numbers and letters with dots have one each."""
    word = word[:_LETTERS]
    return (
        normalize.normalize_number(word)
        if word[:1].isdecimal()
        else normalize.undotted(normalize.normalize(word))
    )


@lru_cache(maxsize=1 << 12)
def initials(word: str) -> str | None:
    """The capitals of a word that stands for other words and whose letters may spell one.

    US, U.N., WHO.
    An article is found by them and by the word, a query by them first: whoever types `US` does not
    mean us.
    """
    letters = word.replace(".", "")
    if word == NUMERAL or len(letters) < _PAIR or not (letters.isalpha() and letters.isupper()):
        return None
    if spelling(letters) != letters.lower():  # letters of mathematics, contextual forms
        return None
    return letters if len(letters) == _PAIR or letters in _words_too() else None


@cache
def _words_too() -> frozenset[str]:
    """The names in three capitals or more whose letters are a common word."""
    return frozenset(name for name, _ in rows("initials.tsv"))

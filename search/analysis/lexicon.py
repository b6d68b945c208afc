"""Lexicon: the dictionary forms and frequencies of a language's words.

The files are mapped, not read: opening costs a millisecond, and processes share the memory. A
language is opened when its first word comes. `make data` compiles them; `tables/SOURCES.tsv` says
from what.
"""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final, Literal

import marisa_trie

FOLDER: Final = Path(__file__).parent / "tables"
NO_ENTRY: Final = 0xFFFF  # in a column of changes: nothing is known of this word
STEPS: Final = 16  # a frequency's logarithm is kept in sixteenths
# a bit in the column of frequencies: the word is some word's dictionary form
LEMMA_FLAG: Final = 0x80
_LEVELS: Final = 0x7F

Entry = tuple[float, str | None, bool]  # a word's frequency, its dictionary form, whether it is one
# letters cut off in front and at the end, letters put in their place
Change = tuple[int, int, str, str]


class Lexicon:
    """A language's words with their frequency and dictionary form.

    A dictionary form is kept as the change that leads there: letters cut off in front and at the
    end, letters put in their place. Few thousand changes serve all words.
    """

    def __init__(self, name: str) -> None:
        """Map the files of `tables/NAME.*`."""
        self._trie = marisa_trie.Trie().mmap(str(FOLDER / f"{name}.trie"))
        self._frequencies = _column(name, "frequencies", "B")
        self._lemmas = _column(name, "lemmas", "H")
        self._best = _column(name, "preferred", "H")
        self._alternates = _column(name, "alternates", "H")
        self._loose = _column(name, "loose", "H")
        self._changes = _Changes(name)
        self._parsed: dict[int, Change] = {}

    def __contains__(self, word: str) -> bool:
        """Whether anything is known of a word."""
        return word in self._trie

    def frequency(self, word: str) -> float:
        """The decimal logarithm of how often a word comes in a milliard words.

        0.0 if it is not known to come.
        """
        row = self._trie.get(word)
        return (
            0.0
            if row is None or not self._frequencies
            else (self._frequencies[row] & _LEVELS) / STEPS
        )

    def entry(self, word: str) -> Entry:
        """All that is known of a word by itself, in one look."""
        row = self._trie.get(word)
        if row is None:
            return 0.0, None, False
        code = self._lemmas[row]
        form = None if code == NO_ENTRY else self._applied(code, word)
        if not self._frequencies:
            return 0.0, form, form == word
        known = self._frequencies[row]
        return (known & _LEVELS) / STEPS, form, bool(known & LEMMA_FLAG)

    def lemma(self, word: str) -> str | None:
        """The dictionary form as the dictionary gives it."""
        return self._changed(word, self._lemmas)

    def is_lemma(self, word: str) -> bool:
        """Whether a word is the dictionary form of some word."""
        return self.entry(word)[2]

    def forms(self, word: str) -> list[str]:
        """The dictionary form as the dictionary gives it, and the alternate one of the word."""
        return self._both(word, self._lemmas)

    def second(self, word: str) -> str | None:
        """Another dictionary form that the word may have.

        The verb of a participle, the adjective of a comparative.
        """
        return self._changed(word, self._alternates)

    def readings(self, word: str) -> list[str]:
        """The dictionary form that the rules chose, and the other one that the word may have.

        None if none is kept.
        """
        return self.ranked(word)[0]

    def ranked(self, word: str) -> tuple[list[str], str | None]:
        """The readings of a word and a less likely one, in one look."""
        row: int | None = self._trie.get(word)
        if row is None or not self._best or self._best[row] == NO_ENTRY:
            return [], None
        found = [self._applied(self._best[row], word)]
        if self._alternates and self._alternates[row] != NO_ENTRY:
            found.append(self._applied(self._alternates[row], word))
        code = self._loose[row] if self._loose else NO_ENTRY
        return found, None if code == NO_ENTRY else self._applied(code, word)

    def loose(self, word: str) -> str | None:
        """A dictionary form that the word may have, and likelier has not."""
        return self._changed(word, self._loose)

    def _both(self, word: str, column: memoryview[int]) -> list[str]:
        """What a column has of a word, then what the column of other forms has."""
        row: int | None = self._trie.get(word)
        if row is None or not column or column[row] == NO_ENTRY:
            return []
        first = self._applied(column[row], word)
        if not self._alternates or self._alternates[row] == NO_ENTRY:
            return [first]
        return [first, self._applied(self._alternates[row], word)]

    def __iter__(self) -> Iterator[str]:
        """All words."""
        return iter(self._trie)

    def _changed(self, word: str, column: memoryview[int]) -> str | None:
        row: int | None = self._trie.get(word)
        if row is None or not column or column[row] == NO_ENTRY:
            return None
        return self._applied(column[row], word)

    def _applied(self, code: int, word: str) -> str:
        """A word after a change."""
        front, back, start, end = self._parsed.get(code) or self._parse(code)
        return start + word[front : len(word) - back] + end

    def _parse(self, code: int) -> Change:
        """A change, as it is kept from then on."""
        front, back, start, end = self._changes[code].split("\t")
        return self._parsed.setdefault(code, (int(front), int(back), start, end))


def _column(name: str, kind: str, form: Literal["B", "H"]) -> memoryview[int]:
    """A number a word, in the trie's order; empty if the language has no such column."""
    path = FOLDER / f"{name}.{kind}"
    if not path.exists():
        return memoryview(b"")
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast(form)


class _Changes:
    """What the numbers in a column of changes mean.

    Rows as they are written, in one string: few of thousands are ever used.
    """

    def __init__(self, name: str) -> None:
        """Those of a language, if it has any."""
        file = f"{name}.changes.tsv"
        lines = _lines(file) if has_table(file) else []
        self._written = "\n".join(lines)
        self._starts = array("I", accumulate((len(line) + 1 for line in lines), initial=0))

    def __getitem__(self, code: int) -> str:
        """The row of a number."""
        return self._written[self._starts[code] : self._starts[code + 1] - 1]


def has_table(file: str) -> bool:
    """Whether there is such a table."""
    return (FOLDER / file).exists()


def rows(file: str) -> Iterator[list[str]]:
    """The rows of a TSV table without its header."""
    return (line.split("\t") for line in _lines(file))


def _lines(file: str) -> list[str]:
    """The lines of a TSV table without its header."""
    return (FOLDER / file).read_text(encoding="utf-8").removesuffix("\n").split("\n")[1:]


@cache
def lexicon_of(name: str) -> Lexicon:
    """The words of a language (`ro`), or of a language as some write it (`ro-bare`)."""
    return Lexicon(name)

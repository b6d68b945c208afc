"""Context: which readings do a word's neighbours leave it, in Russian and Ukrainian?

Песков inside a sentence or behind a given name is a man, and so is he alone in a query; песков is
sand. What is left out stays a loose reading where it was typed. A year's г. is no town's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from search.analysis.lexicon import rows
from search.analysis.morphology.surnames import is_given_name, mostly, surnames
from search.analysis.term_builders import exact, lemma
from search.analysis.tokens import LEMMA, Side

LANGUAGES: Final = frozenset({"ru", "uk"})
Cells = tuple[str, tuple[str, ...], tuple[str, ...]]
Row = tuple[int, int, int, Cells]

_OPENS: Final = re.compile(r"[.!?…:;\"«»“”„(\n—–]")  # after these a capital says nothing
_WITHOUT_STOP: Final = 3  # letters of what is cut short without a full stop
_NUMBERS: Final = {"number": re.compile(r"\d[\d.,–-]*"), "roman": re.compile("[IVXLC]+")}


class Line(NamedTuple):
    """The words of a line so far: their places in the text and their terms."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    cells: list[Cells]
    first: int  # the line's first row

    def gap(self, row: int) -> str:
        """What stands before a word and after the one before; a line's end before its first."""
        return self.text[self.ends[row - 1] : self.starts[row]] if row > self.first else "\n"

    def word(self, row: int) -> str:
        """A word as it is written."""
        return self.text[self.starts[row] : self.ends[row]]


class OpenRows(tuple[Row, ...]):
    """The rows of a piece of text that the words around it have to settle."""

    __slots__ = ()


def is_open(words: Sequence[str], piece: str) -> bool:
    """Whether one of the words of a piece is a surname or cut short.

    Letters that are cut short have a full stop; without one they are words: в is in.
    """
    if not words or not "\u0400" <= words[0][:1] <= "\u052f":
        return False
    least = 1 if "." in piece else _WITHOUT_STOP
    is_cut = any(word in _short() and len(word) >= least for word in words)
    return is_cut or (piece != piece.lower() and any(map(surnames, words)))


def settle(line: Line, rows: Iterable[int], side: Side) -> None:
    """Put the readings that the neighbours leave in the place of all that a word may have."""
    text, starts, _, cells, _ = line
    for row in rows:
        spelled = cells[row][0]
        if spelled in _short():
            cells[row] = _whole(line, row, _short()[spelled])
        elif text[starts[row]].isupper():
            names = surnames(spelled)
            cells[row] = _settled(line, row, names, side) if names else cells[row]


def _settled(line: Line, row: int, names: Sequence[str], side: Side) -> Cells:
    """The cells of a word with a capital that may be a surname."""
    spelled, terms, loose = line.cells[row]
    kind = mostly(spelled)
    if kind is None and (side == "article" and not _is_behind_given_name(line, row)):
        return spelled, terms, loose
    own = (
        (exact(spelled[:1].upper() + spelled[1:]), *map(lemma, names))
        if kind
        else tuple(map(lemma, names))
    )
    if side == "query" and kind == "name" and not line.word(row).isupper():
        return (
            spelled,
            own,
            tuple(term for term in dict.fromkeys((*terms, *loose)) if term not in own),
        )
    if kind and side == "article" and _is_name(line, row, kind):
        return spelled, (exact(spelled), *own), loose
    return spelled, tuple(dict.fromkeys((*terms, *own))), loose


def _is_name(line: Line, row: int, kind: str) -> bool:
    """Whether a word that is a surname too is one here."""
    if _is_behind_given_name(line, row):
        return True
    return kind == "name" and not _OPENS.search(line.gap(row)) and not line.word(row).isupper()


def _is_behind_given_name(line: Line, row: int) -> bool:
    """Whether a given name or an initial stands before."""
    if row == line.first:
        return False
    before, gap = line.word(row - 1), line.gap(row).strip()
    if not before[:1].isupper():
        return False
    if len(before) == 1:
        return gap in {"", "."}
    return not gap and any(
        is_given_name(term[2:]) for term in line.cells[row - 1][1] if term[:2] == LEMMA
    )


def _whole(line: Line, row: int, ways: Mapping[str, str]) -> Cells:
    """The cells of a word that is cut short, with what it stands for here."""
    spelled, terms, loose = line.cells[row]
    stands = [lemma(ways[place]) for place in _places(line, row) if place in ways]
    return spelled, tuple(dict.fromkeys((*terms, *stands))), loose


def _places(line: Line, row: int) -> Iterator[str]:
    """Where a word stands: behind a number of a kind, or before a capital."""
    yield "any"
    is_first, is_last = row == line.first, row == len(line.starts) - 1
    before = line.word(row - 1) if not is_first and line.gap(row).isspace() else ""
    behind = [place for place, number in _NUMBERS.items() if number.fullmatch(before)]
    if behind:
        yield from behind
    elif (
        not is_last
        and line.text[line.starts[row + 1]].isupper()
        and line.gap(row + 1).strip() == "."
    ):
        yield "capital"


@cache
def _short() -> Mapping[str, Mapping[str, str]]:
    """What words that are cut short stand for, by where they stand."""
    found: dict[str, dict[str, str]] = {}
    for written, place, whole in rows("slavic-abbreviations.tsv"):
        found.setdefault(written, {})[place] = whole
    return found

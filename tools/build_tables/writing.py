"""Writing: a language's words as the files that `search.analysis.lexicon` maps."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import marisa_trie

from search.analysis.lexicon import FOLDER, LEMMA_FLAG, NO_ENTRY, STEPS

_MILLIARD: Final = 1e9
# letters that a dictionary form may lose in front (Hebrew chains, Arabic articles)
_FRONT: Final = 6


class Change(NamedTuple):
    """How to get from a word to another: letters cut off, letters put in their place."""

    front: int
    back: int
    start: str
    end: str


def change(word: str, lemma: str) -> Change:
    """The shortest change from a word to its dictionary form, its beginning kept if shared."""
    cuts = range(1) if word[:1] == lemma[:1] else range(min(_FRONT, len(word)) + 1)
    return min(
        (_kept(word, lemma, front) for front in cuts),
        key=lambda way: (len(way.start) + len(way.end), way),
    )


def _kept(word: str, lemma: str, front: int) -> Change:
    """The change that cuts `front` letters off and keeps what can be kept of the rest."""
    rest = word[front:]
    start = max(lemma.find(rest[:2]), 0) if front or word[:1] != lemma[:1] else 0
    shared = 0
    while shared < min(len(rest), len(lemma) - start) and rest[shared] == lemma[start + shared]:
        shared += 1
    return Change(front, len(rest) - shared, lemma[:start], lemma[start + shared :])


def write_words(
    name: str,
    lemmas: Mapping[str, str],
    shares: Mapping[str, float] | None = None,
    **more: Mapping[str, str],
) -> None:
    """The files of a language: a trie of its words, and a column a fact.

    `more` are columns like `lemmas`.
    """
    known = lemmas.keys() | (shares or {}).keys() | (set(lemmas.values()) if shares else set())
    trie = marisa_trie.Trie(sorted(known), order=marisa_trie.LABEL_ORDER)
    _write(f"{name}.trie", trie.tobytes())
    ordered = [trie.restore_key(row) for row in range(len(trie))]
    if shares:
        lemma_words = set(lemmas.values())
        levels = (
            _level(shares.get(word, 0.0)) | (LEMMA_FLAG if word in lemma_words else 0)
            for word in ordered
        )
        _write(f"{name}.frequencies", bytes(levels))
    _write_changes(name, ordered, {"lemmas": lemmas, **more})


def _level(share: float) -> int:
    """A share of all words as `Lexicon.frequency` reads it."""
    return max(0, round(math.log10(share * _MILLIARD) * STEPS)) if share else 0


def _write_changes(name: str, ordered: list[str], columns: Mapping[str, Mapping[str, str]]) -> None:
    """The columns of changes, the commonest change first; a column without any is left out."""
    changed = {
        kind: [_known(word, lemmas) for word in ordered]
        for kind, lemmas in columns.items()
        if lemmas
    }
    counts = Counter(way for column in changed.values() for way in column if way)
    numbers = {
        way: number
        for number, (way, _) in enumerate(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
    }
    if len(numbers) > NO_ENTRY:
        kept = [way for way in numbers if numbers[way] < NO_ENTRY]
        numbers = {way: numbers[way] for way in kept}
    for kind, column in changed.items():
        codes = array("H", (numbers.get(way, NO_ENTRY) if way else NO_ENTRY for way in column))
        _write(f"{name}.{kind}", codes.tobytes())
    if changed:
        write_rows(f"{name}.changes.tsv", ("front", "back", "start", "end"), numbers)


def _known(word: str, lemmas: Mapping[str, str]) -> Change | None:
    lemma = lemmas.get(word)
    return change(word, lemma) if lemma else None


def write_rows(file: str, names: tuple[str, ...], rows: Iterable[Iterable[object]]) -> None:
    """A TSV table with a header."""
    lines = ("\t".join(map(str, row)) for row in (names, *rows))
    _write(file, "".join(f"{line}\n" for line in lines).encode())


def _write(file: str, content: bytes) -> None:
    """A file in place of the old one, which others may have mapped."""
    new = FOLDER / f"{file}.new"
    new.write_bytes(content)
    new.replace(FOLDER / file)

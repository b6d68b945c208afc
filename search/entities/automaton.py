"""The automaton.

Which of thousands of names stand at which words of a text, in one walk over its terms.
A name is a path of words; a step is taken where the text's word and the name's word share a term. A
text word that no name begins with, as nearly all, costs one look-up for each of its terms.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from search.analysis.tokens import AnalysedText
from search.entities.entry import NameEntry
from search.entities.written_names import cases_of, fits, is_initial, is_stem

LONGEST_NAME_WORDS: Final = 12  # words of a name

# What may stand between the words of a name. A full stop only after an initial: `Donald J. Trump`.
_BETWEEN: Final = re.compile(r"(?:[\s\-\u2010-\u2013־'’\"״,]|(?<=\b\w)\.){1,3}")

# What may stand right before a name: `Yonatan (Yoni) Netanyahu`, `ex-President Bush`.
_BESIDE: Final = re.compile(r"""[)\]"'’”»״׳]?[\s\-]?""")


class _Node:
    """A word of a name: its spelling, where it may go on, by term, and the names that end here.

    There are as many as names, and most end there: what one has not takes no room.
    """

    __slots__ = ("entries", "steps", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.steps: dict[str, tuple[_Node, ...]] | None = None
        self.entries: tuple[NameEntry, ...] = ()

    def child(self, terms: Sequence[str]) -> _Node:
        """Where a word with these terms leads, its own spelling first."""
        steps = self.steps = {} if self.steps is None else self.steps
        known = (child for child in steps.get(terms[0], ()) if child.word == terms[0])
        child = next(known, None) or _Node(terms[0])
        alone = (child,)
        for term in terms:
            children = steps.setdefault(term, alone)
            if child not in children:
                steps[term] = (*children, child)
        return child


class NameMatch(NamedTuple):
    """The longest names at a place, in code points.

    `terms` are those of its first word and of the word right before it, `before` is that word as it
    is written, `after` the name itself with the word behind it, if only a space is between.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    before: str
    after: tuple[str, str]
    entries: tuple[NameEntry, ...]


class Automaton:
    """Names as paths of words."""

    def __init__(self, qualifiers: frozenset[str] = frozenset()) -> None:
        """Begin without names; `qualifiers` are terms that may stand between title and name."""
        self._root = _Node("")
        self._qualifiers = qualifiers

    def add(self, words: Sequence[tuple[str, ...]], entry: NameEntry) -> None:
        """Enter a name: the terms of each of its words, the word's own spelling first."""
        node = self._root
        for terms in words:
            node = node.child(terms)
        if entry not in node.entries:
            node.entries = (*node.entries, entry)

    def matches(self, text: str, analysed: AnalysedText) -> Iterator[NameMatch]:
        """The longest name at each place, from left to right; names do not overlap."""
        rows, terms = first_rows(analysed.positions), analysed.terms
        begins_none = (self._root.steps or {}).keys().isdisjoint
        next_free = 0
        for place in [
            place
            for place, none in enumerate(map(begins_none, map(terms.__getitem__, rows)))
            if not none
        ]:
            if place < next_free:
                continue
            count, entries = self._longest(text, analysed, rows[place : place + LONGEST_NAME_WORDS])
            if entries:
                next_free = place + count
                row, last = rows[place], rows[next_free - 1]
                written, before = self._before(text, analysed, rows[: place + 1])
                if not before and place and text.startswith(",", analysed.ends[last]):
                    before = _apposed(text, analysed, rows[place - 1], row)
                yield NameMatch(
                    analysed.starts[row],
                    analysed.ends[last],
                    (*before, *terms[row]),
                    written,
                    _after(text, analysed, rows[next_free - 1 : next_free + 1]),
                    entries,
                )

    def _before(
        self, text: str, analysed: AnalysedText, rows: Sequence[int]
    ) -> tuple[str, tuple[str, ...]]:
        """The word before the last of some rows, and its terms; behind a qualifier the title's."""
        if len(rows) < 2:
            return "", ()
        written, terms = _before(text, analysed, *rows[-2:])
        if len(rows) == 2 or self._qualifiers.isdisjoint(terms):
            return written, terms
        return written, (*_before(text, analysed, *rows[-3:-1])[1], *terms)

    def _longest(
        self, text: str, analysed: AnalysedText, rows: Sequence[int]
    ) -> tuple[int, tuple[NameEntry, ...]]:
        """The length of the longest name that begins here, and the names of these words."""
        nodes: Collection[_Node] = (self._root,)
        best: tuple[int, tuple[NameEntry, ...]] = (0, ())
        own: list[int] = []  # rows of the name's own words, without initials between them
        for count, row in enumerate(rows, 1):
            following = _step(nodes, analysed.terms[row])
            if own and not _BETWEEN.fullmatch(text, *_gap(analysed, rows, count)):
                break
            if own and not following and is_initial(text, analysed.starts[row], analysed.ends[row]):
                continue
            if not (nodes := following):
                break
            own.append(row)
            entries = [entry for node in nodes for entry in node.entries]
            found = _fitting(entries, text, analysed, own) if entries else ()
            best = (count, found) if found else best
        return best


def first_rows(positions: Sequence[int]) -> Sequence[int]:
    """The first row of each position.

    The others are joined forms of compounds, which names are not looked up in.
    """
    if positions and positions[-1] + 1 == len(positions):  # there are no others
        return range(len(positions))
    return [
        row for row, position in enumerate(positions) if not row or position != positions[row - 1]
    ]


def _before(
    text: str, analysed: AnalysedText, before: int, row: int
) -> tuple[str, tuple[str, ...]]:
    """The adjacent row before as written, and its terms; the end of a nickname may be between."""
    if not _BESIDE.fullmatch(text, analysed.ends[before], analysed.starts[row]):
        return "", ()
    return text[analysed.starts[before] : analysed.ends[before]], analysed.terms[before]


def _apposed(text: str, analysed: AnalysedText, before: int, row: int) -> tuple[str, ...]:
    """The terms of the word before a comma that a name between commas stands behind.

    `The president, Kaboré, said`.
    """
    gap = text[analysed.ends[before] : analysed.starts[row]]
    return analysed.terms[before] if gap == ", " else ()


def _after(text: str, analysed: AnalysedText, rows: Sequence[int]) -> tuple[str, str]:
    """A word and the one behind it, as they are written; empty if more than a space is between."""
    if len(rows) == 1 or text[slice(*_gap(analysed, rows, len(rows)))] != " ":
        return "", ""
    name, following = (text[analysed.starts[row] : analysed.ends[row]] for row in rows)
    return name, following


def _step(nodes: Iterable[_Node], terms: Iterable[str]) -> Collection[_Node]:
    """Where a word leads."""
    steps = [
        step for node in nodes if node.steps for term in terms if (step := node.steps.get(term))
    ]
    if len(steps) == 1:
        return steps[0]
    return {id(child): child for step in steps for child in step}.values()


def _gap(analysed: AnalysedText, rows: Sequence[int], count: int) -> tuple[int, int]:
    """Where the text between the last two of some rows begins and ends."""
    return analysed.ends[rows[count - 2]], analysed.starts[rows[count - 1]]


def _fitting(
    entries: Iterable[NameEntry], text: str, analysed: AnalysedText, rows: Sequence[int]
) -> tuple[NameEntry, ...]:
    """The names that the words in the rows are, as they are written in the text."""
    cases = cases_of([text[analysed.starts[row] : analysed.ends[row]] for row in rows], text)
    comma = any(
        "," in text[slice(*_gap(analysed, rows, count))] for count in range(2, len(rows) + 1)
    )
    word = analysed.exacts[rows[-1]]
    return tuple(
        entry for entry in entries if fits(entry, cases, comma=comma) and is_stem(word, entry.stems)
    )

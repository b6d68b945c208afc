"""Highlighting: which words of an article answer the query, and which passages show them best.

Marks are whole words with their prefixes, and a phrase is marked only where it stands. Which words
stand where, the engine tells: nothing is analysed again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from search.analysis.tokens import EXACT
from search.engine.matching import distance, leaves, phrase
from search.engine.nodes import Fuzzy, Group, Node, Phrase, Prefix
from search.engine.positions import TermOffsets
from search.model.articles import Article, Span

ELLIPSIS: Final = "…"


class Mark(NamedTuple):
    """A marked stretch of text and the number of the query's word that it answers."""

    start: int
    end: int
    leaf: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in an article's title and in its text, in reading order."""

    title: tuple[Mark, ...]
    text: tuple[Mark, ...]


def marks(offsets: TermOffsets, clauses: Iterable[Node]) -> Marks:
    """Every stretch that a word or phrase of the query matches."""
    title, text = set[Mark](), set[Mark]()
    for number, leaf in enumerate(leaves(clauses)):
        for first, last in _rows(leaf, offsets):
            mark = Mark(offsets.starts[first], offsets.ends[last], number)
            (title if first < offsets.titled else text).add(mark)
    return Marks(tuple(sorted(title)), tuple(sorted(text)))


def in_title(article: Article, found: Marks) -> tuple[Span, ...]:
    """The marks of the title.

    One that was taken from the text shows those of the text's first sentence.
    """
    if article.title_source != "sentence":
        return merged(found.title)
    words = article.title.removesuffix(ELLIPSIS).split()
    whole = re.search(r"\s+".join(map(re.escape, words)), article.text)
    if whole is None:
        return ()
    own = [mark for mark in found.text if whole.start() <= mark.start and mark.end <= whole.end()]
    before = {
        place: article.text[whole.start() : place]
        for mark in own
        for place in (mark.start, mark.end)
    }
    # spaces are single there
    places = {place: len(" ".join(f"{text}|".split())) - 1 for place, text in before.items()}
    return merged(Mark(places[mark.start], places[mark.end], mark.leaf) for mark in own)


def merged(found: Iterable[Mark]) -> tuple[Span, ...]:
    """The marks as spans that do not overlap."""
    spans: list[Span] = []
    for mark in found:
        if spans and mark.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
        else:
            spans.append((mark.start, mark.end))
    return tuple(spans)


def _rows(leaf: Group | Phrase | Prefix | Fuzzy, offsets: TermOffsets) -> Iterator[tuple[int, int]]:
    """The first and the last row of each place where a leaf stands."""
    if isinstance(leaf, Phrase):
        for stretch in phrase(leaf, _positions(leaf.groups, offsets)):
            first, last = (bisect_left(offsets.positions, position) for position in stretch)
            yield first, last
        return
    rows = set[int]().union(*(offsets.rows[term] for term in _met(leaf, offsets.rows)))
    yield from zip(rows, rows, strict=True)
    if isinstance(leaf, Group):
        for alternative in leaf.phrases:
            yield from _rows(alternative, offsets)


def _met(leaf: Group | Prefix | Fuzzy, known: Collection[str]) -> Iterable[str]:
    """The terms of an article that a leaf means."""
    if isinstance(leaf, Group):
        return [term for term, _ in leaf.terms if term in known]
    if isinstance(leaf, Prefix):
        return [term for term in known if term.startswith(leaf.stems)]
    return [
        term
        for term in known
        if term[:2] == EXACT and distance(term[2:], leaf.word) <= leaf.distance
    ]


def _positions(groups: Iterable[Group], offsets: TermOffsets) -> dict[str, list[int]]:
    """Where the terms of a phrase stand."""
    met = {term for group in groups for term in _met(group, offsets.rows)}
    return {term: [offsets.positions[row] for row in offsets.rows[term]] for term in met}

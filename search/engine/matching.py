"""Matching: at which positions of one article do a query's words and phrases stand?

The memory engine finds articles by it and the highlighter marks phrases by it, so a mark is never a
guess. A stretch is a pair of positions, first and last word included.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.engine.nodes import (
    All,
    And,
    FieldIs,
    Fuzzy,
    Group,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    SeenWithin,
)

TermPositions = Mapping[str, Sequence[int]]
Stretch = tuple[int, int]


def positions(group: Group, terms: TermPositions) -> list[int]:
    """Where any of the group's terms stands."""
    return sorted({at for term, _ in group.terms for at in terms.get(term, ())})


def phrase(node: Phrase, terms: TermPositions) -> list[Stretch]:
    """From each place of the first word the shortest match of all words within the slop."""
    columns = [positions(group, terms) for group in node.groups]
    if not columns or not all(columns):
        return []
    ends = ((first, _last(first, columns[1:])) for first in columns[0])
    longest = len(columns) - 1 + node.slop
    return [(first, last) for first, last in ends if last is not None and last - first <= longest]


def distance(one: str, other: str) -> int:
    """Levenshtein's distance in letters."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        corner, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (letter != against))
    return row[-1]


def _last(first: int, columns: Iterable[Sequence[int]]) -> int | None:
    at = first
    for column in columns:
        following = bisect_right(column, at)
        if following == len(column):
            return None
        at = column[following]
    return at


def leaves(nodes: Iterable[Node]) -> Iterator[Group | Phrase | Prefix | Fuzzy]:
    """The words and phrases of a query that an article can show."""
    for node in nodes:
        if isinstance(node, And | Or):
            yield from leaves(node.children)
        elif not isinstance(node, Not | FieldIs | Published | SeenWithin | All):
            yield node

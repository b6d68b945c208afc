"""Matching: at which positions of one article does a node of the query stand?

The memory engine finds articles by it and the highlighter marks words by it, so a mark is never a guess.
A stretch is a pair of positions, first and last word included.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from search.engine import And, Fuzzy, Group, Node, Or, Phrase, Prefix

Postings = Mapping[str, Sequence[int]]
Stretch = tuple[int, int]


def stretches(node: Node, terms: Postings) -> list[Stretch]:
    """Where the words of a node stand, in order; filters and excluded words stand nowhere."""
    if isinstance(node, Group):
        alone = ((at, at) for at in positions(node, terms))
        return sorted({*alone, *_several(node.phrases, terms)})
    if isinstance(node, Phrase):
        return phrase(node, terms)
    if isinstance(node, Prefix):
        return _spread(at for term in terms if term.startswith(node.stems) for at in terms[term])
    if isinstance(node, Fuzzy):
        near = (term for term in terms if term[:2] == "x:" and distance(term[2:], node.word) <= node.distance)
        return _spread(at for term in near for at in terms[term])
    if isinstance(node, And | Or):
        return _several(node.children, terms)
    return []


def positions(group: Group, terms: Postings) -> list[int]:
    """Where any of the group's terms stands."""
    return sorted({at for term, _ in group.terms for at in terms.get(term, ())})


def phrase(node: Phrase, terms: Postings) -> list[Stretch]:
    """From each place of the first word the shortest stretch that has all words in order, within the slop."""
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


def _several(nodes: Iterable[Node], terms: Postings) -> list[Stretch]:
    return sorted({stretch for node in nodes for stretch in stretches(node, terms)})


def _spread(places: Iterable[int]) -> list[Stretch]:
    return [(at, at) for at in sorted(set(places))]

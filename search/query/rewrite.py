"""Rewrite: which query says the same, but for one name, word or field of it?

What was typed stays as it was around the leaves that change: each knows its place in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from search.model.articles import Span
from search.model.contacts import Pair, key
from search.query.field_values import contact_kind
from search.query.tree import (
    NOWHERE,
    AllOf,
    AnyOf,
    Field,
    Query,
    Quoted,
    Title,
    Tree,
    Without,
    Word,
    children,
    subtrees,
)


class Edit(NamedTuple):
    """What to write in the place of a stretch of a query."""

    span: Span
    written: str


def edited(query: Query, edits: Iterable[Edit]) -> str:
    """The text of a query with some stretches written otherwise."""
    text = query.text
    for (start, end), written in sorted(edits, reverse=True):  # what is before keeps its place
        text = text[:start] + written + text[end:]
    return text


def with_exact_name(query: Query, name: str) -> str | None:
    """The query with `=` before a name in quotation marks, and before its words elsewhere.

    None if it has no such name.
    """
    words = name.split()
    found = {leaf.span for leaf in _named(query.tree, words)} - {NOWHERE}
    edits = [Edit((start, start), "=") for start, _ in found]
    return edited(query, edits) if edits else None


@lru_cache(maxsize=256)  # a query is asked again for each of its pages
def with_exact_phrases(query: Query) -> str | None:
    """The query with `=` before each of its phrases; None if it has none to be read so."""
    quoted = (leaf for leaf in subtrees(query.tree) if isinstance(leaf, Quoted) and not leaf.slop)
    found = {leaf.span for leaf in quoted if not leaf.exactly} - {NOWHERE}
    return edited(query, [Edit((start, start), "=") for start, _ in found]) if found else None


def between(query: Query, pair: Pair) -> Query:
    """The query with its contacts those between two leaders."""
    return query._replace(tree=_between(query.tree, pair))


def _between(tree: Tree, pair: Pair) -> Tree:
    if isinstance(tree, Field) and tree.name == "contact":
        kind = contact_kind(tree.value)
        return Field(tree.name, key(kind, pair)) if kind else tree
    if isinstance(tree, AllOf | AnyOf):
        return type(tree)(tuple(_between(child, pair) for child in tree.children))
    if isinstance(tree, Title | Without):
        return type(tree)(_between(tree.child, pair))
    return tree


def _named(tree: Tree, words: list[str]) -> Iterator[Word | Quoted]:
    """The leaves that are a name: its words side by side, or all of it in quotation marks."""
    for node in subtrees(tree):
        below = children(node) or (node,)
        for first in range(len(below) - len(words) + 1):
            beside = below[first : first + len(words)]
            leaves = [leaf for leaf in beside if isinstance(leaf, Word)]
            if [leaf.text for leaf in leaves] == words:
                yield from leaves
        if isinstance(node, Quoted) and not node.exactly and node.words.split() == words:
            yield node

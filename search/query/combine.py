"""Combine: how do the nodes of words, names and their other names become one?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from search.engine.nodes import And, Group, Node, Or, Phrase, Weighted
from search.engine.ranking import NAMED, weight
from search.entities.subjects import Alias
from search.query.term_options import TermOptions


@lru_cache(maxsize=1024)
def alias_group(names: tuple[Alias, ...], place: str) -> Group:
    """Any of the names; those of several words are phrases."""
    terms: list[Weighted] = []
    phrases: list[Phrase] = []
    for name in names:
        groups = [
            Group(name.name, tuple((place + term, NAMED * weight(term)) for term in word))
            for word in name.terms
        ]
        if len(groups) == 1:
            terms += groups[0].terms
        else:
            phrases.append(Phrase(tuple(groups), weight=NAMED))
    return Group("", tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(phrases)))


def expanded(node: Node | None, more: Group) -> Node | None:
    """A word, each of several, or a quoted name that is found by more too.

    A term that it has keeps its weight.
    """
    if isinstance(node, And):
        return conjunction(expanded(child, more) for child in node.children)
    if isinstance(node, Phrase):
        return replace(more, phrases=(node, *more.phrases))
    if not isinstance(node, Group):
        return node
    own = dict(node.terms)
    fresh = (pair for pair in more.terms if pair[0] not in own)
    return replace(
        node,
        terms=(*node.terms, *fresh),
        phrases=(*node.phrases, *more.phrases),
        subjects=node.subjects | more.subjects,
    )


def with_aliases(
    nodes: Sequence[Node | None], names: Group, reading: TermOptions
) -> list[Node | None]:
    """The words of a name, found by the other names too.

    As one clause, for all of them are one thing.
    """
    if len(nodes) == 1 or reading.any_word:
        return [expanded(node, names) for node in nodes]
    *first, last = nodes
    if isinstance(last, Group):  # what the whole name earns is earned once
        last = replace(last, subjects=names.subjects)
    as_typed = conjunction((*first, last))
    if as_typed is None:
        return []
    phrases = tuple(phrase for phrase in names.phrases if not _holds(phrase, nodes))
    others = replace(names, phrases=phrases)
    return [Or((as_typed, others))] if others.terms or phrases else [as_typed]


def _holds(phrase: Phrase, nodes: Sequence[Node | None]) -> bool:
    """Whether words that stand anywhere are found wherever a phrase is."""
    pairs = zip(phrase.groups, nodes, strict=False)
    return len(phrase.groups) == len(nodes) and all(
        isinstance(node, Group) and dict(group.terms).keys() <= dict(node.terms).keys()
        for group, node in pairs
    )


def conjunction(nodes: Iterable[Node | None]) -> Node | None:
    """All of the nodes that are there, each once, one level deep."""
    flat: list[Node] = []
    for node in nodes:
        if node is not None:
            flat += node.children if isinstance(node, And) else (node,)
    # as most are; to compare names takes their hash, which goes through all their terms
    if len(flat) < 2:
        return next(iter(flat), None)
    once = tuple(dict.fromkeys(flat))
    return And(once) if len(once) > 1 else once[0]

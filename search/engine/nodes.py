"""Nodes: what is asked of an engine for a query, as a tree whose words are already terms.

A `Group` is one word as the reader typed it, with every term that stands for it and that term's
weight; it has one document frequency, and in an article its best weight counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from search.model.dates import Span

Weighted = tuple[str, float]

AS_TYPED: Final = 1.0  # the weight of what stands as the reader typed it


@dataclass(frozen=True, slots=True)
class Phrase:
    """Groups in this order with at most `slop` other words between first and last, all told.

    `weight` is what it counts among the terms of a group.
    """

    groups: tuple[Group, ...]
    slop: int = 0
    weight: float = AS_TYPED


@dataclass(frozen=True, slots=True)
class Group:
    """One word or name.

    Found by any of its terms, or by any of its phrases (cease fire for ceasefire). It scores more
    in articles that are about one of its `subjects`.
    """

    word: str
    terms: tuple[Weighted, ...]
    phrases: tuple[Phrase, ...] = ()
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every term that begins with one of `stems` (tier included); a constant score."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every exact word at most `distance` letters (added, lost, changed) away from `word`."""

    word: str
    distance: int


@dataclass(frozen=True, slots=True)
class FieldIs:
    """The article has one of the values (years may be ranges, `2016..2019`); no score."""

    facet: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Published:
    """The article is dated within a span, or may be; no score.

    `surely` leaves out those whose date is too vague to say.
    """

    span: Span
    surely: bool = False


@dataclass(frozen=True, slots=True)
class SeenWithin:
    """The article was first seen within a span; no score."""

    span: Span


@dataclass(frozen=True, slots=True)
class All:
    """Every article; no score."""


@dataclass(frozen=True, slots=True)
class And:
    """All of the children; their scores add up."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the children; the scores of those that match add up."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every article that the child does not match; no score."""

    child: Node


Node = Phrase | Group | Prefix | Fuzzy | FieldIs | Published | SeenWithin | All | And | Or | Not


def is_phrase(node: Node) -> bool:
    """Whether words were typed to stand side by side.

    A phrase, one spelt in several ways, a name in quotes.
    """
    if isinstance(node, Group):
        return any(phrase.weight == AS_TYPED for phrase in node.phrases)
    return isinstance(node, Phrase) or (isinstance(node, Or) and all(map(is_phrase, node.children)))

"""The tree of a query: what the reader typed, before any word is analysed.

Kinds of the same shape have one class below them: what is generated for each class is generated at
each start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from search.model.articles import Span
from search.model.hints import Hint

NOWHERE: Final = (-1, -1)  # the span of a leaf that nobody typed


@dataclass(frozen=True, slots=True)
class _Letters:
    """A word, or a part of one; `span` is where it was typed, in the text of its query."""

    text: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


class Word(_Letters):
    """A word in any of its forms."""

    __slots__ = ()


class Exactly(_Letters):
    """These letters as typed: `=a`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """These words in this order: `"a b"~3`; `exactly` for `="a b"`."""

    words: str
    slop: int = 0
    exactly: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


class Begins(_Letters):
    """Words that begin so: `pre*`."""

    __slots__ = ()


class Near(_Letters):
    """Words a letter or two off: `a~`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Field:
    """Articles with this value: `leader:"Theresa May"`.

    `script` is about words and holds for the whole query.
    """

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class _Around:
    """What has one child."""

    child: Tree


class Title(_Around):
    """What stands in the title: `title:a`."""

    __slots__ = ()


class Without(_Around):
    """Articles that the child does not find."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Several:
    """What has children."""

    children: tuple[Tree, ...]


class AllOf(_Several):
    """Articles that every child finds; all articles if there is none."""

    __slots__ = ()


class AnyOf(_Several):
    """Articles that any child finds; no article if there is none."""

    __slots__ = ()


Leaf = Word | Exactly | Quoted | Begins | Near | Field
Tree = Leaf | Title | Without | AllOf | AnyOf

EVERY_ARTICLE: Final = AllOf(())
NO_ARTICLE: Final = AnyOf(())


def children(tree: Tree) -> tuple[Tree, ...]:
    """The trees right below a tree."""
    if isinstance(tree, AllOf | AnyOf):
        return tree.children
    return (tree.child,) if isinstance(tree, Title | Without) else ()


def subtrees(tree: Tree) -> Iterator[Tree]:
    """A tree and all below it, in the order in which they were typed."""
    yield tree
    for child in children(tree):
        yield from subtrees(child)


class Query(NamedTuple):
    """What was typed, as a tree and as text, and what the reader should know of how it was read."""

    tree: Tree
    hints: tuple[Hint, ...] = ()
    text: str = ""

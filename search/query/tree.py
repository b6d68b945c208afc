"""The tree of a query: what the reader typed, before any word is analysed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from search.results import Hint


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Exactly:
    """These letters as typed: `=a`."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """These words in this order: `"a b"~3`; `exactly` for `="a b"`."""

    words: str
    slop: int = 0
    exactly: bool = False


@dataclass(frozen=True, slots=True)
class Begins:
    """Words that begin so: `pre*`."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words a letter or two off: `a~`."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """Articles with this value: `leader:"Theresa May"`. `script` is about words and holds for the whole query."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Title:
    """What stands in the title: `title:a`."""

    child: Tree


@dataclass(frozen=True, slots=True)
class Without:
    """Articles that the child does not find."""

    child: Tree


@dataclass(frozen=True, slots=True)
class AllOf:
    """Articles that every child finds; all articles if there is none."""

    children: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Articles that any child finds; no article if there is none."""

    children: tuple[Tree, ...]


Tree = Word | Exactly | Quoted | Begins | Near | Field | Title | Without | AllOf | AnyOf

EVERYTHING: Final = AllOf(())
NOTHING: Final = AnyOf(())


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, as a tree and as text, and what the reader should know of how it was read."""

    tree: Tree
    hints: tuple[Hint, ...] = ()
    text: str = ""

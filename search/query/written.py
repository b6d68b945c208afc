"""Written: how is a tree of a query written, so that it is read as the same tree?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from search.query.tree import (
    AllOf,
    AnyOf,
    Begins,
    Exactly,
    Field,
    Near,
    Quoted,
    Title,
    Tree,
    Without,
    Word,
)

_APART: Final = re.compile(r"[\s()]")


def written(tree: Tree) -> str:
    """The query language's words for a tree."""
    return WRITTEN[type(tree)](tree)


def _inside(tree: Tree) -> str:
    """A tree as a part of another: in parentheses if it has parts of its own."""
    return f"({written(tree)})" if isinstance(tree, AllOf | AnyOf) else written(tree)


def _quoted(tree: Quoted) -> str:
    slop = f"~{tree.slop}" if tree.slop else ""
    return f"{'=' if tree.exactly else ''}{_marked(tree.words)}{slop}"


def _marked(words: str) -> str:
    """Words in quotation marks, of a family that they have not."""
    return f"«{words}»" if '"' in words else f'"{words}"'


def _field(tree: Field) -> str:
    return f"{tree.name}:{_marked(tree.value) if _APART.search(tree.value) else tree.value}"


WRITTEN: Final[Mapping[type, Callable[[Any], str]]] = {
    Word: lambda tree: tree.text,
    Exactly: lambda tree: f"={tree.text}",
    Quoted: _quoted,
    Begins: lambda tree: f"{tree.text}*",
    Near: lambda tree: f"{tree.text}~",
    Field: _field,
    Title: lambda tree: f"title:{_inside(tree.child)}",
    Without: lambda tree: f"-{_inside(tree.child)}",
    AllOf: lambda tree: " ".join(
        _inside(child) if isinstance(child, AnyOf) else written(child) for child in tree.children
    ),
    AnyOf: lambda tree: " OR ".join(
        _inside(child) if isinstance(child, AnyOf) else written(child) for child in tree.children
    ),
}

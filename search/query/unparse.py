"""Unparse: how is a tree of a query written, so that it is parsed as the same tree?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
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
_HIGH: Final = re.compile('["“”„‟״＂]')
_ANGLED: Final = re.compile("[«»]")


@lru_cache(maxsize=256)  # what is offered beside a page is offered beside the next
def unparse(tree: Tree) -> str:
    """The query language's words for a tree."""
    return UNPARSERS[type(tree)](tree)


def _inside(tree: Tree) -> str:
    """A tree behind a mark.

    In parentheses if the mark would stand before a part of it, or before another.
    """
    written = unparse(tree)
    is_marked = isinstance(tree, AllOf | AnyOf | Without) or written.startswith("-")
    return f"({written})" if is_marked else written


def _beside(tree: Tree) -> str:
    """A tree beside others: alternatives in parentheses."""
    return f"({unparse(tree)})" if isinstance(tree, AnyOf) else unparse(tree)


def _quoted(tree: Quoted) -> str:
    slop = f"~{tree.slop}" if tree.slop else ""
    return f"{'=' if tree.exactly else ''}{_marked(tree.words)}{slop}"


def _marked(words: str) -> str:
    """Words in quotation marks.

    In angled ones if there are others among the words, as in «a "b" c».
    """
    return f"«{words}»" if _HIGH.search(words) and not _ANGLED.search(words) else f'"{words}"'


def _field(tree: Field) -> str:
    return f"{tree.name}:{_marked(tree.value) if _APART.search(tree.value) else tree.value}"


def _all(children: Sequence[Tree]) -> str:
    """Trees side by side, with more between numbers: one space stands inside of 10 000."""
    written = ""
    for one in map(_beside, children):
        apart = "  " if one[:1].isdigit() and written[-1:].isdigit() else " "
        written += f"{apart}{one}"
    return written[1:]


UNPARSERS: Final[Mapping[type, Callable[[Any], str]]] = {
    Word: lambda tree: tree.text,
    Exactly: lambda tree: f"={tree.text}",
    Quoted: _quoted,
    Begins: lambda tree: f"{tree.text}*",
    Near: lambda tree: f"{tree.text}~",
    Field: _field,
    Title: lambda tree: f"title:{_inside(tree.child)}",
    Without: lambda tree: f"-{_inside(tree.child)}",
    AllOf: lambda tree: _all(tree.children),
    AnyOf: lambda tree: " OR ".join(map(_beside, tree.children)),
}

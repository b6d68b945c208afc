"""Finding: where do the shapes of contacts stand in the symbols of a sentence?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from index.contacts.group_classes import AMONG_WORDS, OF_VERBS, OF_WORDS
from index.contacts.shapes import WRITTEN, expanded
from index.contacts.symbols import Sentence

_VERB_OR_NOUN: Final = re.compile(r"\(\?P<[vn]>([^)]*)")
_GROUP: Final = re.compile(r"\(\?P<(\w+)>")

_OF_GROUPS: Final = {**OF_VERBS, **OF_WORDS, **AMONG_WORDS}
_BY_CASE: Final = frozenset({"governed", "dative"})  # in which a name is in a case of objects


class Shape(NamedTuple):
    """A shape, the symbols of which its verb, and its noun, is one, and the classes it needs."""

    written: str
    needed: tuple[frozenset[str], ...]
    kinds: tuple[frozenset[str], ...]
    by_case: bool


def found(read: Sentence) -> Iterator[re.Match[str]]:
    """Where the shapes stand in a sentence, in the order in which they are tried."""
    known = frozenset(read.symbols)
    kinds = frozenset(item.kind for item in read.items)
    is_oblique = any(item.oblique for item in read.items)
    for shape in _shapes():
        if any(map(known.isdisjoint, shape.needed)) or any(map(kinds.isdisjoint, shape.kinds)):
            continue
        if is_oblique or not shape.by_case:
            yield from compiled(shape.written).finditer(read.symbols)


@cache
def compiled(written: str) -> re.Pattern[str]:
    """A shape as a pattern, made where a sentence first has what it needs.

    To make all of them takes a third of the time of a command that reads one article.
    """
    return re.compile(written)


@cache
def _shapes() -> tuple[Shape, ...]:
    return tuple(_shape(expanded(written)) for _, written in WRITTEN)


def _shape(written: str) -> Shape:
    groups = frozenset(_GROUP.findall(written))
    return Shape(
        written,
        needed=tuple(map(_symbols, _VERB_OR_NOUN.findall(written))),
        kinds=tuple(_OF_GROUPS[group] for group in sorted(groups & _OF_GROUPS.keys())),
        by_case=not groups.isdisjoint(_BY_CASE),
    )


def _symbols(written: str) -> frozenset[str]:
    """The symbols of a piece of a shape, and maybe more."""
    return frozenset(sign for sign in written if sign.isalpha() or sign in ",;")

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


_OF_GROUPS: Final = {**OF_VERBS, **OF_WORDS, **AMONG_WORDS}
_BY_CASE: Final = ("governed", "dative")  # groups of shapes in which a name is in a case of objects


class Shape(NamedTuple):
    """A shape, the symbols of which its verb, and its noun, is one, and the classes it needs."""

    pattern: re.Pattern[str]
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
            yield from shape.pattern.finditer(read.symbols)


@cache
def _shapes() -> tuple[Shape, ...]:
    return tuple(_shape(expanded(written)) for _, written in WRITTEN)


def _shape(written: str) -> Shape:
    pattern = re.compile(written)
    groups = pattern.groupindex
    return Shape(
        pattern,
        needed=tuple(map(_symbols, _VERB_OR_NOUN.findall(written))),
        kinds=tuple(_OF_GROUPS[group] for group in groups if group in _OF_GROUPS),
        by_case=any(group in groups for group in _BY_CASE),
    )


def _symbols(written: str) -> frozenset[str]:
    """The symbols of a piece of a shape, and maybe more."""
    return frozenset(sign for sign in written if sign.isalpha() or sign in ",;")

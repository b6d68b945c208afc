"""Finding: where do the shapes of contacts stand in the symbols of a sentence?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from index.contacts.shapes import WRITTEN, expanded

_VERB_OR_NOUN: Final = re.compile(r"\(\?P<[vn]>([^)]*)")


class Shape(NamedTuple):
    """A shape, and the symbols of which its verb, and its noun, is one."""

    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]


def found(symbols: str) -> Iterator[re.Match[str]]:
    """Where the shapes stand in a sentence, in the order in which they are tried."""
    known = frozenset(symbols)
    for shape in _shapes():
        if not any(map(known.isdisjoint, shape.needed)):
            yield from shape.pattern.finditer(symbols)


@cache
def _shapes() -> tuple[Shape, ...]:
    written = (expanded(written) for _, written in WRITTEN)
    return tuple(
        Shape(re.compile(one), tuple(map(_symbols, _VERB_OR_NOUN.findall(one)))) for one in written
    )


def _symbols(written: str) -> frozenset[str]:
    """The symbols of a piece of a shape, and maybe more."""
    return frozenset(sign for sign in written if sign.isalpha() or sign in ",;")

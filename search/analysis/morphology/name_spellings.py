"""Name spellings: by which one is a name known that is spelled in several ways?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from search.analysis.normalize import normalize
from search.names.words import spelling_joins, word_names

# How others spell the end of a Slavic name in Latin letters: Zelenskyi, Gorbachyov.
_ROMANISED: Final = (
    (re.compile("(.{3,}sk)(?:yy|iy|yi|ii|ij|y|i)"), ("yy", "iy", "yi", "ii", "ij", "yj", "y", "i")),
    (re.compile("(.{4,})ev"), ("yov", "iov", "jov")),
)
_ENDS: Final = ("y", "i", "j", "ev")  # of all of them: most names have none


@cache
def _normal_names(language: str) -> tuple[str, ...]:
    return tuple(map(normalize, word_names(language)))


@cache
def usual_spellings(language: str) -> dict[str, str]:
    """The usual spelling of each name of a language that is spelled otherwise, both normal."""
    joins = {
        normalize(variant): normalize(usual) for variant, usual in spelling_joins(language).items()
    }
    names = (joins.get(name, name) for name in _normal_names(language))
    slavic = sorted(name for name in names if name.endswith(_ENDS))
    others = {other: name for name in slavic for other in _romanised(name)}
    return {**others, **joins}


def _romanised(name: str) -> Iterator[str]:
    for pattern, ends in _ROMANISED:
        found = pattern.fullmatch(name)
        if found:
            yield from (found[1] + end for end in ends if found[1] + end != name)


@cache
def spelled_names(language: str) -> frozenset[str]:
    """The names of one word, and their other spellings, as normal words."""
    return frozenset((*_normal_names(language), *usual_spellings(language)))

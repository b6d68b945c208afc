"""Pumps: texts that a regular expression may take long for, made from the expression itself.

A text that grows is the shortest that leads to a repeat, what the repeat takes, over and over, and
something that ends it in no match; or all of that over and over, which a search begins again with.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found, unused-ignore]
import re._parser as parser  # type: ignore[import-not-found, unused-ignore]
from collections.abc import Iterator
from typing import Any, Final

# What a class may have of each kind of characters.
LETTERS: Final = "a1 \n\t.,;:!-–'\"/\\()[]{}<>@#&%=+*_|~$^?AbéșשéЖя٣0\u200f\x00"
ENDS: Final = ("", "\x00", "a")
REPEATS: Final = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
FEW: Final = 3  # characters of a class that are tried


def pumps(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """What comes first, what is repeated, and what comes last."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE & ~re.DEBUG)
    seen: set[tuple[str, str]] = set()
    for before, body in _repeats(list(tree), ""):
        for one in dict.fromkeys((body, before + body, body + before)):
            for first in dict.fromkeys((before, "")):
                if one and (first, one) not in seen:
                    seen.add((first, one))
                    yield from ((first, one, end) for end in ENDS)
    whole = _shortest(list(tree))
    if whole:
        yield "", whole, ""
        yield "", whole[:-1] or whole, "\x00"


def _repeats(nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """The shortest text before each repeat, and texts that it takes."""
    for code, given in nodes:
        if code in REPEATS:
            inner = list(given[2])
            if given[1] > 1:
                yield from ((before, body) for body in _bodies(inner))
            yield from _repeats(inner, before)
        for part in _parts(code, given):
            yield from _repeats(part, before)
        before += _shortest([(code, given)])


def _parts(code: Any, given: Any) -> list[list[Any]]:  # noqa: ANN401
    if code is codes.SUBPATTERN:
        return [list(given[3])]
    if code is codes.BRANCH:
        return [list(one) for one in given[1]]
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return [list(given[1])]
    if code is codes.ATOMIC_GROUP:
        return [list(given)]
    return []


def _bodies(inner: list[Any]) -> list[str]:
    """Some texts that what is repeated takes."""
    if len(inner) == 1:
        code, given = inner[0]
        if code in {codes.IN, codes.ANY, codes.NOT_LITERAL}:
            return _some(code, given, FEW)
        for part in (parts := _parts(code, given)):
            if len(parts) > 1 or code is codes.SUBPATTERN:
                return [body for one in parts for body in _bodies(one)][: 2 * FEW]
            return _bodies(part)
    return [_shortest(inner)]


def _some(code: Any, given: Any, most: int) -> list[str]:  # noqa: ANN401
    """Some characters that a node takes."""
    one = re.compile(_written(code, given), re.DOTALL)
    return [letter for letter in LETTERS if one.fullmatch(letter)][:most] or _first(given)


def _first(given: Any) -> list[str]:  # noqa: ANN401
    found = [
        chr(of if code is codes.LITERAL else of[0])
        for code, of in given
        if code in {codes.LITERAL, codes.RANGE}
    ]
    return found[:1]


def _written(code: Any, given: Any) -> str:  # noqa: ANN401
    if code is codes.ANY:
        return "."
    if code is codes.NOT_LITERAL:
        return f"[^{re.escape(chr(given))}]"
    return "[" + "".join(_part(*one) for one in given) + "]"


def _part(code: Any, of: Any) -> str:  # noqa: ANN401
    if code is codes.NEGATE:
        return "^"
    if code is codes.LITERAL:
        return re.escape(chr(of))
    if code is codes.RANGE:
        return f"{re.escape(chr(of[0]))}-{re.escape(chr(of[1]))}"
    return CATEGORIES[of]


def _shortest(nodes: list[Any]) -> str:
    """One of the shortest texts that nodes take."""
    found = ""
    for code, given in nodes:
        if code is codes.LITERAL:
            found += chr(given)
        elif code in {codes.IN, codes.ANY, codes.NOT_LITERAL}:
            found += "".join(_some(code, given, 1))
        elif code in REPEATS:
            found += _shortest(list(given[2])) * given[0]
        elif code is codes.BRANCH:
            found += min((_shortest(list(one)) for one in given[1]), key=len)
        elif code in {codes.SUBPATTERN, codes.ATOMIC_GROUP}:
            found += _shortest(_parts(code, given)[0])
    return found


CATEGORIES: Final = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}

"""Characters: which does a part of a regular expression take, and where is a place that it means?"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found, unused-ignore]
from collections.abc import Callable
from typing import Any, Final


def alike(number: int, flags: int) -> str:
    """A character, and those that count as the same."""
    letter = chr(number)
    return letter + letter.lower() + letter.upper() if flags & re.IGNORECASE else letter


def part_takes(code: Any, of: Any, letter: str, flags: int) -> bool:  # noqa: ANN401
    """Whether a part of a set has a character."""
    if code is codes.LITERAL:
        return letter in alike(of, flags)
    if code is codes.RANGE:
        forms = alike(ord(letter), flags) if len(letter) == 1 else letter
        return any(of[0] <= ord(one) <= of[1] for one in forms)
    return CATEGORIES[of](letter, bool(flags & re.ASCII))


def is_word(letter: str, is_ascii: bool = False) -> bool:  # noqa: FBT001, FBT002
    """Whether a character is one of a word."""
    return (letter.isalnum() or letter == "_") and (not is_ascii or letter.isascii())


def _bound(text: str, at: int, flags: int) -> bool:
    sides = [text[at - 1 : at] if at else "", text[at : at + 1]]
    before, behind = (bool(one) and is_word(one, bool(flags & re.ASCII)) for one in sides)
    return before != behind


def _is_line_end(text: str, at: int, flags: int) -> bool:
    rest = text[at : at + 2]
    return rest in {"", "\n"} or (bool(flags & re.MULTILINE) and rest[:1] == "\n")


CATEGORIES: Final[dict[Any, Callable[[str, bool], bool]]] = {
    codes.CATEGORY_DIGIT: lambda one, ascii_: one.isdecimal() and (not ascii_ or one.isascii()),
    codes.CATEGORY_NOT_DIGIT: lambda one, ascii_: (
        not one.isdecimal() or (ascii_ and not one.isascii())
    ),
    codes.CATEGORY_SPACE: lambda one, ascii_: one.isspace() and (not ascii_ or one.isascii()),
    codes.CATEGORY_NOT_SPACE: lambda one, ascii_: (
        not one.isspace() or (ascii_ and not one.isascii())
    ),
    codes.CATEGORY_WORD: is_word,
    codes.CATEGORY_NOT_WORD: lambda one, ascii_: not is_word(one, ascii_),
}
PLACES: Final[dict[Any, Callable[[str, int, int], bool]]] = {
    codes.AT_BEGINNING: lambda text, at, flags: (
        at == 0 or (bool(flags & re.MULTILINE) and text[at - 1] == "\n")
    ),
    codes.AT_BEGINNING_STRING: lambda _text, at, _flags: at == 0,
    codes.AT_END: _is_line_end,
    codes.AT_END_STRING: lambda text, at, _flags: at == len(text),
    codes.AT_BOUNDARY: _bound,
    codes.AT_NON_BOUNDARY: lambda text, at, flags: not _bound(text, at, flags),
}

"""Hebrew letters: five have another shape at a word's end, so an ending can't be changed without them."""

from __future__ import annotations

from typing import Final

_FINAL: Final = dict(zip("כמנפצ", "ךםןףץ", strict=True))
_MIDDLE: Final = {final: middle for middle, final in _FINAL.items()}


def final(word: str) -> str:
    """With the last letter as it stands at a word's end."""
    return word[:-1] + _FINAL.get(word[-1:], word[-1:])


def unfinal(word: str) -> str:
    """With the last letter as it stands inside a word."""
    return word[:-1] + _MIDDLE.get(word[-1:], word[-1:])

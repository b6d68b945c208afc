"""Switches: which query says the same, but for one name or word of it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

_QUOTE: Final = '["“”„‟״＂«»]'


def as_typed(query: str, name: str) -> str | None:
    """The query with `=` before the words of a name, or before its quotation mark; None if it does not stand there."""
    return _switched(query, name, lambda quoted: f"={quoted}", lambda alone: re.sub(r"\S+", r"=\g<0>", alone))


def _switched(query: str, written: str, quoted: Callable[[str], str], alone: Callable[[str], str]) -> str | None:
    """The query with the words changed where they stand in quotation marks, or else where they stand alone."""
    words = r"\s+".join(map(re.escape, written.split()))
    ways = (
        (rf"(?<!=){_QUOTE}\s*{words}\s*{_QUOTE}", quoted),
        (rf"(?<![^\s(:-]){words}(?![^\s)])", alone),
    )
    for pattern, change in ways:
        if re.search(pattern, query):
            return "".join(_changed(re.split(f"({pattern})", query), change))
    return None


def _changed(parts: list[str], change: Callable[[str], str]) -> Iterator[str]:
    """The parts of a query, every second one changed."""
    for number, part in enumerate(parts):
        yield change(part) if number % 2 else part

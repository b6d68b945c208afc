"""Wording: numbers and places in a few words, for a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

MOST_RANGES: Final = 20  # numbers of articles in a line


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as a person writes them: 2-4, 9."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = [f"{first}-{last}" if first < last else str(first) for first, last in spans]
    return ", ".join(shown[:MOST_RANGES]) + (" …" if len(shown) > MOST_RANGES else "")


def kinds(ignored: Mapping[str, int]) -> str:
    """How many files there are of each kind that is not read, the most first."""
    counted = sorted(ignored.items(), key=lambda kind: (-kind[1], kind[0]))
    return ", ".join(f"{count} {ending or 'without an ending'}" for ending, count in counted)


def counted(number: int, thing: str) -> str:
    """How many there are, as one says it: 1 article, 2 articles."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def had(names: int, become: str) -> str:
    """How many names a file had, and what became of them: `kept` or `gone`."""
    if names == 1:
        return f"the name that it had is {become}"
    return f"the {names} names that it had are {become}"

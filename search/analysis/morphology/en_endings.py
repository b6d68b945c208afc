"""English endings of number and tense, and what may stand before them."""

from __future__ import annotations

import re
from typing import Final

_SHORTEST: Final = 3  # letters of a stem
_HISSING: Final = ("s", "x", "z", "ch", "sh", "o")  # what takes -es where others take -s
# a syllable that doubles its end before a vowel: plan
_DOUBLING: Final = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
_ENDINGS: Final = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)


ENDINGS: Final = tuple(dict.fromkeys(ending for ending, _ in _ENDINGS))


def stems(word: str) -> list[str]:
    """What may stand before such an ending.

    Note but not `not` in noted, plan in planned, play in playing.
    """
    cut = [
        (word[: -len(ending)] + new, ending)
        for ending, new in _ENDINGS
        if word.endswith(ending) and word != ending
    ]
    whole = [stem for stem, ending in cut if _takes(stem, ending)]
    single = [stem[:-1] for stem, _ in cut if len(stem) > _SHORTEST and stem[-1] == stem[-2]]
    return [stem for stem in (*whole, *single) if len(stem) >= _SHORTEST]


def _takes(stem: str, ending: str) -> bool:
    """Whether a stem takes an ending as it is."""
    if ending == "es":
        return stem.endswith(_HISSING)
    return ending not in {"ed", "ing"} or not _DOUBLING.fullmatch(stem)

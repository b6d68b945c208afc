"""English endings of number and tense, and what may stand before them."""

from __future__ import annotations

from typing import Final

_SHORTEST: Final = 3  # letters of a stem
_ENDINGS: Final = (
    ("ies", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)


def stems(word: str) -> list[str]:
    """What stands before such an ending, also with its last letter once (planned, plan)."""
    cut = [word[: -len(ending)] + new for ending, new in _ENDINGS if word.endswith(ending)]
    single = [stem[:-1] for stem in cut if len(stem) > _SHORTEST and stem[-1] == stem[-2]]
    return [stem for stem in (*cut, *single) if len(stem) >= _SHORTEST]

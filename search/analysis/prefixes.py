"""Prefixes: the letters that Hebrew writes in front of a word, and the chains that they make.

And, when-that, the, in, to, from, as: ו, ש, כש, ה, ב, ל, מ, כ. A chain has them in this order.
"""

from __future__ import annotations

from itertools import product
from typing import Final

LETTERS: Final = "משהוכלב"
_ORDER: Final = (
    ("", "ו"),
    ("", "ש", "כש", "לכש", "מש", "בש"),
    ("", "ה", "ב", "ל", "מ", "כ", "מה", "כה"),  # לה and בה contract: the article is not written
)
CHAINS: Final = frozenset("".join(parts) for parts in product(*_ORDER)) - {""}
BY_LENGTH: Final = tuple(sorted(CHAINS, key=lambda chain: (len(chain), chain)))


def splits(word: str, *, least: int = 2) -> list[tuple[str, str]]:
    """Every way to take a legal chain off a word so that at least `least` letters stay; the shortest chain first."""
    if word[:1] not in LETTERS:
        return []
    letters = len(word) - len(word.lstrip(LETTERS))
    cuts = range(1, min(letters, len(word) - least) + 1)
    return [(word[:cut], word[cut:]) for cut in cuts if word[:cut] in CHAINS and word[cut] not in "\"'-"]

"""Prefixes: the letters that Hebrew writes in front of a word, and the chains that they make.

And, when-that, the, in, to, from, as: ו, ש, כש, ה, ב, ל, מ, כ. A chain has them in this order.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

LETTERS: Final = "משהוכלב"
_ORDER: Final = (
    ("", "ו"),
    ("", "ש", "כש", "לכש", "מש", "בש"),
    ("", "ה", "ב", "ל", "מ", "כ", "מה", "כה"),  # לה and בה contract: the article is not written
)
CHAINS: Final = frozenset("".join(parts) for parts in product(*_ORDER)) - {""}
# those that names take
OF_NAMES: Final = frozenset(chain for chain in CHAINS if chain[-1] not in "הכ") | {""}
BY_LENGTH: Final = tuple(sorted(CHAINS, key=lambda chain: (len(chain), chain)))
# What is written as one with any word: between, two, one, three, many, sub-, anti-, pro-, pre-,
# post-, neo-, super-, mini-, multi-, ultra-, geo-, socio-, psycho-, hyper-, inter-, trans-, macro-,
# micro-, mega-, nano-, hydro-, electro-, euro-, pan-, crypto-.
TIES: Final = re.compile(
    "בי[ןנ]|דו|חד|תלת|רב|תת|אנטי|פרו|קד[םמ]|טרו[םמ]|פוסט|ניאו|סופר|מיני|מולטי|אולטרה"
    "|גאו|סוציו|פסיכו|היפר|אינטר|טרנס|מאקרו|מיקרו|מגה|ננו|הידרו|אלקטרו|אירו|פאן|קריפטו"
)
_BEGINNINGS: Final = frozenset(chain[:cut] for chain in CHAINS for cut in range(1, len(chain) + 1))


def splits(word: str, *, least: int = 2) -> list[tuple[str, str]]:
    """Every way to take a legal chain off a word so that at least `least` letters stay.

    The shortest chain first.
    """
    found = []
    for cut in range(1, len(word) - least + 1):
        chain = word[:cut]
        if chain not in _BEGINNINGS:
            break
        if chain in CHAINS and word[cut] not in "\"'-":
            found.append((chain, word[cut:]))
    return found

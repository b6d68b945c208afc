"""Romanian: what do words that mean several things mean in their sentence?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

# with pronouns of whom something is said or done to
TO_SOMEBODY: Final = ("i-a ", "i-au ", "le-a ", "le-au ")
IN: Final = ("de la", "din")
ARTICLES: Final = ("ul", "le", "a", "ii", "lui")  # how nouns end that have one
_BEFORE: Final = re.compile("f(?=o)")
_PLACE: Final = re.compile("(?<=[NGd])f(?=a)")
_ON: Final = re.compile("w(?=t)")
_PARTICIPLE: Final = re.compile(r"\w+(?:[aiuâî]t|[eptnr]s|pt|rt)(?:-o)?")


def settled(symbols: str, words: Sequence[str]) -> str:
    """The symbols of a sentence, given its words, where these may mean several things.

    `a` before a participle is the verb that makes a past tense, and `pe` before a day is nothing,
    and `de la` before a place says where talks were.
    """
    past = _BEFORE.sub(lambda found: "o" if _is_past(words, found.start()) else "f", symbols)
    at = _PLACE.sub(lambda found: "i" if words[found.start()] in IN else "f", past)
    return _ON.sub("t", at)


def _is_past(words: Sequence[str], at: int) -> bool:
    return words[at] == "a" and bool(_PARTICIPLE.fullmatch(words[at + 1]))


def is_dative(before: Sequence[str]) -> bool:
    """Whether `lui`, the last word before a name, says to whom: `i-a cerut scuze lui A`.

    Behind a noun with an article it says whose that is: `i-a arătat planul lui A`.
    """
    *others, word, of = before
    if of != "lui" or word.endswith(ARTICLES):
        return False
    return any(words.casefold().startswith(TO_SOMEBODY) for words in others)

"""Hebrew acronyms: letters with gershayim before the last, which take prefixes and endings like words.

צה"ל is an army and not a prefixed ה"ל; ולצה"ל is it behind two prefixes; דו"חות is the plural of דו"ח.
"""

from __future__ import annotations

import re
from typing import Final

from search import names
from search.analysis import fold
from search.analysis.prefixes import splits
from search.analysis.tables import words

_INFLECTED: Final = re.compile(r"([א-ת']{1,4}\"[א-ת])(?:ים|ות|ית|יות|ניק|ניקים|י|ו|ה|יה|יהם|נו)")
_ACRONYM: Final = re.compile(r"[א-ת']+\"[א-ת]")
_BEFORE: Final = ("ב", "ל", "ה", "מ", "ש", "ו", "כ", "וה", "של", "שה", "מה")  # what texts write before a noun
_TWO_LETTERS: Final = 3  # with the mark between them


def acronym(word: str) -> str:
    """The acronym in a word with gershayim, without prefixes and ending; the mark is kept."""
    inflected = _INFLECTED.fullmatch(word)
    base = word if _ACRONYM.fullmatch(word) or not inflected else inflected[1]
    if not _ACRONYM.fullmatch(base):
        return word
    return max(_rests(base), key=_evidence)


def _rests(base: str) -> list[str]:
    """The acronym behind each prefix that leaves one which texts have."""
    frequency = words("he").frequency
    rests = [rest for _, rest in splits(base, least=_TWO_LETTERS) if frequency(rest)]
    return [base, *(rest for rest in rests if len(rest) > _TWO_LETTERS or _seen_behind(rest) > 2 * _seen_behind(base))]


def _evidence(rest: str) -> tuple[bool, int, int]:
    """An acronym is seen behind many prefixes; of two, the longer is the likelier."""
    return rest in _names(), _seen_behind(rest), len(rest)


def _seen_behind(word: str) -> int:
    """Behind how many prefixes texts have a word."""
    return sum(words("he").frequency(prefix + word) > 0 for prefix in _BEFORE)


def _names() -> frozenset[str]:
    return frozenset(fold.normal(name) for name in names.word_names("he") if '"' in name)

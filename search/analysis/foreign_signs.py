"""Foreign signs: which language does a text show by letters or words that none of ours has?

Kurdish and Pashto have letters that Persian lacks, Belarusian one that Russian and Ukrainian lack;
Yiddish has the letters of Hebrew, and small words of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from search import icu
from search.analysis.lexicon import rows
from search.model.languages import UNDETERMINED

FEWEST: Final = 3  # words with a sign
SHARE: Final = 0.06  # of the words
BEGINNING: Final = 4000  # characters that are looked at
_MARKS: Final = re.compile("[\u0591-\u05bd\u05bf-\u05c7]")
_WORD: Final = re.compile(r"\w+")


def language_by_signs(text: str, script: str) -> str | None:
    """The code of the language, `und` if it may be several; None where a text shows none."""
    signs, pattern = _signs(script), _pattern(script)
    if pattern is None or not pattern.search(text):
        return None
    beginning = _MARKS.sub("", text[:BEGINNING]) if script == "Hebr" else text[:BEGINNING]
    met = [match.group().casefold() for match in pattern.finditer(beginning)]
    if len(met) < FEWEST or len(met) < SHARE * len(_WORD.findall(beginning)):
        return None
    counts = Counter(language for sign in met for language in signs[sign])
    (best, most), *others = counts.most_common(2)
    return best if not others or others[0][1] < most else UNDETERMINED


@cache
def _signs(script: str) -> Mapping[str, tuple[str, ...]]:
    """The signs of a script with the languages that have them."""
    found = rows("foreign-signs.tsv")
    return {sign: tuple(langs.split()) for sign, langs in found if icu.script_of(sign[0]) == script}


@cache
def _pattern(script: str) -> re.Pattern[str] | None:
    """A letter, or a word that stands alone."""
    signs = sorted(_signs(script))
    letters = "".join(sign for sign in signs if len(sign) == 1)
    words = "|".join(sign for sign in signs if len(sign) > 1)
    either = [f"[{letters}]" if letters else "", rf"(?<!\w)(?:{words})(?!\w)" if words else ""]
    whole = "|".join(filter(None, either))
    return re.compile(whole, re.IGNORECASE) if whole else None

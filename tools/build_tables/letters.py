"""Letters: how often do languages that share a script have three letters in a row?"""

from __future__ import annotations

import math
from collections import Counter
from typing import Final

from search.analysis.language import trigrams
from search.analysis.normalize import strip_accents
from search.model.languages import LANGUAGES_BY_SCRIPT
from tools.build_tables.sources import frequencies
from tools.build_tables.writing import write_rows

_COMMON: Final = 1e-6  # how frequent a word must be to be counted
_SEEN: Final = 1e-5  # how often three letters must come in either language to be told apart by
_NEVER: Final = 1e-6


def make() -> None:
    """A table a script.

    Three letters, and for each of its languages the decimal logarithm of how often they come.
    """
    for script, languages in LANGUAGES_BY_SCRIPT.items():
        if len(languages) > 1:
            shares = [_shares(language) for language in languages]
            often = {some for own in shares for some, share in own.items() if share >= _SEEN}
            rows = (
                (some, *(round(math.log10(own[some] + _NEVER), 2) for own in shares))
                for some in sorted(often)
            )
            write_rows(f"{script.lower()}-letters.tsv", ("letters", *languages), rows)


def _shares(language: str) -> Counter[str]:
    """How often three letters come in texts of a language; in Romanian also without accents."""
    counts: Counter[str] = Counter()
    for word, share in frequencies(language, _COMMON).items():
        for spelled in {word, strip_accents(word)} if language == "ro" else {word}:
            counts.update(dict.fromkeys(trigrams(spelled), share))
    whole = counts.total()
    return Counter({some: count / whole for some, count in counts.items()})

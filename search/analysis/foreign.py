"""Foreign: which language is a text in that is in none of ours?

The most frequent words tell, of which a sentence has several. A text is ours unless another
language is far likelier, and `und` where two others are about as likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Final

from search.analysis.lexicon import has_table, rows
from search.model.languages import UNDETERMINED

FEWEST: Final = 5  # words that tell a language
_STEPS: Final = (
    24,
    120,
)  # words that are looked at: of most texts the first few tell that they are ours
_UNLISTED: Final = 0.7  # the frequency of a word that a language does not have among its frequent
_LEAD: Final = 5.0  # the lead over all of ours, in powers of ten, that makes a text foreign
_SURE: Final = 1.0  # the lead over any other that tells which it is
_HITS: Final = 4  # frequent words of another language that must come
_LONGER: Final = 2  # of them have more than one letter
_SHARE: Final = 0.2  # the share of words that must be such

Gains = dict[str, float]


def foreign_language(words: Iterable[str], script: str, ours: Collection[str]) -> str | None:
    """The code of another language, `und` if it may be several; None if a text is ours."""
    table, rest = _frequent(script), iter(words)
    gains: Gains = defaultdict(float)
    hits: dict[str, list[str]] = defaultdict(list)
    seen = 0
    for most in _STEPS if table else ():
        for word in islice(rest, most - seen):
            seen += 1
            for language, frequency in table.get(word, ()):
                # `met` is Dutch for with: what is said again tells nothing more
                gains[language] += (frequency - _UNLISTED) * (word not in hits[language])
                hits[language].append(word)
        best, second = _best(gains, ours)
        if seen < FEWEST or gains[best] < max(gains[one] for one in ours) + _LEAD:
            return None
    if not table or not _is_enough(hits[best], seen):
        return None
    return best if gains[best] - gains[second] >= _SURE else UNDETERMINED


def _is_enough(hits: Sequence[str], seen: int) -> bool:
    """Whether enough words were met, and not letters alone."""
    met = set(hits)
    longer = sum(len(word) > 1 for word in met)
    return len(met) >= _HITS and longer >= _LONGER and len(hits) >= _SHARE * seen


def _best(gains: Gains, ours: Collection[str]) -> tuple[str, str]:
    """The two likeliest languages that are not ours."""
    others = sorted((one for one in gains if one not in ours), key=lambda one: -gains[one])
    first, second, *_ = (*others, "", "")
    return first, second


@cache
def _frequent(script: str) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """The frequent words of a script: the languages that have them, and how frequent they are."""
    file = f"{script.lower()}-frequent.tsv"
    found = rows(file) if has_table(file) else ()
    return {word: tuple(map(_pair, languages.split(" "))) for word, languages in found}


def _pair(written: str) -> tuple[str, float]:
    language, _, frequency = written.partition(":")
    return language, float(frequency)

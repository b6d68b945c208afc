"""Foreign: the most frequent words of languages that share a script with ours."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

import wordfreq

from search.analysis.normalize import normalize
from search.model.languages import LANGUAGES_BY_SCRIPT
from tools.build_tables.writing import write_rows

# Languages of our scripts of which wordfreq has a list; their codes as ISO 639-1 has them.
OTHERS: Final[Mapping[str, tuple[str, ...]]] = {
    "Latn": (
        *("ca", "cs", "da", "de", "es", "fi", "fr", "hr", "hu", "id", "is", "it", "lt", "lv"),
        *("nb", "nl", "pl", "pt", "sk", "sl", "sv", "tr", "vi"),
    ),
    "Cyrl": ("bg", "mk", "sr"),
    "Arab": ("ur",),
}
_MOST: Final = 600  # words of a language
# Serbian is listed in Latin letters; two stand for one first.
_SERBIAN: Final = (
    *(("nj", "њ"), ("lj", "љ"), ("dž", "џ")),
    *zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True),
)


def make() -> None:
    """A table a script: a word, and how frequent it is in each language that has it."""
    for script, others in OTHERS.items():
        lists = {one: dict(_common(one)) for one in (*LANGUAGES_BY_SCRIPT[script], *others)}
        words = sorted({word for own in lists.values() for word in own})
        table = ((word, " ".join(_told(word, lists))) for word in words)
        write_rows(f"{script.lower()}-frequent.tsv", ("word", "languages"), table)


def _told(word: str, lists: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The languages that have a word, each with the decimal logarithm of its millionths."""
    for language, own in lists.items():
        if word in own:
            yield f"{language}:{round(math.log10(own[word] * 1e6), 1)}"


def _common(language: str) -> Iterator[tuple[str, float]]:
    """The most frequent words of a language in our spelling."""
    count = 0
    for word in wordfreq.top_n_list(language, 2 * _MOST):
        spelled = normalize(_cyrillic(word) if language == "sr" else word)
        if spelled.replace("'", "").isalpha() and count < _MOST:
            count += 1
            yield spelled, wordfreq.word_frequency(word, language)


def _cyrillic(word: str) -> str:
    for latin, letter in _SERBIAN:
        word = word.replace(latin, letter)
    return word

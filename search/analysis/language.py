"""Languages: which language a text is in, as far as its letters and words tell.

A script that one language of ours has decides alone. Where two share a script, letters that only one has count most,
then how frequent each word is in either. What stays in doubt is `und`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import methodcaller
from typing import Final

from search import icu
from search.analysis.fold import bare, normal
from search.analysis.tables import words
from search.articles import UNDETERMINED

SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    "Hebr": ("he",),
    "Latn": ("ro", "en"),
    "Cyrl": ("ru", "uk"),
    "Arab": ("ar", "fa"),
}
# Letters of only one of the languages that share a script.
_LETTERS: Final = {
    "ro": frozenset("ăâîșț"),
    "ru": frozenset("ыэъё"),
    "uk": frozenset("іїєґ'"),
    "fa": frozenset("پچژگکی"),
    "ar": frozenset("ةؤئىيك"),
}
# The words of a script; what follows a letter inside a word may be a mark.
_WORDS: Final = {
    "Hebr": re.compile("[\u05d0-\u05ea]+"),
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]*"),
    "Cyrl": re.compile("[\u0400-\u052f][\u0300-\u036f\u0400-\u052f'\u2019\u02bc]*"),
    "Arab": re.compile("[\u0620-\u06ff\ufb50-\ufefc][\u0620-\u06ff\u200c\ufb50-\ufefc]*"),
}
_UNKNOWN: Final = 2.0  # the frequency that a word has in a language whose list does not have it
_LETTER: Final = 2.5  # what a letter of one language counts, in powers of ten
_SURE: Final = 1.5  # the lead, in powers of ten, from which a language is believed
_ENOUGH: Final = 5.0  # the lead from which no more words are read
_KNOWN: Final = 0.25  # the share of words that must be known: other languages have letters of ours


_group: Final = methodcaller("group")


@lru_cache(maxsize=1 << 14)
def script_of(word: str) -> str:
    """The script of a word's first letter."""
    return next((icu.script_of(char) for char in word if char.isalpha()), "Zyyy")


def languages_of(text: str, scripts: Iterable[str] = tuple(SCRIPTS)) -> dict[str, str]:
    """For each of our scripts in a text the language written in it, `und` where that can't be known."""
    return {
        script: identify(map(_group, _WORDS[script].finditer(text)), script)
        for script in scripts
        if _WORDS[script].search(text)
    }


def language_of(text: str) -> str:
    """The language of most letters of a text, or `und`."""
    letters: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if char.isalpha():
            letters[icu.script_of(char)] += count
    script, _ = max(letters.items(), key=lambda row: row[1], default=("Zyyy", 0))
    return languages_of(text).get(script, UNDETERMINED)


def identify(spelled: Iterable[str], script: str) -> str:
    """The language of words in one script."""
    first, *others = SCRIPTS[script]
    if not others:
        return first
    second = others[0]
    lead, seen, known = 0.0, 0, 0
    for word in spelled:
        gain, is_known = _gain(word, first, second)
        lead, seen, known = lead + gain, seen + 1, known + is_known
        if abs(lead) >= _ENOUGH:
            break
    if abs(lead) < _SURE or known < _KNOWN * seen:
        return UNDETERMINED
    return first if lead > 0 else second


@lru_cache(maxsize=1 << 15)
def _gain(word: str, first: str, second: str) -> tuple[float, bool]:
    """How much a word speaks for the first language (above 0) or the second, and whether either knows it."""
    spelled = normal(word)
    frequencies = [_frequency(spelled, language) for language in (first, second)]
    letters = [_LETTER * bool(_LETTERS.get(language, frozenset()) & {*spelled, *word}) for language in (first, second)]
    gain = max(frequencies[0], _UNKNOWN) - max(frequencies[1], _UNKNOWN) + letters[0] - letters[1]
    return gain, any(frequencies) or any(letters)


def _frequency(word: str, language: str) -> float:
    """How frequent a word is; Romanian words also without their accents."""
    common = words(f"{language}-common")
    return common.frequency(word) or (words("ro-bare-common").frequency(bare(word)) if language == "ro" else 0.0)

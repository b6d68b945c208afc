"""Language detection: which language a text is in, as far as its letters and words tell.

A script that one language of ours has decides alone. Where two share a script, letters that only
one has count most, then how frequent each word is in either, then which letters follow each other.
What stays in doubt is `und`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from operator import add
from typing import Final

from search import icu
from search.analysis.foreign import foreign_language
from search.analysis.foreign_signs import language_by_signs
from search.analysis.lexicon import lexicon_of, rows
from search.analysis.normalize import normalize, strip_accents
from search.model.languages import LANGUAGES_BY_SCRIPT, UNDETERMINED, own_letters
from search.names import given_names

# The words of a script; what follows a letter inside a word may be a mark.
_WORDS: Final = {
    "Hebr": re.compile("[\u05d0-\u05ea]+"),
    "Latn": re.compile(
        "[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]*"
    ),
    "Cyrl": re.compile("[\u0400-\u052f][\u0300-\u036f\u0400-\u052f'\u2019\u02bc]*"),
    "Arab": re.compile("[\u0620-\u06ff\ufb50-\ufefc][\u0620-\u06ff\u200c\ufb50-\ufefc]*"),
}
_UNKNOWN: Final = 2.0  # the frequency that a word has in a language whose list does not have it
_LETTER: Final = 2.5  # what a letter of one language counts, in powers of ten
_SURE: Final = 1.5  # the lead, in powers of ten, from which words are read in one language only
_ENOUGH: Final = 5.0  # the lead from which no more words are read
_KNOWN: Final = 0.25  # the share of words that must be known: other languages have letters of ours
_FEW: Final = 3  # words that may all be unknown


def script_of(word: str) -> str:
    """The script of a word's first letter."""
    for char in word:
        if char.isalpha():
            return icu.script_of(char)
    return "Zyyy"


def languages_of(text: str, scripts: Iterable[str] = tuple(LANGUAGES_BY_SCRIPT)) -> dict[str, str]:
    """The language of the words of each known script in a text, `und` where several may be."""
    return {script: _told(text, script, _SURE) for script in scripts if _WORDS[script].search(text)}


def language_of(text: str) -> str:
    """The likelier language of most letters of a text, by its names only where it has no words.

    An English article on Maia Sandu and Klaus Iohannis is English. `und` if it is none of ours, or
    as likely another.
    """
    letters: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if char.isalpha():
            letters[icu.script_of(char)] += count
    script, _ = max(letters.items(), key=lambda row: row[1], default=("Zyyy", 0))
    if script not in LANGUAGES_BY_SCRIPT:
        return UNDETERMINED
    if foreign := _foreign(text, script):
        return foreign
    words = (match.group() for match in _WORDS[script].finditer(text))
    common = _spoken((word for word in words if not word[0].isupper()), script, _SURE)
    return common if common != UNDETERMINED else _told(text, script, 0.0)


def foreign_languages_of(text: str, scripts: Iterable[str]) -> dict[str, str]:
    """The language of the words of each script in a text that are in none of ours."""
    found = ((script, _foreign(text, script)) for script in scripts)
    return {script: language for script, language in found if language}


def _foreign(text: str, script: str) -> str | None:
    if by_signs := language_by_signs(text, script):
        return by_signs
    languages, named = LANGUAGES_BY_SCRIPT[script], _named(script)
    words = ((match.group(), normalize(match.group())) for match in _WORDS[script].finditer(text))
    said = (word for written, word in words if word not in named or written.islower())
    return foreign_language(said, script, languages)  # Ben is no Dutch word


@cache
def _named(script: str) -> frozenset[str]:
    """The given names in the languages of a script."""
    return frozenset[str]().union(*map(given_names, LANGUAGES_BY_SCRIPT[script]))


def _told(text: str, script: str, least: float) -> str:
    """The language of a text's words in one script, if its lead is more than `least`."""
    return _spoken((match.group() for match in _WORDS[script].finditer(text)), script, least)


def _spoken(words: Iterable[str], script: str, least: float) -> str:
    """The language of words in one script, if its lead is more than `least`."""
    languages = LANGUAGES_BY_SCRIPT[script]
    if len(languages) == 1:
        return languages[0]
    scores, lead, seen, known = (0.0,) * len(languages), 0.0, 0, 0
    for word in words:
        found, is_known = _scores(word, script)
        scores, seen, known = tuple(map(add, scores, found)), seen + 1, known + is_known
        second, first = sorted(scores)[-2:]
        lead = first - second
        if lead >= _ENOUGH:
            break
    if lead <= least or (seen > _FEW and known < _KNOWN * seen):
        return UNDETERMINED
    return languages[scores.index(max(scores))]


@lru_cache(maxsize=1 << 13)
def _scores(word: str, script: str) -> tuple[tuple[float, ...], bool]:
    """How much a word speaks for each language of its script, and whether any of them knows it."""
    spelled, written = normalize(word), frozenset(word.casefold())
    languages, columns = LANGUAGES_BY_SCRIPT[script], _trigram_shares(script)
    frequencies = [_frequency(spelled, language) for language in languages]
    own = [_LETTER * bool(own_letters(language) & written) for language in languages]
    runs = [columns[some] for some in trigrams(spelled) if some in columns]
    follow = [sum(column) / len(runs) for column in zip(*runs, strict=True)] or [0.0] * len(
        languages
    )
    scores = (
        max(often, _UNKNOWN) + letter + three
        for often, letter, three in zip(frequencies, own, follow, strict=True)
    )
    return tuple(scores), any(frequencies) or any(own)


def trigrams(word: str) -> list[str]:
    """Every three letters in a row of a normal word, its beginning and end being letters too."""
    within = f"^{word}$"
    return [within[place : place + 3] for place in range(max(1, len(within) - 2))]


@cache
def _trigram_shares(script: str) -> Mapping[str, tuple[float, ...]]:
    """How often each language of a script has three letters in a row, as logarithms."""
    return {
        some: tuple(map(float, shares)) for some, *shares in rows(f"{script.lower()}-letters.tsv")
    }


def _frequency(word: str, language: str) -> float:
    """How frequent a word is; Romanian words also without their accents."""
    common = lexicon_of(f"{language}-common")
    return common.frequency(word) or (
        lexicon_of("ro-bare-common").frequency(strip_accents(word)) if language == "ro" else 0.0
    )

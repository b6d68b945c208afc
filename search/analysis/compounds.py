"""Compounds: which words are two words written as one?

The dictionary decides: `ceasefire` is known, and so are `cease` and `fire`. Chance finds words in
words, so both parts must be words that are met often, and none that stands anywhere: `the rapist`
is no `therapist`. Letters and figures need no dictionary: F16 is F 16. Nor do the few words that
Hebrew ties to any other: דוקיום. Persian writes any compound in one word, with a half-space or in
two, so there the parts decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import digits
from typing import Final

from search.analysis.labels import latin_label
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology import fa_endings
from search.analysis.normalize import final, unfinal
from search.analysis.prefixes import TIES
from search.analysis.tokenizer import half_spaced
from search.analysis.word_spans import PREFIXED

# letters of a part, in languages that write one compound in several ways
SHORTEST_PART: Final = {"en": 3, "ro": 4}
# a part comes three times in a million words or more, and three in a thousand or less
RARE_PART, COMMON_PART = 3.5, 6.5
_ARABIC: Final = re.compile("[\u0620-\u06d3\u200c]{2,}")
_LABEL: Final = re.compile(r"([^\W\d_]{1,12})(\d{1,4})")
_INITIAL: Final = re.compile(r"[^\W\d_]\.?")
_INITIALS: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]{2}")
# letters of what such a word is tied to; with fewer, chance makes words (חדשות, דורות) unless they
# are rare beside their part (דושיח), a tenth
_SECOND, _CLEARLY = 4, 1.0
_RARE_SECOND: Final = 2.5  # it comes three hundred times in a milliard words
# Persian parts: their letters, and how frequent they are, but for those that stand everywhere (در)
_PERSIAN_PART, _PERSIAN_RARE, _PERSIAN_COMMON = 2, 2.5, 6.8
# Romanian wrote two words here until 2005: nici un, nici o.
_ONCE_TWO: Final = re.compile("nici(?:un|o|unul|una|unui|unei|unii|unele|unora)")
_THOSE: Final = "ان"  # a word too, and oftener the plural of people: دیگران


@lru_cache(maxsize=4096)
def parts(word: str) -> tuple[tuple[str, str], ...]:
    """Every pair of words that a normal word is made of.

    None if the dictionary does not know the word.
    """
    pairs = ((final(word[:cut]), word[cut:]) for cut in range(1, len(word)))
    return tuple(pair for pair in pairs if joined(*pair) == word)


def apart(word: str, whole: str) -> Iterator[tuple[str, ...]]:
    """Each way in which a word may be written as several; `whole` is its normal spelling."""
    yield from parts(whole)
    yield from filter(None, (half_spaced(word), initials(word)))
    if _ARABIC.fullmatch(word) and len(word) == len(whole):
        yield from _persian_parts(word, whole)
    label = None if whole.isascii() else latin_label(whole)
    if label:
        letters = label.rstrip(digits)  # as other scripts write it: MiG 29
        yield letters, label.removeprefix(letters)


def joined(first: str, second: str) -> str | None:
    """Two normal words as the one word that they make, if the dictionary knows it."""
    whole = unfinal(first) + second
    if is_label(first, second) or (first == "nici" and _ONCE_TWO.fullmatch(whole)):
        return whole
    return (
        whole
        if _is_tied(first, second) or any(_is_compound(one, first, second) for one in SHORTEST_PART)
        else None
    )


def beside_half_space(first: str, second: str) -> str | None:
    """Two words in Arabic letters, as typed, as the one word that Persian writes so."""
    is_persian = _ARABIC.fullmatch(first) and _ARABIC.fullmatch(second)
    return f"{first}\N{ZERO WIDTH NON-JOINER}{second}" if is_persian else None


def _persian_parts(word: str, whole: str) -> Iterator[tuple[str, str]]:
    """Every two words that may be one in Persian, as typed: their ی tells the language."""
    is_arabic = whole in lexicon_of("ar-common") and whole not in lexicon_of("fa-common")
    if is_arabic:
        return
    for cut in range(_PERSIAN_PART, len(whole) - _PERSIAN_PART + 1):
        first, second = whole[:cut], whole[cut:]
        if second != _THOSE and _is_persian_part(first) and _is_persian_part(second):
            yield word[:cut], word[cut:]


def _is_persian_part(word: str) -> bool:
    """Whether a word is one that Persian texts have, or a form of one."""
    frequency = lexicon_of("fa-common").frequency
    share = max(frequency(word), *map(frequency, fa_endings.unknown(word)))
    return _PERSIAN_RARE <= share <= _PERSIAN_COMMON


def behind_prefix(first: str, second: str) -> str | None:
    """Two normal words as one, if the first only stands before others: pro Russian."""
    is_whole = PREFIXED.fullmatch(first) and len(second) >= _SECOND
    return first + second if is_whole else None


def is_label(first: str, second: str) -> bool:
    """Whether letters and a figure may be one name: F 16, but also page 16."""
    return first.isalpha() and second.isdecimal() and bool(_LABEL.fullmatch(first + second))


def initials(word: str) -> tuple[str, ...]:
    """The letters of initials as they are written with spaces; none of other words."""
    is_initials = (word.isupper() or "." in word) and _INITIALS.fullmatch(word)
    return tuple(filter(str.isalpha, word)) if is_initials else ()


def joined_initials(first: str, second: str) -> str | None:
    """Two initials, as typed, as they are without a space: JK of J. K. and J K, т.е of т. е.

    Small letters need their dots: any two letters may be a word.
    """
    if not (_INITIAL.fullmatch(first) and _INITIAL.fullmatch(second)):
        return None
    if first[0].isupper() and second[0].isupper():
        return first[0] + second[0]
    has_dots = first.endswith(".") and second.endswith(".")
    return f"{first}{second[0]}".lower() if has_dots else None


def _is_tied(first: str, second: str) -> bool:
    """Whether a word may be written as one with any, and this one is no other word by chance."""
    if not TIES.fullmatch(first):
        return False
    frequency = lexicon_of("he").frequency
    if len(second) >= _SECOND:
        return frequency(second) >= _RARE_SECOND
    whole = frequency(unfinal(first) + second)
    return len(second) == _SECOND - 1 and 0 < whole < frequency(second) - _CLEARLY


def _is_compound(language: str, first: str, second: str) -> bool:
    if min(len(first), len(second)) < SHORTEST_PART[language]:
        return False
    is_known = lexicon_of(language).frequency(first + second) > 0
    return is_known and all(
        RARE_PART <= _usual(language, part) <= COMMON_PART for part in (first, second)
    )


def _usual(language: str, word: str) -> float:
    """How frequent a word is, or its dictionary form: keepers are rarer than a keeper."""
    lexicon = lexicon_of(language)
    form = lexicon.lemma(word) or word
    return lexicon.frequency(
        form if word.startswith(form) and len(form) >= SHORTEST_PART[language] else word
    )

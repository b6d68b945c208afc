"""Persian endings: what is a word a form of that no dictionary has?

Plurals, possessives and comparatives are written apart by a space, by ZERO WIDTH NON-JOINER or not
at all; a normal word has them joined. What is left must be a word, for many words end alike.
"""

from __future__ import annotations

from typing import Final

from search.analysis.lexicon import lexicon_of

LANGUAGE: Final = "fa"
_COMMON: Final = f"{LANGUAGE}-common"
# The plural with what may follow it, longest first; it ends few words by chance.
_PLURALS: Final = (
    *("هايشان", "هايتان", "هايمان", "هايي", "هايش", "هايت", "هايم", "هاي"),
    "ها",
)
_OTHERS: Final = (
    *("ترين", "شان", "تان", "مان", "تري", "تر", "اش", "ات", "ام", "اي", "يي", "ان"),
    *("ت", "م", "ش", "ي"),
)
_EZAFE: Final = ("اي", "وي", "هي")  # after a vowel ی only ties the word to the next
_HAMZA: Final = ("يي", "ئي")  # as some write رئیس and اسرائیل
_CLEARLY: Final = 1.5  # how much more frequent one of two words must be, by powers of ten
_SHORTEST: Final = 2  # letters that an ending must leave
_NAME: Final = 3  # letters of a word that no list has, before a plural


def unknown(word: str) -> list[str]:
    """The dictionary forms of a word that the dictionary has not."""
    other = word.replace(*_HAMZA)
    return _forms(other) if other != word and _is_known(other) else _by_endings(word)


def _by_endings(word: str) -> list[str]:
    """The dictionary forms of what plurals and other endings leave of a word."""
    is_common = word in lexicon_of(_COMMON)
    for ending in _PLURALS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and (_is_known(rest) or len(rest) >= _NAME):
            is_word = is_common and ending == "ها" and _is_rarer(rest, word)
            return [word] if is_word else _singular(rest, ending, word)
    if is_common:
        return [word]
    for ending in _OTHERS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > _SHORTEST and _is_known(rest):
            return _forms(rest)
    return _forms(word[:-1]) if word.endswith(_EZAFE) and _is_known(word[:-1]) else [word]


def _singular(rest: str, ending: str, word: str) -> list[str]:
    """What a plural is of; خانه‌ای is one خانه, and looks like many of what it is without its ه."""
    frequency = lexicon_of(_COMMON).frequency
    longer = f"{rest}ه"
    if not ending.startswith("هاي") or not _is_known(longer):
        return _forms(rest)
    if frequency(longer) < frequency(rest) - _CLEARLY:
        return _forms(rest)
    if _is_known(rest) and word in lexicon_of(_COMMON):
        return [word]
    return _forms(rest) if frequency(rest) > frequency(longer) else _forms(longer)


def _is_rarer(rest: str, word: str) -> bool:
    """Whether what a plural would be of is rarer than it: تنها is only, and seldom bodies."""
    frequency = lexicon_of(_COMMON).frequency
    return frequency(rest) < frequency(word)


def _is_known(word: str) -> bool:
    return word in lexicon_of(LANGUAGE) or word in lexicon_of(_COMMON)


def _forms(word: str) -> list[str]:
    return lexicon_of(LANGUAGE).forms(word) or [word]

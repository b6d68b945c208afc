"""Surroundings: does a surname at a place of a text stand for itself, and does it speak?

It is part of a longer name in `Dan Johnson`, `Johnson & Johnson`, `Johnson Space Center`, and in an
address (`ул. Брауна`).
Hebrew has no capitals, so there what stands before it is a function word, or no word.
"""

from __future__ import annotations

import re
from typing import Final

from search.analysis.language import script_of
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize
from search.entities.ambiguity import FREQUENCIES
from search.model.languages import LANGUAGES_BY_SCRIPT

# the decimal logarithm of how often in a milliard a function word comes, which is no given name
FUNCTION_WORD: Final = 5.5
SCRIPTS: Final = frozenset({"Cyrl", "Hebr", "Latn"})  # that tell by capitals or by function words
AROUND: Final = 40  # code points that are looked at on each side

_LETTERS: Final = r"[\w'’״\"׳]"
_LEFT: Final = re.compile(rf"(?<!{_LETTERS})({_LETTERS}+)[ \u00a0]\Z")
_RIGHT: Final = re.compile(rf"[ \u00a0]({_LETTERS}+)")
_NEXT: Final = re.compile(rf"\s({_LETTERS}+)")  # also on the next line
# `Prince-Brown`, `@brown`, `A. Brown`, `Sen. Brown`, `ул. Брауна`
_TIED_BEFORE: Final = re.compile(
    r"(?:\w[\-\u2010-\u2013־]\W?|[&/@#_+]\s?|\b(?:\w|[^\W\d_][a-zа-я]{1,2})\.\s?)\Z"
)
_TIED_BEHIND: Final = re.compile(r"[\-\u2010-\u2013־/@_.]\w|[ \u00a0]?&")
_HYPHEN: Final = re.compile("[\u2060\u200b]?[\\-\u2010-\u2013][\u2060\u200b]?")
_SENTENCE: Final = re.compile(r"(?:\A|[.!?:;|\n\"„“”«»(•–—-])[^\S\n]*\Z")
_SPEECH: Final = re.compile(r":\s?[\"„“”«'״]")


def is_bare(text: str, start: int, end: int, script: str) -> bool:
    """Whether a surname, without prefixes, is no part of a longer name."""
    if script != "Hebr":
        return not is_longer(text, start, end)
    before = text[max(0, start - AROUND) : start]
    if _TIED_BEFORE.search(before) or _TIED_BEHIND.match(text, end):
        return False
    left = _LEFT.search(before)
    return not left or _is_function_word(left[1])


def is_longer(text: str, start: int, end: int) -> bool:
    """Whether a surname is part of a longer name, by its capitals and signs."""
    before = text[max(0, start - AROUND) : start]
    if _TIED_BEFORE.search(before) or _TIED_BEHIND.match(text, end):
        return True
    left, right = _LEFT.search(before), _RIGHT.match(text, end)
    if right and right[1][0].isupper():
        return True
    if not left or left[1].islower() or left[1].upper() == left[1].lower():
        return False
    is_first = _SENTENCE.search(before[: left.start()]) is not None
    return not (is_first and _is_function_word(left[1]))


def goes_on(text: str, end: int, *, is_title: bool) -> bool:
    """Whether a name with a capital follows, in a title, where words have one too, a rare word."""
    right = _NEXT.match(text, end)
    return (
        right is not None
        and right[1][0].isupper()
        and not (is_title and _is_known(normalize(right[1])))
    )


def is_hyphen(text: str, start: int, end: int) -> bool:
    """Whether a hyphen alone is between two places of a text; it may be tied to both words."""
    return _HYPHEN.fullmatch(text, start, end) is not None


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with the name, and what was said follows it in quotation marks."""
    is_first = _SENTENCE.search(text[max(0, start - AROUND) : start]) is not None
    return is_first and _SPEECH.match(text, end) is not None


def _is_known(spelling: str) -> bool:
    """Whether a word is in a dictionary of its script."""
    languages = LANGUAGES_BY_SCRIPT.get(script_of(spelling), ())
    return any(lexicon_of(language).lemma(spelling) is not None for language in languages)


def _is_function_word(word: str) -> bool:
    """Whether a word is very frequent in a language of its script."""
    spelling = normalize(word)
    return any(
        lexicon_of(FREQUENCIES[language]).frequency(spelling) >= FUNCTION_WORD
        for language in LANGUAGES_BY_SCRIPT.get(script_of(word), ())
    )

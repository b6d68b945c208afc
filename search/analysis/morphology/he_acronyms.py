"""Hebrew acronyms.

Letters with gershayim before the last, which take prefixes and endings like words.
צה"ל is an army and not a prefixed ה"ל; ולצה"ל is it behind two prefixes; דו"חות is the plural of
דו"ח.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import final
from search.analysis.prefixes import splits

_INFLECTED: Final = re.compile(r"([א-ת']{1,4}\"[א-ת])(?:ים|ות|ית|יות|ניק|ניקים|י|ו|ה|יה|יהם|נו)")
# a year in letters, also with its thousands: בתש"ח, ה'תשפ"ו
_YEAR: Final = re.compile("[והבלמשכ]{0,3}(?:ה')?(ת[קרש][א-ת]{0,2}\"[א-ת])")
_ACRONYM: Final = re.compile(r"[א-ת']+\"[א-ת]")
_UNMARKED: Final = re.compile("([א-ת]{3,5})(ים|ות|ית|יות)")
# what texts write before a noun
_BEFORE: Final = ("ב", "ל", "ה", "מ", "ש", "ו", "כ", "וה", "של", "שה", "מה")
_TWO_LETTERS: Final = 3  # with the mark between them
_OFTEN, _BEHIND_SOME = 3.0, 3  # a thousand times in a milliard words, and behind three prefixes
_SHORTEST: Final = 3  # letters of an acronym that is recognised without its mark


def acronym(word: str) -> str:
    """The acronym in a word with gershayim, without prefixes and ending; the mark is kept."""
    year = _YEAR.fullmatch(word)
    if year:
        return year[1]
    inflected = _INFLECTED.fullmatch(word)
    base = word if _ACRONYM.fullmatch(word) or not inflected else inflected[1]
    if not _ACRONYM.fullmatch(base):
        return word
    base = _with_end(base)
    frequency = lexicon_of("he").frequency
    rests = [rest for _, rest in splits(base, least=_TWO_LETTERS) if frequency(rest)]
    best = max((base, *(rest for rest in rests if len(rest) > _TWO_LETTERS)), key=_evidence)
    return next(
        (rest for rest in rests if len(rest) == _TWO_LETTERS and _is_clear(rest, best)), best
    )


def _with_end(base: str) -> str:
    """An acronym as texts end it most: כטב"מים are of כטב"ם, as is כטב"מ, and ח"כים of ח"כ."""
    return max((base, final(base)), key=lexicon_of("he").frequency)


def _evidence(rest: str) -> tuple[int, bool, int]:
    """What is seen behind many prefixes, then what is seen at all, then the longer."""
    return _seen_behind(rest), lexicon_of("he").frequency(rest) > 0, len(rest)


def _is_clear(short: str, longer: str) -> bool:
    """Whether two letters are the acronym.

    Three with one that looks like a prefix often are one too (בג"ץ, מע"מ).
    """
    frequency = lexicon_of("he").frequency
    return frequency(short) > frequency(longer) and _seen_behind(short) > 2 * _seen_behind(longer)


def unmarked_acronym(word: str) -> str | None:
    """The acronym that a word without marks is, if it is no other word.

    Also behind prefixes, and with an ending: מנכלים are מנכ"לים.
    """
    lexicon = lexicon_of("he")
    if len(word) < _SHORTEST or lexicon.lemma(word) is not None:
        return None
    rests = (word, *(rest for _, rest in splits(word, least=_SHORTEST)))
    unlisted = [rest for rest in rests if lexicon.lemma(rest) is None]
    ended = next(filter(None, (_ended(rest, word) for rest in unlisted)), None)
    whole = ended or next((rest for rest in unlisted if _is_acronym(rest, word)), None)
    return acronym(_marked(whole)) if whole else None


def _ended(rest: str, word: str) -> str | None:
    """The acronym in front of an ending, if texts have the two rather with a mark than without.

    Or if they have no such word, and the acronym often.
    """
    found = _UNMARKED.fullmatch(rest)
    if not found:
        return None
    frequency, base = lexicon_of("he").frequency, final(found[1])
    often = frequency(_marked(base))
    if lexicon_of("he").lemma(base) is not None or frequency(base) > often:
        return None
    unlike = max(frequency(word), frequency(_marked(rest)))
    is_marked = frequency(_marked(found[1]) + found[2]) > unlike
    is_new = not unlike and len(base) > _SHORTEST and often >= _OFTEN
    return base if is_marked or is_new else None


def _is_acronym(rest: str, word: str) -> bool:
    """Whether texts have the letters more often with a mark, or often behind prefixes."""
    frequency = lexicon_of("he").frequency
    marked = _marked(rest)
    often = frequency(marked)
    if not often:  # as nearly all have none
        return False
    if often > max(frequency(rest), frequency(word)):
        return True
    return often >= _OFTEN and _seen_behind(marked) >= _BEHIND_SOME


def _marked(word: str) -> str:
    """A word with gershayim before its last letter."""
    return f'{word[:-1]}"{word[-1]}'


@lru_cache(maxsize=1 << 12)
def spelled_apart(acronym: str) -> bool:
    """Whether the letters of an acronym are another word, so that only its mark tells them apart.

    עו"ד, עוד.
    If both have the same plural they are one word: דו"חות and דוחות.
    """
    letters = acronym.replace('"', "")
    lexicon = lexicon_of("he")
    if lexicon.lemma(letters) in {None, acronym}:
        return False
    plurals = (
        f"{acronym}{ending}" for ending in ("ים", "ות") if lexicon.frequency(acronym + ending)
    )
    return all(lexicon.lemma(plural.replace('"', "")) != letters for plural in plurals)


def unmarked(word: str) -> str:
    """A word without geresh, and without gershayim unless they make it another word."""
    if word.isalpha():
        return word
    plain = word.replace("'", "") or word
    return plain if '"' in plain and spelled_apart(plain) else plain.replace('"', "") or plain


def _seen_behind(word: str) -> int:
    """Behind how many prefixes texts have a word."""
    return sum(lexicon_of("he").frequency(prefix + word) > 0 for prefix in _BEFORE)

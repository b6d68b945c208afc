"""Inflection: by which terms is a word of a name found?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, Literal

from search import names
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize, strip_accents, undotted
from search.analysis.tokens import EXACT, LEMMA

APART: Final = re.compile(r"[\s\-\u2010-\u2013־]")  # what parts the words of a name
CAPITALS: Final = 2
BEGINNING: Final = 2  # letters
LONGEST_PARTICLE: Final = 3  # letters
SHORT: Final = 3  # letters of a word whose end may be one of the first two
TIER: Final = 2  # characters of a term that name its tier
# Hebrew words are found without the and the and: הקרמלין, בקרמלין; והרצגובינה
TRANSCRIPTION: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss"}
)
TAKEN_OFF: Final = "הו"
# a lemma may end so where a name does not
FINALS: Final = {"כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"}

_QUOTES: Final = re.compile("[\"']")  # Hebrew lemmas are without: ארה"ב is ארהב


def word_terms(
    written: str, spelled: str, language: str, terms: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """What a word of a name is found by: its spelling, its forms, and lemmas.

    Without accents if it has a capital.
    A lemma of its own counts in a phrase only: alone, a name's lemma may be a common word (`US` is
    `we`). One that begins otherwise is another word's: `Си` is a name, and no form of `мы`. So is
    one without an end that names keep: `Турчинов` is a name, and no form of `турчин`.
    """
    exacts: tuple[str, ...] = (spelled, strip_accents(spelled)) if case(written) else (spelled,)
    if case(written) == CAPITALS:  # letters have no forms
        return tuple(dict.fromkeys(EXACT + word for word in exacts))
    exacts += (*inflections_of(spelled, language), *transcribed(spelled))
    lemma = _unmarked(spelled)
    final = FINALS.get(lemma[-1:], "") if len(lemma) > 1 else ""
    lemmas = (spelled, lemma, lemma[:-1] + final if final else lemma)
    begun = beginnings(written, language) if terms else frozenset()
    stems = _without_end(spelled, language) if terms else frozenset()
    own = (
        term
        for term in terms
        if term.startswith(LEMMA) and beginning(term[TIER:]) in begun and term[TIER:] not in stems
    )
    return tuple(
        dict.fromkeys(
            (*(EXACT + word for word in exacts), *(LEMMA + word for word in lemmas), *own)
        )
    )


def _unmarked(spelled: str) -> str:
    """A name without its quotation marks, unless a word is left: פת"ח is not פתח, he opened."""
    letters = _QUOTES.sub("", spelled)
    return spelled if '"' in spelled and lexicon_of("he").lemma(letters) is not None else letters


def transcribed(spelled: str) -> Iterator[str]:
    """How news agencies write a name without its dots and rings: Schlueter, Loekke."""
    if not spelled.isascii() and (plain := spelled.translate(TRANSCRIPTION)) != spelled:
        yield strip_accents(plain)


def alone(name: str) -> str:
    """How a name of one word is spelled in an analysed text.

    The last dot of U.S. is no letter's.
    """
    return undotted(normalize(name)).rstrip(".")


def inflections_of(word: str, language: str) -> Iterator[str]:
    """A name's forms: dictionaries know few names, and take Путину for the season of a fish."""
    ends = _inflections(language, "end")
    end = (
        next((word[cut:] for cut in range(len(word) + 1) if word[cut:] in ends), None)
        if ends
        else None
    )
    yield from starts(word, language)
    if end is not None:
        yield from (word.removesuffix(end) + form for form in ends[end])


def _without_end(word: str, language: str) -> frozenset[str]:
    """A name without each end that it may be inflected by."""
    ends = _inflections(language, "end")
    return frozenset(word[:cut] for cut in range(1, len(word)) if word[cut:] in ends)


def starts(word: str, language: str) -> Iterator[str]:
    """The forms of a name that begin otherwise: Arabic writes and, to, by before it."""
    found = _inflections(language, "start")
    start = (
        next((word[:cut] for cut in range(len(word), -1, -1) if word[:cut] in found), None)
        if found
        else None
    )
    if start is not None:
        yield from (form + word.removeprefix(start) for form in found[start])


def has_inflections(language: str) -> bool:
    """Whether names in a language have forms that no dictionary has."""
    return has_starts(language) or bool(_inflections(language, "end"))


def has_starts(language: str) -> bool:
    """Whether names in a language have forms that begin otherwise."""
    return bool(_inflections(language, "start"))


@cache
def _inflections(language: str, place: Literal["start", "end"]) -> Mapping[str, tuple[str, ...]]:
    """What becomes of the start or the end of a language's names."""
    found: dict[str, tuple[str, ...]] = {}
    for row in names.inflections():
        if (row.language, row.place) == (language, place):
            found[normalize(row.written)] = (
                *found.get(normalize(row.written), ()),
                normalize(row.form),
            )
    return found


def case(word: str) -> int:
    """What a text must have: 2 capitals only, 1 a capital first, 0 anything."""
    if len(word) > 1 and word.isupper():
        return CAPITALS
    return int(word[0].isupper())


def cases_of_person(name: Sequence[str]) -> tuple[int, ...]:
    """What a text must have for the words of somebody's name.

    Lists have Emmanuel MACRON, and a particle within a name may be small: Bart de Wever.
    """
    if len(name) == 1:
        return (case(name[0]),)
    ends = {0, len(name) - 1}
    return tuple(
        min(1, case(word)) if place in ends or len(word) > LONGEST_PARTICLE else 0
        for place, word in enumerate(name)
    )


def beginnings(word: str, language: str) -> frozenset[str]:
    """What a word of a name, in any of its forms, may begin with."""
    spelled = alone(word)
    shapes = {spelled}
    shapes.update(transcribed(spelled))
    if spelled[:1] in TAKEN_OFF:
        shapes.update(map(spelled.removeprefix, TAKEN_OFF))
    if has_starts(language):
        shapes.update(starts(spelled, language))
    if "'" in spelled or '"' in spelled:
        shapes.add(_QUOTES.sub("", spelled))
    if len(spelled) <= SHORT:
        shapes.update(inflections_of(spelled, language))
    return frozenset(map(beginning, shapes))


def beginning(spelled: str) -> str:
    """The first letters of a spelling, without accents."""
    return strip_accents(spelled[:BEGINNING])

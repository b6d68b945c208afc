"""English: the dictionary put right where it prefers rare words, and what a form may be besides.

A word may be two: closing is a noun and a form of close, thought a noun and a form of think. The
irregular forms that dictionaries take for other words are kept by hand, but for those that mostly
are another word (ground, bit, wound).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from search.analysis.lexicon import rows
from search.analysis.morphology.en_endings import stems
from search.analysis.normalize import normalize, strip_accents
from tools.build_tables.sources import frequencies, given
from tools.build_tables.writing import write_rows, write_words

IRREGULAR: Final = "en-irregular.tsv"
SPELLINGS: Final = Path(__file__).with_name("english-spellings.tsv")
_PLACES: Final = {"word": "^{}$", "end": "(?<=.{{3}}){}$", "start": "^{}"}
_FLOOR: Final = 3e-8
# letters: a shorter form that the dictionary has only with a capital is an abbreviation (Dr, ISS)
_NAMES: Final = 5
# powers of ten by which a word must be more frequent than the dictionary's choice
_CLEARLY: Final = 1.0
_NEARLY: Final = 0.5  # powers of ten by which a verb may be rarer than its gerund
_REAL: Final = 3e-7  # how frequent a regular word of the dictionary must be to be believed
_SOME: Final = 0.02  # how frequent a plural must be beside a form, to make that form a noun
# Americans, Israelis: the dictionary has them as words of their own
_PEOPLES: Final = ("ans", "is")

Forms = Mapping[str, str]
Shares = Mapping[str, float]


def make() -> None:
    """The words of English with their dictionary forms, and the second ones."""
    shares, forms = frequencies("en", _FLOOR), _forms()
    regular = {form: _regular(form, lemma, forms, shares) for form, lemma in forms.items()}
    irregular = {form: word for form, word in rows(IRREGULAR) if regular.get(form) != word}
    rare = {
        form: word
        for form, word in irregular.items()
        if _is_clear(word, regular.get(form, form), shares)
    }
    lemmas = {**regular, **rare}
    found = {form: second for form in lemmas if (second := _second(form, lemmas, shares))}
    others = {form: word for form, word in irregular.items() if form not in rare}
    write_words("en", lemmas, shares, alternates={**found, **others})
    write_rows("en-spellings.tsv", ("british", "american"), _spellings(lemmas, shares))


def _spellings(lemmas: Forms, shares: Shares) -> Iterator[tuple[str, str]]:
    """Dictionary forms with the American spelling of a British one: organise, organize.

    And what is cut short, which no dictionary has: capt.
    """
    lines = SPELLINGS.read_text(encoding="utf-8").splitlines()[1:]
    written = [line.split("\t") for line in lines]
    patterns = [
        (re.compile(_PLACES[place].format(british)), american)
        for british, place, american in written
    ]
    short = {british for british, place, _ in written if place == "word" and british not in lemmas}
    for lemma in sorted(short.union(lemmas.values())):
        ways = (pattern.sub(american, lemma) for pattern, american in patterns)
        known = (way for way in ways if way != lemma and lemmas.get(way, way) == way)
        found = next((way for way in known if shares.get(way, 0.0) >= _FLOOR), None)
        if found and shares.get(lemma, 0.0) >= _FLOOR:
            yield lemma, found


def _forms() -> dict[str, str]:
    """The dictionary without letters and abbreviations; forms in small letters win."""
    forms: dict[str, str] = {}
    listed = given("en")
    for form in sorted(listed, key=lambda form: (form != form.lower(), form)):
        if len(form) > 1 and (form == form.lower() or len(form) >= _NAMES):
            forms.setdefault(strip_accents(normalize(form)), strip_accents(normalize(listed[form])))
    return {form: lemma for form, lemma in forms.items() if form and lemma}


def _regular(form: str, lemma: str, forms: Forms, shares: Shares) -> str:
    """The regular word where the dictionary has a rare one (thinking: think), and a people's."""
    stem = _stem(form, forms, shares)
    if (
        not stem
        or form.endswith("ss")
        or (lemma in stems(form) and shares.get(lemma, 0.0) >= _REAL)
    ):
        return lemma
    if form == lemma:
        is_people = form.endswith(_PEOPLES) and len(stem) >= _NAMES
        return stem if is_people and shares[stem] > shares.get(form, 0.0) else lemma
    return stem if _is_clear(stem, lemma, shares) else lemma


def _second(form: str, lemmas: Forms, shares: Shares) -> str | None:
    """The verb of a gerund that is a noun in the dictionary (closing), and the reverse."""
    lemma, plural = lemmas[form], f"{form}s"
    if form != lemma:
        is_noun = lemmas.get(plural) == form and shares.get(plural, 0.0) >= _SOME * shares.get(
            form, 0.0
        )
        return form if is_noun else None
    stem = _stem(form, lemmas, shares) if form.endswith("ing") else None
    return stem if stem and _level(stem, shares) > _level(form, shares) - _NEARLY else None


def _stem(form: str, forms: Forms, shares: Shares) -> str | None:
    """The most frequent dictionary form before a regular ending."""
    known = [stem for stem in stems(form) if stem in shares and forms.get(stem, stem) == stem]
    return max(known, key=lambda stem: shares[stem], default=None)


def _is_clear(word: str, other: str, shares: Shares) -> bool:
    return _level(word, shares) > _level(other, shares) + _CLEARLY


def _level(word: str, shares: Shares) -> float:
    return math.log10(shares.get(word, _FLOOR / 10))

"""English: the dictionary, and light endings for the words that it has not.

Accents are ornaments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from search.analysis import normalize, term_builders
from search.analysis.lexicon import lexicon_of, rows
from search.analysis.morphology.en_endings import ENDINGS, stems
from search.analysis.morphology.name_spellings import spelled_names, usual_spellings
from search.analysis.morphology.ro import meets_name
from search.analysis.tokens import TermReadings, WrittenWord

LANGUAGE: Final = "en"
_DROPPED: Final = re.compile("[^aeiouy]*[aeiouy].*in")  # as some write what they say: goin'
_PLURAL: Final = re.compile(r"[a-z]*\d+'?s")  # F-16s, 1990s


def read(written: WrittenWord) -> TermReadings:
    """The terms of an English word; a form of two words has both."""
    word = written.normal
    stripped = normalize.strip_accents(word)
    found = _lemmas(written, stripped)
    terms = [term_builders.exact(word), *map(term_builders.lemma, found)]
    others = [] if word.isalpha() and word.isascii() else normalize.spelt_otherwise(word)
    if word != stripped and not written.is_query:
        others.insert(0, stripped)
    terms += map(term_builders.exact if written.is_query else term_builders.folded, others)
    if word == stripped and written.is_query and not meets_name(word):
        terms.append(term_builders.folded(word))
    is_own = not found[1:] and found[0] == stripped and stripped.endswith(ENDINGS)
    base = _base(stripped) if is_own and not written.is_initials else None
    loosely = (base or "", *(_spellings().get(form, "") for form in found))
    loose = tuple(term_builders.lemma(other) for other in loosely if other and other not in found)
    return TermReadings(tuple(terms), loose)


def _base(word: str) -> str | None:
    """The word of which a word of its own may be a form: interest for interested."""
    lexicon = lexicon_of(LANGUAGE)
    known = [stem for stem in stems(word) if lexicon.lemma(stem) == stem]
    return max(known, key=lexicon.frequency, default=None) if word not in _names() else None


def _lemmas(written: WrittenWord, word: str) -> list[str]:
    """The dictionary form of a word without accents, and the second one of a form of two words."""
    if written.is_initials:
        return [word.replace(".", "")]
    found = lexicon_of(LANGUAGE).forms(word)
    if word in _names():
        own = usual_spellings(LANGUAGE).get(word, word)
        return [own] if written.is_capital else list(dict.fromkeys((own, *found)))
    if found:
        return found
    gerund = lexicon_of(LANGUAGE).forms(f"{word}g")
    if gerund and _DROPPED.fullmatch(word) and not written.is_capital:
        return gerund
    second = lexicon_of(LANGUAGE).second(word)
    return [_unknown(word), second] if second else [_unknown(word)]


def _unknown(word: str) -> str:
    """The most frequent word of which this one has an ending.

    A word more frequent than that is its own.
    """
    if word.endswith("ss"):
        return word
    if _PLURAL.fullmatch(word):
        return word[:-1].rstrip("'")
    frequency = lexicon_of(LANGUAGE).frequency
    found = max(stems(word), key=frequency, default=word)
    return (
        lexicon_of(LANGUAGE).lemma(found) or found if frequency(found) > frequency(word) else word
    )


@cache
def _spellings() -> Mapping[str, str]:
    """The American spellings of British dictionary forms."""
    return dict(rows("en-spellings.tsv"))


@cache
def _names() -> frozenset[str]:
    """The names in our spelling, without accents."""
    return frozenset(map(normalize.strip_accents, spelled_names(LANGUAGE)))

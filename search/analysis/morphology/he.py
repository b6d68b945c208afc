"""Hebrew: prefixes, endings, acronyms and names, each word to its likeliest dictionary form.

A dictionary form stands without geresh, and without gershayim where these do not tell words apart:
צה"ל, צהל and ולצה"ל meet, עו"ד and עוד do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from search.analysis import term_builders
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology.he_acronyms import unmarked
from search.analysis.morphology.he_candidates import single_vav
from search.analysis.morphology.he_names import is_name, names_of, nearly_named
from search.analysis.morphology.he_ranking import rank
from search.analysis.morphology.he_readings import HebrewReadings, readings
from search.analysis.morphology.he_spellings import spellings
from search.analysis.morphology.name_spellings import usual_spellings
from search.analysis.prefixes import BY_LENGTH, splits
from search.analysis.tokens import EXACT, LEMMA, TermReadings, WrittenWord

LANGUAGE: Final = "he"
_LIKELY: Final = 0.05  # the probability from which another reading is worth a loose term
_SHORTEST_NAME: Final = 3
_CLEARLY: Final = 0.5  # powers of ten by which a word is met more than another
_LONGEST_CHAIN: Final = 3  # prefix letters tried before a word that no table has


def read(written: WrittenWord) -> TermReadings:
    """The terms of a Hebrew word."""
    word = written.normal
    if not "א" <= word[:1] <= "ת":
        return TermReadings((term_builders.exact(word), term_builders.lemma(word)))
    plene = written.plene
    if plene and lexicon_of(LANGUAGE).frequency(plene) > lexicon_of(LANGUAGE).frequency(word):
        alone = written._replace(plene=None)
        return read(alone) | read(alone._replace(normal=plene))
    found = readings_of(word)
    terms = (EXACT + word, *[LEMMA + form for form in found.strong])
    other = (LEMMA + found.loose,) if found.loose else ()
    if not written.is_query:
        return TermReadings(terms, other)
    others = [] if is_known(word) else map(term_builders.exact, _around_prefixes(word))
    return TermReadings((*terms, *others)) | TermReadings((), (*other, *_loose(word)))


def lemmas(word: str) -> list[str]:
    """The dictionary forms of a normal word, in the usual spelling of a name.

    One, or two that are as likely.
    """
    return readings_of(word).strong


def readings_of(word: str) -> HebrewReadings:
    """The dictionary forms of a normal word, names in their usual spelling."""
    name, maybe = names_of(word)
    joins = usual_spellings(LANGUAGE)
    if name:
        return HebrewReadings([unmarked(single_vav(joins.get(name, name)))])
    strong, other = lexicon_of(LANGUAGE).ranked(word)
    if not strong:
        strong, other = readings(word)
        other = other or nearly_named(word)
    found = [*strong, single_vav(maybe)] if maybe else strong
    if other is None and len(found) == 1:
        form = joins.get(found[0], found[0])
        return HebrewReadings([form if form.isalpha() else unmarked(form)])
    usual = list(dict.fromkeys(unmarked(joins.get(form, form)) for form in found))
    plain = unmarked(other) if other else None
    return HebrewReadings(usual, None if plain in usual else plain)


def is_known(word: str) -> bool:
    """Whether a word is in a dictionary, or is a name or a more frequent word behind a prefix.

    Or such a word with an ending.
    """
    lexicon = lexicon_of(LANGUAGE)
    if lexicon.lemma(word) is not None or is_name(word):
        return True
    form = readings_of(word).strong[0]
    if form != word and word.startswith(form) and lexicon.lemma(form) is not None:
        return True
    own = lexicon.frequency(word)
    rests = (rest for _, rest in splits(word, least=_SHORTEST_NAME))
    return any(lexicon.frequency(rest) > own + _CLEARLY and _is_listed(rest) for rest in rests)


def _is_listed(word: str) -> bool:
    """Whether a word is in the dictionary, or is a name with or without prefixes."""
    return lexicon_of(LANGUAGE).lemma(word) is not None or is_name(word)


def _around_prefixes(word: str) -> Iterator[str]:
    """A word that is not listed behind prefixes; one that texts lack also without its own."""
    yield from _chained(word)
    if not lexicon_of(LANGUAGE).frequency(word):
        yield from (rest for _, rest in splits(word, least=_SHORTEST_NAME) if not _is_listed(rest))


def _chained(word: str) -> Iterator[str]:
    """A word behind the prefixes that it may have; ו that begins it doubles behind them."""
    is_single = word.startswith("ו") and not word.startswith("וו")
    doubled = f"ו{word}" if is_single else word
    for chain in BY_LENGTH:
        if len(chain) <= _LONGEST_CHAIN:
            yield chain + word
            if is_single and chain != "ו":
                yield chain + doubled


def _loose(word: str) -> list[str]:
    """Less likely readings, other spellings, and the word without what may be prefixes."""
    plain = unmarked(word)
    others = [
        term_builders.lemma(unmarked(other)) for other, share in rank(plain) if share >= _LIKELY
    ]
    spelled = [
        term
        for variant in spellings(plain)
        for term in (term_builders.exact(variant), *map(term_builders.lemma, lemmas(variant)))
    ]
    rests = (
        []
        if is_known(word)
        else [term_builders.exact(rest) for _, rest in splits(word, least=_SHORTEST_NAME)]
    )
    return [*others, *spelled, *rests]

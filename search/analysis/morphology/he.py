"""Hebrew: prefixes, endings, acronyms and names, each word to the dictionary form that it most likely has.

A dictionary form stands without geresh, and without gershayim where these do not tell words apart: צה"ל, צהל and
ולצה"ל meet, עו"ד and עוד do not.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from search.analysis import fold, reading
from search.analysis.morphology.he_acronyms import acronym, spelled_apart, unmarked_acronym
from search.analysis.morphology.he_ranking import likeliest, rank
from search.analysis.morphology.he_spellings import spellings
from search.analysis.prefixes import BY_LENGTH, splits
from search.analysis.reading import Reading, Written
from search.analysis.tables import rows, words
from search.names import spelling_joins, word_names

LANGUAGE: Final = "he"
_LIKELY: Final = 0.05  # the probability from which another reading is worth a loose term
_SHORTEST_NAME: Final = 3
_LONGEST_CHAIN: Final = 3  # prefix letters tried before a word that no table has


def read(written: Written) -> Reading:
    """The terms of a Hebrew word."""
    word = written.normal
    if not "א" <= word[:1] <= "ת":
        return Reading((reading.exact(word), reading.lemma(word)))
    found = lemmas(word)
    terms = (reading.exact(word), *map(reading.lemma, found))
    if not written.is_query:
        return Reading(terms)
    chained = [reading.exact(chain + word) for chain in BY_LENGTH if len(chain) <= _LONGEST_CHAIN]
    return Reading((*terms, *([] if is_known(word) else chained))) | Reading((), tuple(_loose(word)))


def lemmas(word: str) -> list[str]:
    """The dictionary forms of a normal word, in the usual spelling of a name: one, or two that are as likely."""
    sure = _name(word) or _marked(word) or _irregular(word) or unmarked_acronym(word)
    found = [sure] if sure else _ranked(word)
    return list(dict.fromkeys(unmarked(_joins().get(form, form)) for form in found))


def _ranked(word: str) -> list[str]:
    """As the ranking has it, which was asked before for words that are met often."""
    best, second = words(LANGUAGE).best(word), words(LANGUAGE).second(word)
    return [form for form in (best, second) if form] if best else likeliest(word)


def is_known(word: str) -> bool:
    """Whether a table has the word, or the name in it."""
    return word in words(LANGUAGE) or _name(word) is not None


def unmarked(word: str) -> str:
    """A word without geresh, and without gershayim unless they make it another word."""
    plain = word.replace("'", "") or word
    return plain if '"' in plain and spelled_apart(plain) else plain.replace('"', "") or plain


def _name(word: str) -> str | None:
    """The name that a word is, or that stands behind its prefixes if the word has no other meaning."""
    if word in _names():
        return word
    if words(LANGUAGE).lemma(word) is not None:
        return None
    return next((rest for _, rest in splits(word, least=_SHORTEST_NAME) if _is_meant(rest, word)), None)


def _is_meant(rest: str, word: str) -> bool:
    """Whether what stands behind prefixes is a name, and no longer word of the dictionary stands there: בשאלה."""
    best = words(LANGUAGE).best(word) or rest
    return rest in _names() and (len(best) <= len(rest) or best == word or words(LANGUAGE).lemma(best) != best)


def _irregular(word: str) -> str | None:
    """The dictionary form of a word, alone or behind prefixes, that is formed like no other: נשים, ללכת."""
    known = _irregulars()
    if word in known or words(LANGUAGE).lemma(word) is not None:
        return known.get(word)
    return next((known[rest] for _, rest in splits(word, least=_SHORTEST_NAME) if rest in known), None)


def _marked(word: str) -> str | None:
    """The dictionary form of a word with gershayim, or with a geresh if no table has it."""
    if '"' in word:
        return acronym(word)
    if "'" in word and word not in words(LANGUAGE):
        return _attested(word)
    return None


def _attested(word: str) -> str:
    """A foreign name with a geresh behind the prefix that leaves what texts have most, with or without the mark."""
    frequency = words(LANGUAGE).frequency
    rests = [word, *(rest for _, rest in splits(word, least=_SHORTEST_NAME))]
    return max(rests, key=lambda rest: max(frequency(rest), frequency(rest.replace("'", ""))))


def _loose(word: str) -> list[str]:
    """Less likely readings, other spellings, and the word without what may be prefixes."""
    plain = unmarked(word)
    others = [reading.lemma(unmarked(other)) for other, share in rank(plain) if share >= _LIKELY]
    spelled = [
        term for variant in spellings(plain) for term in (reading.exact(variant), *map(reading.lemma, lemmas(variant)))
    ]
    rests = [] if is_known(word) else [reading.exact(rest) for _, rest in splits(word, least=_SHORTEST_NAME)]
    return [*others, *spelled, *rests]


@cache
def _irregulars() -> dict[str, str]:
    """Forms with their dictionary forms, where the ranking strays."""
    return dict(rows("he-irregular.tsv"))


@cache
def _names() -> frozenset[str]:
    """The names in our spelling, and their other spellings; the Kremlin without its article."""
    named = {fold.normal(name) for name in (*word_names(LANGUAGE), *spelling_joins(LANGUAGE))}
    return frozenset(name[1:] if _has_article(name) else name for name in named)


def _has_article(name: str) -> bool:
    """Whether the ה that a name begins with is the article, which is not written after ב and ל: בקרמלין, but בהודו."""
    if not name.startswith("ה"):
        return False
    frequency = words(LANGUAGE).frequency
    without, within = (max(frequency(prefix + rest) for prefix in "בל") for rest in (name[1:], name))
    return without > within


@cache
def _joins() -> dict[str, str]:
    return {fold.normal(variant): fold.normal(usual) for variant, usual in spelling_joins(LANGUAGE).items()}

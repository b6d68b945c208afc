"""Hebrew features: what do the trees see of each reading of a word?

What the log-linear model of `he_ranking` sees; letters; how often texts have the word, what stands
behind its prefix, and its dictionary form, each behind a prefix and with an ending (nouns follow ה,
verbs follow ש); how often they have what only a verb of that dictionary form would give
(`hebrew-verbs.tsv`); and how far a reading stays behind the best of the word's others.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.analysis.lexicon import lexicon_of, rows
from search.analysis.morphology.he_candidates import Candidate, Evidence
from search.analysis.morphology.he_ranking import WEIGHTS_FILE, described
from search.analysis.normalize import final, unfinal
from search.analysis.prefixes import BY_LENGTH

_VERBS: Final = Path(__file__).with_name("hebrew-verbs.tsv")
_ALEF: Final = ord("א")
_BEFORE_NOUNS, _BEFORE_VERBS, _BEFORE_BOTH = "הבלמ", "שו", "כ"
_OWNERS: Final = ("ו", "יו", "מ", "נו", "י", "כמ", "יהמ")
_PLURALS: Final = ("ימ", "ות")
_RECENT: Final = 1 << 16  # words near each other share rests, dictionary forms and endings
_FEMININE: Final = ("ה", "ת", "ית", "י")
_COMPARED: Final = (  # features by which a reading is set beside the best of the word's others
    "rest_frequency",
    "lemma_frequency",
    "lemma_is_lemma",
    "in_dictionary",
    "letters_lost",
    "rest_length",
    "as_it_is",
    "lemma_keeps",
    "ending_odds",
    "circumfix_odds",
)
Floats = NDArray[np.float32]


def features(word: str) -> tuple[list[str], Floats]:
    """The dictionary forms that a normal word may have, and a row of features for each."""
    found = described(word)
    forms = [candidate.lemma for candidate, _ in found]
    whole = _of_word(word)
    table = np.array(
        [
            [*_known(evidence), *_of_reading(word, candidate, found), *whole]
            for candidate, evidence in found
        ],
        np.float32,
    )
    return forms, np.concatenate([table, _behind_best(table, forms)], axis=1)


def _known(evidence: Evidence) -> list[float]:
    """What the log-linear model sees."""
    line = [0.0] * len(_columns())
    for name, value in evidence.items():
        if name in _columns():
            line[_columns()[name]] = float(value)
    return line


@cache
def _columns() -> Mapping[str, int]:
    """The features of the log-linear model by their place."""
    return {name: place for place, (name, *_) in enumerate(rows(WEIGHTS_FILE))}


def _of_reading(
    word: str, reading: Candidate, among: Sequence[tuple[Candidate, Evidence]]
) -> list[float]:
    lexicon, (prefix, rest, lemma) = lexicon_of("he"), reading
    return [
        len(word),
        len(lemma),
        _chains().get(prefix, -1),
        len(among),
        *(_letter(rest, place) for place in (0, -1, -2)),
        *(_letter(lemma, place) for place in (0, 1, -1, -2)),
        *(_letter(word, place) for place in (0, -1)),
        *(lexicon.frequency(before + lemma) for before in ("ה", "ל", prefix)),
        *(lexicon.frequency(before + rest) for before in "הלוב"),
        *_behind_prefixes(rest),
        *_behind_prefixes(lemma),
        *_with_endings(rest),
        *_with_endings(lemma),
        *_conjugated(lemma),
        lexicon.lemma(rest) == lemma,
        lexicon.lemma(lemma) == lemma,
        sum(other.lemma == lemma for other, _ in among),
        sum(other.prefix == prefix for other, _ in among),
        sum(other.lemma != lemma and lexicon.is_lemma(other.lemma) for other, _ in among),
    ]


def _of_word(word: str) -> list[float]:
    """What is true of a word, however it is read."""
    form = lexicon_of("he").lemma(word)
    return [*_behind_prefixes(word), *_with_endings(word), form == word, form is None]


def _behind_best(table: Floats, forms: Sequence[str]) -> Floats:
    """How far each reading is behind the best in some features, and in forms of a verb."""
    places = [_columns()[name] for name in _COMPARED]
    conjugated = np.array([_conjugated(form)[:1] for form in forms], np.float32)
    compared = np.concatenate([table[:, places], conjugated], axis=1)
    behind: Floats = compared - compared.max(axis=0)
    return behind


@cache
def _chains() -> Mapping[str, int]:
    return {chain: place for place, chain in enumerate(("", *BY_LENGTH))}


def _letter(word: str, place: int) -> int:
    return ord(word[place]) - _ALEF if -len(word) <= place < len(word) else -1


@lru_cache(_RECENT)
def _count(word: str) -> float:
    """How often a word comes in a milliard words."""
    frequency = lexicon_of("he").frequency(word)
    return 10**frequency if frequency else 0.0


def _counts(words: Iterable[str]) -> list[float]:
    """How often words come, written without final letters."""
    return [_count(final(word)) for word in words]


def _power(count: float) -> float:
    return math.log10(count + 1)


@lru_cache(_RECENT)
def _behind_prefixes(word: str) -> Sequence[float]:
    """How much more often a word comes behind each prefix, and behind those of nouns."""
    own = _power(_count(word))
    nouns, verbs, both = (
        [_count(before + word) for before in letters]
        for letters in (_BEFORE_NOUNS, _BEFORE_VERBS, _BEFORE_BOTH)
    )
    return (
        *(_power(count) - own for count in (*nouns, *verbs, *both)),
        _power(sum(nouns)) - _power(sum(verbs)),
        _power(nouns[0]) - _power(verbs[0]),
    )


@lru_cache(_RECENT)
def _with_endings(word: str) -> Sequence[float]:
    """How much more often a word comes with endings of owner, number and gender."""
    letters, own = unfinal(word), _power(_count(word))
    stem = letters[:-1] if letters[-1] in "הת" else letters
    owned = f"{stem}ת" if letters[-1] == "ה" else letters
    plurals = _counts(stem + ending for ending in _PLURALS)
    the_plurals = _counts(f"ה{stem}{ending}" for ending in _PLURALS)
    return (
        own,
        _power(sum(_counts(owned + ending for ending in _OWNERS))) - own,
        *(_power(count) - own for count in plurals),
        _power(sum(the_plurals)) - _power(sum(plurals)),
        _power(sum(_counts(letters + ending for ending in _FEMININE))) - own,
    )


@lru_cache(_RECENT)
def _conjugated(lemma: str) -> Sequence[float]:
    """How often texts have the forms of a verb, if the dictionary form has the shape of one.

    All together, as many as there are, the second of them, and all beside the verb itself.
    """
    letters = unfinal(lemma)
    shapes = ((shape.fullmatch(letters), forms) for shape, forms in _verbs())
    found = next(((match, forms) for match, forms in shapes if match), None)
    if not found:
        return (-1.0, 0.0, 0.0, 0.0)
    match, forms = found
    counts = sorted(_counts(match.expand(form) for form in forms), reverse=True)
    every = _power(sum(counts))
    met = sum(count > 0 for count in counts)
    return (every, met, _power(counts[1]), every - _power(_count(lemma)))


@cache
def _verbs() -> Sequence[tuple[re.Pattern[str], list[str]]]:
    """Shapes of verbs, the first that fits, with forms that have the shape's groups by number."""
    with _VERBS.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (re.compile(row["verb"]), re.sub(r"\d", r"\\\g<0>", row["forms"]).split())
            for row in table
        ]

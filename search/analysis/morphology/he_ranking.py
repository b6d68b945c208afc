"""Hebrew ranking: which reading of a word is the likeliest.

A log-linear model: each feature of a reading has a weight, and the sums become probabilities. The weights stand in
`tables/he-weights.tsv`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from search.analysis.morphology.he_candidates import Evidence, candidates
from search.analysis.morphology.he_letters import unfinal
from search.analysis.tables import rows, words

WEIGHTS: Final = "he-weights.tsv"
_MOST: Final = 4  # readings worth telling
_EVEN: Final = 0.35  # the probability from which a second reading is as good as the first


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate with the word it reads and what speaks for it."""

    word: str
    prefix: str
    rest: str
    lemma: str
    evidence: Evidence

    @property
    def is_dictionary(self) -> bool:
        """Whether the dictionary leads from the rest to the lemma."""
        return "in_dictionary" in self.evidence

    @property
    def is_as_it_is(self) -> bool:
        """Whether the rest is read as its own dictionary form."""
        return "as_it_is" in self.evidence

    @property
    def dictionary_form(self) -> str | None:
        """What the dictionary makes of the rest."""
        return words("he").lemma(self.rest)


def rank(word: str) -> list[tuple[str, float]]:
    """The likeliest dictionary forms of a normal word with their probabilities, best first."""
    weights = _weights()
    scores = [
        (sum(weights.get(name, 0.0) * value for name, value in features.items()), lemma)
        for lemma, features in readings(word)
    ]
    top = max(score for score, _ in scores)
    shares: dict[str, float] = {}
    for score, lemma in scores:
        shares[lemma] = shares.get(lemma, 0.0) + math.exp(score - top)
    whole = sum(shares.values())
    best = sorted(shares.items(), key=lambda row: (-row[1], row[0]))[:_MOST]
    return [(lemma, share / whole) for lemma, share in best]


def readings(word: str) -> list[tuple[str, Evidence]]:
    """Every dictionary form that a normal word may have, with the features of that reading."""
    return [(found.lemma, _features(Case(word, *found, evidence))) for found, evidence in candidates(word).items()]


def likeliest(word: str) -> list[str]:
    """The dictionary form of a normal word; two where the second is nearly as likely: הפגנה, הפגין."""
    (first, _), *others = rank(word)
    return [first, *(lemma for lemma, share in others[:1] if share >= _EVEN)]


def _features(case: Case) -> Evidence:
    """What speaks for or against a case, by the names in the table of weights."""
    found = {name: value for name, feature in _FEATURES.items() if (value := float(feature(case)))}
    return {**case.evidence, **found, **{f"prefix_{letter}": 1.0 for letter in case.prefix}}


@cache
def _weights() -> Mapping[str, float]:
    """What each feature counts."""
    return {name: float(weight) for name, weight, _ in rows(WEIGHTS)}


def _frequency(word: str) -> float:
    return words("he").frequency(word)


def _count(word: str) -> float:
    """How often a word comes in a milliard words."""
    level = words("he").frequency(word)
    return 10**level if level else 0.0


def _odds(kin: list[str], word: str) -> float:
    """The logarithm of how often a word's kin come for each time that the word comes."""
    return math.log10((sum(map(_count, kin)) + 1) / (_count(word) + 1))


@lru_cache(maxsize=1 << 14)
def _prefixable(word: str) -> float:
    """Nouns and names are seen behind ב, ל, ה and מ."""
    return _odds([prefix + word for prefix in "בלהמ"], word)


@lru_cache(maxsize=1 << 14)
def _paradigm(word: str) -> float:
    """Nouns and adjectives are seen in the plural."""
    stem = unfinal(word)
    plurals = [(stem[:-1] if word[-1] in "הת" else stem) + "ות", stem + "ים"]
    return _odds([*plurals, *(f"ה{plural}" for plural in plurals)], word)


# Features that need more than the candidate's own evidence; what each means stands in the table of weights.
_FEATURES: Final[Mapping[str, Callable[[Case], float]]] = {
    "rest_frequency": lambda case: _frequency(case.rest),
    "lemma_frequency": lambda case: _frequency(case.lemma),
    "lemma_gain": lambda case: _frequency(case.lemma) - _frequency(case.rest),
    "prefix_loss": lambda case: _frequency(case.word) - _frequency(case.rest) if case.prefix else 0,
    "rest_in_dictionary": lambda case: case.dictionary_form is not None,
    "lemma_is_lemma": lambda case: words("he").is_lemma(case.lemma),
    "lemma_keeps": lambda case: words("he").lemma(case.lemma) == case.lemma,
    "lemma_occurs": lambda case: _frequency(case.lemma) > 0,
    "rest_length": lambda case: min(len(case.rest), 6),
    "rest_short": lambda case: len(case.rest) <= 2,
    "lemma_short": lambda case: len(case.lemma) <= 2,
    "letters_lost": lambda case: max(0, len(case.rest) - len(case.lemma)),
    "lemma_ends_yod": lambda case: case.lemma[-1] == "י",
    "lemma_ends_feminine": lambda case: case.lemma[-1] in "הת",
    "rest_prefixable": lambda case: _prefixable(case.rest),
    "lemma_prefixable": lambda case: _prefixable(case.lemma),
    "rest_plural": lambda case: _paradigm(case.rest),
    "lemma_plural": lambda case: _paradigm(case.lemma),
    "prefix_length": lambda case: len(case.prefix),
    "prefix_long": lambda case: len(case.prefix) > 1,
    "prefix_and_more": lambda case: case.prefix[:1] == "ו" and len(case.prefix) > 1,
    "prefix_dictionary": lambda case: bool(case.prefix) and case.is_dictionary,
    "prefix_as_it_is": lambda case: bool(case.prefix) and case.is_as_it_is,
    "prefix_rule_only": lambda case: bool(case.prefix) and not case.is_dictionary and not case.is_as_it_is,
    "word_in_dictionary": lambda case: bool(case.prefix) and words("he").lemma(case.word) is not None,
    "word_unknown": lambda case: not case.prefix and words("he").lemma(case.word) is None,
    "infinitive": lambda case: (
        not case.prefix and case.word[0] == "ל" and case.is_dictionary and (case.dictionary_form or "ל")[0] != "ל"
    ),
    "ending_agrees": lambda case: case.is_dictionary and ("ending" in case.evidence or "light_ending" in case.evidence),
    "inflected_as_it_is": lambda case: case.is_as_it_is and case.dictionary_form not in {None, case.rest},
}

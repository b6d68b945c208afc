"""Hebrew ranking: which reading of a word is the likeliest.

A log-linear model: each feature of a reading has a weight, and the sums become probabilities. The
weights stand in `tables/he-weights.tsv`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from search.analysis.lexicon import lexicon_of, rows
from search.analysis.morphology.he_candidates import Candidate, Evidence, candidates
from search.analysis.normalize import unfinal

WEIGHTS_FILE: Final = "he-weights.tsv"
_MOST: Final = 4  # readings worth telling
_RECENT: Final = 256  # the readings of one word share much, those of two words little
_POSSIBLE: Final = 0.1  # the probability from which another reading finds loosely
_EVEN: Final = 0.4  # the probability from which a second reading is as good as the first


class Seen(NamedTuple):
    """What the dictionary and texts say of a word."""

    word: str
    frequency: float
    dictionary_form: str | None
    is_lemma: bool


def rank(word: str) -> list[tuple[str, float]]:
    """The likeliest dictionary forms of a normal word with their probabilities, best first."""
    found = candidates(word)
    # as half of the words that no table has
    if len(forms := {candidate.lemma for candidate in found}) == 1:
        return [(form, 1.0) for form in forms]
    weights = _weights()
    scores = [
        (sum([weights.get(name, 0.0) * value for name, value in features.items()]), lemma)
        for lemma, features in _described(word, found)
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
    return _described(word, candidates(word))


def described(word: str) -> list[tuple[Candidate, Evidence]]:
    """Every reading of a normal word, with its features."""
    return [(found, _features(word, found, own)) for found, own in candidates(word).items()]


def _described(word: str, found: Mapping[Candidate, Evidence]) -> list[tuple[str, Evidence]]:
    return [
        (candidate.lemma, _features(word, candidate, evidence))
        for candidate, evidence in found.items()
    ]


def strong(ranked: Sequence[tuple[str, float]]) -> list[str]:
    """The dictionary form of a word, of all by their probability.

    Two where the second is nearly as likely: הפגנה, הפגין.
    """
    (first, _), *others = ranked
    return [first, *(lemma for lemma, share in others[:1] if share >= _EVEN)]


def loose(ranked: Sequence[tuple[str, float]]) -> str | None:
    """The likeliest of the other dictionary forms, if it is possible at all."""
    others = ranked[len(strong(ranked)) :]
    return others[0][0] if others and others[0][1] >= _POSSIBLE else None


def _features(word: str, found: Candidate, evidence: Evidence) -> Evidence:
    """What speaks for or against a candidate, by the names in the table of weights."""
    whole, rest, lemma = _seen(word), _seen(found.rest), _seen(found.lemma)
    chain = (
        _of_prefix(found.prefix, whole, rest, evidence)
        if found.prefix
        else _of_none(rest, evidence)
    )
    letters = {f"prefix_{letter}": 1.0 for letter in found.prefix}
    return {
        **evidence,
        **_of_rest(found.rest),
        **_of_lemma(found.lemma),
        **_of_both(rest, lemma, evidence),
        **chain,
        **letters,
    }


@cache
def _weights() -> Mapping[str, float]:
    """What each feature counts."""
    return {name: float(weight) for name, weight, _ in rows(WEIGHTS_FILE)}


@lru_cache(_RECENT)
def _seen(word: str) -> Seen:
    return Seen(word, *lexicon_of("he").entry(word))


@lru_cache(_RECENT)
def _of_rest(word: str) -> Evidence:
    """What speaks for a word behind a prefix, whatever its dictionary form."""
    seen = _seen(word)
    return {
        "rest_frequency": seen.frequency,
        "rest_in_dictionary": seen.dictionary_form is not None,
        "rest_length": min(len(word), 6),
        "rest_short": len(word) <= 2,
        "rest_prefixable": _prefixable(word),
        "rest_plural": _plural(word),
    }


@lru_cache(_RECENT)
def _of_lemma(word: str) -> Evidence:
    """What speaks for a word as a dictionary form, whatever it is the form of."""
    seen = _seen(word)
    return {
        "lemma_frequency": seen.frequency,
        "lemma_is_lemma": seen.is_lemma,
        "lemma_keeps": seen.dictionary_form == word,
        "lemma_occurs": seen.frequency > 0,
        "lemma_short": len(word) <= 2,
        "lemma_ends_yod": word[-1] == "י",
        "lemma_ends_feminine": word[-1] in "הת",
        "lemma_prefixable": _prefixable(word),
        "lemma_plural": _plural(word),
    }


def _of_both(rest: Seen, lemma: Seen, evidence: Evidence) -> Evidence:
    """What speaks for a dictionary form of what stands behind the prefix."""
    has_ending = "ending" in evidence or "light_ending" in evidence
    return {
        "lemma_gain": lemma.frequency - rest.frequency,
        "letters_lost": max(0, len(rest.word) - len(lemma.word)),
        "ending_agrees": "in_dictionary" in evidence and has_ending,
        "inflected_as_it_is": "as_it_is" in evidence
        and rest.dictionary_form not in {None, rest.word},
    }


def _of_prefix(prefix: str, word: Seen, rest: Seen, evidence: Evidence) -> Evidence:
    """What speaks for a prefix."""
    is_known, is_as_it_is = "in_dictionary" in evidence, "as_it_is" in evidence
    return {
        "prefix_loss": word.frequency - rest.frequency,
        "prefix_length": len(prefix),
        "prefix_long": len(prefix) > 1,
        "prefix_and_more": prefix[0] == "ו" and len(prefix) > 1,
        "prefix_dictionary": is_known,
        "prefix_as_it_is": is_as_it_is,
        "prefix_rule_only": not is_known and not is_as_it_is,
        "word_in_dictionary": word.dictionary_form is not None,
    }


def _of_none(word: Seen, evidence: Evidence) -> Evidence:
    """What speaks for a word without a prefix."""
    is_known, form = "in_dictionary" in evidence, word.dictionary_form
    return {
        "word_unknown": form is None,
        "infinitive": is_known and word.word[0] == "ל" and (form or "ל")[0] != "ל",
    }


def _count(frequency: float) -> float:
    """How often a word of a frequency comes in a milliard words."""
    return 10**frequency if frequency else 0.0


def _odds(kin: list[str], word: str) -> float:
    """The logarithm of how often a word's kin come for each time that the word comes."""
    counts = map(_count, map(lexicon_of("he").frequency, kin))
    return math.log10((sum(counts) + 1) / (_count(_seen(word).frequency) + 1))


@lru_cache(_RECENT)
def _prefixable(word: str) -> float:
    """Nouns and names are seen behind ב, ל, ה and מ."""
    return _odds([prefix + word for prefix in "בלהמ"], word)


@lru_cache(_RECENT)
def _plural(word: str) -> float:
    """Nouns and adjectives are seen in the plural."""
    stem = unfinal(word)
    plurals = [(stem[:-1] if word[-1] in "הת" else stem) + "ות", stem + "ים"]
    return _odds([*plurals, *(f"ה{plural}" for plural in plurals)], word)

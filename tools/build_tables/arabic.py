"""Arabic: the dictionary forms of words, and of those that only look as if they began with clitics.

The press leaves hamza out, so several spellings meet in one; the most frequent decides. A word with
the article is a noun, so its dictionary form counts for the word without it too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from search.analysis.morphology.ar_clitics import (
    DEFINITE,
    LANGUAGE,
    analysed,
    before_ending,
    behind_clitics,
)
from search.analysis.normalize import normalize
from tools.build_tables.arabic_verbs import ARTICLE, VERB, WORD, conjugated, verbal_nouns
from tools.build_tables.sources import RARE, frequencies, given, spelled_frequencies
from tools.build_tables.writing import write_words

PLURALS: Final = Path(__file__).with_name("arabic-plurals.tsv")
_PAST: Final = ("ت", "وا")
_MANY: Final = ("ون", "ين")
_NOUN: Final = 0.5  # how often a noun has the article, against its bare form
_OWN: Final = 30  # how much more frequent what clitics leave must be, else the word is its own
# the same behind ف, with which a story goes on (فقال), and behind what stands before any word
_BEHIND: Final = {"ف": 12, **dict.fromkeys(("و", "ب", "ل"), 1)}
_ACCUSATIVE: Final = 5  # the same for what the ending of the accusative leaves
_LIKELY: Final = 0.3  # a second reading is kept from this share of the first


def make() -> None:
    """The dictionary forms, and second ones where spellings meet."""
    lemmas, alternates = _readings()
    _unite_with_article(lemmas)
    lemmas |= _past(lemmas)
    lemmas |= _exceptions(lemmas)
    lemmas |= conjugated(lemmas)
    lemmas |= verbal_nouns(lemmas)
    lemmas |= _names(lemmas)
    plurals = _plurals()
    lemmas |= {word: singular for word, (singular, _) in plurals.items()}
    alternates |= {word: own for word, (_, own) in plurals.items()}
    regular = {word for word in lemmas if word.startswith(DEFINITE) and _is_regular(word, lemmas)}
    kept = {word: lemma for word, lemma in lemmas.items() if word not in regular}
    write_words(LANGUAGE, kept, alternates={w: alternates[w] for w in alternates.keys() & kept})


def _names(lemmas: Mapping[str, str]) -> dict[str, str]:
    """Names that the dictionary has as many of a rarer word (ماكرون): they have no article."""
    shares = frequencies(LANGUAGE, RARE)
    return {
        word: word
        for word, lemma in lemmas.items()
        if word.endswith(_MANY) and lemma == word[:-2] and not word.startswith(ARTICLE)
        if shares.get(lemma, 0.0) < shares.get(word, 0.0)
        if shares.get(ARTICLE + word, 0.0) < VERB * shares[word]
    }


def _plurals() -> dict[str, tuple[str, str]]:
    """Plurals that the dictionary strays with: the singular, and what they are besides."""
    lines = PLURALS.read_text(encoding="utf-8").splitlines()[1:]
    rows = ([normalize(cell) for cell in line.split("\t")] for line in lines)
    return {
        form: (singular, own or singular)
        for plural, singular, own in rows
        for form in ((plural,) if plural.startswith(ARTICLE) else (plural, ARTICLE + plural))
    }


def _readings() -> tuple[dict[str, str], dict[str, str]]:
    """The likeliest dictionary form of each normal spelling, and the next where it is likely."""
    shares = spelled_frequencies(LANGUAGE)
    votes: dict[str, Counter[str]] = {}
    for form, lemma in sorted(given(LANGUAGE).items()):
        weight = round(shares.get(form, RARE / 100) / (RARE / 100))
        votes.setdefault(normalize(form), Counter())[normalize(lemma)] += weight
    best = {word: counts.most_common(2) for word, counts in votes.items() if word}
    lemmas = {word: first[0] for word, (first, *_) in best.items()}
    alternates = {
        word: rest[0][0]
        for word, (first, *rest) in best.items()
        if rest and rest[0][1] >= _LIKELY * first[1]
    }
    return {**{lemma: lemma for lemma in lemmas.values()}, **lemmas}, alternates


def _unite_with_article(lemmas: dict[str, str]) -> None:
    """Let a word with the article and without it have one dictionary form."""
    shares = frequencies(LANGUAGE, RARE)
    for word in list(lemmas):
        definite = ARTICLE + word
        if lemmas.get(definite, lemmas[word]) == lemmas[word]:
            continue
        if shares.get(definite, 0.0) >= _NOUN * shares.get(word, 0.0):
            lemmas[word] = lemmas[definite]
        else:
            lemmas[definite] = lemmas[word]


def _past(lemmas: Mapping[str, str]) -> dict[str, str]:
    """Forms of the past that the dictionary has as words of their own: استقبلت."""
    shares = frequencies(LANGUAGE, RARE)
    own = (word for word, lemma in lemmas.items() if word == lemma and word.endswith(_PAST))
    found = {
        word: before_ending(word, lambda rest: [lemmas[rest]] if rest in lemmas else [])
        for word in own
        if not word.startswith(DEFINITE)
    }
    return {
        word: verbs[0]
        for word, verbs in found.items()
        if verbs and shares.get(verbs[0], 0.0) >= shares.get(word, 0.0)
    }


def _exceptions(lemmas: Mapping[str, str]) -> dict[str, str]:
    """Words of texts that clitics would misread, and accusatives."""
    shares = frequencies(LANGUAGE, RARE)
    found: dict[str, str] = {}
    for word in filter(WORD.fullmatch, shares.keys() - lemmas.keys()):
        stem = word.removesuffix("ا")
        if analysed(word, lambda rest: [lemmas[rest]] if rest in lemmas else []):
            if _is_own(word, lemmas, shares):
                found[word] = word
        elif stem in lemmas and shares.get(stem, 0.0) >= _ACCUSATIVE * shares[word]:
            found[word] = lemmas[stem]
    return found


def _is_own(word: str, lemmas: Mapping[str, str], shares: Mapping[str, float]) -> bool:
    """Whether a word is too frequent for a particle and the word that it leaves."""
    clitic, rest = next(
        ((clitic, rest) for clitic, rest in behind_clitics(word) if rest in lemmas), ("", "")
    )
    if not clitic or clitic in DEFINITE:
        return False
    least = _BEHIND.get(clitic, _OWN)
    return shares.get(rest, 0.0) < least * shares[word]


def _is_regular(word: str, lemmas: Mapping[str, str]) -> bool:
    """Whether the clitics tell what the table would."""

    def others(rest: str) -> list[str]:
        return [lemmas[rest]] if rest in lemmas and rest != word else []

    return analysed(word, others) == [lemmas[word]]

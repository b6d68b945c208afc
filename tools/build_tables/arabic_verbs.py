"""Arabic verbs: forms that the dictionary takes for words of their own, and the reverse.

The article tells: a noun that looks like a verb's form has it, and so has a verb's noun.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from search.analysis.morphology.ar_clitics import LANGUAGE
from tools.build_tables.sources import RARE, frequencies

ARTICLE: Final = "ال"
WORD: Final = re.compile("[\u0621-\u064a]{3,}")
_PERSONS: Final = "يتن"
_THEY: Final = "وا"
_STEM: Final = 3
# how often what looks like a verb has the article at most, against its bare form
VERB: Final = 0.1
_VERBAL_NOUN: Final = 0.05  # the same of a verb's noun at least, and of the verb at most


def verbal_nouns(lemmas: Mapping[str, str]) -> dict[str, str]:
    """Nouns that the dictionary has as a form of a verb (استسلام): they have the article."""
    shares = frequencies(LANGUAGE, RARE)

    def has_article(word: str) -> bool:
        return shares.get(ARTICLE + word, 0.0) > _VERBAL_NOUN * shares.get(word, RARE)

    nouns = [
        word
        for word in filter(WORD.fullmatch, shares.keys() & lemmas.keys())
        if lemmas[word] != word and not word.startswith(ARTICLE)
        if has_article(word) and lemmas[word] in shares and not has_article(lemmas[word])
    ]
    return {form: word for word in nouns for form in (word, ARTICLE + word)}


def conjugated(lemmas: Mapping[str, str]) -> dict[str, str]:
    """Forms of verbs that the dictionary has as words of their own, or not: نسمح, سمحوا.

    A noun that looks so has the article as often (التقدم).
    """
    shares = frequencies(LANGUAGE, RARE)
    stems = _present_stems(lemmas, shares)
    verbs = set(stems.values())
    others = {lemma for word, lemma in lemmas.items() if word != lemma}

    def verb_of(word: str) -> str | None:
        present = word[0] in _PERSONS and not word.endswith("ان") and stems.get(word[1:])
        past = word.removesuffix(_THEY)
        return present or (past if past in verbs else None)

    return {
        word: verb
        for word in filter(WORD.fullmatch, shares.keys() - others)
        if lemmas.get(word, word) == word and (verb := verb_of(word)) and verb != word
        if shares.get(ARTICLE + word, 0.0) < VERB * shares[word]
    }


def _present_stems(lemmas: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, str]:
    """What stands behind the persons of the present, by the verb."""
    votes: dict[str, Counter[str]] = {}
    for word, lemma in lemmas.items():
        is_present = word[0] in _PERSONS and word != lemma and len(word) > _STEM
        if is_present and lemma[0] not in _PERSONS and not word.startswith(ARTICLE):
            share = shares.get(word, RARE / 10)
            votes.setdefault(word[1:], Counter())[lemma] += round(share / RARE * 10)
    return {
        stem: verb
        for stem, counts in votes.items()
        if lemmas.get(f"ي{stem}") == (verb := counts.most_common(1)[0][0])
    }

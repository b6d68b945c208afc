"""Small words: which words of a query say little of what is asked (what, how many, cât)?

No list of stop words: a small word comes once in a thousand words of its language or more. It is
found as any other, and counts less where an article need not have all words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from search.analysis.language import languages_of
from search.analysis.lexicon import Lexicon, lexicon_of
from search.analysis.normalize import normalize
from search.engine.nodes import Group, Node
from search.engine.ranking import SMALL
from search.model.languages import LANGUAGES_BY_SCRIPT

# the logarithm of how often such a word comes in a milliard
_OFTEN: Final = 6.0
_WHOLE: Final = frozenset({"he"})  # languages whose common words are in the whole lexicon


def small_words(clauses: Sequence[Node]) -> frozenset[int]:
    """The places of clauses that are small words, in the language that all of them tell."""
    words = [clause.word if isinstance(clause, Group) else "" for clause in clauses]
    languages = tuple(_languages(" ".join(words)))
    return frozenset(
        place for place, word in enumerate(words) if word and _is_small(word, languages)
    )


def with_small_words(clauses: Sequence[Node]) -> tuple[Node, ...]:
    """Clauses of which any will do: small words count less than others."""
    small = small_words(clauses)
    return tuple(
        replace(clause, terms=tuple((term, SMALL * weight) for term, weight in clause.terms))
        if place in small and isinstance(clause, Group)
        else clause
        for place, clause in enumerate(clauses)
    )


def _languages(text: str) -> Iterable[str]:
    """The languages that a text may be in."""
    for script, language in languages_of(text).items():
        known = LANGUAGES_BY_SCRIPT[script]
        yield from (language,) if language in known else known


def _is_small(word: str, languages: Iterable[str]) -> bool:
    """Whether a word is very frequent in one of some languages; capitals may stand for others."""
    if word.isupper() and len(word) > 1:
        return False
    spelled = normalize(word)
    return any(_lexicon(language).frequency(spelled) >= _OFTEN for language in languages)


def _lexicon(language: str) -> Lexicon:
    return lexicon_of(language if language in _WHOLE else f"{language}-common")

"""Small words: which words of a query say little of what is asked (what, how many, cât)?

No list of stop words: a small word comes once in a thousand words of its language or more. It is
found as any other, and counts less where an article need not have all words.

Hebrew writes small words together with others (באיזה, ולמי), so no form of one need be as frequent:
there the dictionary form counts too, and what a word is worth falls by degrees.
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
_SELDOM: Final = 4.5  # likewise of a Hebrew word that counts in full
_HEBREW: Final = "he"
_WHOLE: Final = frozenset({_HEBREW})  # languages whose common words are in the whole lexicon


def small_words(clauses: Sequence[Node]) -> frozenset[int]:
    """The places of clauses that are small words, in the language that all of them tell."""
    words = [_word(clause) for clause in clauses]
    languages = tuple(_languages(" ".join(words)))
    return frozenset(
        place for place, word in enumerate(words) if _frequency(word, languages) >= _OFTEN
    )


def with_small_words(clauses: Sequence[Node]) -> tuple[Node, ...]:
    """Clauses of which any will do: small words count less than others."""
    languages = tuple(_languages(" ".join(map(_word, clauses))))
    return tuple(_counting(clause, languages) for clause in clauses)


def _counting(clause: Node, languages: Sequence[str]) -> Node:
    """A clause that counts by how much its word says."""
    share = _share(_word(clause), languages)
    if share == 1.0 or not isinstance(clause, Group):
        return clause
    return replace(clause, terms=tuple((term, share * weight) for term, weight in clause.terms))


def _share(word: str, languages: Sequence[str]) -> float:
    """What a word counts of what others do, from SMALL to 1."""
    frequency = _frequency(word, languages)
    if _HEBREW in languages and frequency:
        lexicon = _lexicon(_HEBREW)
        forms = lexicon.readings(normalize(word))
        frequency = max([frequency, *map(lexicon.frequency, forms)])
        steps = (min(frequency, _OFTEN) - _SELDOM) / (_OFTEN - _SELDOM)
        return 1.0 - (1.0 - SMALL) * max(steps, 0.0)
    return SMALL if frequency >= _OFTEN else 1.0


def _word(clause: Node) -> str:
    return clause.word if isinstance(clause, Group) else ""


def _languages(text: str) -> Iterable[str]:
    """The languages that a text may be in."""
    for script, language in languages_of(text).items():
        known = LANGUAGES_BY_SCRIPT[script]
        yield from (language,) if language in known else known


def _frequency(word: str, languages: Iterable[str]) -> float:
    """How frequent a word is, at most, in some languages; capitals may stand for others."""
    if not word or (word.isupper() and len(word) > 1):
        return 0.0
    spelled = normalize(word)
    return max((_lexicon(language).frequency(spelled) for language in languages), default=0.0)


def _lexicon(language: str) -> Lexicon:
    return lexicon_of(language if language in _WHOLE else f"{language}-common")

"""Phrases: which is the longest phrase of the table that begins a stretch of words?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from index.contacts.romanian import PARTED, PERFECT, parted, past
from index.contacts.vocabulary import beginnings, plain
from index.contacts.word_classes import THEN
from search.analysis.lexicon import lexicon_of
from search.model.articles import Span

Prefixed = Callable[[str, Mapping[str, str]], tuple[str, str] | None]
LONGEST_PARTED: Final = 6  # words of a phrase with a day behind its verb
DAYS: Final = frozenset(
    {"today", "yesterday", THEN, *(f"weekday-{number}" for number in range(1, 8))}
)
TENSE: Final = 3  # words of a past tense: the verb that makes it, an adverb, the participle
INFLECTED: Final = frozenset({"en", "ro", "ru"})
NOUNS: Final = frozenset({"people", "person", "minister", "peer", "title"})


def longest_phrase(
    text: str, words: Sequence[Span], known: Mapping[str, str], language: str, prefixed: Prefixed
) -> tuple[int, str, str]:
    """The length of the longest phrase of the table in words, the prefixes before it, its class.

    Given what finds a Hebrew phrase behind its prefixes.
    """
    first, end = words[0]
    if language != "he":
        words = words[: _reach(plain(text[first:end]), language)]
    phrases = [plain(text[first:end]) for _, end in words]
    is_past = language == "ro" and phrases[0] in PERFECT
    for count, phrase in sorted(enumerate(phrases, 1), reverse=True):
        if is_past and count == 1 and (told := past(_own(text, words), known)):
            return told[0], "", told[1]
        if kind := known.get(phrase):
            return count, "", kind
        if language == "he" and (found := prefixed(phrase, known)):
            return count, *found
    is_name = language == "en" and text[words[0][0]].isupper()
    return 1, "", "" if is_name else _inflected(phrases[0], known, language)


def around_day(
    text: str, words: Sequence[Span], known: Mapping[str, str]
) -> tuple[int, str, str] | None:
    """How many words a Romanian phrase around a day has, and both classes: `a luat joi masa`."""
    if plain(text[slice(*words[0])]) not in PERFECT or len(words) <= PARTED:
        return None
    own = _own(text, words[:LONGEST_PARTED])
    day = known.get(own[PARTED - 1], "")
    found = parted(own, known) if day in DAYS else None
    return (*found, day) if found else None


def _own(text: str, words: Sequence[Span]) -> Sequence[str]:
    return [plain(text[start:end]) for start, end in words]


def _reach(first: str, language: str) -> int:
    """How many words a phrase that begins with a word may have; one may stand within a tense."""
    longest = beginnings(language).get(first, 1)
    return max(longest + 1, TENSE) if language == "ro" and first in PERFECT else longest


def _inflected(word: str, known: Mapping[str, str], language: str) -> str:
    """The class of a word for a person that the table has in its dictionary form only."""
    if language not in INFLECTED or (language == "en" and not word.endswith("s")):
        return ""  # `doubled` and `partnered` are no persons
    lemma = lexicon_of(language).lemma(word)
    kind = known.get(lemma or "", "")
    return kind if kind in NOUNS else ""

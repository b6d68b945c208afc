"""Spans: where do names or ideas stand among words that were typed side by side?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final, TypeVar

from search.analysis.analyzer import analyse
from search.analysis.language import script_of
from search.analysis.normalize import normalize
from search.analysis.tokens import LEMMA

LONGEST_SPAN: Final = 6  # words of a name or a label

Found = TypeVar("Found")


def spans(
    typed: Sequence[str | None], find: Callable[[str], Found | None]
) -> Iterator[tuple[slice, Found]]:
    """What is found among words, the longest at each place; None is no word."""
    start = 0
    while start < len(typed):
        longest = next(_beginning(typed[start : start + LONGEST_SPAN], find), None)
        length = 1 if longest is None else longest[0]
        if longest is not None:
            yield slice(start, start + length), longest[1]
        start += length


def _beginning(
    typed: Sequence[str | None], find: Callable[[str], Found | None]
) -> Iterator[tuple[int, Found]]:
    """What begins here, the longest first; a single word may have an ending or a Hebrew prefix."""
    whole = list(filter(None, takewhile(bool, typed)))
    written = [(count, " ".join(whole[:count])) for count in range(len(whole), 0, -1)]
    forms = [(1, form) for word in whole[:1] for form in _dictionary_forms(word)]
    for count, text in (*written, *forms):
        found = find(text)
        if found is not None:
            yield count, found


@lru_cache(maxsize=1024)
def _dictionary_forms(word: str) -> tuple[str, ...]:
    """The dictionary forms that a word is, but for a Hebrew prefix or another's ending.

    Rusiei is of Rusia.
    """
    spelling = normalize(word)
    # endings of Hebrew names are another word's: יפנו is not of יפן
    is_prefixed = script_of(word) == "Hebr"
    analysed = analyse(word, side="query")
    if any(analysed.positions):
        return ()  # several words, and none of them is all: Russia-Ukraine is not of Russia
    lemmas = (term[2:] for terms in analysed.terms for term in terms if term.startswith(LEMMA))
    return tuple(
        lemma
        for lemma in lemmas
        if (spelling.endswith(lemma) if is_prefixed else spelling.startswith(lemma[:-1]))
        and lemma != spelling
    )

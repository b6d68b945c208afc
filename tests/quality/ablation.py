"""Ablation: what does each part bring? Each is left out in turn, and the rest stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from functools import partial, partialmethod
from math import isclose
from typing import Final
from unittest.mock import patch

from search.analysis import analyzer, term_cache
from search.analysis.lexicon import Lexicon
from search.analysis.morphology import dictionary_only, en, he, he_names, ro, ro_unknown
from search.analysis.tokens import EXACT, FOLDED, LEMMA
from search.engine.nodes import And, Group, Node, Or, Phrase, Weighted
from search.engine.ranking import KIN, NAMED, SPELT_APART, weight
from search.query import typed_words

Keeps = Callable[[Group], Group]


def narrowed(node: Node, keeps: Keeps) -> Node:
    """A node of a query with less to find each word by."""
    if isinstance(node, Group):
        left = keeps(node)
        return replace(
            left, phrases=tuple(_narrowed_phrase(phrase, keeps) for phrase in left.phrases)
        )
    if isinstance(node, Phrase):
        return _narrowed_phrase(node, keeps)
    if isinstance(node, And | Or):
        return replace(node, children=tuple(narrowed(child, keeps) for child in node.children))
    return node


def _narrowed_phrase(phrase: Phrase, keeps: Keeps) -> Phrase:
    return replace(phrase, groups=tuple(map(keeps, phrase.groups)))


def everything(group: Group) -> Group:
    """Leave out nothing."""
    return group


def without_tier(tier: str, group: Group) -> Group:
    """Without the terms of a tier."""
    return replace(group, terms=tuple(pair for pair in group.terms if not pair[0].startswith(tier)))


def without_names(group: Group) -> Group:
    """Without what else the one is called who was typed."""
    phrases = tuple(phrase for phrase in group.phrases if phrase.weight != NAMED)
    return replace(group, terms=_weighing(group, 1.0, SPELT_APART), phrases=phrases)


def without_compounds(group: Group) -> Group:
    """Without the two words of a compound, and the compound of two words."""
    phrases = tuple(
        phrase for phrase in group.phrases if not group.terms or phrase.weight != SPELT_APART
    )
    return replace(group, terms=_weighing(group, 1.0, NAMED), phrases=phrases)


def without_kin(group: Group) -> Group:
    """Without other words of one stem."""
    whole = _whole(group)
    return replace(
        group, terms=tuple(pair for pair in group.terms if not isclose(pair[1], whole * KIN))
    )


def _weighing(group: Group, *shares: float) -> tuple[Weighted, ...]:
    """The terms that weigh such a share of their tier, and words of one stem."""
    whole = _whole(group)
    return tuple(
        (term, worth)
        for term, worth in group.terms
        if isclose(worth, whole * KIN)
        or any(isclose(worth, whole * share * weight(term)) for share in shares)
    )


def _whole(group: Group) -> float:
    """What a word of a query counts: small words count less than others."""
    return max((worth / weight(term) for term, worth in group.terms), default=1.0)


# What a query is left without; the index stays.
QUERIES: Final[Mapping[str, Keeps]] = {
    "all of it": everything,
    "without the word as typed": partial(without_tier, EXACT),
    "without the tier of folded accents": partial(without_tier, FOLDED),
    "without dictionary forms": partial(without_tier, LEMMA),
    "without names in other spellings and scripts": without_names,
    "without compounds": without_compounds,
    "without words of one stem": without_kin,
}


def _itself(word: str) -> list[str]:
    """The word alone."""
    return [word]


def _unchanged(*read: str) -> str:
    """The word, whichever language it is in."""
    return read[-1]


def _likeliest(
    lexicon: Lexicon, readings: Callable[[Lexicon, str], list[str]], word: str
) -> list[str]:
    """The first of a word's readings."""
    return readings(lexicon, word)[:1]


def _first_ranked(
    lexicon: Lexicon, ranked: Callable[[Lexicon, str], tuple[list[str], str | None]], word: str
) -> tuple[list[str], None]:
    """The first of a word's readings, and nothing looser."""
    return ranked(lexicon, word)[0][:1], None


# What the analysis is left without, of articles and queries.
RESOURCES: Final[Mapping[str, Callable[[], list[AbstractContextManager[object]]]]] = {
    "all of it": list,
    "without the spellings of names": lambda: [
        *(patch.object(one, "usual_spellings", return_value={}) for one in (he, ro, en)),
        *(patch.object(one, "_names", return_value=frozenset()) for one in (he_names, en)),
        patch.object(ro, "spelled_names", return_value=frozenset()),
    ],
    "without second dictionary forms": lambda: [
        patch.object(Lexicon, "second", return_value=None),
        patch.object(Lexicon, "forms", partialmethod(_likeliest, Lexicon.forms)),
        patch.object(Lexicon, "ranked", partialmethod(_first_ranked, Lexicon.ranked)),
    ],
    "without endings of unknown words": lambda: [
        patch.object(ro_unknown, "forms", _itself),
        patch.object(dictionary_only, "guess", _unchanged),
        patch.object(en, "_unknown", _unchanged),
    ],
    "the dictionary alone, no rules": lambda: [
        patch.object(term_cache, "morphology", partial(partial, dictionary_only.read)),
        patch.object(Lexicon, "forms", partialmethod(_likeliest, Lexicon.forms)),
    ],
}


@contextmanager
def left_with(resource: str) -> Iterator[None]:
    """Analyse so."""
    with ExitStack() as stack:
        for taken in RESOURCES[resource]():
            stack.enter_context(taken)
        stack.enter_context(forgotten())
        yield


@contextmanager
def forgotten() -> Iterator[None]:
    """Forget what was kept of words, before and after."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    analyzer._manner.cache_clear()
    analyzer._reader.cache_clear()
    typed_words.typed.cache_clear()

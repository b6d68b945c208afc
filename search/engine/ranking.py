"""Ranking: how well does an article answer?

Lucene's BM25, its length byte included (Robertson and Zaragoza, "The Probabilistic Relevance
Framework", 2009; Lucene's BM25Similarity and SmallFloat):

    idf(n)      = ln(1 + (N - n + 0.5) / (n + 0.5))
    part(tf, L) = tf / (tf + k1 * (1 - b + b * kept(L) / average))

N counts live articles, n those with any term of the group, L words, `kept` is what is left of L in
a byte.

    group(a)  = idf(n) * (best over weights w of w * part(tf of the terms with weight w, L)
                          + TITLE_BONUS if the title has one of the terms
                          + SUBJECT_BONUS if the article is about one of its subjects)
                its phrases count as terms of their weight
    phrase(a) = (sum of its groups' idf) * part(how often the phrase stands, L)

A prefix scores CONSTANT, a filter nothing; AND and OR add up. Every function takes numbers or
arrays.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from search.analysis.tokens import ALTERNATIVE, BARE, EXACT, FOLDED, LEMMA

K1: Final = 1.2
B: Final = 0.75
CONSTANT: Final = 1.0
TITLE_BONUS: Final = 0.03
SUBJECT_BONUS: Final = 0.1  # of a leader's name
LOOSE: Final = 0.05
NEAR: Final = 0.6  # a word some letters off the one that was typed
SPELT_APART: Final = 0.8  # `cease fire` for `ceasefire`
NAMED: Final = 0.6  # another name of the one that was typed: times the weight of its tier
KIN: Final = 0.4  # another word of one stem: only where any word will do, and finds nothing
SMALL: Final = 0.3  # a word that any text may have (what, how many), where any word will do
# Tiers by strength; a bare form follows last.
TIER_WEIGHTS: Final = {EXACT: 1.0, FOLDED: 0.9, LEMMA: 0.8, BARE: 0.1, ALTERNATIVE: LOOSE}

Numbers = TypeVar("Numbers", float, NDArray[np.float64])


def weight(term: str) -> float:
    """The weight of a term's tier."""
    return TIER_WEIGHTS[term[:2]]


def idf(articles: int, frequency: int) -> float:
    """How much a word tells that `frequency` of `articles` have."""
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


def part(frequency: Numbers, norm: Numbers) -> Numbers:
    """The share of a word's idf that an article earns; `norm` comes from `norms`."""
    return frequency / (frequency + norm)


@cache
def kept_lengths() -> NDArray[np.float64]:
    """What Lucene's byte keeps of each length: exact below 40, then four significant bits."""
    return np.array([_decode(code) for code in range(256)], dtype=np.float64)


def encode_length(words: ArrayLike) -> NDArray[np.intp]:
    """Lucene's SmallFloat.intToByte4: the largest code that stands for no more than `words`."""
    return np.asarray(kept_lengths().searchsorted(words, side="right")) - 1


def norms(average: float) -> NDArray[np.float64]:
    """The norm of each length code in an archive of this average length."""
    return K1 * (1 - B + B * kept_lengths() / (average or 1.0))


_FREE: Final = 24  # 255 less the code of 2^31 - 1: so many codes are free to stand for themselves


def _decode(code: int) -> int:
    if code < _FREE:
        return code
    bits, shift = (code - _FREE) & 7, ((code - _FREE) >> 3) - 1
    return _FREE + (bits if shift == -1 else (bits | 8) << shift)

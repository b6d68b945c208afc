"""Ranking is Lucene's BM25, to the byte."""

from __future__ import annotations

import math

import numpy as np
import pytest

from search.analysis.tokens import ALTERNATIVE, BARE, EXACT, FOLDED, LEMMA
from search.engine.nodes import AS_TYPED
from search.engine.ranking import (
    K1,
    LOOSE,
    NAMED,
    NEAR,
    SPELT_APART,
    B,
    encode_length,
    idf,
    kept_lengths,
    norms,
    part,
    weight,
)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (0, 0),
        (1, 1),
        (39, 39),
        (40, 40),
        (41, 40),
        (42, 42),
        (57, 56),
        (100, 96),
        (250, 248),
        (1000, 984),
    ],
    ids=str,
)
def test_a_length_keeps_what_fits_into_a_byte(words: int, kept: int) -> None:
    """Values of Lucene's SmallFloat."""
    assert kept == kept_lengths()[encode_length(words)]


def test_longer_texts_never_have_smaller_codes() -> None:
    codes = [encode_length(words) for words in range(5000)]

    assert sorted(codes) == codes
    assert all(kept_lengths()[code] <= words for words, code in enumerate(codes))


def test_the_largest_length_has_the_largest_code() -> None:
    assert 255 == encode_length(2**31 - 1)


def test_a_byte_holds_lengths_up_to_lucenes_longest() -> None:
    """Each code stands for more than the one before, the last for what SmallFloat has there."""
    kept = kept_lengths().tolist()

    assert (256, 2_013_265_944) == (len(set(kept)), kept[-1])
    assert sorted(kept) == kept


def test_what_was_typed_counts_most_and_what_was_only_read_into_it_least() -> None:
    """Else a page of other forms, spellings or names would stand above the words themselves."""
    typed, *others = (weight(tier) for tier in (EXACT, FOLDED, LEMMA, BARE, ALTERNATIVE))

    assert typed == AS_TYPED
    assert sorted(others, reverse=True) == others
    assert others[0] < typed
    assert others[-1] == LOOSE > 0
    assert weight(BARE) < NEAR < SPELT_APART < typed
    assert weight(BARE) < NAMED < SPELT_APART


def test_rare_words_tell_more() -> None:
    assert idf(1000, 1) > idf(1000, 10) > idf(1000, 1000) > 0


def test_the_formula_is_bm25() -> None:
    """Ten words in an archive that averages twenty, a word that stands twice and in 3 of 100 articles."""
    norm = norms(20.0)[int(encode_length(10))]

    assert math.isclose(K1 * (1 - B + B * 10 / 20), norm)
    assert math.isclose(2 / (2 + norm), part(2.0, norm))
    assert math.isclose(math.log(1 + 97.5 / 3.5), idf(100, 3))


def test_numbers_and_arrays_agree() -> None:
    frequencies = np.array([1.0, 2.0, 7.0])

    assert [part(float(f), 1.5) for f in frequencies] == part(frequencies, np.full(3, 1.5)).tolist()

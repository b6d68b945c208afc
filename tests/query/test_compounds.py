"""Which words are two words written as one."""

from __future__ import annotations

import pytest

from search.analysis.compounds import joined, parts


@pytest.mark.parametrize(
    ("pairs", "word"),
    [
        pytest.param((("cease", "fire"),), "ceasefire", id="a-compound"),
        pytest.param((("vice", "președinte"),), "vicepreședinte", id="a-romanian-compound"),
        pytest.param((), "government", id="an-ending-is-no-word"),
        pytest.param((), "president", id="letters-are-no-words"),
        pytest.param((), "firecease", id="a-whole-that-nobody-knows"),
        pytest.param((), "into", id="parts-of-two-letters"),
        pytest.param((), "", id="no-letters"),
    ],
)
def test_the_dictionary_knows_compounds(pairs: tuple[tuple[str, str], ...], word: str) -> None:
    assert pairs == parts(word)


def test_words_that_stand_anywhere_make_no_compound() -> None:
    """Else a search for the rapist would find every therapist."""
    assert (None, "airstrike") == (joined("the", "rapist"), joined("air", "strike"))

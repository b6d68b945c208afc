"""Which words are two words written as one."""

from __future__ import annotations

import pytest

from search.analysis.compounds import initials, joined, joined_initials, parts


@pytest.mark.parametrize(
    ("pairs", "word"),
    [
        pytest.param((("cease", "fire"),), "ceasefire", id="a-compound"),
        pytest.param((("vice", "președinte"),), "vicepreședinte", id="a-romanian-compound"),
        pytest.param((), "government", id="an-ending-is-no-word"),
        pytest.param((), "president", id="letters-are-no-words"),
        pytest.param((), "firecease", id="a-whole-that-nobody-knows"),
        pytest.param((), "into", id="parts-of-two-letters"),
        pytest.param((("boeing", "737"),), "boeing737", id="a-long-name-and-a-figure"),
        pytest.param((), "", id="no-letters"),
    ],
)
def test_the_dictionary_knows_compounds(pairs: tuple[tuple[str, str], ...], word: str) -> None:
    assert pairs == parts(word)


def test_words_that_stand_anywhere_make_no_compound() -> None:
    """Else a search for the rapist would find every therapist."""
    assert (None, "airstrike") == (joined("the", "rapist"), joined("air", "strike"))


def test_letters_with_dots_are_written_with_spaces_too() -> None:
    """Small letters only where the dots are typed: of two letters every word is made."""
    found = [initials(word) for word in ("U.N.", "UN", "т.е", "те", "США")]

    assert [("U", "N"), ("U", "N"), ("т", "е"), (), ()] == found


def test_letters_with_spaces_are_written_with_dots_too() -> None:
    typed = (("J.", "K."), ("J", "K"), ("Т.", "е."), ("т", "е"), ("a", "b."), ("No.", "7"))

    assert ["JK", "JK", "т.е", None, None, None] == [joined_initials(*pair) for pair in typed]

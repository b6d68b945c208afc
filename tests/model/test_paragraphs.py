"""Paragraphs have the marks that stand in them, however many there are."""

from __future__ import annotations

from collections import UserList
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from search.model.articles import Span
from search.model.paragraphs import paragraphs

TEXTS = st.text("ab \n", max_size=60)
PLACES = st.sets(st.integers(0, 60), max_size=16).map(sorted)


def spans(places: list[int], text: str) -> list[Span]:
    """Spans of a text that rise and do not overlap."""
    return [(left, right) for left, right in pairwise(places) if right <= len(text)]


class Counted(UserList[Span]):
    """Marks that count how often one is looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - of a place or a slice
        self.looks += 1
        return super().__getitem__(at)


@given(TEXTS, PLACES, PLACES)
def test_each_paragraph_has_its_marks(text: str, marked: list[int], left_out: list[int]) -> None:
    marks, asides = spans(marked, text)[::2], spans(left_out, text)[::3]

    shown = list(paragraphs(text, marks, asides))

    inside = {place for left, right in asides for place in range(left, right)}
    letters = [[(place, text[place]) for place in range(*mark)] for mark in marks]
    found = [one.text[left:right] for one in shown for left, right in one.marks]
    expected = [letter for mark in letters for _, letter in mark if letter.strip()]
    assert expected == [letter for part in found for letter in part if letter.strip()]
    aside = [letter for one in shown if one.aside for letter in one.text if letter.strip()]
    assert [text[place] for place in sorted(inside) if text[place].strip()] == aside


def test_a_long_text_is_read_once() -> None:
    """Else the page of an article of a megabyte takes seconds."""
    text = "the end of the day\n\n" * 2000
    marks = Counted((at, at + 3) for at in range(0, len(text), 20))

    shown = list(paragraphs(text, marks, []))

    assert 2000 == len(shown) == sum(len(one.marks) for one in shown)
    assert marks.looks <= 3 * len(marks)

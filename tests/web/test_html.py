"""Text becomes HTML that shows its marks and can do no harm."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from search.model.articles import Span
from search.model.paragraphs import direction, paragraphs
from web.html import escaped, linked, marked

texts = st.text(
    st.sampled_from("aב<>&\"'/ \n\r\u202e\u2069😀mark") | st.characters(exclude_categories=["Cs"]),
    max_size=60,
)
spans = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=5).map(sorted)
HOSTILE = '<script>alert("1")</script><mark>&amp;</mark>'


@given(texts, spans)
def test_without_our_marks_the_text_is_the_escaped_original(text: str, marks: list[Span]) -> None:
    """Nothing is lost, nothing added, and every character of the text is harmless."""
    assert str(escape(text)) == re.sub("</?mark>", "", marked(text, marks))


@given(texts, spans)
def test_marks_are_ours_and_come_in_pairs(text: str, marks: list[Span]) -> None:
    """A text can't open a mark, close one, or open anything else."""
    tags = re.findall("<[^>]*>", marked(text, marks))

    assert ["<mark>", "</mark>"] * (len(tags) // 2) == tags


def test_a_mark_stands_around_its_span() -> None:
    assert "a &lt;<mark>b&gt;</mark> c" == marked("a <b> c", [(3, 5)])


def test_each_mark_of_an_article_leads_to_the_next_and_the_last_to_the_first() -> None:
    """So the whole article can be walked without a script."""
    first, second = paragraphs("a<b\n\nc d", [(0, 1), (2, 3), (5, 6)], [])

    assert (
        '<a class="m" id="m1" href="#m2"><mark>a</mark></a>&lt;<a class="m" id="m2" href="#m3"><mark>b</mark></a>'
        == linked(first, 3).strip()
    )
    assert '<a class="m" id="m3" href="#m1"><mark>c</mark></a> d' == linked(second, 3)


@given(texts)
def test_text_that_reads_like_html_of_ours_is_escaped_all_the_same(text: str) -> None:
    """What was escaped once is kept, so the two must not be taken for each other."""
    once = escape(text)

    assert (once, escape(str(once)), once) == (escaped(once), escaped(str(once)), escaped(once))


def test_numbers_that_are_equal_are_shown_as_they_are() -> None:
    """A time of 1.0 ms must not be shown as a count, nor as `True`."""
    shown = (1, 1.0, True)

    assert ["1", "1.0", "True"] == [str(escaped(number)) for number in shown]


def test_hostile_text_is_shown_as_written() -> None:
    assert str(escape(HOSTILE)) == marked(HOSTILE, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Putin spoke with נתניהו today", "ltr", id="mostly Latin"),
        pytest.param("RT: פוטין ונתניהו שוחחו", "rtl", id="a Latin word before Hebrew"),
        pytest.param("بوتين", "rtl", id="Arabic"),
        pytest.param("2016 — 80", "rtl", id="no letters: as the article"),
    ],
)
def test_a_passage_has_the_direction_of_its_letters(text: str, expected: str) -> None:
    """An English post inside a Hebrew article reads from left to right."""
    assert expected == direction(text, "rtl")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one\ntwo", ["one", "two"], id="every line, if there are no blank ones"),
        pytest.param("one\nmore\n \ntwo", ["one\nmore", "two"], id="blank lines, if there are any"),
        pytest.param("\n\n one \n\n\n", ["one "], id="nothing empty"),
    ],
)
def test_paragraphs_are_parted_as_the_text_parts_them(text: str, expected: list[str]) -> None:
    assert expected == [paragraph.text for paragraph in paragraphs(text, [], [])]


def test_an_aside_is_a_paragraph_of_its_own() -> None:
    """A reader sees what was not searched."""
    text = "the call. Related: weather"

    shown = [(paragraph.text, paragraph.aside) for paragraph in paragraphs(text, [], [(10, 26)])]

    assert [("the call. ", False), ("Related: weather", True)] == shown


@given(texts, spans, spans)
def test_paragraphs_show_all_words_and_all_marks(
    text: str, marks: list[Span], asides: list[Span]
) -> None:
    """Only white space may be left out, and a mark is cut where its paragraph ends."""
    marks = [(start, end) for start, end in marks if start < end <= len(text)]
    shown = list(paragraphs(text, marks, asides))

    assert "".join(text.split()) == "".join("".join(paragraph.text for paragraph in shown).split())
    kept = [text[at] for start, end in marks for at in range(start, end) if not text[at].isspace()]
    cut = [one.text[at] for one in shown for start, end in one.marks for at in range(start, end)]
    assert sorted(kept) == sorted(char for char in cut if not char.isspace())

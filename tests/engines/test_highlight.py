"""Highlighting shows why an article was found, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.highlight import Mark, Marks, in_title, marks, merged
from search.engine.matching import leaves
from search.engine.nodes import And, FieldIs, Group, Node, Not, Or, Phrase, Prefix
from search.engine.passages import passages
from search.engine.positions import term_offsets
from search.model.articles import Article
from tests.engines.plain import article, phrase, word

LONG = "Filler words go on here. " * 30


def found(written: str, *clauses: Node, title: str = "") -> Marks:
    return marks(term_offsets(article("a", written, title)[1]), clauses)


def marked(written: str, *clauses: Node) -> list[str]:
    return [written[start:end] for start, end in merged(found(written, *clauses).text)]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        pytest.param(word("call"), ["call", "calls"], id="every form of a word"),
        pytest.param(phrase("of gaza"), ["of Gaza"], id="a phrase only where it stands"),
        pytest.param(Prefix(("x:ca",)), ["call", "calls"], id="a prefix"),
        pytest.param(
            And((word("gaza"), Not(word("call")))),
            ["Gaza", "Gaza"],
            id="what is excluded is not marked",
        ),
        pytest.param(Or((word("said"), word("zebra"))), ["said"], id="any of several"),
        pytest.param(FieldIs("lang", frozenset({"en"})), [], id="a filter marks nothing"),
        pytest.param(
            Group("cg", (), (Phrase((word("call"), word("of"))),)),
            ["call of"],
            id="a word spelt apart",
        ),
    ],
)
def test_a_node_marks_its_words(node: Node, expected: list[str]) -> None:
    assert expected == marked("The call of Gaza, the calls and Gaza it said", node)


def test_a_title_query_marks_the_title_only() -> None:
    asked = Group("call", (("tx:call", 1.0),))

    assert Marks((Mark(2, 6, 0),), ()) == found("The call", asked, title="A call")


def test_a_title_that_is_the_first_sentence_shows_its_marks() -> None:
    body = "Beginning.\nMr  Putin\ncalled Trump, who called back."
    one = Article(
        article_id="a", title="Mr Putin called Trump, who…", text=body, title_source="sentence"
    )

    shown = in_title(one, found(body, word("putin"), word("called")))

    assert ["Putin", "called"] == [one.title[start:end] for start, end in shown]


def test_marks_that_overlap_become_one() -> None:
    assert ((0, 5), (6, 9)) == merged([Mark(0, 4, 0), Mark(2, 5, 1), Mark(6, 9, 0)])


def test_leaves_are_what_an_article_can_show() -> None:
    tree = And((word("a"), Or((word("b"), Not(word("c")))), FieldIs("lang", frozenset())))

    assert [word("a"), word("b")] == list(leaves([tree]))


def shown(body: str, *clauses: Node, boilerplate: tuple[tuple[int, int], ...] = ()) -> list[str]:
    one = Article(article_id="a", title="", text=body, boilerplate=boilerplate)
    return [passage.text for passage in passages(one, found(body, *clauses).text)]


def test_a_short_paragraph_is_shown_whole() -> None:
    assert ["Putin called."] == shown("First line.\nPutin called.\nLast line.", word("putin"))


def test_the_passage_with_most_of_the_query_is_there() -> None:
    body = "Putin one.\nPutin two.\nPutin three.\nPutin four.\nPutin and Gaza at once."

    assert "Putin and Gaza at once." in shown(body, word("putin"), word("gaza"))


def test_a_long_paragraph_is_cut_at_words() -> None:
    body = f"{LONG}Putin called. {LONG}"

    (passage,) = shown(body, word("putin"))

    assert passage.startswith("…")
    assert passage.endswith("…")
    assert set(passage.strip("…").split()) <= set(body.split())
    assert "Putin called." in passage


def test_without_marks_the_beginning_is_shown() -> None:
    assert ["First line."] == shown("First line.\nSecond line.")


def test_boilerplate_is_not_shown() -> None:
    body = "Share this page\nThe article."

    assert ["The article."] == shown(body, boilerplate=((0, 15),))


def test_an_empty_text_has_no_passage() -> None:
    assert [] == shown("")


WORDS = st.lists(
    st.sampled_from(["putin", "gaza", "נתניהו", "și", "a", "\n", "longwordwithoutend" * 9]),
    max_size=200,
)


@given(WORDS, st.sampled_from(["putin", "gaza", "נתניהו", "și", "a"]))
def test_marks_of_passages_slice_the_marked_words(written: list[str], asked: str) -> None:
    body = " ".join(written)
    one = Article(article_id="a", title="", text=body)

    for passage in passages(one, found(body, word(asked)).text):
        assert all(asked == passage.text[start:end] for start, end in passage.marks)
        assert passage.text.strip("…") in body


WIRED = (
    "The two presidents spoke on the telephone for an hour about grain on\n"
    "the river and the prices of water in the hills. Neither of the two\n"
    "offices said who had called whom, and both said that the two would\n"
    "speak again in the next week."
)


def test_a_passage_of_wrapped_lines_is_of_their_paragraph() -> None:
    """A line of a wire is no paragraph, and half a phrase is none."""
    one = Article(article_id="a", title="", text=WIRED)

    (shown,) = passages(one, found(WIRED, phrase("grain on the river")).text)

    assert ["grain on the river"] == [shown.text[start:end] for start, end in shown.marks]
    assert "spoke on the telephone" in shown.text
    assert "\n" not in shown.text

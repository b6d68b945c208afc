"""Which words are two words written as one."""

from __future__ import annotations

import pytest

from search.analysis.compounds import initials, joined, joined_initials, parts
from search.engine.port import Request
from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.query.compiler import compile_query
from search.query.parser import parse
from tests.archive import engine_of


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


@pytest.mark.parametrize("query", ["pro-Russian", "pro Russian", "prorussian", "Russian"])
@pytest.mark.parametrize("text", ["pro-Russian", "prorussian"])
def test_what_stands_before_a_word_is_found_with_it(query: str, text: str) -> None:
    assert (query, text) == ("Russian", "prorussian") or _finds(query, f"a {text} rally")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("pro", "a pro-Russian rally"),
        ("post", "the post-war years"),
        ("6", "a-6-b"),
        ("s", "the envoy(s) named"),
    ],
)
def test_what_stands_before_a_word_is_none_itself(query: str, text: str) -> None:
    assert not _finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("there is hope", "There's hope", id="a verb cut short"),
        pytest.param("we have met", "We’ve met twice", id="and another"),
        pytest.param("there", "there's hope", id="the word before it"),
        pytest.param("we've met", "they met and we left", id="asked so, by the word"),
        pytest.param("envoys", "the envoy(s) named", id="a plural that may be meant"),
        pytest.param("vice president", "the Vice-President said", id="a rank"),
        pytest.param('"vice president"', "the Vice-President said", id="as a phrase"),
        pytest.param("government", "the gov't said", id="a word cut short"),
        pytest.param("доктор", "Д-р Иванов выступил", id="behind a hyphen"),
        pytest.param("д-р", "Доктор Иванов выступил", id="asked so"),
        pytest.param("nicio", "nu există nici o soluție", id="one word that was two"),
        pytest.param("nici o", "nu există nicio soluție", id="and the other way round"),
        pytest.param("Boeing", "a Boeing737 landed", id="a name before its figure"),
    ],
)
def test_what_is_cut_short_is_whole(query: str, text: str) -> None:
    assert _finds(query, text)


def _finds(query: str, text: str) -> bool:
    compiled = compile_query(parse(query), gazetteer=gazetteer(), interface="en", loose=False)
    engine = engine_of([Article(article_id="1", title="", text=text)])
    answer = engine.search(Request(clauses=compiled.clauses, size=1))
    return bool(answer.hits) and answer.match == "all"

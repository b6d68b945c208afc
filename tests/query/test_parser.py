"""The tree that each way of writing gives, and what is said when it has to be repaired."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.limits import MOST_WORDS
from search.query.parser import parse
from search.query.tree import (
    EVERY_ARTICLE,
    NO_ARTICLE,
    AllOf,
    AnyOf,
    Begins,
    Exactly,
    Field,
    Near,
    Quoted,
    Title,
    Tree,
    Without,
    Word,
    subtrees,
)

A, B, C = Word("a"), Word("b"), Word("c")


def codes(text: str) -> list[str]:
    return [hint.code for hint in parse(text).hints]


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        pytest.param(AllOf((A, B)), "a b", id="words-side-by-side-are-both-meant"),
        pytest.param(AllOf((A, B)), "a AND b", id="and"),
        pytest.param(AnyOf((A, B)), "a OR b", id="or"),
        pytest.param(AllOf((A, Word("or"), B)), "a or b", id="operators-are-capitals"),
        pytest.param(AnyOf((AllOf((A, B)), C)), "a b OR c", id="and-binds-closer-than-or"),
        pytest.param(AllOf((A, AnyOf((B, C)))), "a (b OR c)", id="parentheses"),
        pytest.param(AllOf((A, B, C)), "(a b) c", id="needless-parentheses-do-not-count"),
        pytest.param(AllOf((Without(A), B)), "NOT a b", id="not-binds-closest"),
        pytest.param(Without(A), "-a", id="minus-alone"),
        pytest.param(Without(AllOf((A, B))), "-(a b)", id="minus-before-parentheses"),
        pytest.param(A, "NOT NOT a", id="two-negations-are-none"),
        pytest.param(Word("cease-fire"), "cease-fire", id="a-hyphen-inside-a-word-is-no-minus"),
        pytest.param(AllOf((A, Word("-"), B)), "a - b", id="a-dash-between-spaces-is-no-minus"),
        pytest.param(Word("–a"), "–a", id="an-en-dash-is-no-minus"),
        pytest.param(Quoted("a b"), '"a b"', id="phrase"),
        pytest.param(Quoted("a b", slop=3), '"a b"~3', id="phrase-with-words-between"),
        pytest.param(Quoted("a b", exactly=True), '="a b"', id="phrase-as-typed"),
        pytest.param(Quoted("a b"), "„a b”", id="romanian-marks"),
        pytest.param(Quoted("a b"), "«a b»", id="angled-marks"),
        pytest.param(Quoted("a «b» c"), "„a «b» c”", id="marks-inside-marks"),
        pytest.param(Quoted("a b"), "״a b״", id="gershayim-around-words"),
        pytest.param(Quoted("a b"), '\u200f"a b"\u200e', id="marks-of-direction-are-not-seen"),
        pytest.param(
            AllOf((Word('ארה"ב'), Word('וצה"ל'))), 'ארה"ב וצה"ל', id="gershayim-are-letters"
        ),
        pytest.param(Word("צה״ל"), "צה״ל", id="typographic-gershayim-are-letters"),
        pytest.param(Quoted('או"ם אמר'), '"או"ם אמר"', id="gershayim-inside-a-phrase"),
        pytest.param(Quoted("הארץ"), 'ב"הארץ"', id="a-prefix-before-a-quotation"),
        pytest.param(AllOf((Quoted("שלום רב"), A)), 'ה"שלום רב" a', id="a-prefix-before-a-phrase"),
        pytest.param(Quoted("New York"), 'ב"New York"', id="a-prefix-before-foreign-words"),
        pytest.param(
            AllOf((Word('ש"ס'), Quoted("שלום רב"))),
            'ש"ס "שלום רב"',
            id="an-acronym-before-a-phrase",
        ),
        pytest.param(Begins("pre"), "pre*", id="prefix"),
        pytest.param(Begins("pr"), "pr*", id="prefix-of-two-letters"),
        pytest.param(Near("Putn"), "Putn~", id="near"),
        pytest.param(Near("Putn"), "Putn~1", id="a-number-behind-near-is-ours-to-choose"),
        pytest.param(Exactly("a"), "=a", id="exactly"),
        pytest.param(Field("leader", "Theresa May"), 'leader:"Theresa May"', id="a-quoted-value"),
        pytest.param(Field("leader", "putin"), "Leader:putin", id="field-names-in-any-case"),
        pytest.param(
            AllOf((A, Without(Field("country", "ro")))), "a -country:ro", id="without-a-value"
        ),
        pytest.param(Field("year", "2016..2019"), "year:2016..2019", id="years"),
        pytest.param(Field("year", "2016..2019"), "year:2019..2016", id="years-from-the-last"),
        pytest.param(Field("year", "unknown"), "year:Unknown", id="no-year"),
        pytest.param(Field("date", "2016-10..2017"), "date:2016-10..2017", id="dates"),
        pytest.param(Field("year", "unknown"), "date:Unknown", id="no-date-is-no-year"),
        pytest.param(Title(Quoted("a b", slop=2)), 'title:"a b"~2', id="a-phrase-in-the-title"),
        pytest.param(Title(AnyOf((A, B))), "title:(a OR b)", id="a-group-in-the-title"),
        pytest.param(
            AllOf((Word("12:30"), Word("http://x.org/a:b"))),
            "12:30 http://x.org/a:b",
            id="times-and-links",
        ),
        pytest.param(
            AnyOf((Field("leader", "putin"), Field("leader", "Theresa May"))),
            'leader:(putin OR "Theresa May")',
            id="values-of-a-field-in-parentheses",
        ),
        pytest.param(
            AllOf((A, Field("country", "ru"), Without(Field("country", "il")))),
            "a Country:(ru -il)",
            id="a-value-and-not-another",
        ),
        pytest.param(
            AnyOf((Field("year", "2014..2016"), Field("year", "unknown"))),
            "year:(2016..2014 OR unknown)",
            id="years-in-parentheses",
        ),
        pytest.param(Field("leader", "putin"), "leader:((putin))", id="a-value-in-parentheses"),
        pytest.param(NO_ARTICLE, "leader:()", id="no-value-in-parentheses"),
        pytest.param(
            AllOf((Field("year", "2016"), Field("leader", "putin"))),
            "leader:(year:2016 =putin)",
            id="another-field-in-parentheses",
        ),
        pytest.param(Quoted("a b", slop=63), '"a b"~63', id="as-many-words-between-as-may-be"),
        pytest.param(EVERY_ARTICLE, " \n", id="nothing-typed-is-everything"),
        pytest.param(NO_ARTICLE, "()", id="empty-parentheses"),
        pytest.param(NO_ARTICLE, "-()", id="without-empty-parentheses"),
        pytest.param(NO_ARTICLE, "title:()", id="empty-parentheses-in-the-title"),
        pytest.param(A, "() a", id="empty-parentheses-beside-a-word"),
    ],
)
def test_what_is_typed_is_taken_as_it_is(tree: Tree, text: str) -> None:
    assert (tree, []) == (parse(text).tree, codes(text))


@pytest.mark.parametrize(
    ("tree", "code", "text"),
    [
        pytest.param(AllOf((A, B)), "unclosed_quote", '"a b', id="a-quotation-mark-alone"),
        pytest.param(
            Without(A), "unclosed_quote", '-"a', id="a-minus-before-a-quotation-mark-alone"
        ),
        pytest.param(NO_ARTICLE, "unclosed_quote", '"', id="nothing-but-a-quotation-mark"),
        pytest.param(
            AllOf((Field("leader", "x"), B)),
            "unclosed_quote",
            'leader:"x b',
            id="an-unclosed-value",
        ),
        pytest.param(AllOf((A, B)), "unbalanced_parenthesis", "(a b", id="never-closed"),
        pytest.param(AllOf((A, B)), "unbalanced_parenthesis", "a) b", id="never-opened"),
        pytest.param(A, "dangling_operator", "OR a", id="or-first"),
        pytest.param(AnyOf((A, B)), "dangling_operator", "a OR OR b", id="or-twice"),
        pytest.param(AllOf((A, B)), "dangling_operator", "a AND AND b", id="and-twice"),
        pytest.param(A, "dangling_operator", "a AND", id="and-last"),
        pytest.param(A, "dangling_operator", "a NOT", id="not-last"),
        pytest.param(NO_ARTICLE, "dangling_operator", "NOT", id="not-alone"),
        pytest.param(A, "dangling_operator", "a title:NOT", id="not-alone-in-the-title"),
        pytest.param(A, "dangling_operator", "AND a", id="and-first"),
        pytest.param(
            AllOf((A, B, C)), "unbalanced_parenthesis", "a) b) c", id="twice-never-opened"
        ),
        pytest.param(A, "bad_date", "a date:soon", id="no-date"),
        pytest.param(
            AllOf((Word("foo"), Quoted("a b"))), "unknown_field", 'foo:"a b"', id="no-such-field"
        ),
        pytest.param(
            AllOf((Word("leader"), A)), "empty_field", "leader: a", id="a-field-without-a-value"
        ),
        pytest.param(A, "bad_year", "a year:(16)", id="no-year-in-parentheses"),
        pytest.param(
            Field("year", "2016"), "bad_year", "year:(16 OR 2016)", id="one-year-in-parentheses"
        ),
        pytest.param(
            Field("leader", "putin"),
            "unbalanced_parenthesis",
            "leader:(putin",
            id="values-never-closed",
        ),
        pytest.param(Word("leader"), "empty_field", 'leader:""', id="a-field-with-an-empty-value"),
        pytest.param(Word("title"), "empty_field", "title:", id="a-title-without-a-word"),
        pytest.param(
            AllOf((Word("title"), A)), "empty_field", "title:AND a", id="a-title-before-an-operator"
        ),
        pytest.param(Word("p"), "short_stem", "p*", id="a-prefix-of-one-letter"),
        pytest.param(Word("p"), "short_stem", "p~", id="one-letter-and-near"),
        pytest.param(A, "misplaced_star", "*a*", id="a-star-in-front"),
        pytest.param(A, "bad_year", "a year:16", id="no-year"),
        pytest.param(Quoted("a b", slop=63), "cut_slop", '"a b"~99', id="too-many-words-between"),
    ],
)
def test_what_can_not_be_taken_as_typed_is_repaired_and_said(
    tree: Tree, code: str, text: str
) -> None:
    assert (tree, {code}) == (parse(text).tree, set(codes(text)))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("AND", "AND a"),
        ("AND", "a AND AND b"),
        ("AND", "a AND"),
        ("OR", "OR a"),
        ("NOT", "a NOT"),
        ("title", "title:"),
        ("title", "title:AND a"),
        ("leader", "leader: a"),
        ("foo", "foo:a"),
        ("*", "p*"),
        ("~", "p~"),
        ("16", "year:16"),
        ("soon", "date:soon"),
    ],
)
def test_what_was_repaired_is_named(said: str, text: str) -> None:
    """Of a query of ten words a reader must not have to look for it."""
    assert [said] == [hint.message.split(" ")[0].rstrip(":") for hint in parse(text).hints]


@given(st.lists(st.from_regex(r"[a-zăș]{1,8}", fullmatch=True), min_size=2, max_size=MOST_WORDS))
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    assert AllOf(tuple(map(Word, words))) == parse(" ".join(words)).tree


@given(
    st.lists(
        st.sampled_from(['"a b"', "«a»", "=ab", "ab*", "a*b", "-x", "(", ")", "OR ", "title:", "y"])
    )
)
def test_a_leaf_knows_where_it_was_typed(pieces: list[str]) -> None:
    """A rewrite changes it there, and leaves alone what stands around it."""
    query = parse(" ".join(pieces))
    leaves = [leaf for leaf in subtrees(query.tree) if isinstance(leaf, Word | Quoted)]

    for leaf in leaves:
        text = leaf.text if isinstance(leaf, Word) else leaf.words
        assert text in query.text[slice(*leaf.span)].replace("*", "")

"""What an engine is asked for a query, and which articles that finds."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.nodes import And, FieldIs, Fuzzy, Group, Node, Not, Or, Phrase, Prefix
from search.engine.port import Request
from search.engine.ranking import SPELT_APART
from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.query.compiler import Compiled, compile_query
from search.query.parser import parse
from search.query.tree import EVERY_ARTICLE
from tests.archive import engine_of

WORDS: Final = (
    "fire",
    "mare",
    "acord",
    "pace",
    "ceasefire",
    "Putin",
    "puțin",
    "putin",
    "שיחה",
    "לנתניהו",
    "війна",
    "9",
)
ARCHIVE: Final = (
    "Putin called after the fire; a ceasefire is near.",
    "Un acord de pace, cel puțin pentru o vreme, la malul mării. Apa e mare.",
    "Un acord de pace cu Putin, spune Kremlinul: 9 puncte.",
    "נתניהו שוחח עם פוטין. השיחה נמשכה שעה.",
    "Війна і мир. A fire, a pace, a mare.",
)


def compiled(text: str, *, loose: bool = False) -> Compiled:
    return compile_query(parse(text), gazetteer=gazetteer(), interface="en", loose=loose)


def clause(text: str) -> Node:
    (only,) = compiled(text).clauses
    return only


def codes(text: str) -> list[str]:
    return [hint.code for hint in compiled(text).hints]


def found(query: str, *texts: str, title: str = "") -> list[str]:
    """The texts that the query finds, every clause of it."""
    engine = engine_of(Article(article_id=text, title=title, text=text) for text in texts)
    asked = compiled(query)
    answer = engine.search(Request(clauses=asked.clauses, limits=asked.limits, size=len(texts)))
    return [
        text
        for text in texts
        if text in {hit.article_id for hit in answer.hits} and answer.match == "all"
    ]


@pytest.mark.parametrize(
    ("query", "finds", "passes"),
    [
        pytest.param(
            "cease-fire",
            ["a ceasefire", "a cease-fire", "a cease fire"],
            ["the fire ceased"],
            id="hyphenated",
        ),
        pytest.param(
            "ceasefire",
            ["a ceasefire", "a cease-fire", "a cease fire"],
            ["the fire ceased"],
            id="joined",
        ),
        pytest.param(
            "cease fire", ["a ceasefire", "a cease-fire", "a cease fire"], ["a fire"], id="apart"
        ),
        pytest.param(
            '"ceasefire agreement"',
            ["a ceasefire agreement", "a cease-fire agreement", "a cease fire agreement"],
            ["agreement on a ceasefire"],
            id="a-compound-in-a-phrase",
        ),
        pytest.param(
            '"cease-fire deal"',
            ["ceasefire deal", "cease-fire deal"],
            ["cease deal"],
            id="hyphenated-in-a-phrase",
        ),
        pytest.param("תל־אביב", ["תל אביב", "תל-אביב", "בתל־אביב"], ["אביב הגיע"], id="maqaf"),
        pytest.param(
            "s-a întors",
            ["Marți s-a întors."],
            ["O sa se fi întors."],
            id="a-clitic-is-not-the-joined-word",
        ),
        pytest.param(
            "putin",
            ["Putin vine", "PUTIN VINE"],
            ["cel puțin doi", "cel puţin doi"],
            id="a-name-typed-bare",
        ),
        pytest.param(
            "puțin", ["cel puţin doi"], ["Putin vine", "vine putin"], id="the-word-and-not-the-name"
        ),
        pytest.param("puti*", ["Putin vine"], ["cel puțin doi"], id="a-name-begun-bare"),
        pytest.param(
            "presed*",
            ["președintele", "preşedinţii", "presedinte"],
            ["prefect"],
            id="a-word-begun-bare",
        ),
        pytest.param("președ*", ["preşedintele"], ["presedinte"], id="a-word-begun-with-accents"),
        pytest.param("=acord", ["Un ACORD."], ["acordul", "acorduri"], id="exactly"),
        pytest.param('="un acord"', ["Un acord."], ["un acordul"], id="a-phrase-exactly"),
        pytest.param("Netanyaho~", ["Netanyahu"], ["Nathan"], id="two-letters-off-in-a-long-word"),
        pytest.param("Putn~", ["Putin"], ["Puterea"], id="one-letter-off-in-a-short-word"),
        pytest.param(
            '"talks Gaza"~2',
            ["talks held in Gaza"],
            ["talks were held in Gaza", "Gaza talks"],
            id="slop",
        ),
        pytest.param("-Gaza", ["Kyiv"], ["Gaza"], id="without-alone"),
        pytest.param("talks (Gaza OR Kyiv)", ["talks in Kyiv"], ["talks", "Kyiv"], id="a-group"),
        pytest.param("9/11", ["after 9/11"], ["9 of 11"], id="figures-with-a-mark-between"),
        pytest.param("talks/Gaza", ["Gaza: the talks"], ["talks"], id="words-with-a-mark-between"),
        pytest.param("Putin script:latin", ["Putin"], ["Путин"], id="a-script"),
        pytest.param("Putin script:he", [], ["Putin"], id="a-script-that-the-word-has-not"),
        pytest.param("the and of", ["the and of"], ["the"], id="no-word-is-dropped"),
    ],
)
def test_a_query_finds_what_it_means(query: str, finds: list[str], passes: list[str]) -> None:
    assert finds == found(query, *finds, *passes)


def test_title_finds_titles_only() -> None:
    assert ["He went home."] == found('title:"the talks"', "He went home.", title="After the talks")
    assert [] == found("title:home", "He went home.", title="After the talks")
    assert ["He went home."] == found("title:tal*", "He went home.", title="After the talks")


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        pytest.param(
            FieldIs("leader", frozenset({"vladimir-putin"})),
            "leader:פוטין",
            id="a-leader-in-any-script",
        ),
        pytest.param(
            FieldIs("leader", frozenset({"theresa-may"})),
            'leader:"Theresa May"',
            id="a-quoted-leader",
        ),
        pytest.param(
            FieldIs("country", frozenset({"ro"})), "country:Rumania", id="a-country-by-a-name"
        ),
        pytest.param(FieldIs("year", frozenset({"2016..2019"})), "year:2016..2019", id="years"),
        pytest.param(FieldIs("lang", frozenset({"he"})), "lang:HE", id="a-language-by-its-code"),
        pytest.param(
            FieldIs("lang", frozenset({"ro"})), "lang:română", id="a-language-by-its-own-name"
        ),
        pytest.param(
            FieldIs("lang", frozenset({"en"})), "lang:אנגלית", id="a-language-by-a-hebrew-name"
        ),
        pytest.param(
            Not(FieldIs("country", frozenset({"il"}))), "-country:il", id="without-a-country"
        ),
        pytest.param(
            Or((FieldIs("lang", frozenset({"he"})), FieldIs("lang", frozenset({"ro"})))),
            "lang:he OR lang:ro",
            id="either-of-two-values",
        ),
    ],
)
def test_what_gives_no_score_is_a_limit(limit: Node, text: str) -> None:
    """A limit is never relaxed."""
    assert ((), (limit,), ()) == (
        compiled(text).clauses,
        compiled(text).limits,
        compiled(text).hints,
    )


def test_a_name_that_two_leaders_have_means_either_and_is_said() -> None:
    assert (FieldIs("leader", frozenset({"george-h-w-bush", "george-w-bush"})),) == compiled(
        "leader:Bush"
    ).limits
    assert ["Bush means any of these: George H. W. Bush, George W. Bush."] == [
        hint.message for hint in compiled("leader:Bush").hints
    ]


def test_an_unknown_value_finds_nothing_and_is_said() -> None:
    assert (FieldIs("leader", frozenset({"nobody at all"})),) == compiled(
        'leader:"Nobody at all"'
    ).limits
    assert ["unknown_value"] == codes('leader:"Nobody at all"')


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("Call", "call"), ("שיחה", "call"), ("intalnire", "meeting"), ("mesaj", "message")],
)
def test_a_kind_of_contact_is_known_by_its_name_on_the_page(typed: str, kind: str) -> None:
    """Whoever reads שיחה in the list of filters types contact:שיחה."""
    assert (FieldIs("contact", frozenset({kind})),) == compiled(f"contact:{typed}").limits
    assert [] == codes(f"contact:{typed}")


def test_what_is_no_kind_of_contact_is_said_with_those_that_are() -> None:
    (hint,) = compiled("contact:video").hints

    assert "unknown_contact" == hint.code
    assert "write contact:call, contact:meeting, contact:message or contact:any" in hint.message


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        pytest.param(Fuzzy("netanyaho", 2), "Netanyaho~", id="near-a-long-word"),
        pytest.param(Fuzzy("putn", 1), "Putn~", id="near-a-short-word"),
        pytest.param(Prefix(("x:negoci", "f:negoci")), "Negoci*", id="begun-bare"),
        pytest.param(Prefix(("x:președ",)), "Preşed*", id="begun-with-accents"),
        pytest.param(Prefix(("tx:negoci", "tf:negoci")), "title:negoci*", id="begun-in-the-title"),
        pytest.param(Group("Acord", (("x:acord", 1.0),)), "=Acord", id="exactly"),
        pytest.param(Group("Talks", ()), "Talks script:he", id="no-term-in-this-script"),
    ],
)
def test_a_word_is_asked_for_by_its_terms(asked: Node, text: str) -> None:
    assert asked == clause(text)


def test_a_name_typed_bare_is_not_folded() -> None:
    name = clause("Putin")

    assert isinstance(name, Group)
    assert set() == {term for term, _ in name.terms if term.startswith("f:")}


def test_a_compound_typed_apart_counts_a_little_less_joined() -> None:
    cease, fire = compiled("cease fire").clauses

    assert isinstance(cease, Group)
    assert isinstance(fire, Group)
    assert SPELT_APART == dict(cease.terms)["x:ceasefire"] == dict(fire.terms)["x:ceasefire"]
    assert 1.0 == dict(cease.terms)["x:cease"]


def test_a_whole_name_is_one_clause_with_the_other_names() -> None:
    """Else an article by another name would need it twice."""
    (name, word) = compiled("Vladimir Putin talks").clauses

    assert isinstance(name, Or)
    assert [And, Group] == list(map(type, name.children))
    assert clause("talks") == word


def test_a_phrase_of_one_word_is_the_word() -> None:
    assert clause("Gaza") == clause('"Gaza"')
    assert isinstance(clause('"to Gaza"'), Phrase)


@pytest.mark.parametrize("text", ["talks talks", "talks OR talks", "(talks talks) OR talks"])
def test_a_word_typed_again_is_asked_for_once(text: str) -> None:
    """Else pasting a word sixty times would cost sixty searches."""
    assert clause("talks") == clause(text)


@pytest.mark.parametrize(
    "text", ['"', "?!", '""', "()", "-?!", "NOT", "script:he", "year:16", "*", "\ud800"]
)
def test_without_a_word_nothing_is_found_and_that_is_said(text: str) -> None:
    assert (True, True) == (compiled(text).nothing, "no_words" in codes(text))


def test_an_empty_query_asks_for_everything() -> None:
    assert Compiled() == compiled(" ")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["fold_withheld", "also_searched"], "putin", id="a-name-typed-small"),
        pytest.param(["fold_withheld", "also_searched"], "PUTIN", id="a-name-in-capitals"),
        pytest.param(["fold_withheld"], "puti*", id="a-name-begun"),
        pytest.param(["also_searched"], "Putin", id="a-capital-says-that-it-is-a-name"),
        pytest.param([], "puțin", id="the-word-itself"),
        pytest.param(["also_searched"], "trump", id="a-name-that-is-no-other-word"),
        pytest.param(["bad_script"], "script:foo a", id="no-script"),
        pytest.param(["script_excluded"], "-script:he a", id="a-script-excluded"),
        pytest.param(["near_word"], "title:Putn~", id="near-in-a-title"),
    ],
)
def test_the_reader_is_told(expected: list[str], text: str) -> None:
    assert expected == codes(text)


def test_the_withheld_word_is_named() -> None:
    withheld, _ = compiled("putin").hints

    assert "puțin" in withheld.message


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_can_be_asked(text: str) -> None:
    asked = compiled(text)

    assert asked.nothing == (
        parse(text).tree != EVERY_ARTICLE and not asked.clauses and not asked.limits
    )

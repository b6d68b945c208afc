"""Words of one stem help to rank what is found by any word, and find nothing by themselves."""

from __future__ import annotations

from search.engine.port import Request
from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.model.search_options import Match
from search.query.compiler import Compiled, compile_query
from search.query.parser import parse
from tests.archive import engine_of

QUESTION = "când a fost înființată comisia"


def compiled(query: str, match: Match) -> Compiled:
    return compile_query(
        parse(query), gazetteer=gazetteer(), interface="ro", loose=False, match=match
    )


def found(texts: dict[str, str], query: str) -> list[str]:
    engine = engine_of(Article(article_id=i, title="", text=text) for i, text in texts.items())
    asked = compiled(query, "any")
    hits = engine.search(Request(clauses=asked.clauses, limits=asked.limits, match="any")).hits
    return [hit.article_id for hit in hits]


def test_kin_put_an_article_before_another() -> None:
    """Who asks when it was founded is answered by its founding."""
    texts = {
        "a": "Comisia s-a întrunit ieri la sediul ei din capitală.",
        "b": "Comisia și înființarea ei au fost descrise într-un raport.",
    }

    assert ["b", "a"] == found(texts, "comisia înființată")
    assert ["b", "a"] == found({"a": texts["b"], "b": texts["a"]}, "comisia înființată")[::-1]


def test_kin_find_nothing() -> None:
    assert ["a"] == found(
        {"a": "Comisia s-a întrunit ieri.", "b": "Înființarea unui spital a durat mult."},
        "comisia înființată",
    )


def test_where_all_words_are_asked_for_kin_do_not_count() -> None:
    assert compiled(QUESTION, "all").clauses != compiled(QUESTION, "any").clauses
    assert () == compiled(QUESTION, "all").limits


def test_a_word_without_kin_limits_nothing() -> None:
    assert () == compiled("Netanyahu Chișinău", "any").limits

"""Documents: what is sent of an article says all that is searched, in words of the cluster's."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.opensearch.documents import (
    LONGEST,
    as_term,
    as_value,
    document,
    document_id,
    identifier,
    joined,
    unpacked,
    written,
)
from tests.engines.plain import article

TERMS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)


@given(TERMS)
def test_a_term_is_one_word_that_says_which_it_was(term: str) -> None:
    kept = written(term)

    assert [kept] == kept.split()
    assert "|" not in kept
    assert kept != "_"
    assert kept.encode().decode() == kept
    assert term == as_term(kept)


@given(TERMS, TERMS)
def test_what_begins_alike_begins_alike_when_it_is_written(one: str, other: str) -> None:
    assert written(one + other).startswith(written(one))


@given(st.text(st.characters(exclude_categories=()), max_size=12))
def test_a_value_comes_back_as_it_was(value: str) -> None:
    kept = identifier(value)

    assert kept.encode().decode() == kept
    assert value == as_value(kept)


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 100_000])
def test_a_long_term_is_shorter_than_lucene_takes_and_stays_another(length: int) -> None:
    one, other = written("x:" + "ש" * length + "a"), written("x:" + "ש" * length + "b")

    assert max(len(one.encode()), len(other.encode())) < 32_766
    assert one != other
    assert one.startswith(written("x:" + "ש" * 100))


def test_terms_of_a_position_stand_together_and_a_position_without_any_is_told() -> None:
    assert "x:a|l:a _ x:b" == joined({"x:a": [0], "l:a": [0], "x:b": [2]})
    assert "" == joined({})


def test_an_article_comes_back_from_its_document() -> None:
    known, analysed = article("a\ud800", "Putin \udfff called", "A call", published="2016-10")

    sent = json.loads(json.dumps(document(known, analysed)))

    assert known == unpacked(sent)
    assert (2016_10_00, 2016_10_01, 2016_10_99) == (
        sent["day"],
        sent["first_day"],
        sent["last_day"],
    )


def test_an_article_without_a_date_has_no_day() -> None:
    assert "day" not in document(*article("a", "Putin called"))


def test_of_an_article_that_is_a_library_no_more_is_sent_than_a_cluster_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.opensearch.documents.MOST_TERMS", 40)

    sent = document(*article("a", "grain " * 100))

    assert "x:grain|l:grain x:grain|l:grain" == sent["terms"]
    assert "grain " * 100 == unpacked(sent).text


def test_ids_of_any_length_have_names_of_one_length() -> None:
    assert {32} == {len(document_id(one)) for one in ("", "a", "a" * 10_000, "\ud800")}

"""Fields: names of columns and keys, and the values under them, as people write them."""

from __future__ import annotations

import csv
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.loaders import fields, values
from index.loaders.fields import Fields


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param({"headline": "A call"}, Fields(title="A call"), id="headline"),
        pytest.param({"articleBody": "They spoke."}, Fields(text="They spoke."), id="schema.org"),
        pytest.param(
            {"Date Published": "2016-10-23"},
            Fields(published="2016-10-23"),
            id="spaces and capitals",
        ),
        pytest.param({"titlu": "O convorbire"}, Fields(title="O convorbire"), id="Romanian"),
        pytest.param({"כותרת": "שיחה"}, Fields(title="שיחה"), id="Hebrew"),
        pytest.param({"guid": 17}, Fields(source_id="17"), id="a number as id"),
        pytest.param({"_id": {"$oid": "5f"}}, Fields(source_id="5f"), id="a database's id"),
        pytest.param(
            {"publisher": {"name": "The Paper"}},
            Fields(outlet="The Paper"),
            id="an object with a name",
        ),
        pytest.param(
            {"leader": ["Ana Pop", None]}, Fields(leaders=("Ana Pop",)), id="a list with a hole"
        ),
        pytest.param(
            {"body": ["One.", "Two."]}, Fields(text="One.\n\nTwo."), id="paragraphs as a list"
        ),
        pytest.param({"colour": "red"}, Fields(), id="a name that means nothing"),
        pytest.param(
            {"title": None, "text": "", "url": "  "}, Fields(), id="nothing under the names"
        ),
    ],
)
def test_a_record_is_understood(record: dict[str, object], expected: Fields) -> None:
    assert expected == fields.read(record)


def test_the_better_name_wins_whatever_the_order() -> None:
    """A description is a text only where there is no other."""
    assert "Whole." == fields.read({"description": "Short.", "text": "Whole."}).text


def test_an_unreadable_value_gives_way_to_the_next_name() -> None:
    assert "2016-10-23" == fields.read({"published": "soon", "date": "2016-10-23"}).published


@pytest.mark.parametrize(
    ("record", "note"),
    [
        pytest.param(
            {"url": "ftp://example.org/a"},
            "url 'ftp://example.org/a' can't be read",
            id="another scheme",
        ),
        pytest.param(
            {"lang": "Klingon"}, "lang 'Klingon' can't be read", id="no language of ISO 639-1"
        ),
        pytest.param(
            {"date": "soon"}, "date 'soon' can't be read; write it as 2016-10-23", id="no date"
        ),
    ],
)
def test_a_value_that_is_dropped_is_noted(record: dict[str, object], note: str) -> None:
    """Silence would look like an article without a date."""
    assert Fields(notes=(note,)) == fields.read(record)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("en-US", "en"),
        ("he_IL", "he"),
        ("iw", "he"),
        ("heb", "he"),
        ("Hebrew", "he"),
        ("עברית", "he"),
        ("română", "ro"),
        ("mo", "ro"),
        ("RUSSIAN", "ru"),
        ("xx", None),
        ("", None),
    ],
)
def test_a_language_becomes_its_code(written: str, expected: str | None) -> None:
    assert expected == values.language(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("https://example.org/a?b=c", "https://example.org/a?b=c", id="https"),
        pytest.param(" http://example.org ", "http://example.org", id="space around it"),
        pytest.param("javascript:alert(1)", None, id="a script"),
        pytest.param("//example.org/a", None, id="no scheme"),
        pytest.param("https:///a", None, id="no host"),
        pytest.param("http://[::1", None, id="a broken host"),
        pytest.param("https://example.org/a b", None, id="a space within"),
    ],
)
def test_only_addresses_of_the_web_are_kept(written: str, expected: str | None) -> None:
    """The page makes a link of it."""
    assert expected == values.link(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("Ana Pop; Ion Rusu", ("Ana Pop", "Ion Rusu"), id="semicolons"),
        pytest.param("Ana Pop, Ion Rusu", ("Ana Pop", "Ion Rusu"), id="commas"),
        pytest.param(
            "Pop, Ana; Rusu, Ion", ("Pop, Ana", "Rusu, Ion"), id="semicolons before commas"
        ),
        pytest.param('["Ana Pop", "Ion Rusu"]', ("Ana Pop", "Ion Rusu"), id="JSON in a cell"),
        pytest.param([{"name": "Ana Pop"}], ("Ana Pop",), id="objects"),
        pytest.param("Ana Pop; Ana Pop", ("Ana Pop",), id="twice the same"),
        pytest.param("[Ana Pop", ("[Ana Pop",), id="no JSON after all"),
        pytest.param(" ; ", None, id="nothing"),
    ],
)
def test_a_list_is_read_in_any_form(written: object, expected: tuple[str, ...] | None) -> None:
    assert expected == values.names(written)


@given(
    record=st.dictionaries(
        st.sampled_from(["title", "text", "date", "url", "lang", "leaders", "id", "source"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "x"]), inner)
            ),
            max_leaves=5,
        ),
    )
)
def test_any_value_is_read_or_left_out(record: dict[str, object]) -> None:
    """Exports hold anything."""
    said = fields.read(record)

    assert said.title is None or said.title.strip()


def test_the_table_of_names_is_sorted_and_sourced() -> None:
    rows = (
        resources.files("index.loaders")
        .joinpath("fields.tsv")
        .read_text(encoding="utf-8")
        .splitlines()[1:]
    )
    parsed = [line.split("\t") for line in rows]
    known = {
        "source_id",
        "title",
        "text",
        "published",
        "lang",
        "outlet",
        "url",
        "leaders",
        "contacts",
        "countries",
    }

    assert sorted(rows) == rows
    assert known == {row[0] for row in parsed}
    assert len(parsed) == len({row[2] for row in parsed})
    assert all(len(row) == 5 and row[4] for row in parsed)


def test_the_table_of_letters_is_sorted_and_sourced() -> None:
    text = resources.files("index.loaders").joinpath("letters.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))

    assert sorted(row["lang"] for row in rows) == [row["lang"] for row in rows]
    assert all(row["source"] and row["share"] in {"all", "accented"} for row in rows)
    assert all(len(set(row["letters"].split())) == len(row["letters"].split()) for row in rows)

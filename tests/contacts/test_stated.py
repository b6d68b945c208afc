"""Stated: what metadata adds to an article's contacts and takes away from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from index.cli import app
from index.loaders import contact_statements
from search.model.contacts import ContactStatement
from tests.index.archive import Archive

CALL = "Donald Trump spoke by phone with Vladimir Putin on Sunday.\n\nNobody else was told of it."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("none", [("any", (), "", True, False)]),
        ("call: Putin, Netanyahu", [("call", ("Putin", "Netanyahu"), "", False, False)]),
        (
            "Call: Putin, Netanyahu, 2016-10-21",
            [("call", ("Putin", "Netanyahu"), "2016-10-21", False, False)],
        ),
        ("call: A, B, 2016-02", [("call", ("A", "B"), "2016-02", False, False)]),
        ("not meeting: A, B", [("meeting", ("A", "B"), "", True, False)]),
        ("not any: A, B, 2016", [("any", ("A", "B"), "2016", True, False)]),
        ("video call: A, B", [("call", ("A", "B"), "", False, True)]),
        (
            "none; message: A, B, C",
            [("any", (), "", True, False), ("message", ("A", "B", "C"), "", False, False)],
        ),
    ],
)
def test_a_cell_says_what_was_held_and_what_was_not(
    written: str, expected: list[tuple[str, tuple[str, ...], str, bool, bool]]
) -> None:
    assert tuple(ContactStatement(*one) for one in expected) == contact_statements.read(written)


@pytest.mark.parametrize(
    "written",
    [
        *("", "press@example.org", "call: Putin", "any: A, B", "talks: A, B", "call: A, 2016"),
        *("call: A, a", "call: A, 2016, B", "call: A, B, 2016-02-31", "call: A, B, 21.10.2016"),
    ],
)
def test_what_is_no_statement_is_not_understood(written: str) -> None:
    """A column of this name may have anybody's address."""
    assert None is contact_statements.read(written)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            {"kind": "call", "video": True, "leaders": ["A", "B"], "date": "2016", "words": "x; y"},
            [("call", ("A", "B"), "2016", False, True)],
        ),
        (
            {"kind": "meeting", "leaders": ["A", "B"], "date": None},
            [("meeting", ("A", "B"), "", False, False)],
        ),
    ],
)
def test_a_program_may_give_contacts_as_the_api_does(
    said: dict[str, object], expected: list[tuple[str, tuple[str, ...], str, bool, bool]]
) -> None:
    assert tuple(ContactStatement(*one) for one in expected) == contact_statements.read([said])


@pytest.mark.parametrize(
    "said", [{"kind": "call"}, {"leaders": ["A", "B"]}, {"kind": "call", "leaders": "A, B"}]
)
def test_an_object_that_is_no_contact_is_not_understood(said: dict[str, object]) -> None:
    assert None is contact_statements.read([said])


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.write("a.txt", CALL)
    return archive


def told(archive: Archive) -> list[tuple[str, tuple[str, ...], str | None, str]]:
    archive.build()
    return [
        (one.kind, tuple(sorted(one.leaders)), one.date, one.source)
        for one in archive.article("a.txt").contacts
    ]


PAIR = ("donald-trump", "vladimir-putin")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("", [("call", PAIR, None, "text")], id="nothing"),
        pytest.param("none", [], id="all away"),
        pytest.param("not call: Путин, Trump", [], id="one away, in any script"),
        pytest.param("not meeting: Putin, Trump", [("call", PAIR, None, "text")], id="another"),
        pytest.param(
            "call: Putin, Trump, 2025-02-16",
            [("call", PAIR, "2025-02-16", "metadata")],
            id="the day of one that is there",
        ),
        pytest.param(
            "meeting: Macron, Merz, 2025-05",
            [
                ("call", PAIR, None, "text"),
                ("meeting", ("emmanuel-macron", "friedrich-merz"), "2025-05", "metadata"),
            ],
            id="another one",
        ),
        pytest.param(
            "call: Putin, Trump, 2025-02-16; call: Trump, Putin, 2025-03",
            [("call", PAIR, "2025-02-16", "metadata"), ("call", PAIR, "2025-03", "metadata")],
            id="two of one pair",
        ),
    ],
)
def test_a_sheet_corrects_what_the_text_reports(
    archive: Archive, cell: str, expected: list[tuple[str, tuple[str, ...], str | None, str]]
) -> None:
    archive.write("metadata.csv", f'file,contacts\na.txt,"{cell}"\n')

    assert expected == told(archive)


def test_who_took_part_is_found_as_a_leader_of_the_article(archive: Archive) -> None:
    archive.write("metadata.csv", 'file,contacts\na.txt,"meeting: Macron, Merz"\n')
    archive.build()

    article = archive.article("a.txt")
    assert {"emmanuel-macron", "friedrich-merz"} <= set(article.leaders)
    assert {"fr", "de"} <= set(article.countries)


def test_what_was_said_outlives_new_names(archive: Archive) -> None:
    """Articles are then tagged anew, from what the index has of them."""
    archive.write("metadata.csv", 'file,contacts\na.txt,"call: Putin, Trump, 2025-02-16"\n')
    archive.build()
    archive.write("names.csv", "id,kind,lang,name\nvladimir-putin,leader,en,Sunday Volodya\n")
    archive.write("names.csv", "id,kind,lang,name\nvladimir-putin,leader,en,Putin Volodya\n")

    assert [("call", PAIR, "2025-02-16", "metadata")] == told(archive)


def test_set_writes_it_into_the_sheet(archive: Archive) -> None:
    archive.build()
    given = ["set", "a.txt", "--contact", "none", "--contact", "meeting: Putin, Trump, 2018-07-16"]

    result = CliRunner().invoke(app, [*given, "--index", str(archive.index)])

    assert (0, "") == (result.exit_code, result.stderr)
    assert [("meeting", PAIR, "2018-07-16", "metadata")] == told(archive)


def test_set_refuses_what_says_nothing(archive: Archive) -> None:
    archive.build()

    result = CliRunner().invoke(
        app, ["set", "a.txt", "--contact", "they met", "--index", str(archive.index)]
    )

    assert 2 == result.exit_code
    assert "call: NAME, NAME" in result.stderr


def test_two_calls_of_one_pair_stay_two_whichever_the_text_tells(archive: Archive) -> None:
    """The one that the text dates keeps its sentence, wherever it stands in the sheet."""
    sentence = "Donald Trump spoke by phone with Vladimir Putin on 16 February 2025."
    archive.write("a.txt", f"A talk\n\n{sentence}\n\nNobody else was told of it.")
    cell = "call: Putin, Trump, 2025-03-18; call: Putin, Trump, 2025-02-16"
    archive.write("metadata.csv", f'file,contacts\na.txt,"{cell}"\n')
    archive.build()

    held = archive.article("a.txt").contacts
    assert {"2025-02-16": sentence, "2025-03-18": "A talk"} == {one.date: one.words for one in held}


def test_a_cell_that_can_not_be_read_is_said_with_what_was_expected(archive: Archive) -> None:
    """Somebody who fills in a sheet sees only what `index` says."""
    archive.write("metadata.csv", "file,contacts\na.txt,they met\n")

    (note,) = archive.build()["notes"]

    assert "contacts 'they met' can't be read; expected `call: NAME, NAME" in note["note"]

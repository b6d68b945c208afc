"""The check of names: what could mean something else is seen, unless somebody has explained it."""

from __future__ import annotations

import pytest

from search import names
from search.names.records import Name, Office
from tools import lint_names
from tools.lint_names import Conflict, conflicts, main


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Name:
    """The reviewed names with one more."""
    name: Name = request.param
    every = (*names.leaders(), name)
    monkeypatch.setattr(names, "leaders", lambda: every)
    return name


def test_nothing_is_unexplained() -> None:
    """Whoever adds a leader decides which of their names stand alone."""
    assert [] == conflicts()


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        pytest.param(
            Name("john-major", "en", "Table", "surname", "reviewed", "2026-11-22"),
            Conflict("word", "en", "table", "john-major"),
            id="a common word",
        ),
        pytest.param(
            Name("john-major", "en", "Tàble", "surname", "reviewed", "2026-11-30"),
            Conflict("word", "en", "tàble", "john-major"),
            id="a common word once its accent is gone",
        ),
        pytest.param(
            Name("john-major", "he", "במקום", "surname", "reviewed", "2026-11-30"),
            Conflict("word", "he", "במקום", "john-major"),
            id="a common word behind a Hebrew prefix",
        ),
        pytest.param(
            Name("john-major", "he", "ימון", "surname", "reviewed", "2026-11-30"),
            Conflict("word", "he", "ימון", "john-major"),
            id="the end of a Hebrew word that begins as a prefix does",
        ),
        pytest.param(
            Name("keir-starmer", "en", "Charles III", "variant", "reviewed", "2026-11-22"),
            Conflict("people", "en", "charles iii", "charles-iii, keir-starmer"),
            id="two people who lead one country",
        ),
        pytest.param(
            Name("john-major", "ro", "Franța", "surname", "reviewed", "2026-11-22"),
            Conflict("country", "ro", "franța", "john-major"),
            id="a country",
        ),
        pytest.param(
            Name("john-major", "he", "בבוקרשט", "surname", "reviewed", "2026-11-30"),
            Conflict("country", "he", "בבוקרשט", "john-major"),
            id="a capital behind a Hebrew prefix",
        ),
        pytest.param(
            Name("john-major", "he", "מייג'ורי", "spelling", "hearsay", "2026-11-22"),
            Conflict("source", "he", "מייג'ורי", "john-major"),
            id="no known source",
        ),
        pytest.param(
            Name("mike-moore", "en", "Mooreson", "surname", "reviewed", "2026-11-30"),
            Conflict("surname", "en", "mooreson", "mike-moore"),
            id="a surname of somebody whose whole name many bear",
        ),
    ],
    indirect=["added"],
)
@pytest.mark.usefixtures("added")
def test_a_name_that_could_mean_something_else_is_seen(expected: Conflict) -> None:
    assert expected in conflicts()


def test_a_term_without_an_end_is_seen_where_another_began(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a leader of years ago still holds the office that a title says."""
    biden = Office("joe-biden", "president", "us", "2021-01-20", "", "reviewed", "2026-11-30")
    every = {**names.offices(), "joe-biden": (biden,)}
    monkeypatch.setattr(names, "offices", lambda: every)

    assert Conflict("term", "", "joe-biden", "president, donald-trump") in conflicts()


def test_the_command_prints_a_line_each_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run that only prints would be passed over."""
    monkeypatch.setattr(
        lint_names, "conflicts", lambda: [Conflict("word", "en", "table", "john-major")]
    )

    assert 1 == main()
    assert "word\ten\ttable\tjohn-major\n" == capsys.readouterr().out

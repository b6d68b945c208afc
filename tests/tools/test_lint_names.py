"""The check of names: what could mean something else is seen, unless somebody has explained it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest

from search import names
from search.names.records import Name, Office
from tools import lint_names
from tools.lint_names import Conflict, conflicts, main

# What somebody may add, and what is then seen.
ADDED: Final = {
    "a common word": (
        Name("john-major", "en", "Table", "surname", "reviewed", "2026-11-22"),
        Conflict("word", "en", "table", "john-major"),
    ),
    "a common word once its accent is gone": (
        Name("john-major", "en", "Tàble", "surname", "reviewed", "2026-11-30"),
        Conflict("word", "en", "tàble", "john-major"),
    ),
    "a common word behind a Hebrew prefix": (
        Name("john-major", "he", "במקום", "surname", "reviewed", "2026-11-30"),
        Conflict("word", "he", "במקום", "john-major"),
    ),
    "the end of a Hebrew word that begins as a prefix does": (
        Name("john-major", "he", "ימון", "surname", "reviewed", "2026-11-30"),
        Conflict("word", "he", "ימון", "john-major"),
    ),
    "two people who lead one country": (
        Name("keir-starmer", "en", "Charles III", "variant", "reviewed", "2026-11-22"),
        Conflict("people", "en", "charles iii", "charles-iii, keir-starmer"),
    ),
    "a country": (
        Name("john-major", "ro", "Franța", "surname", "reviewed", "2026-11-22"),
        Conflict("country", "ro", "franța", "john-major"),
    ),
    "a capital behind a Hebrew prefix": (
        Name("john-major", "he", "בבוקרשט", "surname", "reviewed", "2026-11-30"),
        Conflict("country", "he", "בבוקרשט", "john-major"),
    ),
    "no known source": (
        Name("john-major", "he", "מייג'ורי", "spelling", "hearsay", "2026-11-22"),
        Conflict("source", "he", "מייג'ורי", "john-major"),
    ),
    "a surname of somebody whose whole name many bear": (
        Name("mike-moore", "en", "Mooreson", "surname", "reviewed", "2026-11-30"),
        Conflict("surname", "en", "mooreson", "mike-moore"),
    ),
}


@pytest.fixture(scope="module")
def seen() -> Iterator[frozenset[Conflict]]:
    """What is seen when all of these are added, and a term that has no end."""
    every = (*names.leaders(), *(name for name, _ in ADDED.values()))
    biden = Office("joe-biden", "president", "us", "2021-01-20", "", "reviewed", "2026-11-30")
    offices = {**names.offices(), "joe-biden": (biden,)}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(names, "leaders", lambda: every)
        patched.setattr(names, "offices", lambda: offices)
        yield frozenset(conflicts())


def test_nothing_is_unexplained() -> None:
    """Whoever adds a leader decides which of their names stand alone."""
    assert [] == conflicts()


@pytest.mark.parametrize("what", ADDED)
def test_a_name_that_could_mean_something_else_is_seen(
    what: str, seen: frozenset[Conflict]
) -> None:
    assert ADDED[what][1] in seen


def test_a_term_without_an_end_is_seen_where_another_began(seen: frozenset[Conflict]) -> None:
    """Else a leader of years ago still holds the office that a title says."""
    assert Conflict("term", "", "joe-biden", "president, donald-trump") in seen


def test_the_command_prints_a_line_each_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run that only prints would be passed over."""
    monkeypatch.setattr(
        lint_names, "conflicts", lambda: [Conflict("word", "en", "table", "john-major")]
    )

    assert 1 == main()
    assert "word\ten\ttable\tjohn-major\n" == capsys.readouterr().out

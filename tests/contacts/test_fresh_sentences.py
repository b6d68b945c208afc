"""Fresh sentences: what is told of 830 sentences a language that knew no pattern.

Four hands wrote them as a journalist would, held, planned, denied, earlier, of groups, of envoys
and quoted, the first, second, fifth, eleventh and thirteenth set before they read how contacts are
recognised; what was wrong or missed was mended since. Left out are rows whose people no table
knows. A row has its kind (or whether anything was held) and the contacts that it reports as held: a
kind of contact and the leaders' ids.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.contacts.told import reported

LANGUAGES = ("en", "he", "ro", "ru")
SETS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
ENGLISH_ONLY = (("thirteenth", "en"),)
FILES = [*((hand, language) for hand in SETS for language in LANGUAGES), *ENGLISH_ONLY]
KINDS = {"held", "planned", "denied", "earlier", "group", "envoy", "quoted"}

Told = tuple[str, frozenset[str]]
Row = tuple[str, frozenset[Told], frozenset[Told], str]


def _expected(written: str) -> frozenset[Told]:
    contacts = [one.split() for one in written.split(";")] if written != "-" else []
    return frozenset((kind, frozenset(leaders)) for kind, *leaders in contacts)


@cache
def rows(hand: str, language: str) -> tuple[Row, ...]:
    """Of each sentence its kind, what it reports, what is found in it, and the sentence."""
    path = Path(__file__).parent / "sentences" / hand / f"{language}.tsv"
    _, *lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        kind, expected, text = line.split("\t")
        told = {
            ("video" if one.video else one.kind, frozenset(one.leaders))
            for one in reported(text, lang=language)
        }
        found.append((kind, _expected(expected), frozenset(told), text))
    return tuple(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_120_sentences_of_every_kind(language: str) -> None:
    assert (True, KINDS) == (
        len(rows("first", language)) >= 120,
        {kind for kind, *_ in rows("first", language)},
    )


@pytest.fixture(scope="module", params=FILES, ids="-".join)
def sentences(request: pytest.FixtureRequest) -> tuple[Row, ...]:
    """Those of one hand in one language: all tests of them run side by side, and they are read once."""
    return rows(*request.param)


def test_what_is_told_was_held(sentences: tuple[Row, ...]) -> None:
    told = sum(len(found) for _, _, found, _ in sentences)
    right = sum(len(found & expected) for _, expected, found, _ in sentences)

    assert right / told >= 0.95


def test_most_of_what_was_held_is_told(sentences: tuple[Row, ...]) -> None:
    held = sum(len(expected) for _, expected, _, _ in sentences)
    right = sum(len(found & expected) for _, expected, found, _ in sentences)

    assert right / held >= 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_others_coded_wrongly_is_no_contact(language: str) -> None:
    """Kinds of error that users of event coders report.

    A critic of a leader, a prankster, a film, a question, a claim, whoever was only talked about.
    """
    wrong = [text for _, expected, found, text in rows("traps", language) if expected != found]

    assert [] == wrong

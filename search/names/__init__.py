"""Names: what leaders and countries are called in each language, as reviewed data.

A file a subject, sorted, a source and a date a row; what each column and kind means stands in
`README.md` beside them. A country's usual name in a language is CLDR's; `countries.tsv` has what
CLDR does not know, or calls otherwise. Rows are tuples, for thousands are read before the first
search.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from search import icu
from search.names.records import (
    AmbiguousName,
    FalseFriend,
    Given,
    Honorific,
    Inflection,
    Name,
    Office,
    Person,
    ReviewedName,
)

LABEL_LANGUAGE: Final = "en"  # shown where a language has no label of its own


def _rows(file: str) -> Iterator[list[str]]:
    """The rows of one of the files, without its head."""
    _, *lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines)


@cache
def leaders() -> tuple[Name, ...]:
    """Every leader's names."""
    return tuple(map(Name._make, _rows("leaders.tsv")))


@cache
def countries() -> tuple[Name, ...]:
    """Every country's names that CLDR does not give."""
    return tuple(map(Name._make, _rows("countries.tsv")))


@cache
def organisations() -> tuple[Name, ...]:
    """What organisations are called: the usual name, one a language, and others."""
    return tuple(map(Name._make, _rows("organisations.tsv")))


@cache
def people() -> Mapping[str, Person]:
    """The leaders by their id."""
    return {person.leader: person for person in map(Person._make, _rows("people.tsv"))}


@cache
def offices() -> Mapping[str, tuple[Office, ...]]:
    """The offices of each leader, the first one first."""
    held: dict[str, list[Office]] = {leader: [] for leader in people()}
    for office in map(Office._make, _rows("offices.tsv")):
        held[office.leader].append(office)
    return {
        leader: tuple(sorted(terms, key=lambda office: office.start))
        for leader, terms in held.items()
    }


@cache
def ambiguous_names() -> tuple[AmbiguousName, ...]:
    """The names that need company."""
    return tuple(map(AmbiguousName._make, _rows("guarded.tsv")))


@cache
def reviewed_names() -> tuple[ReviewedName, ...]:
    """The names that were looked at and need no company."""
    return tuple(map(ReviewedName._make, _rows("cleared.tsv")))


@cache
def false_friends() -> tuple[FalseFriend, ...]:
    """The words that look like a leader or a country and are none."""
    return tuple(map(FalseFriend._make, _rows("others.tsv")))


@cache
def honorifics() -> tuple[Honorific, ...]:
    """The titles of those who lead."""
    return tuple(map(Honorific._make, _rows("titles.tsv")))


@cache
def inflections() -> tuple[Inflection, ...]:
    """The forms of names that no dictionary has, in the languages whose names have forms."""
    return tuple(map(Inflection._make, _rows("inflections.tsv")))


@cache
def given() -> tuple[Given, ...]:
    """The given names that many bear, without words that stand before a surname as words."""
    return tuple(map(Given._make, _rows("given.tsv")))


@cache
def given_names(language: str) -> frozenset[str]:
    """The given names in a language, normalised and case folded."""
    return frozenset(folded(row.name) for row in given() if row.language == language)


def label(facet: str, value: str, locale: str) -> str:
    """What the reader is shown for a leader, country or kind of contact; else the id itself."""
    reviewed = _labels(facet)
    shown = reviewed.get((value, locale))
    if shown or facet != "country":
        return shown or reviewed.get((value, LABEL_LANGUAGE), value)
    return icu.country_name(value.upper(), locale) or value


@cache
def _labels(facet: str) -> Mapping[tuple[str, str], str]:
    """The names of kind `name`, by owner and language."""
    if facet == "contact":
        return {(kind, language): name for kind, language, name in _rows("contacts.tsv")}
    named = leaders() if facet == "leader" else countries()
    return {(name.owner, name.language): name.name for name in named if name.kind == "name"}


def folded(name: str) -> str:
    """A name as the tables are keyed: NFC, case folded, with straight apostrophes."""
    straight = name.replace("’", "'").replace("׳", "'").replace("״", '"')
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", straight).casefold())

"""Names: what leaders and countries are called in each language, as reviewed data.

A file a subject, sorted, a source and a date a row; what each column and kind means stands in
`README.md` beside them. A country's usual name in a language is CLDR's; `countries.tsv` has what
CLDR does not know, or calls otherwise. Rows are tuples, for thousands are read before the first
search.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from search import icu
from search.names import own
from search.names.records import (
    AmbiguousName,
    CombiningForm,
    FalseFriend,
    Given,
    Honorific,
    Inflection,
    Name,
    NameKind,
    Office,
    Person,
    ReviewedName,
    StreetWord,
)

CODE_LETTERS: Final = 2  # of ISO 3166-1; the ids of other countries are longer
OWN: Final = "own"  # the source of what an archive adds
SOME_OFFICE: Final = "office"  # which one it is, nobody said
LABEL_LANGUAGE: Final = "en"  # shown where a language has no label of its own


def _rows(file: str) -> Iterator[list[str]]:
    """The rows of one of the files, without its head; what is said again is kept once."""
    _, *lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    once: dict[str, str] = {}
    share = once.setdefault
    return ([share(cell, cell) for cell in line.split("\t")] for line in lines)


@cache
def reviewed_leaders() -> tuple[Name, ...]:
    """Every leader's names, but for those that the archive adds."""
    return tuple(map(Name._make, _rows("leaders.tsv")))


@cache
def reviewed_countries() -> tuple[Name, ...]:
    """Every country's names that CLDR does not give, likewise."""
    return tuple(map(Name._make, _rows("countries.tsv")))


@cache
def reviewed_organisations() -> tuple[Name, ...]:
    """What organisations are called, likewise: the usual name, one a language, and others."""
    return tuple(map(Name._make, _rows("organisations.tsv")))


@cache
def reviewed_people() -> dict[str, Person]:
    """The leaders by their id, likewise."""
    return {person.leader: person for person in map(Person._make, _rows("people.tsv"))}


@own.follows
@cache
def leaders() -> tuple[Name, ...]:
    """Every leader's names, those of the archive last."""
    if not own.current().rows:  # nor are the people read, whom a command may do without
        return reviewed_leaders()
    return (*reviewed_leaders(), *_own_names("leader", frozenset(reviewed_people())))


@own.follows
@cache
def names_of_leaders() -> Mapping[str, Sequence[Name]]:
    """The names of each leader by id."""
    found: dict[str, list[Name]] = {}
    for name in leaders():
        found.setdefault(name.owner, []).append(name)
    return found


@own.follows
@cache
def countries() -> tuple[Name, ...]:
    """Every country's names that CLDR does not give, likewise."""
    codes = frozenset(map(str.lower, icu.country_codes()))
    return (*reviewed_countries(), *_own_names("country", codes))


@own.follows
@cache
def organisations() -> tuple[Name, ...]:
    """What organisations are called, likewise."""
    known = frozenset(name.owner for name in reviewed_organisations())
    return (*reviewed_organisations(), *_own_names("organisation", known))


@own.follows
@cache
def people() -> Mapping[str, Person]:
    """The leaders by their id, likewise."""
    added = own.current().homes().items()
    return {one: Person(one, "", country, OWN, "") for one, country in added} | reviewed_people()


@own.follows
@cache
def offices() -> Mapping[str, tuple[Office, ...]]:
    """The offices of each leader, the first one first."""
    held: dict[str, list[Office]] = {leader: [] for leader in people()}
    for office in map(Office._make, _rows("offices.tsv")):
        held[office.leader].append(office)
    for leader, country, start, end in own.current().terms(frozenset(reviewed_people())):
        held[leader].append(Office(leader, SOME_OFFICE, country, start, end, OWN, ""))
    return {
        leader: tuple(sorted(terms, key=lambda office: office.start))
        for leader, terms in held.items()
    }


def _own_names(kind: own.OwnKind, known: Collection[str]) -> Iterator[Name]:
    """The names of a kind that the archive adds.

    Of those who are `known` anyway they are only further ones.
    """
    rows = dict.fromkeys(row[:4] for row in own.current().rows if row.kind == kind)
    whole = {owner for owner, *_, name in rows if " " in name}
    labelled: set[tuple[str, str]] = set()
    for owner, _, language, name in rows:
        is_new = owner not in known
        is_part = kind == "leader" and " " not in name and not (is_new and owner not in whole)
        is_label = is_new and not is_part and (owner, language) not in labelled
        if is_label:
            labelled.add((owner, language))
        other: NameKind = "variant" if kind == "leader" else "alias"
        said: NameKind = "surname" if is_part else "name" if is_label else other
        yield Name(owner, language, name, said, OWN, "")


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
def street_words() -> tuple[StreetWord, ...]:
    """The words for streets, which are often called by a country or a capital, and for states."""
    return tuple(map(StreetWord._make, _rows("streets.tsv")))


@cache
def combining_forms() -> tuple[CombiningForm, ...]:
    """What peoples are called in the first part of a compound."""
    return tuple(map(CombiningForm._make, _rows("combining.tsv")))


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
    labels = _labels(facet)
    shown = labels.get((value, locale))
    if not shown and facet == "country" and len(value) == CODE_LETTERS:
        shown = icu.country_name(value.upper(), locale)
    return shown or labels.get((value, LABEL_LANGUAGE)) or labels.get((value, ""), value)


@own.follows
@cache
def _labels(facet: str) -> Mapping[tuple[str, str], str]:
    """The names of kind `name`, by owner and language; without a language any, the first."""
    if facet == "contact":
        return {(kind, language): name for kind, language, name in _rows("contacts.tsv")}
    named = leaders() if facet == "leader" else countries()
    labels = {(name.owner, name.language): name.name for name in named if name.kind == "name"}
    written = {(row.owner, ""): row.name for row in own.current().labels if row.facet == facet}
    first = {(owner, ""): name for (owner, _), name in reversed(labels.items())}
    return labels | written | first


def folded(name: str) -> str:
    """A name as the tables are keyed: NFC, case folded, with straight apostrophes."""
    straight = name.replace("’", "'").replace("׳", "'").replace("״", '"')
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", straight).casefold())

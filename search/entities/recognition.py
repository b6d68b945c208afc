"""Recognition: whose name was typed?

A leader's names are the leader's, a country's the country's, a capital's the capital's. A surname
that two leaders or many others have is no leader's, and a subject of its own: whoever types `Bush`
reads of either. A common word (`May`, פרס) is no name here, the whole name is. A place that is an
idea of its own (`Gaza`) is no name of its country's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final

from search import icu, names
from search.analysis.analyzer import analyse
from search.analysis.language import LANGUAGES_BY_SCRIPT, script_of
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize, strip_accents
from search.entities.ambiguity import WHOLE, is_borne_by_many, is_word
from search.entities.given_names import is_anothers
from search.entities.inflection import (
    APART,
    BEGINNING,
    TIER,
    beginnings,
    has_inflections,
    has_starts,
    inflections_of,
    starts,
)
from search.entities.name_entries import SpelledName, entries
from search.entities.spans import spans
from search.entities.subjects import Kind, Subject
from search.ideas import idea
from search.names.records import Name

ALIAS_LANGUAGES: Final = ("en", "he", "ro", "ru", "uk", "ar", "fa")
KINDS: Final[Mapping[Kind, tuple[str, ...]]] = {  # of names; a spelling is the first subject's
    "leader": ("surname", "name", "variant", "spelling", "nickname"),
    "country": ("name", "alias", "spelling"),
    "capital": ("capital", "capital-spelling"),
    "surname": ("surname", "spelling", "name", "variant"),
    "organisation": ("name", "alias"),
}
PEOPLE: Final[frozenset[Kind]] = frozenset({"leader", "surname"})
# surnames of several words are in whole names
PHRASED: Final[tuple[Kind, ...]] = ("country", "capital", "leader", "organisation")
SHORTEST_NAME: Final = 3  # letters of a name that is looked for: `US` would find `us`
EVERYDAY: Final = 5.0  # the frequency of a common word: once in ten thousand

GENITIVE: Final = "lui"  # Romanian writes it before a man's name, and it belongs to the name

_JOINTS: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def subject(typed: str) -> Subject | None:
    """Whose name was typed, in whatever case.

    None if nobody's, or if it may as well be something else.
    """
    script = script_of(typed)
    if script not in LANGUAGES_BY_SCRIPT or not _is_meant(typed):
        return None
    return _owner_of_key(_key(typed), script) or _inflected(typed, script)


def prepare() -> None:
    """Make the keys of all names now, so that no query waits for its own."""
    _short(), _rare()
    for script in LANGUAGES_BY_SCRIPT:
        _shelves(script)
    for way, kind, script in product(WAYS, KINDS, LANGUAGES_BY_SCRIPT):
        for letter in _begun(kind, script):
            _owners(way, kind, script, letter)


def subjects(typed: Sequence[str | None]) -> Iterator[tuple[slice, Subject]]:
    """The names among words typed side by side, the longest at each place; None is no word.

    A surname behind somebody else's given name is nobody's.
    """
    for places, whose in spans(typed, subject):
        before = (typed[places.start - 1] if places.start else None) or ""
        if whose.kind not in PEOPLE or not before:
            yield places, whose
        elif normalize(before) == GENITIVE:
            yield slice(places.start - 1, places.stop), whose
        elif not is_anothers(before.capitalize(), whose.owners):
            yield places, whose


def names_of(kind: Kind, languages: Collection[str] = ALIAS_LANGUAGES) -> Iterator[Name]:
    """The names of a kind of subjects in some languages, CLDR's of countries last."""
    yield from (row for row in _reviewed(kind) if row.language in languages)
    if kind == "country":
        yield from _usual(icu.country_codes(), languages)


def names_of_subject(whose: Subject) -> list[Name]:
    """The names of a subject, those of one kind together."""
    order = KINDS[whose.kind]
    own = [row for row in _reviewed(whose.kind) if row.owner in whose.owners]
    if whose.kind == "country":
        own += _usual([owner.upper() for owner in whose.owners], ALIAS_LANGUAGES)
    return sorted(own, key=lambda name: order.index(name.kind))


@cache
def _reviewed(kind: Kind) -> tuple[Name, ...]:
    """The names of a kind of subjects in the reviewed data."""
    if kind == "organisation":
        return names.organisations()
    rows = names.leaders() if kind in PEOPLE else names.countries()
    return tuple(row for row in rows if row.kind in KINDS[kind])


def _usual(codes: Iterable[str], languages: Iterable[str]) -> Iterator[Name]:
    """What CLDR calls countries."""
    for code, language in product(codes, languages):
        yield Name(code.lower(), language, icu.country_name(code, language), "name", "cldr", "")


def is_rare(spelling: str) -> bool:
    """Whether a name that is a word too is not one that is much used: Xi, and not May."""
    return spelling in _rare()


def _is_meant(typed: str) -> bool:
    """Whether a spelling can mean a name.

    A short one as it is written, a word if it is rare and has a capital.
    """
    spelling = normalize(typed)
    if (len(spelling) < SHORTEST_NAME and typed not in _short()) or idea(typed):
        return False
    return not is_word(spelling) or (typed[:1].isupper() and is_rare(spelling))


@cache
def _short() -> frozenset[str]:
    """The short names: US is one, and us is a word."""
    return frozenset(
        name.name for kind in KINDS for name in names_of(kind) if len(name.name) < SHORTEST_NAME
    )


@cache
def _rare() -> frozenset[str]:
    """The names that are a word too, but not one that is much used."""
    rows = [
        (row.language, normalize(row.word)) for row in names.ambiguous_names() if row.why == "word"
    ]
    everyday = {word for language, word in rows if lexicon_of(language).frequency(word) >= EVERYDAY}
    return frozenset(word for _, word in rows) - everyday


def _owner_of_key(key: str, script: str) -> Subject | None:
    """Whose name has this key: as names are, then without their accents, then in their cases."""
    for way, kind in product(WAYS, KINDS):
        owners = _owners(way, kind, script, _letter(key[:1])).get(key, ())
        if len(owners) == 1 or (owners and kind == "surname"):
            return Subject(kind, tuple(sorted(owners)))
    return None


@lru_cache(maxsize=4096)
def _owners(way: str, kind: Kind, script: str, letter: str) -> Mapping[str, set[str]]:
    """Whose names of a kind have each key that begins so, accents aside, read in one of the ways.

    Made when it is asked for: all of them would keep a command waiting.
    """
    found: dict[str, set[str]] = {}
    own = (name for name in _begun(kind, script).get(letter, ()) if _is_theirs(name, kind))
    for key, owner in WAYS[way](own):
        found.setdefault(key, set()).add(owner)
    return found


def _spelled(own: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """Key and owner of each name."""
    return ((_key(name.name), name.owner) for name in own)


def _stripped(own: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """The same without accents."""
    return ((strip_accents(key), owner) for key, owner in _spelled(own))


def _cases(own: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """Key and owner of each form of the names of one word: Путину is Putin's.

    A common word has none.
    """
    for name in own:
        spelling = normalize(name.name)
        if not (APART.search(name.name) or is_word(spelling) or idea(name.name)):
            yield from (
                (_JOINTS.sub("", form), name.owner)
                for form in inflections_of(spelling, name.language)
            )


@cache
def _begun(kind: Kind, script: str) -> Mapping[str, Sequence[Name]]:
    """The names of a kind in a script, by each letter that one of their forms begins with."""
    found: dict[str, list[Name]] = {}
    for name in names_of(kind, LANGUAGES_BY_SCRIPT[script]):
        for letter in _letters(name):
            found.setdefault(letter, []).append(name)
    return found


def _letters(name: Name) -> set[str]:
    first = _letter(next(filter(str.isalnum, name.name), ""))
    shapes = starts(normalize(name.name), name.language) if has_starts(name.language) else ()
    return {first, *(strip_accents(shape[:1]) for shape in shapes)}


@lru_cache(maxsize=1024)
def _letter(written: str) -> str:
    """A letter as names that begin with it are kept."""
    return strip_accents(_key(written))


def _is_theirs(name: Name, kind: Kind) -> bool:
    """Whether a name means a subject of this kind.

    One that many bear is no leader's, and a surname all the same.
    """
    is_surname = kind == "surname" and name.kind not in WHOLE
    return kind not in PEOPLE or is_surname or not is_borne_by_many(normalize(name.name))


WAYS: Final[Mapping[str, Callable[[Iterable[Name]], Iterator[tuple[str, str]]]]] = {
    "spelled": _spelled,
    "stripped": _stripped,
    "inflected": _cases,
}


def _inflected(typed: str, script: str) -> Subject | None:
    """Whose name of several words was typed in another case: Саудовской Аравии."""
    spelled = APART.split(typed)
    if len(spelled) == 1:
        return None
    first, *others = map(_terms, spelled)
    begun = (
        name
        for term in first
        for name in _phrases(script, strip_accents(term[TIER:][:BEGINNING])).get(term, ())
    )
    found = {whose for rest, whose in begun if _meet(rest, others)}
    return found.pop() if len(found) == 1 else None


def _meet(name: Sequence[frozenset[str]], typed: Sequence[frozenset[str]]) -> bool:
    """Whether each word has a term in common with the one at its place."""
    return len(name) == len(typed) and not any(map(frozenset.isdisjoint, name, typed))


@lru_cache(maxsize=1024)
def _phrases(
    script: str, beginning: str
) -> Mapping[str, Sequence[tuple[Sequence[frozenset[str]], Subject]]]:
    """The names of several words that begin so by the terms of their first.

    The others' terms, and whose they are.
    """
    found: dict[str, list[tuple[Sequence[frozenset[str]], Subject]]] = {}
    for (kind, language), spelled in _shelves(script).get(beginning, {}).items():
        for (first, *others), entry in entries(spelled, language):
            name = [frozenset(terms) for terms in others], Subject(kind, (entry.owner,))
            for term in first:
                found.setdefault(term, []).append(name)
    return found


@cache
def _shelves(script: str) -> Mapping[str, Mapping[tuple[Kind, str], list[SpelledName]]]:
    """The names of several words that have cases, by the first letters of their words."""
    shelves: dict[str, dict[tuple[Kind, str], list[SpelledName]]] = {}
    for kind in PHRASED:
        for name in _with_cases(kind, script):
            spelled = SpelledName("thing", name.owner, name.name, whole=True)
            for beginning in beginnings(name.name, name.language):
                shelves.setdefault(beginning, {}).setdefault((kind, name.language), []).append(
                    spelled
                )
    return shelves


def _with_cases(kind: Kind, script: str) -> Iterator[Name]:
    """The names of several words that have cases: dictionaries know those of places."""
    is_place = kind not in PEOPLE
    languages = [
        language
        for language in LANGUAGES_BY_SCRIPT[script]
        if is_place or has_inflections(language)
    ]
    named = (
        name
        for name in names_of(kind, languages)
        if APART.search(name.name) and _is_theirs(name, kind)
    )
    yield from (
        name
        for name in named
        if is_place or any(inflections_of(normalize(name.name), name.language))
    )


@lru_cache(maxsize=1024)
def _terms(word: str) -> frozenset[str]:
    """What a typed word is found by."""
    return frozenset().union(*analyse(word, side="query").terms)


def _key(spelling: str) -> str:
    """A spelling without its case, hyphens, dots and spaces."""
    return _JOINTS.sub("", normalize(spelling))

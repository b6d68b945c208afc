"""Inflected names: whose name of several words was typed in another case?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from search.analysis.analyzer import analyse
from search.analysis.normalize import normalize, strip_accents
from search.entities.entity_names import PEOPLE, PHRASED, is_theirs, names_of
from search.entities.inflection import (
    APART,
    BEGINNING,
    TIER,
    beginnings,
    has_inflections,
    inflections_of,
)
from search.entities.name_entries import SpelledName, entries
from search.entities.subjects import Kind, Subject
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.names.own import follows
from search.names.records import Name


def inflected(typed: str, script: str) -> Subject | None:
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


@follows
@lru_cache(maxsize=1024)
def _phrases(
    script: str, beginning: str
) -> Mapping[str, Sequence[tuple[Sequence[frozenset[str]], Subject]]]:
    """The names of several words that begin so by the terms of their first.

    The others' terms, and whose they are.
    """
    found: dict[str, list[tuple[Sequence[frozenset[str]], Subject]]] = {}
    for (kind, language), spelled in shelves_of(script).get(beginning, {}).items():
        for (first, *others), entry in entries(spelled, language):
            name = [frozenset(terms) for terms in others], Subject(kind, (entry.owner,))
            for term in first:
                found.setdefault(term, []).append(name)
    return found


@follows
@cache
def shelves_of(script: str) -> Mapping[str, Mapping[tuple[Kind, str], list[SpelledName]]]:
    """The names of several words that have cases, by the first letters of their words."""
    shelves: dict[str, dict[tuple[Kind, str], list[SpelledName]]] = {}
    for kind in PHRASED:
        for name in _with_cases(kind, script):
            spelled = SpelledName("thing", name.owner, name.name, whole=True)
            for beginning in beginnings(APART.split(name.name)[0], name.language):
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
        if APART.search(name.name) and is_theirs(name, kind, normalize(name.name))
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

"""Named: whose name was typed, and what else are they called?

A leader is found by all names, a country by its names, a capital by the capital's. A name that needs company in an
article (`May`, `פרס`, a surname of two) is no name of its owner's here; the whole name is. A place that is an idea of
its own (`Gaza`) is no name of its country's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from search import icu, names
from search.analysis.fold import bare, normal, undotted
from search.analysis.language import SCRIPTS, script_of
from search.analysis.pipeline import analyse
from search.analysis.tables import words
from search.gazetteer.automaton import first_rows
from search.gazetteer.company import WHOLE, needs_company
from search.gazetteer.forms import word_terms
from search.ideas import idea
from search.names import Name
from search.query.runs import runs

Kind = Literal["leader", "country", "capital"]

LANGUAGES: Final = ("en", "he", "ro", "ru", "uk", "ar", "fa")  # in the order in which names are shown
KINDS: Final[Mapping[Kind, tuple[str, ...]]] = {  # of names, the usual one first; a spelling is the first subject's
    "leader": ("surname", "name", "variant", "spelling", "nickname"),
    "country": ("name", "alias", "spelling"),
    "capital": ("capital", "capital-spelling"),
}
SHORTEST: Final = 3  # letters of a name that is looked for: `US` would find `us`
EVERYDAY: Final = 5.0  # the frequency of a common word: once in ten thousand
WIDEST: Final = 38  # letters of the names that are shown

_JOINTS: Final = re.compile(r"[\W_]+")
_APART: Final = re.compile(r"[\s\-\u2010-\u2013־]")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose names they are: a leader, a country, or a country's capital."""

    kind: Kind
    owner: str


@dataclass(frozen=True, slots=True)
class Called:
    """A name, and the terms of each of its words."""

    language: str
    name: str
    terms: tuple[tuple[str, ...], ...]


def subject(typed: str) -> Subject | None:
    """Whose name was typed; None if nobody's, or if it may as well be something else."""
    script = script_of(typed)
    found = _subjects(script).get(_key(typed)) if script in SCRIPTS else None
    return found if found is not None and _is_meant(typed) else None


def subjects(typed: Sequence[str | None]) -> Iterator[tuple[slice, Subject]]:
    """The names among words typed side by side, the longest at each place; None is no word."""
    return runs(typed, subject)


def shown(names_: Iterable[Called], typed: str) -> str:
    """A few of the names for a reader: one a language, and none as it was typed."""
    usual = {called.language: called.name for called in reversed(tuple(names_))}
    named = {normal(usual[language]): usual[language] for language in LANGUAGES if language in usual}
    fresh = [name for spelling, name in named.items() if spelling != normal(typed)]
    fitting = next(count for count in range(len(fresh), -1, -1) if len(", ".join(fresh[:count])) < WIDEST)
    return ", ".join(fresh[:fitting]) + (" …" if fitting < len(fresh) else "")


@lru_cache(maxsize=1024)
def others(whose: Subject, scripts: frozenset[str] = frozenset()) -> tuple[Called, ...]:
    """What they are called in the languages of some scripts (none are all).

    The shortest names that mean nobody else: the longer ones hold them.
    """
    rows = [name for name in _names(whose) if _stands_alone(name)]
    return tuple(
        called
        for language in LANGUAGES
        if not scripts or any(language in SCRIPTS.get(script, ()) for script in scripts)
        for called in _others([name.name for name in rows if name.language == language], language)
    )


def _is_meant(typed: str) -> bool:
    """Whether a spelling means the name: a short one as it is written, a word with a capital and only if it is rare."""
    spelling = normal(typed)
    if (len(spelling) < SHORTEST and typed not in _short()) or idea(typed):
        return False
    return not needs_company(spelling, is_whole=True) or (typed[:1].isupper() and spelling in _rare())


@cache
def _short() -> frozenset[str]:
    """The short names: US is one, and us is a word."""
    return frozenset(name.name for kind in KINDS for name in _reviewed(kind) if len(name.name) < SHORTEST)


@cache
def _rare() -> frozenset[str]:
    """The names that are a word too, but not one that is much used: Xi, and not May."""
    rows = [(row.language, normal(row.word)) for row in names.guarded() if row.why == "word"]
    everyday = {word for language, word in rows if words(language).frequency(word) >= EVERYDAY}
    return frozenset(word for _, word in rows) - everyday


@cache
def _subjects(script: str) -> Mapping[str, Subject]:
    """Subjects by key; a key that two share within a kind is nobody's, and one without its accents comes last."""
    found: dict[str, Subject] = {}
    keys = {kind: [(_key(name.name), name.owner) for name in _named(kind, SCRIPTS[script])] for kind in KINDS}
    for fold in (str, bare) if script == "Latn" else (str,):
        for kind, pairs in keys.items():
            owners: dict[str, set[str]] = {}
            for key, owner in pairs:
                owners.setdefault(fold(key), set()).add(owner)
            found = {key: Subject(kind, *ids) for key, ids in owners.items() if len(ids) == 1} | found
    return found


def _key(spelling: str) -> str:
    """A spelling without its case, hyphens, dots and spaces."""
    return _JOINTS.sub("", normal(spelling))


def _named(kind: Kind, languages: Collection[str]) -> Iterator[Name]:
    """The names of a kind of subjects in some languages."""
    if kind == "country":
        for code in icu.country_codes():
            yield from _usual(code.lower(), languages)
    yield from (row for row in _reviewed(kind) if row.language in languages)


def _names(whose: Subject) -> list[Name]:
    """Everything a subject is called, the usual names first."""
    order = KINDS[whose.kind]
    rows = (*_reviewed(whose.kind), *(_usual(whose.owner) if whose.kind == "country" else ()))
    return sorted((row for row in rows if row.owner == whose.owner), key=lambda row: order.index(row.kind))


def _reviewed(kind: Kind) -> Iterator[Name]:
    """The reviewed names of a kind of subjects."""
    rows = names.leaders() if kind == "leader" else names.countries()
    return (row for row in rows if row.kind in KINDS[kind])


def _usual(code: str, languages: Iterable[str] = LANGUAGES) -> Iterator[Name]:
    """What CLDR calls a country."""
    for language in languages:
        yield Name(code, language, icu.country_name(code.upper(), language), "name", "cldr", "")


def _others(rows: Iterable[str], language: str) -> Iterator[Called]:
    """The names in one language that hold none of the others; of phrases, which cost most, only the usual name."""
    spelled = {f" {_APART.sub(' ', normal(name))} ": name for name in rows}
    for place, (spelling, name) in enumerate(spelled.items()):
        is_longer = any(other in spelling for other in spelled if other != spelling)
        if not is_longer and (place == 0 or not _APART.search(name)):
            yield Called(language, name, tuple(_terms(name, language)))


def _stands_alone(name: Name) -> bool:
    """Whether a name by itself means its owner, also in small letters."""
    spelling = undotted(normal(name.name))
    is_whole = name.kind in WHOLE or name.kind not in KINDS["leader"]
    return len(spelling) >= SHORTEST and not needs_company(spelling, is_whole=is_whole) and not idea(name.name)


def _terms(name: str, language: str) -> Iterator[tuple[str, ...]]:
    """The terms of each word; those of a single word need no dictionary."""
    if not _APART.search(name):
        yield word_terms(name, undotted(normal(name)), language)
        return
    analysed = analyse(name, side="article", lang=language)
    for row in first_rows(analysed.positions):
        written = name[analysed.starts[row] : analysed.ends[row]]
        yield word_terms(written, analysed.exacts[row], language, analysed.terms[row])

"""Recognition: whose name was typed?

A leader's names are the leader's, a country's the country's, a capital's the capital's. A surname
that two leaders or many others have is no leader's, and a subject of its own: whoever types `Bush`
reads of either. A common word (`May`, פרס) is no name here, the whole name is. A place that is an
idea of its own (`Gaza`) is no name of its country's; an organisation (`Security Council`) is found
by its names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final

from search import names
from search.analysis.language import script_of
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import JOINTS, bare_name_key, name_key, normalize, strip_accents
from search.analysis.term_cache import initials
from search.entities.ambiguity import is_word
from search.entities.entity_names import KINDS, PEOPLE, SHORTEST_NAME, is_theirs, names_of
from search.entities.given_names import is_anothers
from search.entities.inflected_names import inflected, shelves_of
from search.entities.inflection import (
    APART,
    has_starts,
    inflections_of,
    starts,
)
from search.entities.spans import spans
from search.entities.subjects import Kind, Subject
from search.ideas import idea
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.names.own import follows
from search.names.records import Name

EVERYDAY: Final = 5.0  # the frequency of a common word: once in ten thousand

Owners = tuple[str, ...]  # ids, in the order of their letters

GENITIVE: Final = "lui"  # Romanian writes it before a man's name, and it belongs to the name


@follows
@lru_cache(maxsize=4096)
def subject(typed: str) -> Subject | None:
    """Whose name was typed, in whatever case.

    None if nobody's, or if it may as well be something else.
    """
    # ʻ in ʻAisake is a letter of any script
    script = next(filter(LANGUAGES_BY_SCRIPT.__contains__, map(script_of, typed)), None)
    if script is None or not _is_meant(typed):
        return None
    whose = _owner_of_key(name_key(typed), script) or inflected(typed, script)
    return whose if whose and (whose.kind == "organisation" or not idea(typed)) else None


def prepare() -> None:
    """Make the keys of all names now, so that no query waits for its own."""
    _as_written(), _rare()
    for script in LANGUAGES_BY_SCRIPT:
        shelves_of(script)
    for kind, script in product(KINDS, LANGUAGES_BY_SCRIPT):
        for letter in _begun(kind, script):
            _owners(kind, script, letter)


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


def is_rare(spelling: str) -> bool:
    """Whether a name that is a word too is not one that is much used: Xi, and not May."""
    return spelling in _rare()


def _is_meant(typed: str) -> bool:
    """Whether a spelling can mean a name.

    A short one as it is written, a word if it is rare and has a capital.
    """
    spelling = normalize(typed)
    is_short = len(spelling) < SHORTEST_NAME or spelling.upper() in _as_written()
    if is_short and typed not in _as_written():
        return False
    return not is_word(spelling) or (typed[:1].isupper() and is_rare(spelling))


@follows
@cache
def _as_written() -> frozenset[str]:
    """The names that are meant as they are written: US and WHO are names, us and who are words."""
    every = (name.name for kind in KINDS for name in names_of(kind))
    return frozenset(name for name in every if len(name) < SHORTEST_NAME or initials(name))


@follows
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
    letter = _letter(key[:1])
    for way, kind in product(WAYS, KINDS):
        owners = _owners(kind, script, letter)[way].get(key, ())
        if len(owners) == 1 or (owners and kind == "surname"):
            return Subject(kind, owners)
    return None


@follows
@lru_cache(maxsize=4096)
def _owners(kind: Kind, script: str, letter: str) -> Mapping[str, Mapping[str, Owners]]:
    """Whose names of a kind have each key that begins so, accents aside, read in each of the ways.

    Made when it is asked for: all of them would keep a command waiting.
    """
    found: dict[str, dict[str, Owners]] = {way: {} for way in WAYS}
    for name in _begun(kind, script).get(letter, ()):
        spelling = normalize(name.name)
        if is_theirs(name, kind, spelling):
            owner = (name.owner,)  # one for all keys of a name, of which there are ten thousands
            whole = JOINTS.sub("", spelling)
            for way, keys in WAYS.items():
                own = found[way]
                for key in keys(name, spelling, whole):
                    held = own.get(key, owner)
                    own[key] = owner if held == owner else tuple(sorted({*held, *owner}))
    return found


def _spelled(_name: Name, _spelling: str, key: str) -> Iterable[str]:
    """A name's key."""
    return (key,)


def _stripped(_name: Name, _spelling: str, key: str) -> Iterable[str]:
    """The same without accents."""
    return (strip_accents(key),)


def _cases(name: Name, spelling: str, _key: str) -> Iterable[str]:
    """The key of each form of a name of one word: Путину is Putin's.

    A common word has none.
    """
    if APART.search(name.name) or is_word(spelling) or idea(name.name):
        return ()
    return (JOINTS.sub("", form) for form in inflections_of(spelling, name.language))


@follows
@cache
def _begun(kind: Kind, script: str) -> Mapping[str, Sequence[Name]]:
    """The names of a kind in a script, by each letter that one of their forms begins with."""
    found: dict[str, list[Name]] = {}
    languages = LANGUAGES_BY_SCRIPT[script]
    shaped = {language for language in languages if has_starts(language)}
    for name in names_of(kind, languages):
        first = name.name[0]
        letter = _letter(first if first.isalnum() else next(filter(str.isalnum, name.name), ""))
        found.setdefault(letter, []).append(name)
        if name.language in shaped:
            for other in _other_letters(name) - {letter}:
                found.setdefault(other, []).append(name)
    return found


def _other_letters(name: Name) -> set[str]:
    """The first letters of a name's forms that begin otherwise."""
    return {strip_accents(shape[:1]) for shape in starts(normalize(name.name), name.language)}


@lru_cache(maxsize=1024)
def _letter(written: str) -> str:
    """A letter as names that begin with it are kept."""
    return bare_name_key(written)


WAYS: Final[Mapping[str, Callable[[Name, str, str], Iterable[str]]]] = {
    "spelled": _spelled,
    "stripped": _stripped,
    "inflected": _cases,
}

"""Lint: which names of the reviewed data could mean something else, and are not explained?

`make gazetteer-check` prints what nobody has explained. A common word is explained by a row in
`guarded.tsv` (it then needs company) or in `cleared.tsv` (it was looked at, and stands alone); two
leaders of one name by terms of office or countries that differ, or by the same rows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final, Literal

from search import icu, names
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize, strip_accents
from search.analysis.prefixes import CHAINS, OF_NAMES
from search.entities.ambiguity import (
    FREQUENCIES,
    TRANSLITERATED,
    WHOLE,
    is_common,
    is_guarded,
)

SOURCES: Final = frozenset({"reviewed", "wikidata", TRANSLITERATED})

# countries with two governments since 2014, or with several presidents
SHARED_OFFICES: Final = frozenset({"ba", "ly", "ni", "ye"})

_SHORTEST: Final = 3  # letters
# decimal logarithms of how often in a milliard words
_OFTEN: Final = 4.0
_SOMETIMES: Final = 3.0
_PART: Final = re.compile(r"[^\W\d_]+(?:['\"][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """A name that could mean something else: a `word`, a `country`, two `people`.

    Or a `surname` alone where the whole name needs company, a `term` of office that has no end
    though another began, or a row that lacks a `source`.
    """

    kind: Literal["country", "people", "source", "surname", "term", "word"]
    language: str
    name: str
    detail: str


def conflicts() -> list[Conflict]:
    """What is not explained."""
    return sorted(
        {
            *_words(),
            *_bare_words(),
            *_word_ends(),
            *_two_people(),
            *_surnames(),
            *_countries(),
            *_terms(),
            *_sourceless(),
        }
    )


def _words() -> Iterator[Conflict]:
    """Names, and parts of names, that the dictionary knows as words."""
    for name in names.leaders():
        for part in _PART.findall(normalize(name.name)):
            if _is_common(part, name.language) and not _is_explained(part, name.language):
                yield Conflict("word", name.language, part, name.owner)


def _bare_words() -> Iterator[Conflict]:
    """Names of one word that are words once their accents are gone: `Store` before it is Støre."""
    for name in names.leaders():
        spelled = normalize(name.name)
        bare = strip_accents(spelled)
        is_bare = bare != spelled and name.kind not in WHOLE and len(bare) >= _SHORTEST
        if is_bare and is_common(bare, name.language) and not _is_explained(spelled, name.language):
            yield Conflict("word", name.language, spelled, name.owner)


def _is_common(part: str, language: str) -> bool:
    """Whether a word is in the dictionary and not rare; a Hebrew one also behind a prefix.

    ברוב is in most before it is Berov.
    """
    is_long = len(part) >= _SHORTEST
    return is_long and (is_common(part, language) or (language == "he" and _is_prefixed(part)))


def _is_prefixed(part: str) -> bool:
    """Whether a Hebrew word that is met often is a prefix and a common word."""
    if lexicon_of("he").frequency(part) < _OFTEN:
        return False
    rests = (part.removeprefix(chain) for chain in CHAINS if part.startswith(chain))
    return any(
        len(rest) > 1 and lexicon_of("he").frequency(rest) >= _OFTEN and is_common(rest, "he")
        for rest in rests
    )


def _word_ends() -> Iterator[Conflict]:
    """Hebrew surnames that are met more often as the end of a word that begins as a prefix does.

    ברוטו is gross before it is in Ruto.
    """
    frequency = lexicon_of("he").frequency
    for name in names.leaders():
        spelled = normalize(name.name)
        if name.language != "he" or name.kind in WHOLE or _is_explained(spelled, "he"):
            continue
        often = max(frequency(prefix + spelled) for prefix in OF_NAMES if len(prefix) == 1)
        if often > max(frequency(spelled), _SOMETIMES):
            yield Conflict("word", "he", spelled, name.owner)


def _is_explained(name: str, language: str) -> bool:
    """Whether somebody looked at a name."""
    return is_guarded(name) or (language, name) in _explained()


@cache
def _explained() -> frozenset[tuple[str, str]]:
    """The names that somebody looked at, by language."""
    guarded = {(row.language, normalize(row.word)) for row in names.ambiguous_names()}
    return frozenset(
        guarded | {(row.language, normalize(row.word)) for row in names.reviewed_names()}
    )


def _two_people() -> Iterator[Conflict]:
    """Leaders who have a name in common, where neither time nor country tells them apart."""
    for (language, name), owners in _bearers().items():
        for one, other in combinations(sorted(owners), 2):
            if _are_alike(one, other) and not _is_explained(name, language):
                yield Conflict("people", language, name, f"{one}, {other}")


def _bearers() -> dict[tuple[str, str], set[str]]:
    """The leaders by language and name."""
    owners: dict[tuple[str, str], set[str]] = {}
    for name in names.leaders():
        owners.setdefault((name.language, normalize(name.name)), set()).add(name.owner)
    return owners


def _are_alike(one: str, other: str) -> bool:
    """Whether two leaders led one country at one time."""
    offices, people = names.offices(), names.people()
    is_same_time = any(first.meets(second) for first in offices[one] for second in offices[other])
    return is_same_time and people[one].country == people[other].country


def _surnames() -> Iterator[Conflict]:
    """Surnames that stand alone though each whole name is borne by many."""
    whole: dict[tuple[str, str], list[str]] = {}
    for name in names.leaders():
        if name.kind in WHOLE:
            whole.setdefault((name.owner, name.language), []).append(normalize(name.name))
    for name in names.leaders():
        spelled, others = normalize(name.name), whole.get((name.owner, name.language), [])
        is_alone = name.kind == "surname" and not is_guarded(spelled)
        if is_alone and others and all(map(is_guarded, others)):
            yield Conflict("surname", name.language, spelled, name.owner)


def _countries() -> Iterator[Conflict]:
    """Leaders whose name is a country's, or its capital's."""
    places = _places()
    for name in names.leaders():
        spelled = normalize(name.name)
        if (
            name.kind not in WHOLE
            and (name.language, spelled) in places
            and not is_guarded(spelled)
        ):
            yield Conflict("country", name.language, spelled, name.owner)


def _places() -> set[tuple[str, str]]:
    """The names of countries and what is theirs, by language; Hebrew ones behind prefixes too.

    בקייב is in Kyiv before it is Bakiyev.
    """
    shown = {
        (language, icu.country_name(code, language))
        for code in icu.country_codes()
        for language in FREQUENCIES
    }
    reviewed = {(name.language, name.name) for name in names.countries()}
    places = {(language, normalize(name)) for language, name in shown | reviewed}
    hebrew = (name for language, name in places if language == "he")
    return places | {("he", prefix + name) for name in hebrew for prefix in OF_NAMES}


def _terms() -> Iterator[Conflict]:
    """Terms without an end where another began an office of that country later."""
    terms = [
        (office, leader)
        for leader, offices in names.offices().items()
        for office in offices
        if office.country not in SHARED_OFFICES
    ]
    latest: dict[tuple[str, str], tuple[str, str]] = {}
    for office, leader in terms:
        place = (office.country, office.office)
        latest[place] = max(latest.get(place, ("", "")), (office.start, leader))
    for office, leader in terms:
        start, successor = latest[office.country, office.office]
        if not office.end and office.start < start and leader != successor:
            yield Conflict("term", "", leader, f"{office.office}, {successor}")


def _sourceless() -> Iterator[Conflict]:
    """Rows that do not say where they come from, and people who never led."""
    for name in (*names.leaders(), *names.countries()):
        if name.source not in SOURCES or not name.as_of:
            yield Conflict("source", name.language, name.name, name.owner)
    for leader, offices in names.offices().items():
        if not offices or any(office.source not in SOURCES for office in offices):
            yield Conflict("source", "", leader, "no office with a source")


def main() -> int:
    """Print the conflicts, a line each; 1 if there are any."""
    found = conflicts()
    sys.stdout.writelines(
        f"{one.kind}\t{one.language}\t{one.name}\t{one.detail}\n" for one in found
    )
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main())

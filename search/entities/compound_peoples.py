"""Compound peoples: which countries does `палестино-израильское` or `Franco-German` name?

The last part is an adjective, which in Russian and Ukrainian is analysed with the whole; the others
are forms of `search/names/combining.tsv`, and count where the last part is a country's too: the
`Indo-Pacific` is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from search import names
from search.analysis.normalize import normalize
from search.entities.automaton import NameMatch
from search.entities.candidates import EntityCandidate, Met

JOINTS: Final = ("o-", "о-")
CAPITAL_JOINTS: Final = ("O-", "О-")
AROUND: Final = 40  # code points; no first part is longer
NO_COUNTRIES: Final = frozenset({"англо", "арабо", "советско", "arabo"})  # begin such ones too
ADJECTIVE: Final = "ий"  # the dictionary form's end behind the stem

_BEFORE: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
_BEHIND: Final = re.compile(
    r"(?P<more>(?:[^\W\d_]+[oоOО]-)*)(?P<last>[^\W\d_]+)"
    r"(?![^\W\d_]|-|\s(?:словар|перевод|разговорник|dic[tț]ion))"
)
_STEM: Final = re.compile(r".+[сц]ь?к(?=[а-яіїє]{1,3}\Z)")


def with_compounds(text: str, met: Sequence[Met]) -> list[Met]:
    """The names of a text, with those in the parts of compounds."""
    found = [one for hyphen in _hyphens(text) for one in _parts(text, hyphen, met)]
    return sorted((*met, *found), key=lambda one: one[0].start) if found else list(met)


def _hyphens(text: str) -> Iterator[int]:
    """Where the first parts of compounds may end; looking for letters is faster than a pattern."""
    for joint in CAPITAL_JOINTS if text.isupper() else JOINTS:
        end = text.find(joint)
        while end >= 0:
            yield end + 1
            end = text.find(joint, end + 1)


def _parts(text: str, hyphen: int, met: Sequence[Met]) -> Iterator[Met]:
    """The parts of a compound around its hyphen that are countries', but for what is known."""
    before = _BEFORE.search(text, max(0, hyphen - AROUND), hyphen)
    if not before or before[0].casefold() not in _beginnings():
        return
    behind = _BEHIND.match(text, hyphen + 1)
    if not behind:
        return
    is_known = any(means.countries for match, means in met if match.end == behind.end("last"))
    owner = "" if is_known else _adjectives().get(_stem(behind["last"]), "")
    if not is_known and not owner:
        return
    named = [
        one for match, means in met if match.start == before.start() for one in means.countries
    ]
    country = _forms().get(before[0].casefold())
    if country and country not in named:
        yield _met(country, before.start(), before[0])
    if owner and not behind["more"]:
        yield _met(owner, behind.start("last"), behind["last"])


def _met(country: str, start: int, part: str) -> Met:
    place = NameMatch(start, start + len(part), (), "", ("", ""), ())
    return place, EntityCandidate(countries=(country,))


def _stem(adjective: str) -> str:
    found = _STEM.match(normalize(adjective))
    return found[0] if found else ""


@cache
def _beginnings() -> frozenset[str]:
    """What a compound of peoples begins with."""
    return frozenset(_forms()) | NO_COUNTRIES


@cache
def _forms() -> Mapping[str, str]:
    """The countries by the forms that begin a compound."""
    return {row.form: row.country for row in names.combining_forms()}


@cache
def _adjectives() -> Mapping[str, str]:
    """The countries by the stems of their Russian and Ukrainian adjectives."""
    demonyms = (
        (normalize(name.name), name.owner)
        for name in names.countries()
        if name.kind == "demonym" and name.language in {"ru", "uk"}
    )
    return {
        spelling.removesuffix(ADJECTIVE): owner
        for spelling, owner in demonyms
        if spelling.endswith(ADJECTIVE)
    }

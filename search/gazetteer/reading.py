"""Reading: which of the names that stand in a text are a leader or a country, and which one.

A surname belongs to the last person before it whose whole name had it. A weak name (`May`, `Johnson`, a surname that
two leaders have) counts only in company: with its owner's whole name in the article, or behind a title where the
owner's country is named; a country's weak name with another name of the country, or its leader's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from search import names
from search.analysis.fold import normal
from search.gazetteer.automaton import Match
from search.gazetteer.company import WHOLE
from search.gazetteer.entries import title_terms

SOMEBODY: Final = ""  # bears a leader's surname and is none of them


@dataclass(frozen=True, slots=True)
class Mention:
    """A leader or a country at a place of a text, in code points."""

    facet: Literal["leader", "country"]
    id: str
    start: int
    end: int


def read(parts: Sequence[Sequence[Match]]) -> list[list[Mention]]:
    """What the names in the parts of an article mean, each part in reading order."""
    matches = [match for part in parts for match in part]
    sure = {mention.id for match in matches for mention in _countries(match, weak=False)}
    leaders = list(_leaders(matches, sure))
    company = sure | {names.people()[leader].country for leader in leaders if leader}
    named = zip(matches, leaders, strict=True)
    return [[mention for _ in part for mention in _mentions(*next(named), company)] for part in parts]


def _mentions(match: Match, leader: str, company: set[str]) -> Iterator[Mention]:
    """What one match means."""
    if leader:
        yield Mention("leader", leader, match.start, match.end)
    yield from _countries(match, weak=False)
    yield from (mention for mention in _countries(match, weak=True) if mention.id in company)


def _countries(match: Match, *, weak: bool) -> Iterator[Mention]:
    owners = dict.fromkeys(entry.owner for entry in match.entries if entry.subject == "country" and entry.weak == weak)
    return (Mention("country", owner, match.start, match.end) for owner in owners)


def _leaders(matches: Sequence[Match], countries: set[str]) -> Iterator[str]:
    """Whom each match names, or nobody: a whole name decides about the surnames after it."""
    whole = [owner for match in matches for owner in _whole(match) if owner in names.people()]
    last: dict[str, str] = {}
    for match in matches:
        found = next(_whole(match), None)
        if found is None:
            titled = set() if title_terms().isdisjoint(match.terms) else countries
            yield _bearer(match, last, whole, titled)
        else:
            owner = found if found in names.people() else SOMEBODY
            last |= dict.fromkeys(_family(found), owner)
            yield owner


def _whole(match: Match) -> Iterator[str]:
    """Whose whole name it is: a leader's id, or the surname of somebody else."""
    return (entry.owner for entry in match.entries if entry.whole and entry.subject in {"leader", "person"})


def _bearer(match: Match, last: dict[str, str], whole: list[str], titled: set[str]) -> str:
    """Whose surname it is; `titled` are the countries of the article if a title stands before it."""
    bearers = {entry.owner: entry.weak for entry in match.entries if entry.subject == "leader"}
    holders = [last[owner] for owner in bearers if owner in last]
    if holders and (holders[0] != SOMEBODY or not titled):
        return holders[0]
    sure = [owner for owner, weak in bearers.items() if not weak]
    named = [owner for owner in whole if owner in bearers]
    at_home = [owner for owner in bearers if names.people()[owner].country in titled]
    return next((found[0] for found in (sure, named, at_home if len(bearers) == 1 else []) if found), SOMEBODY)


@cache
def _family(bearer: str) -> frozenset[str]:
    """The leaders who have a surname that a leader, or a person with this surname, has."""
    owners = _surnames()
    theirs = [surname for surname, leaders in owners.items() if bearer in leaders] or [bearer]
    return frozenset(leader for surname in theirs for leader in owners.get(surname, ()))


@cache
def _surnames() -> dict[str, set[str]]:
    """The leaders by each of their surnames, in every language."""
    owners: dict[str, set[str]] = {}
    for name in names.leaders():
        if name.kind not in WHOLE:
            owners.setdefault(normal(name.name), set()).add(name.owner)
    return owners

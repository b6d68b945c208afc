"""Reading: which of the names that stand in a text are a leader or a country, and which one.

A surname belongs to the last person before it whose whole name had it, in a title to the first in the text; behind
somebody else's given name it is nobody's. A weak name (`May`, `Johnson`, a surname that
two leaders have) counts only in company: with its owner's whole name in the article, or behind a title where the
owner's country is named; a country's weak name with another name of the country, or its leader's. Between two leaders
of one name the time decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from search import names
from search.analysis.fold import normal
from search.gazetteer.automaton import Entry, Match
from search.gazetteer.company import WHOLE
from search.gazetteer.entries import title_terms
from search.gazetteer.given import is_anothers
from search.gazetteer.times import Times

JOINT: Final = 2  # code points between a country and a name that belongs to it: a space, a comma
SOMEBODY: Final = ""  # bears a leader's surname and is none of them


@dataclass(frozen=True, slots=True)
class Mention:
    """A leader or a country at a place of a text, in code points."""

    facet: Literal["leader", "country"]
    id: str
    start: int
    end: int


def read(parts: Sequence[Sequence[Match]], published: str | None = None) -> list[list[Mention]]:
    """What the names in the parts of an article mean, each part in reading order."""
    met = [[_estranged(match) for match in part] for part in parts]
    matches = [match for part in met for match in part]
    sure = {mention.id for match in matches for mention in _countries(match, weak=False)}
    reader = _Reader(matches, sure, published)
    named = [list(reader.leaders(part, met[number + 1 :])) for number, part in enumerate(met)]
    company = sure | {names.people()[leader].country for part in named for leader in part if leader}
    pairs = (zip(part, leaders, strict=True) for part, leaders in zip(met, named, strict=True))
    return [[mention for pair in part for mention in _mentions(*pair, company)] for part in pairs]


def _estranged(match: Match) -> Match:
    """The match; behind somebody else's given name a leader's surname is that person's."""
    leaders = _named(match)
    if not leaders or not match.before or _whole(match) or not is_anothers(match.before, leaders):
        return match
    others = [entry for entry in match.entries if entry.subject != "leader"]
    surnames = {surname for surname, owners in _surnames().items() if not owners.isdisjoint(leaders)}
    person = Entry("person", "", whole=True, weak=False, cases=())
    return replace(match, entries=(*others, *(replace(person, owner=surname) for surname in sorted(surnames))))


def _mentions(match: Match, leader: str, company: set[str]) -> Iterator[Mention]:
    """What one match means."""
    if leader:
        yield Mention("leader", leader, match.start, match.end)
    yield from _countries(match, weak=False)
    yield from (mention for mention in _countries(match, weak=True) if mention.id in company)


def _countries(match: Match, *, weak: bool) -> Iterator[Mention]:
    owners = dict.fromkeys(entry.owner for entry in match.entries if entry.subject == "country" and entry.weak == weak)
    return (Mention("country", owner, match.start, match.end) for owner in owners)


class _Reader:
    """What an article says before one reads it name by name: its countries, its whole names, its time."""

    def __init__(self, matches: Sequence[Match], countries: set[str], published: str | None) -> None:
        self._countries = countries
        self._whole = [owners for match in matches if (owners := _leaders(_whole(match)))]
        certain = {owners[0] for owners in (*self._whole, *map(_strong, matches)) if len(owners) == 1}
        self._times = Times(published, frozenset(certain))
        self._last: dict[str, str] = {}
        self._ahead: dict[str, str] = {}
        self._before: Match | None = None

    def leaders(self, matches: Sequence[Match], later: Sequence[Sequence[Match]] = ()) -> Iterator[str]:
        """Whom each match of a part names, or nobody: a whole name decides about the surnames after it.

        One that stands first in the `later` parts decides about this part's, as a text does about its title.
        """
        self._ahead = self._first(match for part in later for match in part) if matches else {}
        for match in matches:
            found = _whole(match)
            owner = self._one(_leaders(found)) if found else self._bearer(match)
            self._last |= {relative: owner for bearer in found for relative in _family(bearer)}
            self._before = match
            yield owner

    def _first(self, matches: Iterable[Match]) -> dict[str, str]:
        """Who bears each surname where it comes first, if it comes in a whole name."""
        first: dict[str, str | None] = {}
        for match in matches:
            found = _whole(match)
            owner = self._one(_leaders(found)) if found else None
            bearers = found or _named(match)
            first = {relative: owner for bearer in bearers for relative in _family(bearer)} | first
        return {relative: owner for relative, owner in first.items() if owner is not None}

    def _bearer(self, match: Match) -> str:
        """Whose surname it is."""
        owners = _named(match)
        if not owners:
            return SOMEBODY
        is_titled = self._is_titled(match)
        last = self._ahead | self._last
        holders = [last[owner] for owner in owners if owner in last]
        if holders and (holders[0] != SOMEBODY or not is_titled):
            return holders[0]
        named = (owner for whole in self._whole if (owner := self._one([one for one in whole if one in owners])))
        strong = self._one(self._times.known(_strong(match)))
        titled = self._one(self._times.known(self._at_home(owners))) if is_titled else SOMEBODY
        return next(named, strong or titled)

    def _is_titled(self, match: Match) -> bool:
        """Whether a title stands before it, or before the country that does: `נשיא צרפת עמנואל מקרון`."""
        before = self._before
        said = [match.terms]
        if before and 0 <= match.start - before.end <= JOINT and any(_countries(before, weak=False)):
            said.append(before.terms)
        return not all(map(title_terms().isdisjoint, said))

    def _one(self, owners: Sequence[str]) -> str:
        """The one of those who bear a name whose time it is, or else whose country the article names."""
        serving = self._times.serving(owners) if len(owners) > 1 else owners
        alone = (found[0] for found in (serving, self._at_home(serving)) if len(found) == 1)
        return next(alone, SOMEBODY)

    def _at_home(self, owners: Sequence[str]) -> list[str]:
        """Those whose country the article names."""
        return [owner for owner in owners if names.people()[owner].country in self._countries]


def _whole(match: Match) -> list[str]:
    """Whose whole name it is: leaders' ids, or the surname of somebody else."""
    found = (entry.owner for entry in match.entries if entry.whole and entry.subject in {"leader", "person"})
    return list(dict.fromkeys(found))


def _named(match: Match) -> tuple[str, ...]:
    """The leaders who are called so."""
    return tuple(dict.fromkeys(entry.owner for entry in match.entries if entry.subject == "leader"))


def _strong(match: Match) -> list[str]:
    """The leaders whose name it is without company."""
    found = (entry.owner for entry in match.entries if entry.subject == "leader" and not entry.weak)
    return list(dict.fromkeys(found))


def _leaders(bearers: Sequence[str]) -> list[str]:
    """The leaders among those who bear a name."""
    return [bearer for bearer in bearers if bearer in names.people()]


@cache
def _family(bearer: str) -> frozenset[str]:
    """The leaders who have a surname that a leader, or a person with this surname, has."""
    owners = _surnames()
    theirs = [surname for surname, leaders in owners.items() if bearer in leaders] or [bearer]
    return frozenset(leader for surname in theirs for leader in owners.get(surname, ()))


@cache
def _surnames() -> dict[str, set[str]]:
    """The leaders by each of their surnames, in every language; the last word of a whole name may be one."""
    owners: dict[str, set[str]] = {}
    for name in names.leaders():
        if name.kind not in WHOLE:
            owners.setdefault(normal(name.name), set()).add(name.owner)
    for name in names.leaders():
        last = normal(name.name.split()[-1])
        if name.kind in WHOLE and last in owners:
            owners[last].add(name.owner)
    return owners

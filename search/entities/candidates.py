"""Candidates: which entities may a name mean, before the rest of the article is read?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from search import names
from search.analysis.normalize import normalize
from search.entities.ambiguity import WHOLE
from search.entities.automaton import NameMatch
from search.entities.entry import NameEntry
from search.names.own import follows


class EntityCandidate(NamedTuple):
    """Whom and what names may mean.

    `bearers` have it as a whole name: leaders, or somebody else with this surname. `leaders` are
    called so, the `strong` ones also without company. `countries` are named by it, the `weak` ones
    only in company.
    """

    bearers: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


Met = tuple[NameMatch, EntityCandidate]  # a name in a text, and what it may mean


@lru_cache(maxsize=1 << 14)
def candidate(entries: tuple[NameEntry, ...]) -> EntityCandidate:
    """What names mean by themselves; what only looks like one of them means nothing."""
    if any(entry.subject == "thing" for entry in entries):
        return EntityCandidate()
    leaders = [entry for entry in entries if entry.subject == "leader"]
    countries = [entry for entry in entries if entry.subject == "country"]
    return EntityCandidate(
        bearers=_owners(
            entry for entry in entries if entry.whole and entry.subject in {"leader", "person"}
        ),
        leaders=_owners(leaders),
        strong=_owners(entry for entry in leaders if not entry.weak),
        countries=_owners(entry for entry in countries if not entry.weak),
        weak=_owners(entry for entry in countries if entry.weak),
    )


def _owners(entries: Iterable[NameEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.owner for entry in entries))


@follows
@cache
def family(bearer: str) -> frozenset[str]:
    """The leaders who have a surname that a leader, or a person with this surname, has."""
    owners = _surnames()
    theirs = surnames((bearer,)) or (bearer,)
    return frozenset(leader for surname in theirs for leader in owners.get(surname, ()))


def leaders_among(bearers: Collection[str]) -> list[str]:
    """The leaders among those who bear a name."""
    return [bearer for bearer in bearers if bearer in names.people()]


def namesakes(senses: Iterable[EntityCandidate]) -> frozenset[str]:
    """The leaders whose surname is borne by somebody among those named who leads nobody."""
    people = names.people()
    return frozenset(
        leader
        for means in senses
        for bearer in means.bearers
        if bearer not in people
        for leader in family(bearer)
    )


@follows
@cache
def family_first() -> frozenset[str]:
    """The leaders whose whole names begin with what they are called: Liu He is another Liu."""
    called = _called()
    return frozenset(
        name.owner
        for name in names.leaders()
        if name.kind == "name"  # a variant may say who he is behind the surname: Bush Jr.
        and " " in name.name
        and normalize(name.name.split()[0]) in called.get(name.owner, ())
    )


@follows
@lru_cache(maxsize=1024)
def surnames(leaders: Collection[str]) -> tuple[str, ...]:
    """What some leaders are called, and others may be."""
    called = _called()
    return tuple(sorted({surname for leader in leaders for surname in called.get(leader, ())}))


@follows
@cache
def _called() -> dict[str, set[str]]:
    """The surnames of each leader."""
    called: dict[str, set[str]] = {}
    for surname, owners in _surnames().items():
        for owner in owners:
            called.setdefault(owner, set()).add(surname)
    return called


@follows
@cache
def _surnames() -> dict[str, set[str]]:
    """The leaders by each of their surnames, in every language.

    The last word of a whole name may be one, and the first if it is another's who is named so: Lee
    Jae-myung as Lee Hsien Loong.
    """
    owners: dict[str, set[str]] = {}
    for name in names.leaders():
        if name.kind not in WHOLE:
            owners.setdefault(normalize(name.name), set()).add(name.owner)
    whole = [
        (normalize(words[0]), normalize(words[-1]), name.owner)
        for name in names.leaders()
        if name.kind in WHOLE and (words := name.name.split())
    ]
    leading = {first for first, _, owner in whole if owner in owners.get(first, ())}
    for first, last, owner in whole:
        for surname in {last} | ({first} & leading):
            if surname in owners:
                owners[surname].add(owner)
    return owners

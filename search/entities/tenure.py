"""Tenure: which of the leaders who bear one name was in office at an article's date?

The article's date decides: who was in office on it, or else the last one before. Without a date,
those do whom the article names for certain: their Bush is the one who was president in their day.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple

from search import names
from search.names.records import Office

# years before the first office: a surname alone is nobody's who will lead only later
YEARS_BEFORE_OFFICE: Final = 5
YEARS_BETWEEN_COLLEAGUES: Final = 3
# years before an office and after it in which the press still calls somebody by the surname alone
YEARS_OF_FAME: Final = (8, 5)


class Tenure(NamedTuple):
    """The date of an article, if it is known, and the leaders whom it certainly names."""

    published: str | None
    certain: frozenset[str]

    def known(self, owners: Sequence[str]) -> list[str]:
        """Those of some leaders who led by then, or were about to."""
        if not self.published:
            return list(owners)
        year = int(self.published[:4]) + YEARS_BEFORE_OFFICE
        return [
            owner
            for owner in owners
            if any(office.began_by(str(year)) for office in names.offices()[owner])
        ]

    def holding(self, owners: Sequence[str], offices: Collection[str]) -> Sequence[str]:
        """Those of some leaders who hold one of the offices, or held it last by then.

        Without a date those who hold it today come first.
        """
        held = {
            owner: [office for office in names.offices()[owner] if office.has_title(offices)]
            for owner in self.known(owners)
        }
        holders = [owner for owner, own in held.items() if own]
        if self.published:
            return _serving(holders, self.published)
        return [one for one in holders if any(not office.end for office in held[one])] or holders

    def has_held(self, leader: str, offices: Collection[str]) -> bool:
        """Whether a leader ever held one of the offices."""
        return any(office.has_title(offices) for office in names.offices()[leader])

    def in_office(self, owners: Sequence[str]) -> list[str]:
        """Those who held an office on the article's day; nobody without one."""
        if not self.published:
            return []
        return [owner for owner in owners if self._has(owner, lambda own, on: own.covers(on))]

    def around(self, owners: Sequence[str]) -> list[str]:
        """Those who held an office a while before the article's day, or soon will."""
        return [owner for owner in owners if self._has(owner, _is_near)]

    def has_begun(self, leader: str) -> bool:
        """Whether a leader held an office on the article's day or before."""
        return self._has(leader, lambda own, on: own.began_by(on))

    def _has(self, leader: str, holds: Callable[[Office, str], bool]) -> bool:
        """Whether something holds of an office of a leader's on the article's day."""
        day = self.published or ""
        return any(holds(office, day) for office in names.offices()[leader])

    def has_colleague(self, leader: str) -> bool:
        """Whether the article names one who led the same country not long before or after."""
        return any(_follow(leader, other) for other in self.certain if other != leader)

    def colleagues(self, owners: Sequence[str]) -> list[str]:
        """Those who led a country not long before or after another whom the article names."""
        return [owner for owner in self.known(owners) if self.has_colleague(owner)]

    def serving(self, owners: Sequence[str]) -> Sequence[str]:
        """Those of some leaders whose time it is; all of them if nothing tells."""
        if self.published:
            return _serving(owners, self.published)
        met = {owner: sum(_meet(owner, other) for other in self.certain) for owner in owners}
        most = max(met.values(), default=0)
        return [owner for owner in owners if met[owner] == most]


def _serving(owners: Sequence[str], published: str) -> Sequence[str]:
    """Those in office at a date; if nobody was, the last one before."""
    held = {owner: names.offices()[owner] for owner in owners}
    serving = [owner for owner in owners if any(office.covers(published) for office in held[owner])]
    if serving:
        return serving
    ended = {
        owner: [office.end for office in held[owner] if office.began_by(published)]
        for owner in owners
    }
    latest = max((end for ends in ended.values() for end in ends), default="")
    return [owner for owner in owners if latest in ended[owner]]


def _is_near(office: Office, published: str) -> bool:
    """Whether an office ended a few years before a date, or begins a few years after it."""
    before, after = YEARS_OF_FAME
    year = int(published[:4])
    ended = int(office.end[:4]) if office.end else year
    return office.began_by(str(year + before)) and ended + after >= year


def _follow(leader: str, other: str) -> bool:
    """Whether two led one country within a few years."""
    offices, people = names.offices(), names.people()
    return people[leader].country == people[other].country and any(
        _years_between(one, two) <= YEARS_BETWEEN_COLLEAGUES
        for one in offices[leader]
        for two in offices[other]
    )


def _years_between(one: Office, two: Office) -> int:
    """The years between two terms; those without a beginning or an end are long."""
    (_, ended), (began, _) = sorted(
        (int(office.start[:4] or 0), int(office.end[:4] or 9999)) for office in (one, two)
    )
    return began - ended


def _meet(leader: str, other: str) -> bool:
    """Whether two leaders were in office at the same time."""
    offices = names.offices()
    return leader != other and any(
        one.meets(two) for one in offices[leader] for two in offices[other]
    )

"""Own names: whom does an archive know beside those whom everybody's archive knows?

A `names.csv` in an indexed folder adds people, countries and organisations, their names and their
terms. They belong to one archive and not to the program, so whoever reads an archive says so first
(`use`); what was concluded from other names is forgotten then. Words are analysed without them:
an index stays readable whatever they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, Protocol, TypeVar

OwnKind = Literal["leader", "country", "organisation"]


class OwnName(NamedTuple):
    """A row of a `names.csv`: a name of somebody, and when they were in office.

    `start` and `end` are days, months or years; what is not known is empty.
    """

    owner: str
    kind: OwnKind
    language: str
    name: str
    country: str = ""
    start: str = ""
    end: str = ""


class UnknownName(NamedTuple):
    """Whom metadata names and nobody knows: an id, and the name as it was written first."""

    facet: str
    owner: str
    name: str


@dataclass(frozen=True)
class OwnNames:
    """The names of one archive, in the order in which they were given."""

    rows: tuple[OwnName, ...] = ()
    labels: tuple[UnknownName, ...] = ()

    def homes(self) -> dict[str, str]:
        """The leaders, each with the first country that is given, or none."""
        found: dict[str, str] = {}
        for row in self.rows:
            if row.kind == "leader":
                found[row.owner] = found.get(row.owner) or row.country
        return found

    def terms(self, known: frozenset[str]) -> Iterator[tuple[str, str, str, str]]:
        """The leaders' terms: who, of which country, from and to.

        Who has none, and is not `known` from elsewhere, may have led at any time.
        """
        of = self.homes()
        said = dict.fromkeys(
            (row.owner, row.start, row.end)
            for row in self.rows
            if row.kind == "leader" and (row.start or row.end)
        )
        dated = {owner for owner, _, _ in said} | known
        for owner, start, end in (*said, *((owner, "", "") for owner in of if owner not in dated)):
            yield owner, of[owner], start, end


NONE: Final = OwnNames()


class _Cache(Protocol):
    def cache_clear(self) -> None: ...


_Cached = TypeVar("_Cached", bound=_Cache)


class _Current:
    """Whose names count now; one archive at a time is read in a process."""

    names: OwnNames = NONE
    forget: Final[list[Callable[[], None]]] = []


def follows(cached: _Cached) -> _Cached:
    """Have what a cached function found forgotten when other names count: a decorator."""
    _Current.forget.append(cached.cache_clear)
    return cached


def current() -> OwnNames:
    """The names that count now."""
    return _Current.names


def use(names: OwnNames) -> None:
    """Have these names count from now on; nothing happens if they do already."""
    if names is _Current.names or names == _Current.names:
        return
    _Current.names = names
    for forget in _Current.forget:
        forget()


@contextmanager
def used(names: OwnNames) -> Iterator[None]:
    """Have these names count for a while."""
    before = current()
    use(names)
    try:
        yield
    finally:
        use(before)

"""Senses: whom and what does each name in a text mean, as its neighbours say?

Behind somebody else's given name a leader's surname is that person's; a country's name may be a
given name itself. A given name before another shares its surname: `Bill and Hillary Clinton`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from search import icu, names
from search.analysis.normalize import normalize
from search.entities.automaton import NameMatch
from search.entities.candidates import (
    EntityCandidate,
    Met,
    candidate,
    family,
    family_first,
    surnames,
)
from search.entities.given_names import is_anothers, is_given, is_given_name, is_own
from search.entities.surroundings import AROUND, goes_on
from search.model.languages import NAME_LANGUAGES
from search.names.own import follows

HEBREW_AND: Final = "ו"

# and, between two given names; Hebrew writes it to the second
_SHARING: Final = re.compile(
    r"(?<![^\W\d_])(?P<first>[^\W\d_]+)\s"
    r"(?:(?:and|și|si|и|та|й)\s(?:[^\W\d_]+\s)?|ו(?:[^\W\d_]+\s)?)\Z"
)
_LAST_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?=\s\Z)")
# what was written to the word before it: `президентуМайе Санду`
_GLUED: Final = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ])[A-ZА-ЯЁ][^\W\d_A-ZА-ЯЁ]+\Z")


THRONES: Final = frozenset({"emir", "grand-duke", "king", "prince", "queen", "sultan"})
SHORT: Final = 5  # letters of a country's name that has no other end in other cases


def senses(text: str, matches: Iterable[NameMatch]) -> Iterator[Met]:
    """What each match means, and before it the given name that shares its surname."""
    for match in matches:
        means = _at_home(text[match.start : match.end], _sense(match))
        if means.leaders or means.bearers:
            yield from _sharing(text, match, means)
        yield match, means


def without_given_name(
    text: str, part: Iterable[Met], owners: Sequence[str], *, is_title: bool
) -> Sequence[str]:
    """Those of some leaders whom a surname that is in a part of an article may mean.

    Where one that comes first goes on (`Vice Premier Liu He`), it is another's all over the part,
    and so is one that is a given name too (`министр Василе Миля`).
    """
    longer = {
        normalize(text[match.start : match.end])
        for match, means in part
        if not means.bearers and not frozenset(owners).isdisjoint(means.leaders)
        if goes_on(text, match.end, is_title=is_title)
    }
    if not longer or any(map(is_given, longer)):
        return () if longer else owners
    return [owner for owner in owners if owner not in family_first()]


def _sense(match: NameMatch) -> EntityCandidate:
    """What a match means by itself and the word before it."""
    means = candidate(match.entries)
    if is_given_name(*match.after):
        return EntityCandidate(bearers=means.bearers)
    if not means.leaders or not match.before or means.bearers:
        return means
    glued = _GLUED.search(match.before)
    given = glued[0] if glued else match.before
    if glued and (own := tuple(one for one in means.leaders if is_own(given, one))):
        return means._replace(bearers=own)
    if not is_anothers(given, means.leaders):
        return means
    return EntityCandidate(
        bearers=surnames(means.leaders), countries=means.countries, weak=means.weak
    )


def _at_home(written: str, means: EntityCandidate) -> EntityCandidate:
    """What a whole name means, and the country that it has in it: `מלך ירדן עבדאללה`."""
    if len(means.bearers) != 1 or means.countries or " " not in written:
        return means
    country = _realm(means.bearers[0])
    if country and any(name in normalize(written) for name in _names_of(country)):
        return means._replace(countries=(country,))
    return means


@follows
@lru_cache(maxsize=1024)
def _realm(bearer: str) -> str:
    """The country of one who reigned; empty if nobody did."""
    reigned = any(office.office in THRONES for office in names.offices().get(bearer, ()))
    return names.people()[bearer].country if reigned else ""


@lru_cache(maxsize=256)
def _names_of(country: str) -> tuple[str, ...]:
    """The names of a country in normal spelling, long ones without the letter that cases change."""
    found = {
        name.name
        for name in names.reviewed_countries()
        if (name.owner, name.kind) in {(country, "name"), (country, "alias"), (country, "spelling")}
    } | {icu.country_name(country, language) for language in NAME_LANGUAGES}
    spelled = map(normalize, found)
    return tuple(name[:-1] if len(name) > SHORT else name for name in spelled if len(name) > 2)


def _sharing(text: str, match: NameMatch, means: EntityCandidate) -> Iterator[Met]:
    """The given name of another leader who shares the surname of a match."""
    is_tied = text.startswith(HEBREW_AND, match.start)
    found = _SHARING.search(text, max(0, match.start - AROUND), match.start + is_tied)
    if not found:
        return
    given = found["first"]
    before = _LAST_WORD.search(text, max(0, found.start() - AROUND), found.start())
    relatives = {one for bearer in means.bearers or means.leaders for one in family(bearer)}
    own = tuple(
        one
        for one in sorted(relatives - set(means.bearers))
        if is_own(given, one) and normalize(given) not in surnames((one,))
    )
    if own and not (before and before[0][0].isupper()):
        place = NameMatch(*found.span("first"), (), "", ("", ""), ())
        yield place, EntityCandidate(bearers=own, leaders=own)

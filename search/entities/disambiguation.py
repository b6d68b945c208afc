"""Disambiguation: which of the names in a text mean a leader or a country, and which one?

A surname belongs to the last person before it whose whole name had it, in a title to the first in
the text; behind somebody else's given name it is nobody's. A weak name (`May`, `Johnson`, a surname
that two leaders have) counts only in company: with its owner's whole name in the article, behind a
title that says an office which he alone held, behind any title where the owner's country is named,
or, if it is whole, behind a courtesy or a hyphen (`Biden-Harris`), with one who led that country
not long before or after; a country's weak name behind such a title (`מלך ירדן`), with another name
of the country, or with its leader's. Between two leaders of one name the time decides. Without a
title a weak surname counts where `bare_surnames` knows enough of its owner's time and place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Final

from search import names
from search.entities.automaton import NameMatch
from search.entities.bare_surnames import Evidence, bearer_of
from search.entities.candidates import EntityCandidate, Met, family, leaders_among, namesakes
from search.entities.compound_peoples import with_compounds
from search.entities.hebrew_given_names import without_given_names
from search.entities.name_entries import courtesy_terms, has_words, offices_said, title_terms
from search.entities.named_countries import Company, mentions
from search.entities.other_places import in_place
from search.entities.senses import senses, without_given_name
from search.entities.subjects import Mention
from search.entities.surroundings import is_hyphen, is_longer
from search.entities.tenure import Tenure

JOINT: Final = 2  # code points between a country and a name that belongs to it: a space, a comma
SOMEBODY: Final = ""  # bears a leader's surname and is none of them


def disambiguate(
    parts: Sequence[tuple[str, Sequence[NameMatch]]], published: str | None = None
) -> list[list[Mention]]:
    """What the names in the parts of an article mean, each part in reading order.

    A part is its text, and the names in it.
    """
    met = [
        with_compounds(text, in_place(text, list(without_given_names(senses(text, part)))))
        for text, part in parts
    ]
    every = [one for part in met for one in part]
    sure = {
        country
        for match, means in every
        for country in (*means.countries, *(means.weak if offices_said(match.terms) else ()))
    }
    reader = _Reader([means for _, means in every], sure, published)
    named = [
        list(reader.leaders(text, part, met[number + 1 :]))
        for number, ((text, _), part) in enumerate(zip(parts, met, strict=True))
    ]
    homes = {names.people()[leader].country for part in named for leader in part if leader}
    company = Company(sure | homes, reader.times)
    pairs = (zip(part, leaders, strict=True) for part, leaders in zip(met, named, strict=True))
    return [
        [mention for one, leader in part for mention in mentions(*one, leader, company)]
        for part in pairs
    ]


class _Reader:
    """What an article says before one reads it name by name.

    Its countries, its whole names, its time.
    """

    def __init__(
        self, senses: Iterable[EntityCandidate], countries: set[str], published: str | None
    ) -> None:
        self._countries = countries
        named = list(senses)
        whole = (tuple(leaders_among(means.bearers)) for means in named)
        self._whole = [*dict.fromkeys(filter(None, whole))]  # each once: every surname asks
        strong = (means.strong for means in named if len(means.strong) == 1)
        certain = {owners[0] for owners in (*self._whole, *strong) if len(owners) == 1}
        self.times = Tenure(published, frozenset(certain))
        self._namesakes = cache(partial(namesakes, named))  # few articles have to ask
        self._named = cache(self._by_whole_name)  # thousands of leaders, surnames by the thousand
        self._last: dict[str, str] = {}
        self._ahead: dict[str, str] = {}
        self._before: Met | None = None
        self._text = ""
        self._part: Sequence[Met] = ()
        self._is_title = False
        self._longer: dict[str, list[NameMatch]] = {}

    def leaders(
        self, text: str, part: Sequence[Met], later: Sequence[Sequence[Met]] = ()
    ) -> Iterator[str]:
        """Whom each match of a part of an article, its title or its body, names, or nobody.

        A whole name decides about the surnames after it.
        One that stands first in the `later` parts decides about this part's, as a text does about
        its title.
        """
        self._before, self._longer = None, {}
        self._text, self._part, self._is_title = text, part, bool(later)
        self._alone = cache(partial(without_given_name, text, part, is_title=bool(later)))
        self._ahead = self._first(means for one in later for _, means in one) if part else {}
        for match, means in part:
            owner = self._bearer(match, means)
            for bearer in means.bearers:
                self._last.update(dict.fromkeys(family(bearer), owner))
            self._before = match, means
            yield owner

    def _first(self, senses: Iterable[EntityCandidate]) -> dict[str, str]:
        """Who bears each surname where it comes first, if it comes in a whole name."""
        first: dict[str, str | None] = {}
        for means in senses:
            owner = self._one(leaders_among(means.bearers)) if means.bearers else None
            for relative in {
                relative for bearer in means.bearers or means.leaders for relative in family(bearer)
            }:
                first.setdefault(relative, owner)
        return {relative: owner for relative, owner in first.items() if owner is not None}

    def _bearer(self, match: NameMatch, means: EntityCandidate) -> str:
        """Whose name it is."""
        if means.bearers:
            return self._one(leaders_among(means.bearers))
        owners = means.leaders
        if not owners:
            return SOMEBODY
        is_titled = self._is_titled(match)
        last = self._last if owners[0] in self._last else self._ahead
        holders = [last[owner] for owner in owners if owner in last]
        if holders and (holders[0] != SOMEBODY or not is_titled):
            return holders[0]
        found = self._named(owners) or self._one(self.times.known(means.strong))
        if not found and is_titled:
            offices = offices_said(match.terms, self._text, match.start)
            found = self._titled(self._alone(owners), offices)
        return found or self._colleague(match, owners) or self._bare(match, owners)

    def _by_whole_name(self, owners: Sequence[str]) -> str:
        """Who of those who have a surname is named in full, the first in the article."""
        whole = (self._one([one for one in whole if one in owners]) for whole in self._whole)
        return next(filter(None, whole), SOMEBODY)

    def _titled(self, owners: Sequence[str], offices: frozenset[str]) -> str:
        """Whose surname it is behind a title.

        His whose country is named, first of those who held the office that it says; but whoever
        holds that on the article's day comes before another's country; last one of unknown office.
        """
        known = self.times.known(owners)
        holders = [owner for owner in known if self.times.has_held(owner, offices)]
        ways = (
            self._at_home(holders),
            self.times.in_office(holders),
            self._at_home(known),
            self.times.holding(holders, offices),
            self.times.holding(owners, {names.SOME_OFFICE}),
        )
        return next(filter(None, map(self._one, ways)), SOMEBODY)

    def _bare(self, match: NameMatch, owners: Sequence[str]) -> str:
        """Whose surname it is where it stands for itself, as do all of its kind in this part."""
        article = Evidence(self.times, self._countries, self._namesakes(), self._is_title)
        found = bearer_of(self._text, match, owners, article)
        return found if found and self._is_alone(found) else SOMEBODY

    def _is_alone(self, leader: str) -> bool:
        """Whether a leader's surname is no part of somebody's longer name in this part."""
        if leader not in self._longer:
            self._longer[leader] = [
                one
                for one, means in self._part
                if leader in means.leaders and not means.bearers
                if is_longer(self._text, one.start, one.end)
            ]
        return all(map(self._is_titled, self._longer[leader]))

    def _colleague(self, match: NameMatch, owners: Sequence[str]) -> str:
        """Whose name it is where many bear it, or a courtesy or a hyphen is before it."""
        is_behind = self._before and self._before[1].leaders
        before = self._before[0].end if self._before and is_behind else match.start
        is_alone = not has_words(match.entries) and courtesy_terms().isdisjoint(match.terms)
        if is_alone and not is_hyphen(self._text, before, match.start):
            return SOMEBODY
        found = self.times.colleagues(owners)
        return found[0] if len(found) == 1 else SOMEBODY

    def _is_titled(self, match: NameMatch) -> bool:
        """Whether a title stands before it or its country: `נשיא צרפת עמנואל מקרון`."""
        if not title_terms().isdisjoint(match.terms):
            return True
        if self._before is None:
            return False
        before, means = self._before
        is_joint = bool(means.countries or means.weak) and 0 <= match.start - before.end <= JOINT
        return is_joint and not title_terms().isdisjoint(before.terms)

    def _one(self, owners: Sequence[str]) -> str:
        """The bearer of a name who was in office, or else whose country the article names."""
        serving = self.times.serving(owners) if len(owners) > 1 else owners
        alone = (found[0] for found in (serving, self._at_home(serving)) if len(found) == 1)
        return next(alone, SOMEBODY)

    def _at_home(self, owners: Sequence[str]) -> list[str]:
        """Those whose country the article names."""
        return [owner for owner in owners if names.people()[owner].country in self._countries]

"""Named countries: which does a name in an article mean, once its leaders are known?

A weak name counts in company. One that a leader has too (הולנד, Hollande and Holland) is the
country's where the article is not of his time and names nothing else of his country.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from search import names
from search.entities.automaton import NameMatch
from search.entities.candidates import EntityCandidate
from search.entities.subjects import Mention
from search.entities.tenure import Tenure


class Company(NamedTuple):
    """The countries that an article names for certain or whose leaders it names, and its time."""

    countries: Collection[str]
    times: Tenure


def mentions(
    match: NameMatch, means: EntityCandidate, leader: str, company: Company
) -> Iterator[Mention]:
    """What one match names, where a leader was decided on."""
    if leader:
        yield Mention("leader", leader, match.start, match.end)
    for country in means.countries:
        yield Mention("country", country, match.start, match.end)
    if not means.weak:
        return
    is_country = not leader and _is_nobody(means, company)
    for country in means.weak:
        if is_country or country in company.countries:
            yield Mention("country", country, match.start, match.end)


def _is_nobody(means: EntityCandidate, company: Company) -> bool:
    """Whether none of the leaders who have a country's name can be meant."""
    homes = {names.people()[leader].country for leader in means.leaders}
    return (
        bool(homes)
        and homes.isdisjoint(company.countries)
        and not company.times.in_office(means.leaders)
    )

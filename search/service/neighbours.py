"""Neighbours: which results stand before and after an article in the list that led to it?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from search.model.response import Search
from search.service.relaxation import Outcome


class Place(NamedTuple):
    """An article, and the page of results that has it."""

    article_id: str
    page: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The results beside one, which is the `number`-th of `total`, from 1."""

    previous: Place | None
    next: Place | None
    number: int
    total: int


def neighbours(
    outcome: Callable[[Search], Outcome], asked: Search, article_id: str
) -> Neighbours | None:
    """What stands beside an article on the page that is asked for, or on the next one to it.

    None if the page does not have it: the archive may be another since.
    """
    found = outcome(asked).found
    here = [hit.article_id for hit in found.hits]
    if article_id not in here:
        return None

    def at_end(page: int, end: int) -> Place | None:
        hits = outcome(replace(asked, page=page)).found.hits if page else ()
        return Place(hits[end].article_id, page) if hits else None

    at, page = here.index(article_id), asked.page
    is_last = at + 1 == len(here)
    return Neighbours(
        previous=Place(here[at - 1], page) if at else at_end(page - 1, -1),
        next=at_end(page + 1, 0) if is_last else Place(here[at + 1], page),
        number=(page - 1) * asked.size + at + 1,
        total=found.total,
    )

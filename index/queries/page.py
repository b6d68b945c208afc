"""Page: which matches of a request are shown, in which order, and which facets are counted?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from index.queries.docset import DocSet, common
from index.queries.scoring import Matches, every, matches, some
from index.queries.snapshot import Snapshot
from index.segments.arrays import Ints, Numbers, largest, row
from search.engine.port import Found, Ranked, Request, is_phrase
from search.model.facets import ANY_OF
from search.model.modes import Matched

_FEW: Final = 50  # times what is shown are scored without a thought of which may be left out
_LAST: Final = -(10**9)  # behind every day


def answer(request: Request, snapshot: Snapshot) -> Found:
    """Rank, count and cut out one page."""
    found, docs, matched = _matching(request, snapshot)
    filters = {
        facet: _filter(facet, values, snapshot)
        for facet, values in request.filters.items()
        if values
    }
    passing = _passing(docs, filters, without=None)
    counts = {}
    for facet in request.facets:
        left = (
            _passing(docs, filters, without=facet) if facet in ANY_OF & filters.keys() else passing
        )
        counts[facet] = snapshot.counted(facet, left.numbers)
    return Found(len(passing), matched, _page(found, passing, request, snapshot), counts)


def _matching(request: Request, snapshot: Snapshot) -> tuple[Matches, DocSet, Matched]:
    """What gives the scores, and the documents."""
    limits = [matches(node, snapshot).docs for node in request.limits]
    clauses = [matches(node, snapshot) for node in request.clauses]
    if request.match == "all" or not clauses:
        complete = every(clauses, snapshot)
        docs = common([complete.docs, *limits])
        if len(docs) or not clauses:
            return complete, docs, "all"
    found = some(clauses, snapshot)
    docs = common([found.docs, *limits])
    if request.match == "any":
        return found, docs, "any"
    phrases = [is_phrase(node) for node in request.clauses]
    return found, _fullest(docs, clauses, phrases), "some" if len(docs) else "all"


def _fullest(docs: DocSet, clauses: Sequence[Matches], phrases: Sequence[bool]) -> DocSet:
    """The documents with the best set of clauses.

    Most phrases, most clauses, fewest documents, first clauses.
    """
    held = np.array([clause.docs.has(docs.numbers) for clause in clauses])
    weight = held.sum(axis=0) + (len(clauses) + 1) * held[np.array(phrases)].sum(axis=0)
    best = np.flatnonzero(weight == weight.max(initial=0))
    # Sets of one size: the one whose first clauses come first in the query has the larger row of
    # bits.
    sets, own, sizes = np.unique(~held[:, best], axis=1, return_inverse=True, return_counts=True)
    return DocSet(docs.size, docs.numbers[best[own == np.argmin(sizes)] if sets.size else best])


def _filter(facet: str, values: frozenset[str], snapshot: Snapshot) -> DocSet:
    if facet in ANY_OF:
        return snapshot.valued(facet, values)
    return common(snapshot.valued(facet, (value,)) for value in values)


def _passing(docs: DocSet, filters: Mapping[str, DocSet], *, without: str | None) -> DocSet:
    return common([docs, *(allowed for facet, allowed in filters.items() if facet != without)])


def _page(found: Matches, docs: DocSet, request: Request, snapshot: Snapshot) -> tuple[Ranked, ...]:
    """The hits from `offset` on; ids are read for these and for what is tied with them."""
    end = request.offset + request.size
    if request.offset >= min(end, len(docs)):
        return ()
    is_ranked = request.sort == "relevance"
    numbers = found.best(docs, end) if is_ranked and len(docs) > end * _FEW else docs.numbers
    day = snapshot.dates[numbers]
    if request.sort == "oldest":
        day = np.where(day > 0, -day, _LAST)
    columns = [found.score(numbers), day] if is_ranked else [day]
    rows = _first(columns, numbers, end, snapshot)
    numbers = numbers[rows]
    scores = columns[0][rows] if is_ranked else found.score(numbers)
    ids = map(snapshot.article_id, numbers.tolist())
    hits = sorted(
        zip(*((-column[rows]).tolist() for column in columns), ids, scores.tolist(), strict=True)
    )
    return tuple(Ranked(*hit[-2:]) for hit in hits[request.offset : end])


def _first(columns: Sequence[Numbers], docs: Ints, count: int, snapshot: Snapshot) -> Ints:
    """The rows that can be among the first `count`.

    Of what is tied at the end, the first ids of each segment.
    """
    rows, sure = np.arange(len(docs)), []
    for column in columns:
        if len(rows) <= count:
            break
        own = column[rows]
        edge = largest(own, count)
        sure.append(rows[own > edge])
        rows, count = rows[own == edge], count - len(sure[-1])
    if len(rows) > count:
        rows = np.searchsorted(docs, snapshot.first_ids(docs[rows], count))
    return np.sort(row([*sure, rows], np.int64))

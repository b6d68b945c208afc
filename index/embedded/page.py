"""Page: what of a request's matches is shown, in which order, and what remains by which choice?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from typing import Final

import numpy as np

from index.embedded.arrays import Ints, Mask, Numbers
from index.embedded.evaluation import every, joined, matches
from index.embedded.snapshot import Matches, Snapshot
from search.engine import Found, Matched, Ranked, Request, is_phrase
from search.facets import ANY_OF

Key = Callable[[Ints], Numbers]
_SAMPLED: Final = 16
_NO_DAY: Final = np.iinfo(np.int64).max  # after every day


def answer(request: Request, snapshot: Snapshot) -> Found:
    """Rank, count and cut out one page."""
    found, matched = _matching(request, snapshot)
    filters = {facet: _filter(facet, values, snapshot) for facet, values in request.filters.items() if values}
    passing = _passing(found, filters, without=None)
    hits = tuple(_page(passing, request, snapshot))
    counts = {}
    for facet in request.facets:
        left = _passing(found, filters, without=facet) if facet in ANY_OF & filters.keys() else passing
        counts[facet] = snapshot.counted(facet, left.docs)
    return Found(len(passing.docs), matched, hits, counts)


def _matching(request: Request, snapshot: Snapshot) -> tuple[Matches, Matched]:
    limits = [matches(node, snapshot) for node in request.limits]
    allowed = snapshot.live if not limits else snapshot.mask()
    if limits:
        allowed[every(limits, snapshot).docs] = True
    if not request.clauses:
        docs = np.flatnonzero(allowed)
        return Matches(docs, np.zeros(len(docs))), "all"
    clauses = [matches(node, snapshot) for node in request.clauses]
    if request.match == "any":
        return _allowed(joined(clauses, snapshot.size, np.add), allowed), "any"
    complete = every(clauses, snapshot)
    complete = _allowed(complete, allowed) if limits else complete
    if len(complete.docs):
        return complete, "all"
    some = _allowed(joined(clauses, snapshot.size, np.add), allowed)
    phrases = [is_phrase(node) for node in request.clauses]
    return _fullest(some, clauses, phrases), "some" if len(some.docs) else "all"


def _allowed(found: Matches, allowed: Mask) -> Matches:
    kept = allowed[found.docs]
    return Matches(found.docs[kept], found.values[kept])


def _fullest(some: Matches, clauses: Sequence[Matches], phrases: Sequence[bool]) -> Matches:
    """The documents with the best set of clauses: most phrases, most clauses, fewest documents, first clauses."""
    held = np.array([np.isin(some.docs, clause.docs) for clause in clauses])
    weight = held.sum(axis=0) + (len(clauses) + 1) * held[np.array(phrases)].sum(axis=0)
    best = np.flatnonzero(weight == weight.max(initial=0))
    # Sets of one size: the one whose first clauses come first in the query has the larger row of bits.
    sets, own, sizes = np.unique(~held[:, best], axis=1, return_inverse=True, return_counts=True)
    chosen = best[own == np.argmin(sizes)] if sets.size else best
    return Matches(some.docs[chosen], some.values[chosen])


def _filter(facet: str, values: frozenset[str], snapshot: Snapshot) -> Mask:
    if facet in ANY_OF:
        return snapshot.valued(facet, values)
    return reduce(np.logical_and, (snapshot.valued(facet, (value,)) for value in values))


def _passing(found: Matches, filters: Mapping[str, Mask], *, without: str | None) -> Matches:
    for facet, mask in filters.items():
        if facet != without:
            found = _allowed(found, mask)
    return found


def _page(found: Matches, request: Request, snapshot: Snapshot) -> Iterator[Ranked]:
    """The hits from `offset` on; ids are read for these and for what is tied with them."""
    end = min(request.offset + request.size, len(found.docs))
    if request.offset >= end:
        return
    keys = _keys(found, request, snapshot)
    rows = _contenders(keys, len(found.docs), end)
    rows = rows[np.lexsort([key(rows) for key in reversed(keys)])]
    differs = np.logical_or.reduce([key(rows)[1:] != key(rows)[:-1] for key in keys])
    starts = np.concatenate(([0], np.flatnonzero(differs) + 1, [len(rows)]))
    for first, last in pairwise(starts.tolist()):
        if last <= request.offset or first >= end:
            continue
        if last == first + 1:
            doc, score = found.docs[rows[first]], found.values[rows[first]]
            yield Ranked(snapshot.article_id(int(doc)), float(score))
            continue
        tied = _by_id(np.sort(rows[first:last]), found, end - first, snapshot)
        yield from tied[max(0, request.offset - first) : end - first]


def _keys(found: Matches, request: Request, snapshot: Snapshot) -> tuple[Key, ...]:
    """What rows of hits are sorted by before their ids, smallest first."""

    def day(rows: Ints) -> Numbers:
        return snapshot.dates[found.docs[rows]]

    if request.sort == "oldest":
        return (lambda rows: np.where(day(rows) > 0, day(rows), _NO_DAY),)
    if request.sort == "newest":
        return (lambda rows: -day(rows),)
    return (lambda rows: -found.values[rows], lambda rows: -day(rows))


def _contenders(keys: Sequence[Key], count: int, end: int) -> Ints:
    """The rows that can be among the first `end`, with everything that is tied with the last of them."""
    rows = np.arange(count)
    sure = []
    for key in keys:
        if len(rows) <= end:
            break
        own = key(rows)
        if len(rows) > _SAMPLED * end:  # whatever is behind so many of a sample is behind as many of all
            near = own <= np.partition(own[::_SAMPLED], end - 1)[end - 1]
            rows, own = rows[near], own[near]
        edge = np.partition(own, end - 1)[end - 1]
        sure.append(rows[own < edge])
        rows, end = rows[own == edge], end - len(sure[-1])
    return np.concatenate([*sure, rows])


def _by_id(rows: Ints, found: Matches, most: int, snapshot: Snapshot) -> list[Ranked]:
    """Tied hits in the order of their ids, at least the first `most`; a segment knows the order of its own."""
    tied: list[tuple[str, int]] = []
    for leaf, docs in snapshot.by_leaf(found.docs[rows]):
        ordinals = leaf.segment.ids.ordinals[docs]
        first = np.argpartition(ordinals, most)[:most] if len(docs) > most else np.arange(len(docs))
        tied.extend((leaf.segment.article_id(doc), doc + leaf.base) for doc in docs[first].tolist())
    at = np.searchsorted(found.docs, [doc for _, doc in sorted(tied)])
    return [Ranked(one[0], score) for one, score in zip(sorted(tied), found.values[at].tolist(), strict=True)]

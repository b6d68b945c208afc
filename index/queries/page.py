"""Page: which matches of a request are shown, in which order, and which facets are counted?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from index.queries.docset import DocSet, common
from index.queries.matchers import Matches
from index.queries.scoring import every, matches, some
from index.queries.snapshot import Snapshot
from index.segments.arrays import Ints, Numbers, largest, row
from search.engine.nodes import is_phrase
from search.engine.port import Found, Ranked, Request
from search.model.facets import ANY_OF
from search.model.partial import Partial
from search.model.search_options import Matched

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
    hits = _page(found, passing, request, snapshot)
    crossed = _crossed(*request.crossed, passing, snapshot) if request.crossed else {}
    return Found(len(passing), matched, hits, counts, _partial(docs, snapshot), crossed)


def _partial(docs: DocSet, snapshot: Snapshot) -> Partial | None:
    """Of how many articles it is known whether they match, if it is not of all."""
    if docs.possible is docs:
        return None
    unknown = len(docs.possible) - len(docs)
    return Partial("time", snapshot.articles - unknown, snapshot.articles)


def _crossed(facet: str, by: str, docs: DocSet, snapshot: Snapshot) -> dict[str, dict[str, int]]:
    """How many of the documents have each value of one facet and each of the other."""
    rows, columns = snapshot.facets[facet], snapshot.facets[by]
    counts = rows.crossed(columns, docs.numbers).tolist()
    own = (
        (value, zip(columns.values, row, strict=True))
        for value, row in zip(rows.values, counts, strict=True)
    )
    cells = ((value, {other: count for other, count in row if count}) for value, row in own)
    return {value: row for value, row in cells if row}


def _matching(request: Request, snapshot: Snapshot) -> tuple[Matches, DocSet, Matched]:
    """What gives the scores, and the documents."""
    limits = [matches(node, snapshot).docs for node in request.limits]
    clauses = [matches(node, snapshot) for node in request.clauses]
    is_any = request.match == "any" and bool(clauses)
    found = some(clauses, snapshot) if is_any else every(clauses, snapshot)
    return found, common([found.docs, *limits]), "any" if is_any else "all"


def clause_sets(request: Request, snapshot: Snapshot) -> dict[tuple[int, ...], int]:
    """The fullest sets of clauses that documents have, within the limits, and how many just these.

    A phrase counts before any number of words. A long query has as many sets as there are
    documents, of which only the fullest are told apart.
    """
    if not request.clauses:
        return {}
    clauses = [matches(node, snapshot) for node in request.clauses]
    limits = [matches(node, snapshot).docs for node in request.limits]
    docs = common([some(clauses, snapshot).docs, *limits])
    held = np.array([clause.docs.has(docs.numbers) for clause in clauses])
    words = len(clauses)
    worth = np.array([words + 1 if is_phrase(node) else 1 for node in request.clauses])
    fullness = worth @ held
    held = held[:, fullness == fullness.max(initial=0)]
    packed = np.ascontiguousarray(np.packbits(held, axis=0).T)
    # as bytes of one width: of the sets of bits, columns of them are slow to sort
    keys = packed.view(f"S{packed.shape[1]}").ravel()
    _, places, sizes = np.unique(keys, return_index=True, return_counts=True)
    rows = [tuple(np.flatnonzero(own).tolist()) for own in held[:, places].T]
    return dict(zip(rows, sizes.tolist(), strict=True))


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
    day = (snapshot.sequence if request.sort == "seen" else snapshot.dates)[numbers]
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

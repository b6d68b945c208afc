"""Evaluation: which documents match a node, and how well?

A function a kind of node, each from whole columns to whole columns. The formulas are those of
`search.ranking`, in the order in which they stand there, so equal articles have equal scores to the last bit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import singledispatch
from typing import Final

import numpy as np

from index.embedded.arrays import Floats, Ints, Mask, distinct, runs
from index.embedded.snapshot import Matches, Snapshot, owners
from search.analysis.tokens import EXACT
from search.engine import All, And, FieldIs, Fuzzy, Group, Node, Not, Or, Phrase, Prefix
from search.postings import TITLE
from search.ranking import CONSTANT, NEAR, TITLE_BONUS, idf, part

_SPARSE: Final = 16  # fewer than one document in so many: look documents up instead of laying all out
_NEVER: Final = np.iinfo(np.int64).max
Combine = Callable[[Floats, Floats], Floats]


@singledispatch
def matches(node: Node, snapshot: Snapshot) -> Matches:
    """The live documents that a node matches, with their scores."""
    raise TypeError(node, snapshot)


@matches.register
def _(node: Group, snapshot: Snapshot) -> Matches:
    classes = defaultdict(list)
    there = [(term, weight, found) for term, weight in node.terms if len((found := snapshot.postings(term)).docs)]
    for _, weight, found in there:
        classes[weight].append(found)
    for phrase in node.phrases:
        classes[phrase.weight].append(_heard(phrase, _having(phrase, snapshot), snapshot))
    columns = [(weight, joined(found, snapshot.size, np.add)) for weight, found in classes.items()]
    return _word(columns, snapshot.having(TITLE + term for term, *_ in there), snapshot)


@matches.register
def _(node: Phrase, snapshot: Snapshot) -> Matches:
    having = _having(node, snapshot)
    worth = sum(idf(snapshot.articles, int(np.count_nonzero(found))) for found in having)
    heard = _heard(node, having, snapshot)
    return Matches(heard.docs, worth * part(heard.values, snapshot.norms[heard.docs]))


@matches.register
def _(node: Prefix, snapshot: Snapshot) -> Matches:
    return _all_alike(snapshot.beginning(node.stems), CONSTANT)


@matches.register
def _(node: Fuzzy, snapshot: Snapshot) -> Matches:
    own, near = EXACT + node.word, snapshot.near(EXACT, node.word, node.distance)
    in_title = snapshot.having([TITLE + own])
    in_title[snapshot.near(TITLE + EXACT, node.word, node.distance).docs] = True
    return _word([(1.0, snapshot.postings(own)), (NEAR, near)], in_title, snapshot)


@matches.register
def _(node: FieldIs, snapshot: Snapshot) -> Matches:
    return _all_alike(snapshot.valued(node.facet, node.values), 0.0)


@matches.register
def _(_node: All, snapshot: Snapshot) -> Matches:
    return _all_alike(snapshot.live, 0.0)


@matches.register
def _(node: And, snapshot: Snapshot) -> Matches:
    return every([matches(child, snapshot) for child in node.children], snapshot)


@matches.register
def _(node: Or, snapshot: Snapshot) -> Matches:
    return joined([matches(child, snapshot) for child in node.children], snapshot.size, np.add)


@matches.register
def _(node: Not, snapshot: Snapshot) -> Matches:
    left = snapshot.live.copy()
    left[matches(node.child, snapshot).docs] = False
    return _all_alike(left, 0.0)


def _word(columns: Sequence[tuple[float, Matches]], in_title: Mask, snapshot: Snapshot) -> Matches:
    """The scores of one word from how often each weight of it stands where."""
    shares = [Matches(one.docs, weight * part(one.values, snapshot.norms[one.docs])) for weight, one in columns]
    best = joined(shares, snapshot.size, np.maximum)
    worth = idf(snapshot.articles, len(best.docs))
    return Matches(best.docs, worth * (best.values + np.where(in_title[best.docs], TITLE_BONUS, 0.0)))


def joined(parts: Sequence[Matches], size: int, combine: Combine) -> Matches:
    """The documents of any part, their values combined in the order of the parts."""
    parts = [one for one in parts if len(one.docs)]
    if len(parts) == 1:
        return parts[0]
    if sum(len(one.docs) for one in parts) * _SPARSE < size:
        docs = distinct(one.docs for one in parts)
        values = np.zeros(len(docs))
        for one in parts:
            at = np.searchsorted(docs, one.docs)
            values[at] = combine(values[at], one.values)
        return Matches(docs, values)
    seen, spread_out = np.zeros(size, np.bool_), np.zeros(size)
    for one in parts:
        seen[one.docs] = True
        spread_out[one.docs] = combine(spread_out[one.docs], one.values)
    docs = np.flatnonzero(seen)
    return Matches(docs, spread_out[docs])


def every(parts: Sequence[Matches], snapshot: Snapshot) -> Matches:
    """The documents of all parts, their values added in the order of the parts."""
    if len(parts) == 1:
        return parts[0]
    rows = sorted(parts, key=lambda one: len(one.docs))
    docs = rows[0].docs if rows else np.flatnonzero(snapshot.live)
    for one in rows[1:]:
        docs = docs[_places(docs, one.docs, snapshot.size) >= 0]
    values = np.zeros(len(docs))
    for one in parts:
        values += one.values[_places(docs, one.docs, snapshot.size)]
    return Matches(docs, values)


def _places(docs: Ints, among: Ints, size: int) -> Ints:
    """Where each of the documents stands among others, -1 for nowhere."""
    if len(docs) * _SPARSE < size:
        at = np.searchsorted(among, docs)
        at[at == len(among)] = 0
        return np.where(among[at] == docs, at, -1) if len(among) else np.full(len(docs), -1)
    place = np.full(size, -1, dtype=np.int32)
    place[among] = np.arange(len(among))
    return place[docs].astype(np.int64)


def _having(node: Phrase, snapshot: Snapshot) -> list[Mask]:
    """The documents with each of a phrase's words, wherever."""
    return [snapshot.having(term for term, _ in group.terms) for group in node.groups]


def _heard(node: Phrase, having: Sequence[Mask], snapshot: Snapshot) -> Matches:
    """The documents with a phrase, and from how many places of its first word it can be completed.

    The nearest next word is always the best one: whatever comes after it can only be nearer.
    """
    if not node.groups:
        return Matches(np.zeros(0, np.int64), np.zeros(0))
    terms = [tuple(term for term, _ in group.terms) for group in node.groups]
    among: Mask = np.logical_and.reduce(having)
    if not among.any():  # as with most names: few articles are in their language
        return Matches(np.zeros(0, np.int64), np.zeros(0))
    first, *others = (snapshot.places(own, among) for own in terms)
    last = first
    for column in others:
        endless = np.append(column, _NEVER)
        last = endless[np.minimum(np.searchsorted(endless, last, side="right"), len(column))]
    complete = last - first <= len(others) + node.slop
    docs, heard = runs(owners(first[complete]))
    return Matches(docs, heard.astype(np.float64))


def _all_alike(found: Mask, score: float) -> Matches:
    docs = np.flatnonzero(found)
    return Matches(docs, np.full(len(docs), score))

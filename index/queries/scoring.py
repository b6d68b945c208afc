"""Scoring: which documents match a node, and how well?

A function a kind of node, each from whole columns to whole columns. Which documents match is found
for all, how well only for those that can be shown. The formulas are those of
`search.engine.ranking`, in the order in which they stand there, so equal articles have equal scores
to the last bit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import singledispatch

from index.queries.docset import DocSet, MaskedDocSet, PartialDocSet, Postings, common, union
from index.queries.matchers import AnyMatches, EveryArticle, Matches, TermMatches
from index.queries.snapshot import Snapshot
from search.analysis.tokens import EXACT
from search.engine.nodes import (
    AS_TYPED,
    All,
    And,
    FieldIs,
    Fuzzy,
    Group,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    SeenWithin,
)
from search.engine.positions import TITLE
from search.engine.ranking import CONSTANT, NEAR, SUBJECT_BONUS, TITLE_BONUS, idf
from search.model.dates import is_within, may_be


@singledispatch
def matches(node: Node, snapshot: Snapshot) -> Matches:
    """The live documents that a node matches, with their scores."""
    raise TypeError(node, snapshot)


@matches.register
def _(node: Group, snapshot: Snapshot) -> Matches:
    held = defaultdict(list)
    titles = []
    for term, weight, postings in snapshot.weighted(node.terms):
        held[weight].append(postings)
        titles.append(TITLE + term)
    for phrase in node.phrases:
        held[phrase.weight].append(snapshot.phrase(phrase))

    def bonuses() -> Iterator[tuple[DocSet, float]]:
        yield union(map(snapshot.postings, titles), snapshot.size), TITLE_BONUS
        if node.subjects:
            yield snapshot.valued("about", node.subjects), SUBJECT_BONUS

    return TermMatches(held, bonuses, snapshot) if held else Matches(snapshot.nothing)


@matches.register
def _(node: Phrase, snapshot: Snapshot) -> Matches:
    frequencies = (snapshot.frequency(*(term for term, _ in group.terms)) for group in node.groups)
    worth = sum(idf(snapshot.articles, frequency) for frequency in frequencies)
    return TermMatches({AS_TYPED: [snapshot.phrase(node)]}, tuple, snapshot, worth)


@matches.register
def _(node: Prefix, snapshot: Snapshot) -> Matches:
    return Matches(snapshot.beginning(node.stems), CONSTANT)


@matches.register
def _(node: Fuzzy, snapshot: Snapshot) -> Matches:
    def found(tier: str) -> tuple[Postings, Postings]:
        return snapshot.postings(tier + node.word), snapshot.near(tier, node.word, node.distance)

    def bonuses() -> Iterator[tuple[DocSet, float]]:
        yield union(found(TITLE + EXACT), snapshot.size), TITLE_BONUS

    own, near = found(EXACT)
    return TermMatches({AS_TYPED: [own], NEAR: [near]}, bonuses, snapshot)


@matches.register
def _(node: FieldIs, snapshot: Snapshot) -> Matches:
    return Matches(snapshot.valued(node.facet, node.values))


@matches.register
def _(node: Published, snapshot: Snapshot) -> Matches:
    fits = is_within if node.surely else may_be
    return Matches(MaskedDocSet(snapshot.everything.mask & fits(snapshot.dates, node.span)))


@matches.register
def _(node: SeenWithin, snapshot: Snapshot) -> Matches:
    return Matches(MaskedDocSet(snapshot.everything.mask & is_within(snapshot.seen, node.span)))


@matches.register
def _(_node: All, snapshot: Snapshot) -> Matches:
    return Matches(snapshot.everything)


@matches.register
def _(node: And, snapshot: Snapshot) -> Matches:
    return every([matches(child, snapshot) for child in node.children], snapshot)


@matches.register
def _(node: Or, snapshot: Snapshot) -> Matches:
    return some([matches(child, snapshot) for child in node.children], snapshot)


@matches.register
def _(node: Not, snapshot: Snapshot) -> Matches:
    child, everything = matches(node.child, snapshot).docs, snapshot.everything.mask
    sure = MaskedDocSet(everything & ~child.possible.mask)
    if child.possible is child:
        return Matches(sure)
    return Matches(PartialDocSet(sure, MaskedDocSet(everything & ~child.mask)))


def every(parts: Sequence[Matches], snapshot: Snapshot) -> Matches:
    """The documents of all parts; without parts, all."""
    if len(parts) < 2:
        return parts[0] if parts else Matches(snapshot.everything)
    return EveryArticle(common(one.docs for one in parts), parts)


def some(parts: Sequence[Matches], snapshot: Snapshot) -> Matches:
    """The documents of any part."""
    docs = union((one.docs for one in parts), snapshot.size)
    parts = [one for one in parts if len(one.docs)]
    if len(parts) == 1 and docs.possible is docs:
        return parts[0]
    return AnyMatches(docs, parts)

"""Term offsets: where do the words of a query stand in the articles that are shown?

Which rows of an article hold a term, its postings say; where these rows are, is kept with the
article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product, takewhile

import numpy as np

from index.queries.docset import DocSet
from index.queries.leaf import Leaf
from index.queries.snapshot import Snapshot
from index.segments.arrays import Ints, Numbers, ends, row
from index.segments.segment import Segment
from index.segments.shared_lists import owners
from index.segments.stored_fields import WordRows, unpacked
from search.analysis.tokens import EXACT
from search.engine.deadline import is_over
from search.engine.matching import leaves
from search.engine.nodes import Fuzzy, Group, Node, Phrase, Prefix
from search.engine.positions import TermOffsets
from search.model.articles import Article

Held = dict[str, Numbers]  # the places of terms in a document, as `stored` counts them
# neighbouring terms of a segment; how one is written that a query names, for looking it up is dear,
# and two may have one list of postings
Wanted = dict[tuple[range, str | None], None]


def with_term_offsets(
    article_ids: Iterable[str], clauses: Iterable[Node], snapshot: Snapshot
) -> list[tuple[Article, TermOffsets]]:
    """The articles that exist, in this order, each with the offsets of the clauses' words."""
    there = [at for article_id in article_ids if (at := snapshot.document(article_id)) is not None]
    wanted: dict[int, Wanted] = defaultdict(dict)
    for node in takewhile(_in_time, leaves(clauses)):
        for leaf, terms, written in _terms(node, snapshot):
            wanted[leaf.base][terms, written] = None
    held: dict[tuple[int, int], Held] = {}
    for leaf in {leaf.base: leaf for leaf, _ in there}.values():
        numbers = np.array(sorted(doc for own, doc in there if own is leaf), np.int64)
        docs = DocSet(len(leaf.segment), numbers)
        held |= {
            (leaf.base, doc): own
            for doc, own in _held(leaf.segment, wanted[leaf.base], docs).items()
        }
    return [
        (
            unpacked(leaf.segment.stored(doc)),
            _standing(leaf.segment, doc, held.get((leaf.base, doc), {})),
        )
        for leaf, doc in there
    ]


def _terms(
    node: Group | Phrase | Prefix | Fuzzy, snapshot: Snapshot
) -> Iterator[tuple[Leaf, range, str | None]]:
    """The terms that a node means, by segment; neighbours together."""
    if isinstance(node, Prefix):
        for leaf, stem in product(snapshot.leaves, node.stems):
            span = leaf.segment.span("terms", stem)
            yield leaf, span, None
            for term, exact in owners(leaf.segment, span).items():
                yield leaf, range(exact, exact + 1), leaf.segment.text(term)
    elif isinstance(node, Fuzzy):
        near = (
            (leaf, leaf.segment.near(EXACT, node.word, node.distance)) for leaf in snapshot.leaves
        )
        yield from (
            (leaf, range(term, term + 1), None) for leaf, terms in near for term in terms.tolist()
        )
    elif isinstance(node, Phrase):
        for group in node.groups:
            yield from _terms(group, snapshot)
    else:
        yield from (
            (leaf, range(at, at + 1), term)
            for term, _ in node.terms
            for leaf, at in snapshot.found(term)
        )
        for phrase in node.phrases:
            yield from _terms(phrase, snapshot)


def _held(segment: Segment, wanted: Wanted, docs: DocSet) -> dict[int, Held]:
    """For each of some documents where its terms stand that are wanted."""
    found = [_postings(segment, terms, docs) for terms, _ in takewhile(_in_time, wanted)]
    rows, first = np.unique(row((rows for rows, _ in found), np.int64), return_index=True)
    terms = row((terms for _, terms in found), np.int64)[first]
    places, stretches = segment.places(rows), pairwise(ends(segment.counts[rows]).tolist())
    texts = _texts(segment, wanted, found)
    held: dict[int, Held] = defaultdict(dict)
    for doc, term, stretch in zip(
        segment.docs[rows].tolist(), terms.tolist(), stretches, strict=True
    ):
        held[doc] |= dict.fromkeys(texts[term], places[slice(*stretch)])
    return held


def _texts(
    segment: Segment, wanted: Wanted, found: Sequence[tuple[Ints, Ints]]
) -> dict[int, dict[str, None]]:
    """How the terms that were found are written for which they are wanted."""
    texts: dict[int, dict[str, None]] = defaultdict(dict)
    for (terms, written), (_, numbers) in zip(wanted, found, strict=False):
        if written is not None:
            texts[terms.start][written] = None
            continue
        for term in set(numbers.tolist()):
            texts[term][segment.text(term)] = None
    return texts


def _postings(segment: Segment, terms: range, docs: DocSet) -> tuple[Ints, Ints]:
    """The rows of the postings of adjacent terms in some documents, and the term of each."""
    rows = segment.postings(terms)
    held = segment.docs[rows]
    if len(terms) == 1:
        found = docs.rows_in(held)
        return found + rows.start, np.full(len(found), terms.start)
    found = docs.mask[held].nonzero()[0]
    return found + rows.start, segment.owners(terms)[found]


def _in_time(_next: object) -> bool:
    return not is_over()


def _standing(segment: Segment, doc: int, held: Held) -> TermOffsets:
    words = WordRows.unpacked(segment.word_rows(doc))
    starts, ends_, positions = words.starts, words.starts + words.lengths, words.places >> 1
    rows = {term: words.places.searchsorted(places).tolist() for term, places in held.items()}
    line_ends = tuple(words.soft_line_ends.tolist())
    return TermOffsets(starts.data, ends_.data, positions.data, words.titled, rows, line_ends)

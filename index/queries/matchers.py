"""Matchers: which documents match, how well, and how well at most?

Scores are worked out only for documents that can be shown (Turtle and Flood's MaxScore).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, reduce
from typing import Final

import numpy as np

from index.queries.docset import DocSet, Postings, common, union
from index.queries.snapshot import Snapshot
from index.segments.arrays import Floats, Ints, largest
from search.engine.ranking import idf, part

_SAMPLED: Final = 16
_SEEDS: Final = 500
_SURE: Final = 1 - 1e-9  # a bound is summed in another order than a score


Held = Mapping[float, Sequence[Postings]]


# those in which a word scores more, and how much; looked up when a score is asked for, for a count
# asks for none
Bonuses = Callable[[], Iterable[tuple[DocSet, float]]]


class Matches:
    """Live documents, all with one score."""

    def __init__(self, docs: DocSet, each: float = 0.0) -> None:
        """The documents, and what each scores."""
        self.docs, self._each = docs, each

    @property
    def most(self) -> float:
        """The most that a document can score."""
        return self._each

    def score(self, docs: Ints) -> Floats:
        """The scores of any rising documents, 0 for those that don't match."""
        return np.where(self.docs.has(docs), self._each, 0.0)

    def likely(self, count: int) -> Ints:  # noqa: ARG002
        """At least so many documents if there are many, better ones if these are easily found."""
        return self.docs.numbers[::_SAMPLED]

    def reaching(self, score: float) -> DocSet:  # noqa: ARG002
        """The documents that may score so much, and perhaps some others."""
        return self.docs

    def best(self, docs: DocSet, count: int) -> Ints:
        """Those of the documents that may be among the `count` best, and perhaps some others."""
        if type(self).reaching is Matches.reaching:
            return docs.numbers
        seeds = self.likely(count)
        seeds = seeds if docs is self.docs else seeds[docs.has(seeds)]
        if len(seeds) < count:
            return docs.numbers
        reaching = self.reaching(largest(self.score(seeds), count) * _SURE)
        return (reaching if docs is self.docs else docs & reaching).numbers


class TermMatches(Matches):
    """Documents with a word or phrase.

    How often each weight of it stands where, and which score more.
    """

    def __init__(
        self, held: Held, bonuses: Bonuses, snapshot: Snapshot, worth: float | None = None
    ) -> None:
        """What it is worth goes by its documents, if it isn't told."""
        super().__init__(union((one for column in held.values() for one in column), snapshot.size))
        self._held, self._favoured, self._snapshot = held, bonuses, snapshot
        self._worth = idf(snapshot.articles, len(self.docs)) if worth is None else worth

    @cached_property
    def most(self) -> float:
        """The upper bound of the scores: highest frequency, every bonus, shortest length."""
        often = (
            (weight, sum(float(one.counts.max(initial=0)) for one in column))
            for weight, column in self._held.items()
        )
        share: float = max(
            weight * part(most, self._snapshot.lengths.norms[0]) for weight, most in often
        )
        return self._worth * sum((bonus for _, bonus in self._bonuses), share)

    @cached_property
    def _bonuses(self) -> tuple[tuple[DocSet, float], ...]:
        return tuple((docs, bonus) for docs, bonus in self._favoured() if len(docs))

    def score(self, docs: Ints) -> Floats:
        """The best of the weights counts."""
        lengths = self._snapshot.lengths
        norms = lengths.norms[lengths.codes[docs]]
        shares = (
            weight * part(_often(column, docs), norms) for weight, column in self._held.items()
        )
        best: Floats = reduce(np.maximum, shares)
        for favoured, bonus in self._bonuses:
            best = best + np.where(favoured.has(docs), bonus, 0.0)
        return self._worth * best

    def likely(self, count: int) -> Ints:
        """Those that have the word most often."""
        longest = max((one for column in self._held.values() for one in column), key=len)
        if len(longest) <= count:
            return self.docs.numbers[: count * _SAMPLED]
        often: Ints = longest.numbers[
            (longest.counts >= largest(longest.counts, count)).nonzero()[0]
        ]
        return often

    def reaching(self, score: float) -> DocSet:
        """Those that score more, or have the word often enough for their length."""
        found: list[DocSet] = [docs for docs, _ in self._bonuses]
        lengths = self._snapshot.lengths
        for weight, column in self._held.items():
            share = score / self._worth / weight
            if share < 1:
                least = np.ceil(lengths.norms * share / (1 - share) / len(column)).astype(np.int64)
                found += [one.at_least(least, lengths.codes) for one in column]
        return union(found, self.docs.size)


class AllMatches(Matches):
    """Documents with scores that add up in the order of the parts."""

    def __init__(self, docs: DocSet, parts: Sequence[Matches]) -> None:
        """The documents of the parts together."""
        super().__init__(docs)
        self.parts = parts

    @cached_property
    def most(self) -> float:
        """What one would score that is the best of every part."""
        return sum(one.most for one in self.parts)

    def score(self, docs: Ints) -> Floats:
        """The sum."""
        scores = np.zeros(len(docs))
        for one in self.parts:
            scores += one.score(docs)
        return scores


class EveryArticle(AllMatches):
    """The documents of all parts."""

    def score(self, docs: Ints) -> Floats:
        """The sum where all are."""
        return np.where(self.docs.has(docs), super().score(docs), 0.0)


class AnyMatches(AllMatches):
    """The documents of any part."""

    def likely(self, count: int) -> Ints:
        """Those with all parts, or else those of the part that counts most."""
        whole = common(one.docs for one in self.parts).numbers
        if len(whole) >= count:
            return whole[:: len(whole) // _SEEDS + 1]
        return max(self.parts, key=lambda one: one.most).likely(count)

    def reaching(self, score: float) -> DocSet:
        """Those that can reach the threshold by an essential part (Turtle and Flood's MaxScore)."""
        parts = sorted(self.parts, key=lambda one: one.most)
        while parts and parts[0].most < score:
            score -= parts.pop(0).most
        return union((one.reaching(score / len(parts)) for one in parts), self.docs.size)


def _often(column: Sequence[Postings], docs: Ints) -> Floats:
    """How often any of the terms stands in documents."""
    return sum((one.of(docs) for one in column[1:]), column[0].of(docs))

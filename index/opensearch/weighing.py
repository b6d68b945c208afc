"""Weighing: how does a cluster score what a query's words match?

How many articles have a word is asked for first, so a word's idf is ours, of the whole archive and
of all that stands for the word. Then, by the ranking that is asked for,

    native   a similarity that the index has gives the share of it that an article earns, by the
             average length that was known when the index was made; Lucene may leave out what can't
             come onto the page
    exact    a script gives it, by the average length that is true now: the formula of
             `search.engine.ranking`, to the rounding of 32 bits

A phrase is scored by a script in both, from how often it stands.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from index.address import Ranking
from index.opensearch.documents import text_of, written
from index.opensearch.matching import NOTHING, matched, phrase, some, terms_of
from index.opensearch.scripts import PHRASE, SLOPPY, SUM, WORDS
from search.analysis.tokens import EXACT
from search.engine.nodes import And, FieldIs, Fuzzy, Group, Node, Or, Phrase, Prefix
from search.engine.port import Statistics
from search.engine.positions import TITLE
from search.engine.ranking import CONSTANT, K1, NEAR, SUBJECT_BONUS, TITLE_BONUS, B, idf

Json = dict[str, Any]

_MOST_SLOP: Final = 5  # words between, for which it is counted how often a phrase stands
_ROOM: Final = 1000.0  # more than a phrase stands in an article


def key(query: Json) -> str:
    """What names a query whose articles are counted."""
    return json.dumps(query, sort_keys=True)


def counted_first(nodes: Iterable[Node]) -> Iterator[Json]:
    """The queries whose articles must be counted before the nodes can be weighed."""
    for node in nodes:
        if isinstance(node, And | Or):
            yield from counted_first(node.children)
        elif isinstance(node, Group | Fuzzy):
            yield matched(node)
        elif isinstance(node, Phrase):
            yield from (terms_of(term for term, _ in group.terms) for group in node.groups)


def listed_first(nodes: Iterable[Node]) -> Iterator[Fuzzy]:
    """The words whose neighbours must be listed before the nodes can be weighed."""
    for node in nodes:
        if isinstance(node, And | Or):
            yield from listed_first(node.children)
        elif isinstance(node, Fuzzy):
            yield node


@dataclass(frozen=True, slots=True)
class Weighing:
    """Scores by what is known of the archive.

    Its size, its average length, counts of words, and words that are near others.
    """

    ranking: Ranking
    statistics: Statistics
    counts: Mapping[str, int]
    near: Mapping[Fuzzy, tuple[str, ...]] = field(default_factory=dict)

    def scored(self, node: Node) -> Json:
        """The articles that a node matches, with its score."""
        if isinstance(node, And):
            return {"bool": {"must": list(map(self.scored, node.children))}}
        if isinstance(node, Or):
            return some(map(self.scored, node.children))
        if isinstance(node, Group):
            return self._group(node)
        if isinstance(node, Phrase):
            return self._phrase(node)
        if isinstance(node, Prefix):
            return _constant(matched(node), CONSTANT)
        return self._near(node) if isinstance(node, Fuzzy) else unscored(matched(node))

    def _idf(self, query: Json) -> float:
        count = self.counts.get(key(query), 0)
        return idf(max(count, self.statistics.articles), count)

    def _group(self, node: Group) -> Json:
        query = matched(node)
        if query == NOTHING:
            return NOTHING
        weights = {alternative.weight for alternative in node.phrases}
        worth = self._idf(query)
        scored = (
            self._by_script(node, worth, max(weights, default=0.0))
            if self.ranking == "exact" and len(weights) < 2
            else self._natively(node, worth)
        )
        if not node.subjects:
            return scored
        about = matched(FieldIs("about", node.subjects))
        return {"bool": {"must": [scored], "should": [_constant(about, worth * SUBJECT_BONUS)]}}

    def _natively(self, node: Group, worth: float) -> Json:
        """Each tier by the index's own similarity, the best of them counts."""
        best = [
            {"match": {"terms": {"query": text_of(terms), "analyzer": "terms", "boost": boost}}}
            for weight, terms in _tiers(node).items()
            if (boost := weight * worth)
        ]
        best += [self._repeated(one, one.weight * worth) for one in node.phrases]
        words: Json = {"dis_max": {"queries": best}} if len(best) > 1 else best[0]
        titles = terms_of(TITLE + term for term, _ in node.terms)
        if titles == NOTHING:
            return words
        bonus = _constant(titles, worth * TITLE_BONUS)
        return {"bool": {"must": [words], "should": [bonus]}}

    def _by_script(self, node: Group, worth: float, phrase_weight: float) -> Json:
        """The formula itself; of several phrases the one that stands most often."""
        tiers = _tiers(node)
        if phrase_weight:
            tiers.setdefault(phrase_weight, [])
        params = {
            **self._norm(),
            "idf": worth,
            "bonus": TITLE_BONUS,
            "phrase": phrase_weight,
            "tiers": [
                {"weight": weight, "terms": list(map(written, terms))}
                for weight, terms in tiers.items()
            ],
            "titles": [written(TITLE + term) for term, _ in node.terms],
        }
        inner: Json = {"bool": {"filter": [matched(node)]}}
        if phrase_weight:
            inner["bool"]["should"] = [{"dis_max": {"queries": list(map(phrase, node.phrases))}}]
        return _scripted(inner, WORDS, params)

    def _phrase(self, node: Phrase) -> Json:
        worths = (self._idf(terms_of(term for term, _ in group.terms)) for group in node.groups)
        return self._repeated(node, sum(worths))

    def _repeated(self, node: Phrase, worth: float) -> Json:
        query = phrase(node)
        if query == NOTHING:
            return query
        params = {**self._norm(), "idf": worth}
        if not 0 < node.slop <= _MOST_SLOP:
            return _scripted(query, PHRASE, params)
        return _scripted(_times(node), SLOPPY, {**params, "room": _ROOM * node.slop})

    def _near(self, node: Fuzzy) -> Json:
        """A word of any of the words that are near; what is near and not listed scores least."""
        query = matched(node)
        near = ((term, NEAR) for term in self.near.get(node, ()))
        word = Group(node.word, ((EXACT + node.word, 1.0), *near))
        worth = self._idf(query)
        weighed = (
            self._by_script(word, worth, 0.0)
            if self.ranking == "exact"
            else self._natively(word, worth)
        )
        return {"dis_max": {"queries": [weighed, _constant(query, 0.0)]}}

    def _norm(self) -> Json:
        average = self.statistics.average_length or 1.0
        return {"constant": K1 * (1 - B), "factor": K1 * B / average}


def unscored(query: Json) -> Json:
    """A query that adds nothing to a score."""
    return query if query == NOTHING else {"bool": {"filter": [query]}}


def _times(node: Phrase) -> Json:
    """The articles with a phrase that lets words stand between; its score says how often it stands.

    Of f(k), the sum over all places with at most k words between of 1 / (1 + how many these are),
    the number of places is (1 + slop) f(slop) - f(0) - ... - f(slop - 1). No score may be below
    zero, so there is room for each that is taken away.
    """
    query = phrase(node)
    counted = [_scripted(query, SUM, {"times": node.slop + 1.0, "room": 0.0})]
    for slop in range(node.slop):
        nearer = {"bool": {"filter": [query], "should": [phrase(node, slop)]}}
        counted.append(_scripted(nearer, SUM, {"times": -1.0, "room": _ROOM}))
    return {"bool": {"must": counted}}


def _tiers(node: Group) -> dict[float, list[str]]:
    """The terms of a word by their weight."""
    tiers: defaultdict[float, list[str]] = defaultdict(list)
    for term, weight in node.terms:
        tiers[weight].append(term)
    return dict(tiers)


def _constant(query: Json, score: float) -> Json:
    return {"constant_score": {"filter": query, "boost": score}}


def _scripted(query: Json, source: str, params: Json) -> Json:
    return {"script_score": {"query": query, "script": {"source": source, "params": params}}}

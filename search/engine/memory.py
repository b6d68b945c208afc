"""Memory: the engine that is too simple to be wrong, the oracle of the other one.

It looks at every article for every query and scores one number at a time, by the formulas of
`ranking`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from search.analysis.tokens import AnalysedArticle
from search.engine.defaults import Defaults
from search.engine.matching import distance, phrase
from search.engine.nodes import (
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
from search.engine.port import Found, Ranked, Request, Statistics
from search.engine.positions import TITLE, TermOffsets, length, positions, term_offsets
from search.engine.ranking import (
    CONSTANT,
    NEAR,
    SUBJECT_BONUS,
    TITLE_BONUS,
    encode_length,
    idf,
    norms,
    part,
)
from search.model.articles import Article
from search.model.dates import is_within, may_be
from search.model.facets import ANY_OF, allows, values_of
from search.model.search_options import Matched

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class MemoryDocument:
    """An article with its terms."""

    article: Article
    offsets: TermOffsets
    terms: dict[str, list[int]]
    length: int


class MemoryEngine(Defaults):
    """Keeps everything in dictionaries; writes wait for `commit` like anywhere else."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: dict[str, MemoryDocument] = {}
        self._waiting: dict[str, MemoryDocument | None] = {}
        self._commits = 0

    def write(self, articles: Iterable[tuple[Article, AnalysedArticle]]) -> None:
        """Add articles, each in place of the one with its id."""
        for article, analysed in articles:
            found = term_offsets(analysed)
            self._waiting[article.article_id] = MemoryDocument(
                article, found, positions(found), length(analysed)
            )

    def delete(self, article_ids: Iterable[str]) -> None:
        """Take articles out."""
        self._waiting.update(dict.fromkeys(article_ids))

    def commit(self) -> None:
        """Make it visible."""
        kept = {**self._kept, **self._waiting}
        self._kept = {article_id: one for article_id, one in kept.items() if one is not None}
        self._waiting = {}
        self._commits += 1

    def get(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in this order."""
        return [
            self._kept[article_id].article for article_id in article_ids if article_id in self._kept
        ]

    def show(
        self,
        article_ids: Iterable[str],
        clauses: Iterable[Node],  # noqa: ARG002
    ) -> list[tuple[Article, TermOffsets]]:
        """Articles with where all their words stand."""
        kept = (self._kept[article_id] for article_id in article_ids if article_id in self._kept)
        return [(one.article, one.offsets) for one in kept]

    def search(self, request: Request) -> Found:
        """Rank, count and cut out one page."""
        scores, matched = self._matching(request)
        passing = [
            article_id for article_id in scores if self._passes(article_id, request, without=None)
        ]
        hits = self._ordered(passing, scores, request)[
            request.offset : request.offset + request.size
        ]
        counts = {facet: self._counts(facet, scores, request) for facet in request.facets}
        crossed = self._crossed(*request.crossed, passing) if request.crossed else {}
        ranked = tuple(Ranked(hit, scores[hit]) for hit in hits)
        return Found(len(passing), matched, ranked, counts, crossed=crossed)

    def merge(self) -> None:
        """Nothing is ever in parts."""

    def clear(self) -> None:
        """Nothing is ever left behind."""

    def close(self) -> None:
        """Forget what was not committed."""
        self._waiting = {}

    def article_ids(self) -> Iterator[str]:
        """The ids of all articles."""
        return iter(self._kept)

    @property
    def change(self) -> str:
        """A word that is another after each commit."""
        return str(self._commits)

    def check(self) -> list[str]:
        """What is only in memory has no way to go wrong."""
        return []

    def clause_sets(self, request: Request) -> dict[tuple[int, ...], int]:
        """Which clauses articles have, within the limits."""
        allowed = set(self._kept).intersection(*(self._scores(node) for node in request.limits))
        clauses = [self._scores(node) for node in request.clauses]
        sets = Counter(
            tuple(number for number, clause in enumerate(clauses) if article_id in clause)
            for article_id in allowed
        )
        del sets[()]
        return dict(sets)

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, with their frequencies."""
        found = {
            term for kept in self._kept.values() for term in kept.terms if term.startswith(prefix)
        }
        yield from sorted(self.frequencies(found).items())

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many articles have each term."""
        return {term: sum(term in kept.terms for kept in self._kept.values()) for term in terms}

    def statistics(self) -> Statistics:
        """Counts over all articles."""
        lengths = [kept.length for kept in self._kept.values()]
        return Statistics(len(lengths), sum(lengths) / len(lengths) if lengths else 0.0)

    def revision(self) -> str:
        """How often was committed; no other engine in memory has these articles."""
        return f"{id(self)}-{self._commits}"

    def _matching(self, request: Request) -> tuple[Scores, Matched]:
        limits = [set(self._scores(node)) for node in request.limits]
        allowed = set(self._kept).intersection(*limits)
        clauses = [self._scores(node) for node in request.clauses]
        if not clauses:
            return dict.fromkeys(allowed, 0.0), "all"
        if request.match == "any":
            return _summed(clauses, allowed.intersection(set().union(*clauses))), "any"
        return _summed(clauses, allowed.intersection(*clauses)), "all"

    def _scores(self, node: Node) -> Scores:
        if isinstance(node, Not):
            found = self._scores(node.child)
            return {article_id: 0.0 for article_id in self._kept if article_id not in found}
        if isinstance(node, All):
            return dict.fromkeys(self._kept, 0.0)
        if isinstance(node, FieldIs):
            return {i: 0.0 for i, kept in self._kept.items() if _has(kept.article, node)}
        if isinstance(node, Published | SeenWithin):
            return {i: 0.0 for i, kept in self._kept.items() if _is_dated(kept.article, node)}
        if isinstance(node, Prefix):
            return {
                i: CONSTANT
                for i, kept in self._kept.items()
                if any(term.startswith(node.stems) for term in kept.terms)
            }
        return self._scored(node)

    def _scored(self, node: Node) -> Scores:
        if isinstance(node, Fuzzy):
            return self._group(self._near(node))
        if isinstance(node, Group):
            return self._group(node)
        if isinstance(node, Phrase):
            return self._phrase(node)
        if isinstance(node, And | Or):
            children = [self._scores(child) for child in node.children]
            every, either = set(self._kept).intersection(*children), set().union(*children)
            return _summed(children, every if isinstance(node, And) else either)
        raise TypeError(node)

    def _group(self, node: Group) -> Scores:
        found = {i: kept for i, kept in self._kept.items() if _stands(node, kept)}
        worth = idf(len(self._kept), len(found))
        return {
            i: worth * (self._best(node, kept) + _titled(node, kept) + _about(node, kept))
            for i, kept in found.items()
        }

    def _best(self, node: Group, kept: MemoryDocument) -> float:
        frequency: Counter[float] = Counter()
        for term, weight in node.terms:
            frequency[weight] += len(kept.terms.get(term, ()))
        for alternative in node.phrases:
            frequency[alternative.weight] += len(phrase(alternative, kept.terms))
        norm = self._norm(kept)
        return max(weight * part(float(count), norm) for weight, count in frequency.items())

    def _phrase(self, node: Phrase) -> Scores:
        worth = sum(
            idf(
                len(self._kept),
                len([kept for kept in self._kept.values() if _has_term(group, kept)]),
            )
            for group in node.groups
        )
        counts = {i: len(phrase(node, kept.terms)) for i, kept in self._kept.items()}
        return {
            i: worth * part(float(n), self._norm(self._kept[i])) for i, n in counts.items() if n
        }

    def _near(self, node: Fuzzy) -> Group:
        words = (term[2:] for term, _ in self.words("x:"))
        near = [word for word in words if distance(word, node.word) <= node.distance]
        return Group(
            node.word, tuple((f"x:{word}", 1.0 if word == node.word else NEAR) for word in near)
        )

    def _norm(self, kept: MemoryDocument) -> float:
        return float(norms(self.statistics().average_length)[encode_length(kept.length)])

    def _passes(self, article_id: str, request: Request, *, without: str | None) -> bool:
        article = self._kept[article_id].article
        filters = (
            (facet, chosen)
            for facet, chosen in request.filters.items()
            if chosen and facet != without
        )
        return all(allows(article, facet, chosen) for facet, chosen in filters)

    def _counts(self, facet: str, found: Iterable[str], request: Request) -> dict[str, int]:
        own = facet if facet in ANY_OF else None
        passing = (i for i in found if self._passes(i, request, without=own))
        return dict(
            Counter(value for i in passing for value in values_of(self._kept[i].article, facet))
        )

    def _crossed(self, facet: str, by: str, found: Iterable[str]) -> dict[str, Counter[str]]:
        crossed: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for article in (self._kept[article_id].article for article_id in found):
            for value in values_of(article, facet):
                crossed[value].update(values_of(article, by))
        return dict(crossed)

    def _ordered(self, found: Iterable[str], scores: Scores, request: Request) -> list[str]:
        dates = {i: self._kept[i].article.day for i in found}
        if request.sort == "oldest":
            return sorted(dates, key=lambda i: (not dates[i], dates[i], i))
        if request.sort == "seen":
            return sorted(dates, key=lambda i: (-self._kept[i].article.sequence, i))
        if request.sort == "newest":
            return sorted(dates, key=lambda i: (-dates[i], i))
        return sorted(dates, key=lambda i: (-scores[i], -dates[i], i))


def _summed(clauses: Sequence[Scores], found: Iterable[str]) -> Scores:
    # Added one by one: `sum` compensates rounding on some releases of Python, arrays never do.
    return {i: reduce(add, (clause.get(i, 0.0) for clause in clauses), 0.0) for i in found}


def _titled(node: Group, kept: MemoryDocument) -> float:
    return TITLE_BONUS if any(TITLE + term in kept.terms for term, _ in node.terms) else 0.0


def _about(node: Group, kept: MemoryDocument) -> float:
    return 0.0 if node.subjects.isdisjoint(kept.article.subjects) else SUBJECT_BONUS


def _stands(node: Group, kept: MemoryDocument) -> bool:
    """Whether a term or a phrase of the group stands in the article."""
    return _has_term(node, kept) or any(
        phrase(alternative, kept.terms) for alternative in node.phrases
    )


def _has_term(group: Group, kept: MemoryDocument) -> bool:
    return any(term in kept.terms for term, _ in group.terms)


def _is_dated(article: Article, node: Published | SeenWithin) -> bool:
    if isinstance(node, SeenWithin):
        return bool(is_within(article.seen_day, node.span))
    return bool((is_within if node.surely else may_be)(article.day, node.span))


def _has(article: Article, node: FieldIs) -> bool:
    if node.facet in ANY_OF:
        return allows(article, node.facet, node.values)
    return not node.values.isdisjoint(values_of(article, node.facet))

"""The port: what Readout asks of any engine that keeps postings.

A query reaches an engine as a tree whose words are already terms, so engines analyse nothing. A
`Group` is one word as the reader typed it, with every term that stands for it and that term's
weight; it has one document frequency, and in an article its best weight counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from search.analysis.tokens import AnalysedArticle
from search.engine.nodes import Node
from search.engine.positions import TermOffsets
from search.model.articles import Article
from search.model.partial import Partial
from search.model.search_options import Match, Matched, Order
from search.names.own import OwnNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to find: `clauses` may be relaxed and give the score, `limits` always hold.

    With `match` `all` an article needs every clause, with `any` one of them. What to do where no
    article has them all is decided by `search.service.relaxation`.
    """

    clauses: tuple[Node, ...] = ()
    limits: tuple[Node, ...] = ()
    match: Match = "all"
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: Order = "relevance"
    offset: int = 0
    size: int = 10
    facets: tuple[str, ...] = ()
    crossed: tuple[str, str] | None = None  # two facets, the second with one value an article


class Ranked(NamedTuple):
    """An article in the order asked for, with its score."""

    article_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine found: `counts` are whole, a dimension a row, only values above zero.

    `match` is `some` where not every clause was needed. With `partial` the total and all counts are
    lower bounds. `crossed` are the counts of two facets together, a row a value of the first.
    """

    total: int
    match: Matched
    hits: tuple[Ranked, ...]
    counts: Mapping[str, Mapping[str, int]]
    partial: Partial | None = None
    crossed: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Statistics(NamedTuple):
    """Of live articles: how many, and their average length in positions."""

    articles: int
    average_length: float


class Engine(Protocol):
    """Finds analysed articles. `search.engine.defaults` has what follows from the rest."""

    def get(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in this order, missing ones left out."""
        ...

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The titles of those of the articles that are there, in this order."""
        ...

    def show(
        self, article_ids: Iterable[str], clauses: Iterable[Node]
    ) -> list[tuple[Article, TermOffsets]]:
        """Articles as `get` gives them, and where in each the words of the clauses stand."""
        ...

    def search(self, request: Request) -> Found:
        """Rank, count and cut out one page.

        When `search.engine.deadline` is over, what was found until then is `partial`.
        """
        ...

    def search_many(self, requests: Iterable[Request]) -> list[Found]:
        """The same for several requests, in one call."""
        ...

    def every(self, request: Request) -> Iterator[Ranked]:
        """All that `search` finds, in its order, from the first on."""
        ...

    def clause_sets(self, request: Request) -> Mapping[tuple[int, ...], int]:
        """Which clauses articles have, within the limits and whatever the filters are.

        The numbers of the clauses, and how many articles have just these; none without a clause.
        Of many sets those may be left out that have fewer phrases than another, or as many and
        fewer clauses.
        """
        ...

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix` (tier included), sorted, with their frequencies."""
        ...

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many live articles have each term."""
        ...

    def statistics(self) -> Statistics:
        """Counts over live articles."""
        ...

    def names(self) -> OwnNames:
        """The names of leaders, countries and organisations that the archive adds to ours."""
        ...

    def revision(self) -> str:
        """What names the newest commit.

        Whoever got an answer under the same name would get it again.
        """
        ...


class Store(Engine, Protocol):
    """An engine that keeps articles; one process at a time writes.

    What is written and deleted is seen by searches after `commit`.
    """

    def write(self, articles: Iterable[tuple[Article, AnalysedArticle]]) -> None:
        """Add articles, each in place of the one with its id."""
        ...

    def delete(self, article_ids: Iterable[str]) -> None:
        """Take articles out; ids that are not there do not matter."""
        ...

    def commit(self) -> None:
        """Make what was written and deleted durable and visible."""
        ...

    def merge(self) -> None:
        """Make searches as quick as they can be, and take off the disk what is deleted.

        However long it takes.
        """
        ...

    def clear(self) -> None:
        """Take away what a run that was broken off left behind."""
        ...

    def close(self) -> None:
        """Forget what was not committed and let others write."""
        ...

    def article_ids(self) -> Iterator[str]:
        """The ids of all live articles."""
        ...

    @property
    def change(self) -> str:
        """A word that is another after each commit that changed an article."""
        ...

    def check(self) -> list[str]:
        """Read everything; the problems found."""
        ...

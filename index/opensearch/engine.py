"""Engine: the port of `search.engine.port`, kept by a cluster."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import Any, Final

from index.opensearch import clause_sets, requests, scan, vocabulary
from index.opensearch.archive import STATE, Archive
from index.opensearch.blocks import names_of
from index.opensearch.documents import stored_title, unpacked
from index.opensearch.matching import EVERYTHING, terms_of
from index.opensearch.stored import sources
from index.opensearch.weighing import Weighing, counted_first, key, listed_first
from search.analysis.tokens import EXACT
from search.engine.defaults import Defaults
from search.engine.port import Found, Ranked, Request, Statistics
from search.model.articles import Article
from search.names.own import OwnNames

Json = dict[str, Any]

_AT_ONCE: Final = 500  # articles or counts that are asked for in one call
_KEPT: Final = 50_000  # counts of words that are remembered
_STALE: Final = 1.0  # seconds for which a count is good enough for a score


class ClusterEngine(Defaults):
    """Articles in the indices behind a name of a cluster. Any number of processes may search."""

    def __init__(self, archive: Archive, name: str) -> None:
        """Ask an alias, or one generation."""
        self._archive = archive
        self._client = archive.client
        self._name = name
        self._statistics: tuple[str, Statistics] | None = None
        self._counts: dict[str, int] = {}
        self._counted_at = ("", 0.0)
        self._looked, self._revision = -inf, ""
        self._generation = ""  # that is in use, and of our rules
        self._names: tuple[str, OwnNames] | None = None

    def get(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in this order, missing ones left out."""
        return [unpacked(source) for _, source in self._stored(article_ids, "article")]

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The titles of those of the articles that are there, in this order; no text is read."""
        return {
            article_id: stored_title(source)
            for article_id, source in self._stored(article_ids, "title")
        }

    def search(self, request: Request) -> Found:
        """Rank, count and cut out one page."""
        return self.search_many([request])[0]

    def search_many(self, asked: Iterable[Request]) -> list[Found]:
        """The same for several requests, in one call.

        One from the first hit on that is longer than a cluster counts off is read piece by piece.
        """
        self.look()
        asked = list(asked)
        weighing = self._weighing(asked)
        short = [requests.shortened(request) for request in asked]
        said = self._client.search_many(
            self._name,
            [requests.body(request, weighing.scored) for request in short],
            preference=requests.preference(short) if short else "",
        )
        articles = weighing.statistics.articles
        found = [requests.answer(*one, articles) for one in zip(short, said, strict=True)]
        return [
            one if request is cut else requests.lengthened(one, self._every(request, weighing))
            for request, cut, one in zip(asked, short, found, strict=True)
        ]

    def every(self, request: Request) -> Iterator[Ranked]:
        """All that `search` finds, in its order, from the first on; as it is at the beginning."""
        return self._every(request, self._weighing([request]))

    def clause_sets(self, request: Request) -> Mapping[tuple[int, ...], int]:
        """Which clauses articles have, within the limits, and how many have just these.

        Of more than a score can tell, only the fullest sets of what a page can show.
        """
        if not request.clauses:
            return {}
        self.look()
        if len(request.clauses) > clause_sets.MOST_CLAUSES:
            (said,) = self._client.search_many(self._name, [clause_sets.fullest_sets(request)])
            return clause_sets.named_sets(said)
        (said,) = self._client.search_many(self._name, [clause_sets.clause_sets(request)])
        return clause_sets.sets_in(said)

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The exact terms that begin with `prefix`, sorted, with their frequencies."""
        own = self.frequencies([prefix])[prefix] if prefix.startswith(EXACT) else 0
        if own:
            yield prefix, own
        yield from vocabulary.beginning(self._client, self._name, prefix)

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many live articles have each term."""
        terms = list(dict.fromkeys(terms))
        counts = self._counted([terms_of([term]) for term in terms])
        return dict(zip(terms, counts, strict=True))

    def statistics(self) -> Statistics:
        """Counts over live articles."""
        revision = self.revision()
        if self._statistics is None or self._statistics[0] != revision:
            lengths = {"length": {"sum": {"field": "length"}}}
            asked = {"query": EVERYTHING, "size": 0, "track_total_hits": True, "aggs": lengths}
            (said,) = self._client.search_many(self._name, [asked])
            articles = int(said["hits"]["total"]["value"])
            words = float(said["aggregations"]["length"]["value"])
            counted = Statistics(articles, words / articles if articles else 0.0)
            self._statistics = revision, counted
        return self._statistics[1]

    def names(self) -> OwnNames:
        """The names that the generation in use adds, as they are now."""
        revision = self.revision()
        if self._names is None or self._names[0] != revision:
            kept = names_of(self._archive, self._generation or self._archive.existing())
            self._names = revision, kept.names
        return self._names[1]

    def revision(self) -> str:
        """What names the newest commit."""
        self._looked = -inf
        return self.look()

    def look(self) -> str:
        """See what is in use, if that was not seen in the last second.

        Raises `IndexStateError` where there is nothing, or something of other rules.
        """
        if time.monotonic() - self._looked > _STALE:
            state = self._archive.note(STATE)
            if not self._generation or state.get("generation") != self._generation:
                generation = self._archive.existing()
                self._archive.check(generation)
                self._generation = generation
            self._revision, self._looked = str(state.get("revision", "")), time.monotonic()
        return self._revision

    def _stored(self, article_ids: Iterable[str], field: str) -> Iterator[tuple[str, Json]]:
        self.look()
        return sources(self._client, self._name, list(article_ids), field)

    def _every(self, request: Request, weighing: Weighing) -> Iterator[Ranked]:
        asked = requests.found(requests.from_the_first(request), weighing.scored)
        for hit in scan.scanned(self._client, self._name, asked):
            yield requests.ranked(hit)

    def _weighing(self, asked: Sequence[Request]) -> Weighing:
        """What must be known before articles are weighed; no more than a second old."""
        wanted = {
            key(query): query
            for request in asked
            if request.size  # else nothing is scored
            for query in counted_first(request.clauses)
        }
        if not wanted:
            return Weighing(self._archive.address.ranking, Statistics(0, 0.0), {})
        self._forget_what_is_old()
        missing = {name: query for name, query in wanted.items() if name not in self._counts}
        self._counts.update(zip(missing, self._counted(list(missing.values())), strict=True))
        near = [word for request in asked for word in listed_first(request.clauses)]
        return Weighing(
            self._archive.address.ranking,
            self._statistics[1] if self._statistics else self.statistics(),
            self._counts,
            vocabulary.neighbours(self._client, self._name, near),
        )

    def _forget_what_is_old(self) -> None:
        revision, then = self._counted_at
        if self._statistics and time.monotonic() - then < _STALE and len(self._counts) < _KEPT:
            return
        self.statistics()
        newest = self._statistics[0] if self._statistics else ""
        if newest != revision or len(self._counts) >= _KEPT:
            self._counts = {}
        self._counted_at = newest, time.monotonic()

    def _counted(self, queries: list[Json]) -> list[int]:
        """How many articles each of some queries matches."""
        self.look()
        counts: list[int] = []
        for at in range(0, len(queries), _AT_ONCE):
            asked = [
                {"query": query, "size": 0, "track_total_hits": True}
                for query in queries[at : at + _AT_ONCE]
            ]
            said = self._client.search_many(self._name, asked)
            counts += [int(one["hits"]["total"]["value"]) for one in said]
        return counts

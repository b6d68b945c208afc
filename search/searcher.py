"""The searcher: what web and command line call to search an archive, and nothing else.

A search goes from strict to forgiving and stops at the first that finds anything, filters aside: all clauses,
the best set of them, the same with phrases taken apart, all of that by looser readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Final, Literal, get_args

from search import naming
from search.analysis.pipeline import analyse, analyse_article
from search.analysis.tokens import AnalysedArticle
from search.articles import Article, Span
from search.engine import Engine, Found, Match, Node, Ranked, Request, Sort, is_phrase
from search.errors import ArticleNotFoundError, BadParameterError
from search.facets import FACETS, FacetValue, ordered, year
from search.gazetteer import Gazetteer
from search.highlight import marks, merged, passages
from search.icu import is_rtl, language_name, script_of
from search.query.compile import Compiled, compile_query
from search.query.parse import parse
from search.query.widening import in_all_languages
from search.results import Answer, Hint, Hit, Label, Opened, Search
from search.spelling import meant
from search.suggesting import Suggester, Suggestion

LARGEST_PAGE: Final = 100
LARGEST_RUN: Final = 1000
WARMING: Final = ("נשיא președinte president президент", "")  # a word for each table, and the words of many articles
RIGHT_TO_LEFT: Final = frozenset({"Hebr", "Arab", "Syrc", "Thaa"})

Filters = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, by which clauses, and what to say about it."""

    found: Found
    clauses: tuple[Node, ...]
    hints: tuple[Hint, ...] = ()


NOTHING: Final = Found(0, "all", (), {})


class Searcher:
    """Searches one archive."""

    def __init__(self, engine: Engine, gazetteer: Gazetteer) -> None:
        """Search what `engine` keeps, with the names of `gazetteer`."""
        self._engine = engine
        self._gazetteer = gazetteer
        self._suggester = Suggester(engine, gazetteer)

    def search(self, asked: Search) -> Answer:
        """One page of hits with their passages, whole facets and hints.

        Raises `BadParameterError` for a year, page, size, sort or match that does not exist.
        """
        started = perf_counter()
        _check(asked, largest=LARGEST_PAGE)
        outcome = self._outcome(asked)
        hits = tuple(self._hits(outcome, asked.interface))
        return Answer(
            query=asked.query,
            match=outcome.found.match,
            total=outcome.found.total,
            page=asked.page,
            size=asked.size,
            took_ms=round((perf_counter() - started) * 1000, 2),
            hints=(*outcome.hints, *self._meant(asked, outcome), *self._other_languages(asked, outcome)),
            hits=hits,
            facets=self._facets(outcome.found, asked),
        )

    def warm(self) -> None:
        """Read tables, names and columns now, so that the first reader does not wait for them."""
        for query in WARMING:
            self.search(Search(query=query, match="any", size=LARGEST_PAGE))

    def rank(self, asked: Search) -> tuple[Ranked, ...]:
        """The ranking alone, up to LARGEST_RUN articles."""
        _check(asked, largest=LARGEST_RUN)
        return self._outcome(asked, facets=()).found.hits

    def total(self, asked: Search) -> int:
        """How many articles are found."""
        return self._outcome(asked, facets=()).found.total

    def facets(self, asked: Search, *names: str) -> dict[str, tuple[FacetValue, ...]]:
        """Some facets of what is found."""
        return self._facets(self._outcome(asked, facets=names).found, asked, names)

    def every(self, asked: Search) -> Iterator[Article]:
        """Every article that is found, in the order asked for, read a few at a time.

        They are ranked once, so that nothing is missed or met twice while others come in.
        """
        _check(asked, largest=LARGEST_PAGE)
        ranked = self._outcome(replace(asked, page=1, size=max(1, self.articles())), facets=()).found.hits
        batches = (ranked[first : first + LARGEST_PAGE] for first in range(0, len(ranked), LARGEST_PAGE))
        return (article for batch in batches for article in self._engine.get(hit.article_id for hit in batch))

    def open(self, article_id: str, query: str = "", interface: str = "en") -> Opened:
        """One article with the marks of the query that led to it; raises `ArticleNotFoundError`."""
        found = self._engine.get([article_id])
        if not found:
            raise ArticleNotFoundError(article_id)
        article, clauses = found[0], self._compiled(Search(query=query, interface=interface)).clauses
        analysed = analyse_article(article)
        return Opened(
            article=article,
            direction=direction(article),
            title_marks=_title_marks(article, analysed, clauses),
            marks=merged(marks(analysed.body, clauses)),
            leaders=self._labels("leader", article.leaders, interface),
            countries=self._labels("country", article.countries, interface),
            words=naming.words(self._gazetteer, article, analysed),
        )

    def suggest(self, typed: str, interface: str = "en") -> tuple[Suggestion, ...]:
        """What may come of what was typed so far."""
        return self._suggester.suggest(typed, interface)

    def articles(self) -> int:
        """How many articles there are."""
        return self._engine.statistics().articles

    def label(self, facet: str, value: str, interface: str) -> str:
        """The name of a facet's value in a language of the interface."""
        if facet == "lang":
            return language_name(value, interface)
        return value if facet == "year" else self._gazetteer.label(facet, value, interface)

    def filters(self, asked: Search) -> Filters:
        """The choices as ids; a spelling that nobody knows stays as it is and finds nothing."""
        return {
            "leader": self._resolved("leader", asked.leaders),
            "country": self._resolved("country", asked.countries),
            "year": frozenset(map(year, asked.years)),
            "lang": frozenset(asked.languages),
        }

    def _outcome(self, asked: Search, facets: tuple[str, ...] = FACETS) -> Outcome:
        compiled = self._compiled(asked)
        if compiled.nothing:
            return Outcome(NOTHING, (), compiled.hints)
        request = self._request(asked, compiled, facets)
        strict = self._strict(request, compiled)
        if strict.found.total or asked.loose or self._any(strict, request):
            return replace(strict, hints=(*compiled.hints, *self._looser(asked, strict)))
        looser = self._compiled(replace(asked, loose=True))
        loose = self._strict(self._request(asked, looser, facets), looser)
        said = (Hint("loose", "nothing found as typed: these are looser readings"),) if loose.found.total else ()
        return replace(loose, hints=(*compiled.hints, *said))

    def _strict(self, request: Request, compiled: Compiled) -> Outcome:
        found = self._engine.search(request)
        partly = found.match == "some" or not found.total
        if partly and compiled.relaxed is not None and not self._phrase_anywhere(request):
            request = replace(request, clauses=compiled.relaxed)
            found = self._engine.search(request)
            found = replace(found, match="some") if found.match == "all" and found.total else found
        return Outcome(found, request.clauses)

    def _phrase_anywhere(self, request: Request) -> bool:
        phrases = (clause for clause in request.clauses if is_phrase(clause))
        counts = (replace(request, clauses=(phrase,), filters={}, size=0, facets=()) for phrase in phrases)
        return any(self._engine.search(count).total for count in counts)

    def _any(self, outcome: Outcome, request: Request) -> bool:
        """Whether anything is found when the filters are put aside."""
        if not any(request.filters.values()):
            return False
        aside = replace(request, clauses=outcome.clauses, filters={}, size=0, facets=())
        return self._engine.search(aside).total > 0

    def _looser(self, asked: Search, strict: Outcome) -> tuple[Hint, ...]:
        if asked.loose or strict.found.match != "all":
            return ()
        looser = self._compiled(replace(asked, loose=True))
        if looser.clauses == strict.clauses:
            return ()
        more = self._engine.search(replace(self._request(asked, looser, ()), size=0)).total - strict.found.total
        return (Hint("looser", f"{more} more by looser readings", facts=(("n", str(more)),)),) if more > 0 else ()

    def _other_languages(self, asked: Search, outcome: Outcome) -> tuple[Hint, ...]:
        """What the ideas that were typed would find by their other names."""
        wider = in_all_languages(parse(asked.query))
        if wider is None or outcome.found.match == "some":
            return ()
        ideas = replace(asked, query=wider)
        found = self._engine.search(replace(self._request(ideas, self._compiled(ideas), ()), offset=0, size=0))
        more = 0 if found.match == "some" else found.total - outcome.found.total
        facts = (("n", str(more)),)
        return (Hint("other_languages", f"{more} more in other languages", wider, facts),) if more > 0 else ()

    def _meant(self, asked: Search, outcome: Outcome) -> tuple[Hint, ...]:
        """What the reader may have meant, where not every word was found as typed."""
        as_typed = outcome.found.match == "all" and all(hint.code != "loose" for hint in outcome.hints)
        offer = None if as_typed and outcome.found.total else meant(asked.query, self._engine, self._is_there)
        if offer is None:
            return ()
        return (Hint("did_you_mean", f"Did you mean {offer}?", offer, (("query", offer),)),)

    def _is_there(self, typed: str) -> bool:
        """Whether an article has what was typed, filters aside."""
        compiled = self._compiled(Search(query=typed))
        found = self._engine.search(Request(clauses=compiled.clauses, limits=compiled.limits, size=0))
        return compiled.nothing or (found.total > 0 and found.match == "all")

    def _compiled(self, asked: Search) -> Compiled:
        return compile_query(
            parse(asked.query), gazetteer=self._gazetteer, interface=asked.interface, loose=asked.loose
        )

    def _request(self, asked: Search, compiled: Compiled, facets: tuple[str, ...]) -> Request:
        return Request(
            clauses=compiled.clauses,
            limits=compiled.limits,
            match=asked.match,
            filters=self.filters(asked),
            sort=asked.sort,
            offset=(asked.page - 1) * asked.size,
            size=asked.size,
            facets=facets,
        )

    def _hits(self, outcome: Outcome, interface: str) -> Iterator[Hit]:
        articles = {
            article.article_id: article for article in self._engine.get(h.article_id for h in outcome.found.hits)
        }
        for ranked in outcome.found.hits:
            if ranked.article_id in articles:
                yield self._hit(articles[ranked.article_id], ranked.score, outcome.clauses, interface)

    def _hit(self, article: Article, score: float, clauses: tuple[Node, ...], interface: str) -> Hit:
        analysed = analyse_article(article)
        return Hit(
            article=article,
            direction=direction(article),
            title_marks=_title_marks(article, analysed, clauses),
            passages=passages(article, marks(analysed.body, clauses)),
            leaders=self._labels("leader", article.leaders, interface),
            countries=self._labels("country", article.countries, interface),
            score=score,
        )

    def _facets(
        self, found: Found, asked: Search, names: tuple[str, ...] = FACETS
    ) -> dict[str, tuple[FacetValue, ...]]:
        filters = self.filters(asked)
        return {
            facet: tuple(
                FacetValue(value, self.label(facet, value, asked.interface), count, selected)
                for value, count, selected in ordered(found.counts.get(facet, {}), facet, filters[facet])
            )
            for facet in names
        }

    def _labels(self, facet: str, ids: tuple[str, ...], interface: str) -> tuple[Label, ...]:
        return tuple(Label(id_, self.label(facet, id_, interface)) for id_ in ids)

    def _resolved(self, facet: str, spellings: tuple[str, ...]) -> frozenset[str]:
        return frozenset(self._gazetteer.resolve(facet, spelling) or spelling for spelling in spellings)


def direction(article: Article) -> Literal["ltr", "rtl"]:
    """The direction of the article's language; without one, of its first letter."""
    if article.lang != "und":
        return "rtl" if is_rtl(article.lang) else "ltr"
    first = next((char for char in article.title + article.text if char.isalpha()), "a")
    return "rtl" if script_of(first) in RIGHT_TO_LEFT else "ltr"


def _title_marks(article: Article, analysed: AnalysedArticle, clauses: tuple[Node, ...]) -> tuple[Span, ...]:
    """The marks of a title; one that was taken from the text is analysed for itself."""
    title = analyse(article.title) if article.title_source == "sentence" else analysed.title
    return merged(marks(title, clauses, title=True))


def _check(asked: Search, *, largest: int) -> None:
    if asked.sort not in get_args(Sort):
        raise BadParameterError("sort", asked.sort, f"one of {', '.join(get_args(Sort))}")
    if asked.match not in get_args(Match):
        raise BadParameterError("match", asked.match, f"one of {', '.join(get_args(Match))}")
    if asked.page < 1:
        raise BadParameterError("page", str(asked.page), "a number from 1")
    if not 1 <= asked.size <= largest:
        raise BadParameterError("size", str(asked.size), f"a number from 1 to {largest}")

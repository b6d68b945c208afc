"""The searcher: what web and command line call to search an archive, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from time import perf_counter
from typing import Final, Literal, NamedTuple

from search import names
from search.analysis.analyzer import analyse_article
from search.engine.deadline import is_over
from search.engine.highlight import in_title, marks, merged
from search.engine.matching import leaves
from search.engine.nodes import Node
from search.engine.passages import passages
from search.engine.port import Engine, Found, Ranked, Request
from search.entities import tag_evidence
from search.entities.gazetteer import Gazetteer
from search.entities.recognition import prepare, subject
from search.errors import ArticleNotFoundError, SearchTimeoutError
from search.icu import is_rtl, language_name, script_of
from search.model.articles import Article
from search.model.contacts import Pair
from search.model.facet_values import FacetValue
from search.model.facets import COUNTED, FacetKind, kind_of
from search.model.languages import UNDETERMINED
from search.model.partial import Partial
from search.model.response import Answer, Hit, Label, Opened, Search
from search.model.search_options import LARGEST_PAGE, LARGEST_RUN
from search.names import own
from search.query.compiler import compile_query
from search.query.parser import parse
from search.service.asked_leaders import asked_fields, asked_kinds
from search.service.autocomplete import Autocompleter, Suggestion
from search.service.fallback import Fallback
from search.service.filters import SelectedFilters, check, selected_filters
from search.service.heatmap import CrossCounts
from search.service.neighbours import Neighbours, neighbours
from search.service.relaxation import Outcome
from search.service.reported import Reported, reported
from search.service.similar import MOST, similar

# all tables, and the words of many articles
WARMING: Final = ("נשיא președinte президент", "the president said", "")
RIGHT_TO_LEFT: Final = frozenset({"Hebr", "Arab", "Syrc", "Thaa"})  # scripts
_LABELS: Final = 1 << 14  # remembered: each page names the same leaders, countries and languages
_OWN: Final = 5  # titles of the archive that are searched for too, in whatever language they are


# a page shows an article, and what is similar to it
_analysed: Final = lru_cache(maxsize=4)(analyse_article)


class ListedFacet(NamedTuple):
    """The values of a facet, and what is known of them if their search was cut short."""

    values: tuple[FacetValue, ...]
    partial: Partial | None


class AskedLeaders(NamedTuple):
    """The leaders who are chosen or typed.

    Whether some of what is found is about all of them and some is not, what is reported between
    two, and what the query asks for by fields beside them.
    """

    ids: tuple[str, ...]
    is_split: bool
    reported: Reported | None
    fields: str


class Searcher:
    """Searches one archive."""

    def __init__(self, engine: Engine, gazetteer: Gazetteer) -> None:
        """Search what `engine` keeps, with the names of `gazetteer`."""
        self._engine = engine
        self._gazetteer = gazetteer
        self._suggester = Autocompleter(engine, gazetteer)

    def search(self, asked: Search) -> Answer:
        """One page of hits with their passages, whole facets and hints.

        Raises `BadParameterError` for a year, page, size, sort or match that does not exist.
        """
        started = perf_counter()
        check(asked, largest=LARGEST_PAGE)
        asking = self._asking(asked)
        outcome = asking.outcome(COUNTED)
        named = tuple(self._naming(asking.choices))
        hits = tuple(self._hits(outcome, asked.interface, named))
        return Answer(
            query=asked.query,
            match=outcome.found.match,
            total=outcome.found.total,
            page=asked.page,
            size=asked.size,
            took_ms=round((perf_counter() - started) * 1000, 2),
            hints=(*outcome.hints, *asking.more(outcome)),
            hits=hits,
            partial=outcome.found.partial,
            facets={
                facet: tuple(self._values(facet, outcome.found, asking.choices, asked.interface))
                for facet in COUNTED
            },
        )

    def warm(self) -> None:
        """Read tables, names and columns now, so that the first reader does not wait for them."""
        self._follow_names()
        prepare()
        answers = [
            self.search(Search(query=query, match="any", size=LARGEST_PAGE)) for query in WARMING
        ]
        for hit in answers[-1].hits[:_OWN]:
            self.search(Search(query=hit.article.title))

    def rank(self, asked: Search) -> tuple[Ranked, ...]:
        """The ranking alone, up to LARGEST_RUN articles."""
        check(asked, largest=LARGEST_RUN)
        return self._asking(asked).outcome().found.hits

    def total(self, asked: Search) -> int:
        """How many articles are found."""
        return self._asking(asked).outcome().found.total

    def facet(self, asked: Search, facet: str) -> ListedFacet:
        """All values of a facet of what is found."""
        asking = self._asking(asked)
        found = asking.outcome((facet,)).found
        values = self._values(facet, found, asking.choices, asked.interface)
        return ListedFacet(tuple(values), found.partial)

    def crossed(self, asked: Search, facet: str, by: str) -> CrossCounts:
        """The values of a facet, each with its articles by those of another: `year` or `lang`."""
        asking = Fallback(asked, self._engine, self._gazetteer, (facet, by))
        found = asking.outcome((facet,)).found
        values = self._values(facet, found, asking.choices, asked.interface)
        return CrossCounts(tuple(values), found.crossed, found.partial)

    def leaders(self, asked: Search, answer: Answer) -> AskedLeaders:
        """Whom a search asks for that was answered so."""
        asking = self._asking(asked)
        ids, pair = asking.leaders
        told = self._reported(asked, asking.choices, pair) if pair else None
        fields = asked_fields(parse(asked.query)).text
        is_split = bool(ids) and _is_split(answer, asking)
        return AskedLeaders(tuple(sorted(ids)), is_split, told, fields)

    def _reported(self, asked: Search, choices: SelectedFilters, pair: Pair) -> Reported | None:
        query = parse(asked.query)
        kinds = asked_kinds(query, choices.filters["contact"])
        typed = compile_query(
            asked_fields(query), gazetteer=self._gazetteer, interface="en", loose=False
        )
        chosen = Request(limits=(*choices.limits, *typed.limits), filters=choices.filters)
        return reported(self._engine, self._gazetteer, pair, kinds, chosen)

    def every(self, asked: Search) -> Iterator[Article]:
        """Every article that is found, in the order asked for, read a few at a time.

        They are ranked once, so that nothing is missed or met twice while others come in. Raises
        `SearchTimeoutError` if that takes too long.
        """
        check(asked, largest=LARGEST_PAGE)
        whole = replace(asked, page=1, size=max(1, self.articles()))
        found = self._asking(whole).outcome().found
        if found.partial or (asked.sort == "contact" and is_over()):  # or not in that order
            raise SearchTimeoutError
        ranked = found.hits
        batches = (
            ranked[first : first + LARGEST_PAGE] for first in range(0, len(ranked), LARGEST_PAGE)
        )
        return (
            article
            for batch in batches
            for article in self._engine.get(hit.article_id for hit in batch)
        )

    def open(self, article_id: str, asked: Search) -> Opened:
        """One article with the marks of the search that led to it.

        Raises `ArticleNotFoundError`.
        """
        self._follow_names()
        query = parse(asked.query)
        read = compile_query(
            query, gazetteer=self._gazetteer, interface=asked.interface, loose=asked.loose
        )
        choices = selected_filters(asked, self._gazetteer, query)
        clauses = _marked(read.clauses, tuple(self._naming(choices)))
        shown = self._engine.show([article_id], clauses)
        if not shown:
            raise ArticleNotFoundError(article_id)
        ((article, offsets),) = shown
        found = marks(offsets, clauses)
        return Opened(
            article=article,
            direction=direction(article),
            title_marks=in_title(article, found),
            marks=merged(found.text),
            leaders=self._labels("leader", article.leaders, asked.interface),
            countries=self._labels("country", article.countries, asked.interface),
            words=tag_evidence.evidence(self._gazetteer, article, _analysed(article)),
        )

    def similar(self, article_id: str, interface: str = "en", most: int = MOST) -> tuple[Hit, ...]:
        """At most so many other articles that tell of the same.

        Raises `ArticleNotFoundError`, and `SearchTimeoutError` without the time to find them.
        """
        self._follow_names()
        found = self._engine.get([article_id])
        if not found:
            raise ArticleNotFoundError(article_id)
        ranked = tuple(similar(self._engine, found[0], _analysed(found[0]), most))
        if is_over():
            raise SearchTimeoutError
        shown = Outcome(Found(len(ranked), "all", ranked, {}))
        return tuple(self._hits(shown, interface))

    def neighbours(self, asked: Search, article_id: str) -> Neighbours | None:
        """The results beside an article where the page that is asked for has it."""
        return neighbours(lambda one: self._asking(one).outcome(), asked, article_id)

    def suggest(self, typed: str, interface: str = "en") -> tuple[Suggestion, ...]:
        """What may come of what was typed so far."""
        self._follow_names()
        return self._suggester.suggest(typed, interface)

    def articles(self) -> int:
        """How many articles there are."""
        return self._engine.statistics().articles

    def revision(self) -> str:
        """What names the archive as it is now: another one after each commit."""
        return self._engine.revision()

    def label(self, facet: str, value: str, interface: str) -> str:
        """The name of a facet's value in a language of the interface."""
        return _label(self._gazetteer, facet, value, interface)

    def _follow_names(self) -> None:
        """Know whom the archive knows, as it is now."""
        own.use(self._engine.names())

    def _asking(self, asked: Search) -> Fallback:
        self._follow_names()
        return Fallback(asked, self._engine, self._gazetteer)

    def _naming(self, choices: SelectedFilters) -> Iterator[Node]:
        """What finds the names of the leaders who are asked for."""
        for leader in sorted(choices.leaders):
            yield from _named(self._gazetteer, leader)

    def _hits(
        self, outcome: Outcome, interface: str, named: tuple[Node, ...] = ()
    ) -> Iterator[Hit]:
        scores = {hit.article_id: hit.score for hit in outcome.found.hits}
        clauses = _marked(outcome.clauses, named)
        for article, offsets in self._engine.show(scores, clauses):
            found = marks(offsets, () if is_over() else clauses)
            yield Hit(
                article=article,
                direction=direction(article),
                title_marks=in_title(article, found),
                passages=passages(article, found.text, offsets.soft_line_ends),
                leaders=self._labels("leader", article.leaders, interface),
                countries=self._labels("country", article.countries, interface),
                score=scores[article.article_id],
            )

    def _values(
        self, facet: str, found: Found, choices: SelectedFilters, interface: str
    ) -> Iterator[FacetValue]:
        for value, count, selected in choices.values(facet, found):
            yield FacetValue(value, self.label(facet, value, interface), count, selected)

    def _labels(self, facet: str, ids: tuple[str, ...], interface: str) -> tuple[Label, ...]:
        return tuple(Label(id_, self.label(facet, id_, interface)) for id_ in ids)


def _is_split(answer: Answer, asking: Fallback) -> bool:
    """Whether some of what is found is about all leaders who are asked for, and some is not.

    The hits of a page often say so; else it is counted.
    """
    ids, _ = asking.leaders
    about = {ids.issubset(hit.article.subjects) for hit in answer.hits}
    if len(about) != 1 or len(answer.hits) == answer.total:
        return len(about) > 1
    return 0 < asking.about() < answer.total


def _marked(clauses: tuple[Node, ...], named: tuple[Node, ...]) -> tuple[Node, ...]:
    """What is marked: the words of a query; where none were typed, whoever is `named`."""
    return clauses if any(leaves(clauses)) else named


@own.follows
@lru_cache(maxsize=_LABELS)
def _named(gazetteer: Gazetteer, leader: str) -> tuple[Node, ...]:
    """What finds the names of a leader, in every script."""
    label = gazetteer.label("leader", leader, "en")
    alone = label.split()[-1]
    whose = subject(alone)
    # the surname too, unless others or a common word are so called
    called = [label, alone] if whose and whose.owners == (leader,) else [label]
    typed = (parse('"{}"'.format(name.replace('"', " "))) for name in called)
    return tuple(
        node
        for query in typed
        for node in compile_query(query, gazetteer=gazetteer, interface="en", loose=False).clauses
    )


@own.follows
@lru_cache(maxsize=_LABELS)
def _label(gazetteer: Gazetteer, facet: str, value: str, interface: str) -> str:
    kind = kind_of(facet)
    if kind is FacetKind.LANGUAGE:
        return language_name(value, interface)
    if kind is FacetKind.CONTACT:
        return names.label("contact", value, interface)
    return gazetteer.label(facet, value, interface) if kind is FacetKind.ENTITY else value


def direction(article: Article) -> Literal["ltr", "rtl"]:
    """On which side its lines begin: its language's, or without one its first letter's."""
    if article.lang != UNDETERMINED:
        return "rtl" if is_rtl(article.lang) else "ltr"
    first = next((char for char in article.title + article.text if char.isalpha()), "a")
    return "rtl" if script_of(first) in RIGHT_TO_LEFT else "ltr"

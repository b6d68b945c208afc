"""Fallback: what is asked when the strict query finds nothing, and what else is offered?

A search goes from strict to forgiving and stops at the first that finds anything, filters aside:
all clauses, the best set of them, the same with phrases taken apart, all of that by looser
readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from search.engine.deadline import is_over
from search.engine.nodes import FieldIs, Published, is_phrase
from search.engine.port import Engine, Found, Request
from search.entities.gazetteer import Gazetteer
from search.model.contacts import kind_in
from search.model.hints import Hint
from search.model.partial import Partial
from search.model.response import Search
from search.query.compiler import Compiled, compile_query
from search.query.hint_messages import MESSAGES, hint
from search.query.parser import parse
from search.query.rewrite import between, with_exact_phrases
from search.query.translation import in_all_languages, is_told
from search.query.tree import Query, Word
from search.query.unparse import unparse
from search.service import across_scripts
from search.service.asked_leaders import Asked, asked_leaders
from search.service.did_you_mean import did_you_mean
from search.service.filters import selected_filters
from search.service.relaxation import NOTHING_FOUND, Outcome, best_clauses, relaxed, search_relaxed
from search.service.timeline import timeline

FEW: Final = 10  # articles: of a name that finds more, most is found
MOST_EMPTY: Final = 8  # chosen values that are counted


class Fallback:
    """One search: its query is parsed and its choices are looked up once."""

    def __init__(
        self,
        asked: Search,
        engine: Engine,
        gazetteer: Gazetteer,
        crossed: tuple[str, str] | None = None,
    ) -> None:
        """Ask `engine`; raises `BadParameterError` for what is no year."""
        self._asked = asked
        self._crossed = crossed
        self._engine = engine
        self._gazetteer = gazetteer
        self._typed = parse(asked.query)
        self.choices = selected_filters(asked, gazetteer, self._typed)
        pair = self.choices.pair
        self._query = between(self._typed, pair) if pair else self._typed
        self._offers: tuple[str | None] | None = None

    @cached_property
    def leaders(self) -> Asked:
        """The leaders who are chosen or typed."""
        return asked_leaders(self._typed, self.choices.leaders, self._engine)

    def about(self) -> int:
        """How many articles that have all that was asked for are about these leaders."""
        limits = (FieldIs("about", frozenset({leader})) for leader in self.leaders.leaders)
        typed = self._compiled(self._query, loose=self._asked.loose)
        return self._count(replace(typed, limits=(*typed.limits, *limits))).total

    def outcome(self, facets: tuple[str, ...] = ()) -> Outcome:
        """What is found, with counts for some facets.

        When the deadline is over nothing else is tried.
        """
        outcome = self._strict_to_forgiving(facets)
        if outcome.found.total or outcome.found.partial or not is_over():
            return outcome
        partial = Partial("time", 0, self._engine.statistics().articles)
        return replace(outcome, found=replace(outcome.found, partial=partial))

    def _strict_to_forgiving(self, facets: tuple[str, ...]) -> Outcome:
        typed = self._compiled(self._query, loose=self._asked.loose)
        hints = (*typed.hints, *self._shared())
        if typed.nothing:
            return Outcome(NOTHING_FOUND, hints=hints)
        strict = self._found(typed, facets)
        if self._is_settled(strict) or self._is_filtered_away(strict, typed):
            return replace(strict, hints=hints, found=self._offered_first(strict))
        loose = self._found(self._compiled(self._query, loose=True), facets)
        said = (hint("loose"),) if loose.found.total else ()
        return replace(loose, hints=(*hints, *said), loosened=bool(said))

    def more(self, outcome: Outcome) -> tuple[Hint, ...]:
        """What else could be asked.

        Other values, looser readings, what may have been meant, other languages.
        """
        hints: list[Hint] = []
        for kind in (
            self._unpaired_order,
            self._vaguely_dated,
            self._empty_choices,
            self._other_forms,
            self._looser,
            self._meant,
            self._other_languages,
            self._other_scripts,
        ):
            more = [] if is_over() else list(kind(outcome))
            if is_over():  # nor is what was counted meanwhile certain
                break
            hints += more
        return tuple(hints)

    def _is_settled(self, strict: Outcome) -> bool:
        """Whether nothing more forgiving is asked."""
        return bool(strict.found.total or strict.found.partial or self._asked.loose or is_over())

    def _offered_first(self, outcome: Outcome) -> Found:
        """What was found of a part of the query, those first that have what may have been meant."""
        found = outcome.found
        is_ranked = found.match == "some" and self._asked.sort == "relevance"
        offer = self._offer() if is_ranked and outcome.clauses and not is_over() else None
        if offer is None or is_over():
            return found
        end = self._asked.page * self._asked.size
        meant = self._compiled(parse(offer), loose=False)
        asked = replace(self._request(meant, ()), offset=0, size=end)
        first = self._engine.search(asked)
        if not meant.clauses or not first.total:
            return found
        typed = replace(asked, clauses=outcome.clauses, size=end + len(first.hits))
        known = {hit.article_id for hit in first.hits}
        rest = search_relaxed(self._engine, typed).hits
        if is_over():
            return found
        others = (hit for hit in rest if hit.article_id not in known)
        hits = (*first.hits, *others)[end - self._asked.size : end]
        return replace(found, hits=hits)

    def _found(self, compiled: Compiled, facets: tuple[str, ...]) -> Outcome:
        request = self._request(compiled, facets)
        found = self._engine.search(request)
        found = found if found.total else relaxed(self._engine, request, found)
        partly = (found.match == "some" or not found.total) and not found.partial
        if partly and compiled.relaxed is not None and not self._is_phrase_anywhere(compiled):
            if is_over():
                return Outcome(found, request.clauses)
            request = replace(request, clauses=compiled.relaxed)
            found = search_relaxed(self._engine, request)
            found = replace(found, match="some") if found.match == "all" and found.total else found
        return Outcome(self._timed(found, request), request.clauses)

    def _timed(self, found: Found, request: Request) -> Found:
        """What was found, by the dates of contacts if that was asked for and two are chosen."""
        pair = self.leaders.pair if self._asked.sort == "contact" else None
        if pair is None or found.match == "some" or not found.total or is_over():
            return found
        hits = timeline(self._engine, request, pair)
        return found if is_over() else replace(found, hits=hits)  # which may lack some

    def _is_phrase_anywhere(self, compiled: Compiled) -> bool:
        phrases = (clause for clause in compiled.clauses if is_phrase(clause))
        counts = (Request(clauses=(phrase,), limits=compiled.limits, size=0) for phrase in phrases)
        return any(found.total for found in self._engine.search_many(counts))

    def _is_filtered_away(self, outcome: Outcome, compiled: Compiled) -> bool:
        """Whether anything is found when the choices are put aside."""
        aside = Request(
            clauses=outcome.clauses, limits=compiled.limits, match=self._asked.match, size=0
        )
        return bool(self.choices) and search_relaxed(self._engine, aside).total > 0

    def _shared(self) -> Iterator[Hint]:
        """Whom a chosen name means that several have."""
        for one in self.choices.shared:
            labels = (
                self._gazetteer.label(one.facet, bearer, self._asked.interface)
                for bearer in one.bearers
            )
            yield hint("shared_name", value=one.spelling, names=", ".join(labels))

    def _empty_choices(self, outcome: Outcome) -> Iterator[Hint]:
        """Those chosen values that no article has, whatever is searched."""
        chosen = [
            (facet, value)
            for facet, values in self.choices.filters.items()
            for value in sorted(values)
        ]
        for facet, value in () if outcome.found.total else chosen[:MOST_EMPTY]:
            if not self._engine.search(Request(filters={facet: frozenset({value})}, size=0)).total:
                yield hint("empty_value", choice=f"{facet}:{kind_in(value)}")

    def _unpaired_order(self, outcome: Outcome) -> Iterator[Hint]:
        """That contacts give no order where two leaders are not asked for."""
        if self._asked.sort == "contact" and outcome.found.total and not self.leaders.pair:
            yield hint("unpaired_order")

    def _vaguely_dated(self, outcome: Outcome) -> Iterator[Hint]:
        """How many are found by the span that their date may mean, and not by all of it."""
        compiled = self._compiled(self._query, loose=outcome.loosened or self._asked.loose)
        request = replace(self._request(compiled, ()), clauses=outcome.clauses, offset=0, size=0)
        limits = tuple(
            replace(one, surely=True) if isinstance(one, Published) else one
            for one in request.limits
        )
        if limits == request.limits or not outcome.found.total or outcome.found.match == "some":
            return
        vague = outcome.found.total - self._engine.search(replace(request, limits=limits)).total
        if vague:
            yield hint("vaguely_dated", n=f"{vague:,}")

    def _other_forms(self, outcome: Outcome) -> Iterator[Hint]:
        """How many have the phrases as they were typed, where others have them in other forms."""
        exact = with_exact_phrases(self._query) if _is_as_typed(outcome) else None
        is_of_a_name = any(hint.code == "also_searched" for hint in outcome.hints)
        if exact is None or is_of_a_name or not outcome.found.total:
            return
        count = self._count(self._compiled(parse(exact), loose=self._asked.loose)).total
        if 0 < count < outcome.found.total:
            yield hint("other_forms", exact, n=f"{count:,}")

    def _looser(self, outcome: Outcome) -> Iterator[Hint]:
        if self._asked.loose or outcome.loosened or outcome.found.match != "all":
            return
        looser = self._compiled(self._query, loose=True)
        more = (
            0
            if looser.clauses == outcome.clauses
            else self._count(looser).total - outcome.found.total
        )
        if more > 0:
            yield hint("looser", n=str(more))

    def _other_languages(self, outcome: Outcome) -> Iterator[Hint]:
        """What the ideas that were typed would find by other words for them."""
        wider = in_all_languages(self._query)
        if wider is None:
            return
        compiled = self._compiled(Query(wider), loose=self._asked.loose)
        found = self._count(compiled, ("lang",))
        more = found.total - self._shown_of(compiled, outcome)
        if more > 0:
            rows = tuple((value, count) for value, count, _ in self.choices.values("lang", found))
            code = "other_words" if is_told(self._query) else "other_languages"
            offer = hint(code, unparse(wider), n=str(more))
            yield replace(offer, languages=rows)

    def _shown_of(self, wider: Compiled, outcome: Outcome) -> int:
        """How many of those that a wider query finds are shown already."""
        if _is_as_typed(outcome) or not outcome.found.total:
            return outcome.found.total
        shown = outcome.clauses
        if outcome.found.match == "some":
            request = replace(self._request(wider, ()), clauses=shown)
            shown = best_clauses(self._engine, request)
        return self._count(replace(wider, limits=(*wider.limits, *shown))).total

    def _other_scripts(self, outcome: Outcome) -> Iterator[Hint]:
        """What a name that finds little would find as other scripts of the archive spell it."""
        if outcome.found.total > FEW:
            return
        for query, shown in across_scripts.offers(self._query, self._engine):
            found = self._count(self._compiled(parse(query), loose=False)).total
            if found:
                yield hint("other_scripts", query, n=str(found), word=shown)

    def _meant(self, outcome: Outcome) -> Iterator[Hint]:
        """What the reader may have meant, where not every word was found as typed."""
        is_found = _is_as_typed(outcome) and outcome.found.match == "all" and outcome.found.total
        offer = None if is_found else self._offer()
        if offer is not None:
            whole = MESSAGES["did_you_mean"].format(query=offer)  # however long it is
            yield Hint("did_you_mean", whole, offer, (("query", offer),))

    def _offer(self) -> str | None:
        """What may have been meant, looked up once."""
        if self._offers is None:
            self._offers = (did_you_mean(self._query, self._engine, self._is_there),)
        return self._offers[0]

    def _is_there(self, word: str) -> bool:
        """Whether an article has a word, choices aside."""
        compiled = compile_query(
            Query(Word(word)), gazetteer=self._gazetteer, interface="en", loose=False
        )
        found = self._engine.search(
            Request(clauses=compiled.clauses, limits=compiled.limits, size=0)
        )
        return compiled.nothing or found.total > 0

    def _compiled(self, query: Query, *, loose: bool) -> Compiled:
        return compile_query(
            query,
            gazetteer=self._gazetteer,
            interface=self._asked.interface,
            loose=loose,
            match=self._asked.match,
        )

    def _count(self, compiled: Compiled, facets: tuple[str, ...] = ()) -> Found:
        return self._engine.search(replace(self._request(compiled, facets), offset=0, size=0))

    def _request(self, compiled: Compiled, facets: tuple[str, ...]) -> Request:
        return Request(
            clauses=compiled.clauses,
            limits=(*compiled.limits, *self.choices.limits),
            match=self._asked.match,
            filters=self.choices.filters,
            sort="newest" if self._asked.sort == "contact" else self._asked.sort,
            offset=(self._asked.page - 1) * self._asked.size,
            size=self._asked.size,
            facets=facets,
            crossed=self._crossed if facets else None,
        )


def _is_as_typed(outcome: Outcome) -> bool:
    """Whether every clause was found, as it was typed."""
    return outcome.found.match != "some" and not outcome.loosened

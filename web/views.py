"""Views: parse what was asked, search, present what was found.

Nothing here decides what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any, Final

from search.engine.deadline import is_over
from search.errors import SearchTimeoutError
from search.model.facet_values import FacetValue, with_gaps
from search.model.facets import FacetKind, kind_of
from search.model.paragraphs import paragraphs
from search.model.response import Answer, Hit, Search
from search.query.grammar import help_rows
from search.service.autocomplete import Suggestion
from search.service.export import FORMATS, file_name
from search.service.heatmap import Side, heatmap
from search.service.near_duplicates import grouped
from search.service.searcher import Searcher
from web.messages import Problem, locale
from web.openapi import document
from web.pages import Pages
from web.state import State, article

SEARCH: Final = "/api/v1/search"
ARTICLES: Final = "/api/v1/articles/"
FED: Final = 50  # articles of a feed
MOST_SIMILAR: Final = 5
MOST_ADVICE: Final = 8  # each is a search


class Views:
    """The pages of one archive; each takes the state that its URL says."""

    def __init__(self, searcher: Searcher, pages: Pages) -> None:
        """Show what `searcher` finds with these templates."""
        self._searcher = searcher
        self._pages = pages

    def results(self, asked: State) -> str:
        """The page of results; before anything was asked, what the archive holds."""
        answer = self._searcher.search(_search(asked))
        state = _settled(asked, answer.facets)
        return self._pages.render(
            "results.html",
            state,
            path="/search",
            answer=answer,
            groups=grouped(answer.hits),
            remaining=[] if answer.total else list(self._remaining(state)),
            articles=self._searcher.articles(),
            years=with_gaps(answer.facets["year"]),
            numbers=answer.pages_near(),
            asked=self._searcher.leaders(_search(asked), answer),
        )

    def results_json(self, asked: State) -> dict[str, Any]:
        """The same for programs."""
        answer, say = self._searcher.search(_search(asked)), locale(asked.ui)
        shown = answer.to_json() | {"links": _links(_settled(asked, answer.facets), answer)}
        for row, hint in zip(shown["hints"], answer.hints, strict=True):
            row["message"] = say.plain(f"hint.{hint.code}", dict(hint.facts), hint.message)
        for row in shown["hits"]:
            row["links"] = _links_of(asked, row["id"])
        return shown

    def article(self, state: State, article_id: str) -> str:
        """An article with the marks of the query that led to it."""
        opened = self._searcher.open(article_id, _search(state))
        shown = list(paragraphs(opened.article.text, opened.marks, opened.article.boilerplate))
        return self._pages.render(
            "article.html",
            state,
            path=article(article_id),
            opened=opened,
            paragraphs=shown,
            marks=sum(len(one.marks) for one in shown),
            beside=None if state.blank else self._searcher.neighbours(_search(state), article_id),
            similar=self._similar(article_id, state.ui),
        )

    def article_json(self, state: State, article_id: str) -> dict[str, Any]:
        """The same for programs."""
        opened = self._searcher.open(article_id, _search(state))
        return opened.to_json() | {"links": _links_of(state, article_id)}

    def similar_json(self, state: State, article_id: str) -> dict[str, Any]:
        """Other articles that tell of the same."""
        hits = [one.to_json() for one in self._searcher.similar(article_id, state.ui)]
        own = State(ui=state.ui, home=state.home, base=state.base)
        return {
            "id": article_id,
            "hits": [one | {"links": _links_of(own, one["id"])} for one in hits],
        }

    def exported(self, kind: str, asked: State) -> tuple[str, Iterator[str]]:
        """Everything that was found, as a file with its name."""
        named = partial(self._searcher.label, interface=asked.ui)
        lines = FORMATS[kind].lines(self._searcher.every(_search(asked)), named)
        return file_name([asked.q, *(value for _, value in asked.filters)], kind), lines

    def feed(self, asked: State) -> str:
        """What was first seen last of what was found, for readers of feeds."""
        newest = replace(_search(asked.replace(size=FED)), sort="seen")
        answer = self._searcher.search(newest)
        if answer.partial:
            raise SearchTimeoutError
        return self._pages.render(
            "search.atom", _settled(asked.replace(), answer.facets), answer=answer
        )

    def opensearch(self, asked: State) -> str:
        """What a browser needs to search here."""
        return self._pages.render("opensearch.xml", asked)

    def map(self, state: State, side: Side) -> str:
        """What was found, by leader or country and year."""
        shown = heatmap(self._searcher, _search(state), side)
        return self._pages.render("map.html", state, path=f"/map/{side}", side=side, map=shown)

    def facet(self, asked: State, facet: str) -> str:
        """All values of a facet."""
        found = self._searcher.facet(_search(asked), facet)
        state, path = _settled(asked, {facet: found.values}), f"/facet/{facet}"
        return self._pages.render("facet.html", state, path=path, facet=facet, found=found)

    def help(self, state: State) -> str:
        """What can be written in a query."""
        return self._pages.render("help.html", state, path="/help", rows=help_rows())

    def suggestions(self, asked: State) -> dict[str, Any]:
        """What may come of what was typed so far, for the search box."""
        found = self._searcher.suggest(asked.q, asked.ui)
        rows = [{**asdict(one), "url": _taken(asked, one)} for one in found]
        return {"query": asked.q, "suggestions": rows}

    def openapi(self, _asked: State) -> dict[str, Any]:
        """What the API is."""
        return document()

    def health(self, _asked: State) -> dict[str, Any]:
        """Whether the archive answers."""
        return {"status": "ok", "articles": self._searcher.articles()}

    def error(self, state: State, status: int, mistake: Problem | None) -> str:
        """What went wrong, in the reader's language."""
        return self._pages.render(
            "error.html", state, path="/search", status=status, mistake=mistake
        )

    def error_json(
        self, state: State, status: int, code: str, mistake: Problem | None
    ) -> dict[str, Any]:
        """The same for programs."""
        say = locale(state.ui)
        if mistake is None:
            return {"error": {"code": code, "message": say(f"error.{status}.advice")}}
        message = say.plain(f"error.{mistake.code}", mistake.facts, str(mistake))
        return {"error": {"code": code if status == 404 else mistake.code, "message": message}}

    def _similar(self, article_id: str, interface: str) -> tuple[Hit, ...]:
        """What stands under an article, which does not wait for it."""
        try:
            return self._searcher.similar(article_id, interface, MOST_SIMILAR)
        except SearchTimeoutError:
            return ()

    def _remaining(self, state: State) -> Iterator[tuple[str, str, int]]:
        """Each chosen value with how many there are without it; of several, also without any."""
        others = [(*one, state.without(*one)) for one in state.filters[:MOST_ADVICE]]
        if len(state.filters) > 1:
            others.append(("", "", state.unfiltered()))
        for facet, value, other in others:
            total = 0 if is_over() else self._searcher.total(_search(other))
            if is_over():
                return
            yield facet, value, total


def _search(state: State) -> Search:
    return Search(
        query=state.q,
        filters=state.chosen(),
        since=state.since,
        until=state.until,
        match=state.match,
        loose=state.loose,
        sort=state.sort,
        page=state.page,
        size=state.size,
        interface=state.ui,
    )


def _links(state: State, answer: Answer) -> dict[str, str | None]:
    """The address of an answer of the API, those beside it, and that of the same page."""
    last = answer.last_page

    def there(page: int) -> str | None:
        return state.replace(page=page).url(SEARCH) if 1 <= page <= last else None

    own = {"self": state.url(SEARCH), "page": state.url()}
    return own | {"next": there(state.page + 1), "previous": there(min(state.page - 1, last))}


def _links_of(state: State, article_id: str) -> dict[str, str]:
    """Where an article with the marks of a search stands, for programs and for people."""
    named = tuple(one for one in state.filters if one[0] in ("leader", "about"))
    marked = State(q=state.q, filters=named, ui=state.ui, home=state.home, base=state.base)
    return {"self": marked.url(article(article_id, ARTICLES)), "page": marked.article(article_id)}


def _taken(state: State, suggestion: Suggestion) -> str:
    """Where a suggestion leads."""
    if suggestion.kind == "article":
        return state.article(suggestion.value)
    there = state.replace(q=suggestion.query)
    is_word = suggestion.kind == "word"
    return (there if is_word else there.adding(suggestion.kind, suggestion.value)).url()


def _settled(state: State, facets: Mapping[str, Iterable[FacetValue]]) -> State:
    """The state with ids in the place of names as typed, so that links can remove them."""
    ids = {
        facet: tuple(row.value for row in rows if row.selected)
        for facet, rows in facets.items()
        if kind_of(facet) in {FacetKind.ENTITY, FacetKind.TEXT}
    }
    return state.replace(**ids, page=state.page)

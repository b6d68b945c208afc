"""The gazetteer: where a text names leaders and countries, and what the reader calls them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache

from search import names
from search.analysis.tokens import AnalysedText
from search.entities.automaton import Automaton
from search.entities.disambiguation import disambiguate
from search.entities.lazy_index import LazyIndex
from search.entities.lookup import owners
from search.entities.name_entries import qualifier_terms
from search.entities.subjects import Mention
from search.names import own


class Gazetteer:
    """The names of the reviewed data, of CLDR and of the archive that is read."""

    def __init__(self) -> None:
        """Begin empty: names are entered when a text may have them."""
        self._entering = threading.Lock()
        self._begin()

    def _begin(self) -> None:
        self._automaton = Automaton(qualifier_terms())
        self._shelves = LazyIndex()
        self._own = own.current()

    def mentions(
        self, text: str, analysed: AnalysedText, *, published: str | None = None
    ) -> list[Mention]:
        """The leaders and countries that an analysed text names, in reading order."""
        return self.mentions_in((text, analysed), published=published)[0]

    def mentions_in(
        self, *parts: tuple[str, AnalysedText], published: str | None = None
    ) -> list[list[Mention]]:
        """The same for the parts of one article (its title, its body).

        A name in one explains a surname in another.
        The day, month or year on which the article was published tells two presidents of one name
        apart.
        """
        self._enter(parts)
        return disambiguate(
            [(text, list(self._automaton.matches(text, analysed))) for text, analysed in parts],
            published,
        )

    def resolve(self, facet: str, spelling: str) -> str | None:
        """The id for an id or any spelling in any script, without case and accents.

        None if none or two have it.
        """
        found = self.bearers(facet, spelling)
        return found[0] if len(found) == 1 else None

    def bearers(self, facet: str, spelling: str) -> tuple[str, ...]:
        """The ids of all who have a spelling: several for a surname or a name that two share."""
        return next(filter(None, (owners(one, spelling) for one in _facets(facet))), ())

    def label(self, facet: str, value: str, locale: str) -> str:
        """What the reader is shown for a value."""
        labels = (names.label(one, value, locale) for one in _facets(facet))
        return next((label for label in labels if label != value), value)

    def _enter(self, parts: Sequence[tuple[str, AnalysedText]]) -> None:
        """Have the names in the automaton that the parts of an article may have."""
        if self._own is not own.current():
            with self._entering:
                self._begin()
        if scripts := self._shelves.missing(text for text, _ in parts):
            with self._entering:
                self._shelves.shelve(scripts)
        wanted = self._shelves.wanted(analysed for _, analysed in parts)
        if not wanted:
            return
        with self._entering:
            for words, entry in self._shelves.taken(wanted):
                self._automaton.add(words, entry)
            self._shelves.clear(wanted)  # only now: another thread must not miss them


def _facets(facet: str) -> tuple[str, ...]:
    """Where the names of a facet stand: an article is about leaders and about countries."""
    return ("leader", "country") if facet == "about" else (facet,)


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of a process."""
    return Gazetteer()

"""The gazetteer: where a text names leaders and countries, and what the reader calls them."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from search import names
from search.analysis.tokens import AnalysedText
from search.gazetteer.automaton import Automaton
from search.gazetteer.entries import SCRIPTS, entries
from search.gazetteer.reading import Mention, read
from search.gazetteer.spellings import owner

__all__ = ["Gazetteer", "Mention", "gazetteer"]

# The letters of each script, as far as names are written in them.
_LETTERS: Final[Mapping[str, re.Pattern[str]]] = {
    "Arab": re.compile("[\u0600-\u06ff]"),
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Hebr": re.compile("[\u0590-\u05ff]"),
    "Latn": re.compile("[A-Za-z\u00c0-\u024f]"),
}


class Gazetteer:
    """The names of the reviewed data and of CLDR."""

    def __init__(self) -> None:
        """Begin empty: a script's names are entered when a text first has it."""
        self._automaton = Automaton()
        self._entered: frozenset[str] = frozenset()
        self._entering = threading.Lock()

    def mentions(self, text: str, analysed: AnalysedText, *, published: str | None = None) -> list[Mention]:
        """The leaders and countries that an analysed text names, in reading order."""
        return self.mentions_in((text, analysed), published=published)[0]

    def mentions_in(self, *parts: tuple[str, AnalysedText], published: str | None = None) -> list[list[Mention]]:
        """The same for the parts of one article (its title, its body): a name in one explains a surname in another.

        The day, month or year on which the article was published tells two presidents of one name apart.
        """
        self._enter(text for text, _ in parts)
        return read([list(self._automaton.matches(text, analysed)) for text, analysed in parts], published)

    def resolve(self, facet: str, spelling: str) -> str | None:
        """The id for an id or any spelling in any script, without case and accents; None if none or two have it."""
        return owner(facet, spelling)

    def label(self, facet: str, value: str, locale: str) -> str:
        """What the reader is shown for a value."""
        return names.label(facet, value, locale)

    def is_name_word(self, folded: str) -> bool:
        """Whether a normalised word is a name or a part of one in any language."""
        return any(folded in names.word_names(language) for language in names.LANGUAGES)

    def _enter(self, texts: Iterable[str]) -> None:
        """Have the names of the scripts of these texts in the automaton."""
        missing = SCRIPTS.keys() - self._entered
        found = {script for text in texts for script in missing if _LETTERS[script].search(text)} if missing else set()
        if not found:
            return
        with self._entering:
            for script in sorted(found - self._entered):
                for language in SCRIPTS[script]:
                    for words, entry in entries(language):
                        self._automaton.add(words, entry)
                self._entered |= {script}


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of a process."""
    return Gazetteer()

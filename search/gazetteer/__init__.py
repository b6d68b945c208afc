"""The gazetteer: where a text names leaders and countries, and what the reader calls them."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import cache
from typing import Final

from search import names
from search.analysis.tokens import AnalysedText
from search.gazetteer.automaton import Automaton
from search.gazetteer.entries import SCRIPTS, entries
from search.gazetteer.reading import Mention, read
from search.gazetteer.spellings import owner

__all__ = ["Gazetteer", "Mention", "gazetteer"]

# The letters of each script, as far as names are written in them; what is none of these is Latin.
_LETTERS: Final = (("Cyrl", "\u0400", "\u052f"), ("Hebr", "\u0590", "\u05ff"), ("Arab", "\u0600", "\u06ff"))


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
        self._enter(_scripts(word for _, analysed in parts for word in analysed.exacts))
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

    def _enter(self, scripts: frozenset[str]) -> None:
        """Have the names of these scripts in the automaton."""
        if scripts <= self._entered:
            return
        with self._entering:
            for script in sorted(scripts - self._entered):
                for language in SCRIPTS[script]:
                    for words, entry in entries(language):
                        self._automaton.add(words, entry)
                self._entered |= {script}


def _scripts(words: Iterable[str]) -> frozenset[str]:
    """The scripts that words begin in."""
    first = {word[:1] for word in words}
    found = (name for char in first for name, low, high in _LETTERS if low <= char <= high)
    return frozenset({"Latn", *found})


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of a process."""
    return Gazetteer()

"""Lazy index: which names may a text have, by the two letters that its words begin with?

To analyse every name takes longer than to read an article, so a name waits on its shelf until a
text first has a word that begins as the name does. No form of a name changes its beginning but
those that `beginnings` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from search.analysis.normalize import strip_accents
from search.analysis.tokens import AnalysedText
from search.entities.entry import NameEntry
from search.entities.inflection import BEGINNING, TIER, beginnings
from search.entities.name_entries import SpelledName, entries, spelled
from search.model.languages import LANGUAGES_BY_SCRIPT

# The letters of each script, as far as names are written in them, and the languages that write so.
SCRIPT_LETTERS: Final[Mapping[str, tuple[re.Pattern[str], tuple[str, ...]]]] = {
    script: (re.compile(letters), tuple(sorted(LANGUAGES_BY_SCRIPT[script])))
    for script, letters in (
        ("Arab", "[\u0600-\u06ff]"),
        ("Cyrl", "[\u0400-\u052f]"),
        ("Hebr", "[\u0590-\u05ff]"),
        ("Latn", "[A-Za-z\u00c0-\u024f]"),
    )
}
# articles: who reads more will meet most names, and to look for beginnings costs each article
MANY_ENTRIES: Final = 500


class LazyIndex:
    """Names that wait for a text that may have them."""

    def __init__(self) -> None:
        """Begin empty: the names of a script are shelved when a text first has it."""
        self._scripts: frozenset[str] = frozenset()
        self._waiting: dict[str, dict[tuple[str, SpelledName], None]] = {}
        # from one shelf, and may stand on others still
        self._gone: set[tuple[str, SpelledName]] = set()
        self._cleared: set[str] = set()
        self._asked = 0

    def missing(self, texts: Iterable[str]) -> frozenset[str]:
        """The scripts of some texts whose names are not shelved yet."""
        left = SCRIPT_LETTERS.keys() - self._scripts
        return frozenset(
            script for text in texts for script in left if SCRIPT_LETTERS[script][0].search(text)
        )

    def shelve(self, scripts: Iterable[str]) -> None:
        """Put the names of scripts where the texts that have them will look."""
        for script in sorted(set(scripts) - self._scripts):
            for language in SCRIPT_LETTERS[script][1]:
                for name in spelled(language):
                    for beginning in beginnings(name.name, language):
                        self._waiting.setdefault(beginning, {})[language, name] = None
            self._scripts |= {script}

    def wanted(self, texts: Iterable[AnalysedText]) -> frozenset[str]:
        """The beginnings of the words of some texts that nobody has asked for yet.

        At last all that are left.
        """
        self._asked += 1
        if not self._waiting or self._asked > MANY_ENTRIES:
            return frozenset(self._waiting)
        terms: set[str] = set().union(*(word for text in texts for word in text.terms))
        return frozenset({term[TIER : TIER + BEGINNING] for term in terms} - self._cleared)

    def taken(self, wanted: Iterable[str]) -> Iterator[tuple[list[tuple[str, ...]], NameEntry]]:
        """The names that begin so, each as the terms of its words.

        They stay until their shelves are cleared.
        """
        waiting = (self._waiting.get(strip_accents(beginning), ()) for beginning in wanted)
        found = {key: None for shelf in waiting for key in shelf if key not in self._gone}
        for language in dict.fromkeys(language for language, _ in found):
            yield from entries([name for of, name in found if of == language], language)

    def clear(self, wanted: Iterable[str]) -> None:
        """Clear the shelves of some beginnings."""
        for beginning in wanted:
            self._gone.update(self._waiting.pop(strip_accents(beginning), ()))
        self._cleared.update(wanted)

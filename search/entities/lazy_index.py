"""Lazy index: which names may a text have, by the letters that its words begin with?

To analyse every name takes longer than to read an article, so a name waits on its shelf until a
text first has a word, or two words side by side, that begin as the name's first two do. No form of
a word changes its beginning but those that `beginnings` knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import compress, pairwise
from typing import Final

from search.analysis.tokens import AnalysedText
from search.entities.automaton import first_rows
from search.entities.entry import NameEntry
from search.entities.hebrew_peoples import before_people
from search.entities.inflection import APART, TIER, beginning, beginnings
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
# Two words that everybody parts as we do: of two letters or more, without a dot or bracket.
TWO_WORDS: Final = re.compile(
    r"""([^\W\d_][^\W\d_'’׳"״]+)[\s\-\u2010-\u2013־]([^\W\d_][^\W\d_'’׳"״]+)"""
    r"(?![^\s\-\u2010-\u2013־])"
)
# articles: who reads more will meet most names, and to look for beginnings costs each article
MANY_ENTRIES: Final = 250

Begun = Callable[[str, str], frozenset[str]]


class LazyIndex:
    """Names that wait for a text that may have them."""

    def __init__(self) -> None:
        """Begin empty: the names of a script are shelved when a text first has it."""
        self._scripts: frozenset[str] = frozenset()
        self._waiting: dict[str, list[tuple[str, SpelledName]]] = {}
        # from one shelf, and may stand on others still
        self._gone: set[tuple[str, SpelledName]] = set()
        self._asked = 0

    def missing(self, texts: Iterable[str]) -> frozenset[str]:
        """The scripts of some texts whose names are not shelved yet."""
        left = SCRIPT_LETTERS.keys() - self._scripts
        return frozenset(
            script for text in texts for script in left if SCRIPT_LETTERS[script][0].search(text)
        )

    def shelve(self, scripts: Iterable[str]) -> None:
        """Put the names of scripts where the texts that have them will look."""
        begun = cache(beginnings)  # many are called Mohammed; kept no longer than names are shelved
        for script in sorted(set(scripts) - self._scripts):
            for language in SCRIPT_LETTERS[script][1]:
                for name in spelled(language):
                    for shelf in set(shelves(name, language, begun)):
                        self._waiting.setdefault(shelf, []).append((language, name))
            self._scripts |= {script}

    def wanted(self, texts: Iterable[AnalysedText]) -> frozenset[str]:
        """The shelves whose names some texts may have; at last all that are left."""
        self._asked += 1
        if not self._waiting or self._asked > MANY_ENTRIES:
            return frozenset(self._waiting)
        asked: set[str] = set()
        for text in texts:
            rows = first_rows(text.positions)
            begun = [_begun(text.terms[row]) for row in rows]
            asked.update(*begun)
            longer = compress(begun, (len(text.exacts[row]) > 1 for row in rows))  # no initials
            asked.update(f"{one} {two}" for a, b in pairwise(longer) for one in a for two in b)
        return frozenset(asked & self._waiting.keys())

    def taken(self, wanted: Iterable[str]) -> Iterator[tuple[list[tuple[str, ...]], NameEntry]]:
        """The names of some shelves, each as the terms of its words.

        They stay until their shelves are cleared.
        """
        waiting = (self._waiting.get(shelf, ()) for shelf in wanted)
        found = {key: None for shelf in waiting for key in shelf if key not in self._gone}
        for language in dict.fromkeys(language for language, _ in found):
            yield from entries([name for of, name in found if of == language], language)

    def clear(self, wanted: Iterable[str]) -> None:
        """Clear some shelves."""
        for shelf in wanted:
            self._gone.update(self._waiting.pop(shelf, ()))
        if not self._waiting:
            self._gone.clear()


def shelves(name: SpelledName, language: str, begun: Begun = beginnings) -> Iterator[str]:
    """Where a name waits: by what its first word begins with, and the second where there is one.

    `begun` says what a word of a name in a language may begin with.
    """
    if two := TWO_WORDS.match(name.name):
        firsts, seconds = (begun(word, language) for word in two.groups())
        yield from (f"{one} {second}" for one in firsts for second in seconds)
    else:  # о-ва is one word, and apart it would be two
        ways = {APART.split(name.name)[0], name.name.split(maxsplit=1)[0]}
        yield from {one for word in ways for one in begun(word, language)}
        if name.is_word:
            yield from map(beginning, before_people(name.name, language))


@lru_cache(maxsize=1 << 12)
def _begun(terms: tuple[str, ...]) -> frozenset[str]:
    """What the terms of a word begin with."""
    return frozenset(beginning(term[TIER:]) for term in terms)

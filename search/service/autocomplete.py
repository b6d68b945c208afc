"""Autocomplete: what may a reader be about to type?

Leaders and countries by any name in any script, then words of the index, then titles; each can be
found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final, Literal

from search import icu, names
from search.analysis.normalize import normalize, strip_accents
from search.analysis.tokens import EXACT
from search.engine.nodes import And, FieldIs
from search.engine.port import Engine, Request
from search.entities.gazetteer import Gazetteer
from search.model.languages import NAME_LANGUAGES
from search.names.own import follows
from search.query.compiler import compile_query
from search.query.limits import MOST_WORDS
from search.query.parser import parse
from search.query.tree import AllOf, Begins, Query, Title, Word

SHORTEST_BEGINNING: Final = 2  # letters that say enough to go on from
MOST_NAMES: Final = 5
MOST_WORDS_COMPLETED: Final = 4
MOST_TITLES: Final = 3
SEARCHED_TOO: Final = 0.9  # of a leader's articles that have the name, at least
# words that begin alike; where there are more, another letter says more than any of them
MOST_ALIKE: Final = 300
LONGEST_SUGGESTED: Final = 200  # letters of what was typed that are looked at
LONGEST_NAME: Final = 5  # words

_WORD: Final = re.compile(r"\w[\w'’׳״\"-]*")
_FIELD: Final = re.compile(r"(?:leader|country):\"?$", re.IGNORECASE)
_JOINT: Final = re.compile(r"[\s\-\u2010-\u2013־]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to go on with.

    A value to narrow by, a word to end the query with, or an article to open.
    `query` is what is searched for when it is taken; `count` are the articles of the whole archive
    that have it.
    """

    kind: Literal["leader", "country", "word", "article"]
    value: str
    label: str
    count: int
    query: str


class Autocompleter:
    """Suggests from one archive."""

    def __init__(self, engine: Engine, gazetteer: Gazetteer) -> None:
        """Suggest what `engine` keeps, with the names of `gazetteer`."""
        self._engine = engine
        self._gazetteer = gazetteer

    def suggest(self, typed: str, interface: str) -> tuple[Suggestion, ...]:
        """What may come of what was typed so far, the likeliest first."""
        typed = typed[-LONGEST_SUGGESTED:].rstrip()
        words = list(_WORD.finditer(typed))
        if not words or words[-1].end() < len(typed):
            return ()
        found = tuple(self._names(typed, words, interface))
        if len(normalize(words[-1][0])) < SHORTEST_BEGINNING:
            return found
        return (*found, *self._words(typed, words[-1]), *self._titles(typed, words))

    def _names(
        self, typed: str, words: list[re.Match[str]], interface: str
    ) -> Iterator[Suggestion]:
        """Who is called so, by the last words that were typed, as many of them as begin a name."""
        for word in words[-LONGEST_NAME:]:
            key = _key(typed[word.start() :])
            owners = set(_begun(key)) if len(key) >= SHORTEST_BEGINNING else set()
            if not owners:
                continue
            counts = self._engine.search(Request(size=0, facets=("leader", "country"))).counts
            found = sorted(
                (-counts[facet].get(value, 0), facet != "leader", value, facet)
                for facet, value in owners
            )
            rest = _FIELD.sub("", typed[: word.start()]).strip()
            for count, _, value, facet in found[:MOST_NAMES]:
                if count:
                    label = self._gazetteer.label(facet, value, interface)
                    yield self._name(
                        "country" if facet == "country" else "leader", value, label, -count, rest
                    )
            return

    def _name(
        self, kind: Literal["leader", "country"], value: str, label: str, count: int, rest: str
    ) -> Suggestion:
        """Whom to narrow by; a leader's name is searched for too, which ranks and is marked.

        But for a leader of whom too many articles would not be found by the name.
        """
        named = self._named(value, label) if kind == "leader" else 0
        if named < SEARCHED_TOO * count:
            return Suggestion(kind, value, label, count, rest)
        return Suggestion(kind, value, label, named, f"{rest} {label}".strip())

    def _named(self, leader: str, label: str) -> int:
        """How many articles of a leader have the name too."""
        return self._count(label, FieldIs("leader", frozenset({leader})))

    def _count(self, query: str, *limits: FieldIs) -> int:
        """How many articles have all that a query asks for."""
        asked = compile_query(parse(query), gazetteer=self._gazetteer, interface="en", loose=False)
        request = Request(clauses=(And(asked.clauses),), limits=(*asked.limits, *limits), size=0)
        return self._engine.search(request).total if asked.clauses else 0

    def _words(self, typed: str, last: re.Match[str]) -> Iterator[Suggestion]:
        """The words of most articles that begin as the last one does."""
        stem = EXACT + normalize(last[0])
        alike = [row for row in islice(self._engine.words(stem), MOST_ALIKE + 1) if row[0] != stem]
        if len(alike) >= MOST_ALIKE:
            return
        most = sorted(alike, key=lambda row: (-row[1], row[0]))[:MOST_WORDS_COMPLETED]
        counted = {term.removeprefix(EXACT): count for term, count in most}
        for word, written in self._written(counted).items():
            query = typed[: last.start()] + written
            yield Suggestion("word", written, written, counted[word], query)

    def _written(self, counted: Mapping[str, int]) -> dict[str, str]:
        """Words, each with a hyphen if its articles have it only as two words side by side."""
        halves = [(word, *pair) for word in counted for pair in _halves(word)]
        counts = self._engine.frequencies({EXACT + half for _, *pair in halves for half in pair})
        written = {word: word for word in counted}
        for word, first, second in halves:
            frequency = min(counts.get(EXACT + half, 0) for half in (first, second))
            if frequency >= counted[word] and not self._count(f'={word} -"{first} {second}"'):
                written[word] = f"{first}-{second}"
        return written

    def _titles(self, typed: str, words: list[re.Match[str]]) -> Iterator[Suggestion]:
        """The articles whose titles have the words, the last one unfinished."""
        *whole, last = (word[0] for word in words[-MOST_WORDS:])
        query = Query(AllOf((*map(_titled, whole), Title(Begins(last)))))
        compiled = compile_query(query, gazetteer=self._gazetteer, interface="en", loose=False)
        if compiled.clauses:
            # one clause: nothing is relaxed
            request = Request(clauses=(And(compiled.clauses),), size=MOST_TITLES)
            found = self._engine.search(request)
            for article_id, title in self._engine.titles(
                hit.article_id for hit in found.hits
            ).items():
                yield Suggestion("article", article_id, title, 1, typed)


def _halves(word: str) -> Iterator[tuple[str, str]]:
    """Every way to write a word as two; none where it has more than letters."""
    return ((word[:seam], word[seam:]) for seam in range(1, len(word) if word.isalpha() else 0))


def _titled(word: str) -> Title:
    return Title(Word(word))


def _begun(key: str) -> Iterator[tuple[str, str]]:
    """Facet and id of everyone who has a name in which a word begins so."""
    ends = _name_ends()
    for end, facet, value in ends[bisect_left(ends, (key, "", "")) :]:
        if not end.startswith(key):
            return
        yield facet, value


@follows
@cache
def _name_ends() -> list[tuple[str, str, str]]:
    """Every name from each of its words on, in order, with facet and id.

    A surname is typed before a first name.
    """
    ends = set()
    for facet, value, name in _spelled():
        words = _key(name).split()
        ends |= {(" ".join(words[at:]), facet, value) for at in range(len(words))}
    return sorted(ends)


def _spelled() -> Iterator[tuple[str, str, str]]:
    """Facet, id and name of every leader and country in every language."""
    yield from (("leader", name.owner, name.name) for name in names.leaders())
    yield from (("country", name.owner, name.name) for name in names.countries())
    for code in icu.country_codes():
        yield from (
            ("country", code.lower(), icu.country_name(code, language))
            for language in NAME_LANGUAGES
        )


def _key(name: str) -> str:
    """A name without its case, accents and hyphens."""
    return _JOINT.sub(" ", strip_accents(normalize(name)))

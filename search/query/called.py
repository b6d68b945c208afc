"""Called: by which other names is the one found whose name was typed?

By the shortest names in each language that mean nobody else: the longer ones hold them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from search.analysis.fold import normal, undotted
from search.analysis.language import SCRIPTS
from search.analysis.pipeline import analyse
from search.analysis.tables import words
from search.gazetteer.automaton import first_rows
from search.gazetteer.company import WHOLE, is_word, needs_company
from search.gazetteer.forms import APART, alone, word_terms
from search.ideas import idea
from search.names import Name
from search.query.named import LANGUAGES, PEOPLE, SHORTEST, Subject, names_of_subject

WIDEST: Final = 38  # letters of the names that are shown
UNUSUAL: Final = 4.5  # the frequency up to which a word is met less often than a surname of its spelling


class Called(NamedTuple):
    """A name, and the terms of each of its words."""

    language: str
    name: str
    terms: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1024)
def others(whose: Subject, scripts: frozenset[str] = frozenset()) -> tuple[Called, ...]:
    """What they are called in the languages of some scripts (none are all)."""
    rows = [name for name in names_of_subject(whose) if _means(name, whose)]
    return tuple(
        called
        for language in LANGUAGES
        if not scripts or any(language in SCRIPTS.get(script, ()) for script in scripts)
        for called in _shortest([name.name for name in rows if name.language == language], language)
    )


def shown(names: Iterable[Called], typed: str) -> str:
    """A few of the names for a reader: one a language, and none as it was typed."""
    usual = {called.language: called.name for called in reversed(tuple(names))}
    named = {normal(usual[language]): usual[language] for language in LANGUAGES if language in usual}
    fresh = [name for spelling, name in named.items() if spelling != normal(typed)]
    fitting = next(count for count in range(len(fresh), -1, -1) if len(", ".join(fresh[:count])) < WIDEST)
    return ", ".join(fresh[:fitting]) + (" …" if fitting < len(fresh) else "")


def _means(name: Name, whose: Subject) -> bool:
    """Whether a name by itself means the subject, also in small letters."""
    spelling = undotted(normal(name.name))
    if len(spelling) < SHORTEST or idea(name.name):
        return False
    if whose.kind == "surname":
        return not is_word(spelling) or words(name.language).frequency(spelling) <= UNUSUAL
    return not needs_company(spelling, is_whole=name.kind in WHOLE or whose.kind not in PEOPLE)


def _shortest(names: Iterable[str], language: str) -> Iterator[Called]:
    """The names in one language that hold none of the others; of phrases, which cost most, only the usual name."""
    spelled = {f" {APART.sub(' ', normal(name))} ": name for name in names}
    for place, (spelling, name) in enumerate(spelled.items()):
        is_longer = any(other in spelling for other in spelled if other != spelling)
        if not is_longer and (place == 0 or not APART.search(name)):
            yield Called(language, name, tuple(_terms(name, language)))


def _terms(name: str, language: str) -> Iterator[tuple[str, ...]]:
    """The terms of each word; those of a single word need no dictionary."""
    if not APART.search(name):
        yield word_terms(name, alone(name), language)
        return
    analysed = analyse(name, side="article", lang=language)
    for row in first_rows(analysed.positions):
        written = name[analysed.starts[row] : analysed.ends[row]]
        yield word_terms(written, analysed.exacts[row], language, analysed.terms[row])

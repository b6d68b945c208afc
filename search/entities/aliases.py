"""Aliases: by which other names is an entity found when one of its names was typed?

By the shortest names in each language that mean nobody else: the longer ones hold them. Initials
that are a word too (`UN`, `WHO`) are found in capitals only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from search.analysis.analyzer import analyse
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize, undotted
from search.analysis.term_cache import initials
from search.analysis.tokens import EXACT
from search.entities.ambiguity import WHOLE, is_word, needs_evidence
from search.entities.automaton import first_rows
from search.entities.entity_names import ALIAS_LANGUAGES, PEOPLE, SHORTEST_NAME, names_of_subject
from search.entities.inflection import APART, alone, word_terms
from search.entities.subjects import Alias, Subject
from search.ideas import idea
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.names.own import follows
from search.names.records import Name

MOST_PHRASES: Final = 4  # names in a language that an organisation is found by, of several words
WIDEST_SHOWN: Final = 38  # letters of the names that are shown
# the frequency up to which a word is met less often than a surname of its spelling
UNUSUAL: Final = 4.5


@follows
@lru_cache(maxsize=1024)
def aliases_of(whose: Subject, scripts: frozenset[str] = frozenset()) -> tuple[Alias, ...]:
    """What they are called in the languages of some scripts (none are all)."""
    rows = [name for name in names_of_subject(whose) if _means(name, whose)]
    most = MOST_PHRASES if whose.kind == "organisation" else 1
    return tuple(
        called
        for language in ALIAS_LANGUAGES
        if not scripts or any(language in LANGUAGES_BY_SCRIPT.get(script, ()) for script in scripts)
        for called in _shortest(
            [name.name for name in rows if name.language == language], language, most
        )
    )


def shown_aliases(names: Iterable[Alias], typed: str) -> str:
    """A few of the names for a reader: one a language, and none as it was typed."""
    usual = {called.language: called.name for called in reversed(tuple(names))}
    named = {
        normalize(usual[language]): usual[language]
        for language in ALIAS_LANGUAGES
        if language in usual
    }
    fresh = [name for spelling, name in named.items() if spelling != normalize(typed)]
    fitting = next(
        count for count in range(len(fresh), -1, -1) if len(", ".join(fresh[:count])) < WIDEST_SHOWN
    )
    return ", ".join(fresh[:fitting]) + (" …" if fitting < len(fresh) else "")


def _means(name: Name, whose: Subject) -> bool:
    """Whether a name by itself means the subject, also in small letters."""
    spelling = undotted(normalize(name.name))
    if whose.kind != "organisation" and idea(name.name):
        return False
    if len(spelling) < SHORTEST_NAME:
        return whose.kind not in PEOPLE and initials(name.name) is not None
    if whose.kind == "surname":
        return not is_word(spelling) or lexicon_of(name.language).frequency(spelling) <= UNUSUAL
    return not needs_evidence(spelling, is_whole=name.kind in WHOLE or whose.kind not in PEOPLE)


def _shortest(names: Iterable[str], language: str, most: int) -> Iterator[Alias]:
    """The names in one language that hold none of the others.

    Of phrases, which cost most, only the first ones, of which the label is one, and the most usual:
    the one that most of the others hold.
    """
    spelled = {f" {APART.sub(' ', normalize(name))} ": name for name in names}
    short = [
        name
        for spelling, name in spelled.items()
        if not any(other in spelling for other in spelled if other != spelling)
    ]
    phrases = [
        (-sum(spelling in other for other in spelled), place, name)
        for place, (spelling, name) in enumerate(spelled.items())
        if name in short and APART.search(name)
    ]
    kept = {min(phrases)[-1], *(name for *_, name in phrases[:most])} if phrases else set()
    for name in short:
        if name in kept or not APART.search(name):
            yield Alias(language, name, tuple(_terms(name, language)))


def _terms(name: str, language: str) -> Iterator[tuple[str, ...]]:
    """The terms of each word; those of a single word need no dictionary."""
    if letters := initials(name):
        yield (EXACT + letters,)
        return
    if not APART.search(name):
        yield word_terms(name, alone(name), language)
        return
    analysed = analyse(name, side="article", lang=language)
    for row in first_rows(analysed.positions):
        written = name[analysed.starts[row] : analysed.ends[row]]
        yield word_terms(written, analysed.exacts[row], language, analysed.terms[row])

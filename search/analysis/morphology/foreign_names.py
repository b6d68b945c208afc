"""Foreign names: whose name stands in another case in a text of a language that is none of ours?

German and the Slavic languages in Latin letters decline the names of leaders (Macrons, Putinem,
Zełenskiego). No dictionary of theirs is needed for what leaves a name that is known; Bulgarian has
its article behind a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from search.analysis.morphology.name_spellings import spelled_names, usual_spellings
from search.analysis.normalize import strip_accents
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.names import given_names

# What a name may have behind it without accents, and what comes in its place.
_CASES: Final = (
    *(("iego", ""), ("iemu", ""), ("ego", ""), ("emu", ""), ("iem", ""), ("owi", ""), ("ovi", "")),
    *(("om", ""), ("em", ""), ("es", ""), ("im", "i"), ("ym", "y"), ("s", ""), ("m", "")),
    *(("a", ""), ("u", ""), ("y", "a"), ("e", "a"), ("go", ""), ("mu", "")),
)
_SHORTEST: Final = 4  # letters of a name that is declined
# The Bulgarian article, and what a word is without it.
_ARTICLES: Final = (
    *(("ият", "и"), ("ите", ""), ("ът", ""), ("ата", "а"), ("ото", "о"), ("ета", "е")),
    *(("ята", "я"), ("ето", "е")),
)
_WORD: Final = 3  # letters that are left


def declined(word: str) -> Iterator[str]:
    """The known names of which a normal word without accents, with a capital, may be a form."""
    if word[:_SHORTEST] not in _beginnings() or word in _usual() or not word.isascii():
        return
    for ending, last in _CASES:
        name = word.removesuffix(ending) + last
        if word.endswith(ending) and len(name) >= _SHORTEST and name in _usual():
            yield from _usual()[name]


def without_article(word: str) -> Iterator[str]:
    """A word in Cyrillic letters without what may be its article."""
    for ending, last in _ARTICLES:
        if word.endswith(ending) and len(word) - len(ending) > _WORD:
            yield word.removesuffix(ending) + last


@cache
def _beginnings() -> frozenset[str]:
    """How the names begin, without the last letter of short ones: most words begin otherwise."""
    return frozenset(name[:_SHORTEST] for name in _usual()) | frozenset(
        name[:-1] + ending[0] for name in _usual() for ending, _ in _CASES if len(name) == _SHORTEST
    )


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    """The usual spellings of each name in Latin letters, with and without its accents.

    Several where languages have their own. Given names have none: Gabriela is no form of Gabriel.
    """
    found: dict[str, set[str]] = {}
    for language in LANGUAGES_BY_SCRIPT["Latn"]:
        for name in spelled_names(language) - given_names(language):
            usual = usual_spellings(language).get(name, name)
            found.setdefault(strip_accents(name), set()).update((strip_accents(usual), usual))
    return {name: tuple(sorted(spellings)) for name, spellings in found.items()}

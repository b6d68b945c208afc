"""Morphology: dictionary forms, a file a language and one table.

A language's module is imported when its words are first read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from importlib import import_module
from typing import Final, Literal

from search.analysis.tokens import TermReadings, WrittenWord
from search.model.languages import LANGUAGES

Morphology = Callable[[WrittenWord], TermReadings]

# a language: the file that reads it
MORPHOLOGIES: Final[Mapping[str, str]] = {
    language.code: language.morphology for language in LANGUAGES
}

SEVERAL: Final = frozenset({"dictionary_only"})  # what reads more languages than one


def morphology(language: str) -> Morphology:
    """How the words of a language are read; a file that reads several is told which."""
    read = import_module(f"search.analysis.morphology.{MORPHOLOGIES[language]}").read
    return partial(read, language) if MORPHOLOGIES[language] in SEVERAL else read


@cache
def foreign(what: Literal["declined", "without_article"]) -> Callable[[str], Iterable[str]]:
    """What a word of a language that is none of ours may be a form of, in one way or the other."""
    found: Callable[[str], Iterable[str]] = getattr(
        import_module("search.analysis.morphology.foreign_names"), what
    )
    return found

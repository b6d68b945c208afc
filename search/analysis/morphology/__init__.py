"""Morphology: dictionary forms, a file a language and one table.

A language's module is imported when its words are first read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from search.analysis.tokens import TermReadings, WrittenWord

Morphology = Callable[[WrittenWord], TermReadings]

# Language → module and function.
MORPHOLOGIES: Final[Mapping[str, tuple[str, str]]] = {
    "he": ("he", "read"),
    "ro": ("ro", "read"),
    "en": ("en", "read"),
    "ru": ("dictionary_only", "russian"),
    "uk": ("dictionary_only", "ukrainian"),
    "ar": ("dictionary_only", "arabic"),
    "fa": ("dictionary_only", "persian"),
}


def morphology(language: str) -> Morphology:
    """How the words of a language are read."""
    module, function = MORPHOLOGIES[language]
    found: Morphology = getattr(import_module(f"search.analysis.morphology.{module}"), function)
    return found

"""Morphology: dictionary forms, a file a language and one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from search.analysis.morphology import dictionary_only, en, he, ro
from search.analysis.term_builders import TermReadings, WrittenWord

MORPHOLOGIES: Final[Mapping[str, Callable[[WrittenWord], TermReadings]]] = {
    "he": he.read,
    "ro": ro.read,
    "en": en.read,
    "ru": dictionary_only.russian,
    "uk": dictionary_only.ukrainian,
    "ar": dictionary_only.arabic,
    "fa": dictionary_only.persian,
}

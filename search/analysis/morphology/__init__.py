"""Morphology: dictionary forms, a file a language and one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from search.analysis.morphology import en, he, plain, ro
from search.analysis.reading import Reading, Written

LANGUAGES: Final[Mapping[str, Callable[[Written], Reading]]] = {
    "he": he.read,
    "ro": ro.read,
    "en": en.read,
    "ru": plain.russian,
    "uk": plain.ukrainian,
    "ar": plain.arabic,
    "fa": plain.persian,
}

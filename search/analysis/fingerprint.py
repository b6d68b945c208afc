"""Fingerprint: do two indexes hold the same terms for the same text?"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Final

from search import icu
from search.analysis.lexicon import FOLDER
from search.model.languages import NAME_LANGUAGES
from search.names.words import spelling_joins, word_names

ANALYSIS_VERSION: Final = 5  # raised by hand when the same tables give other terms


@cache
def fingerprint() -> str:
    """What the terms come from: this code's version, the tables, the names, ICU.

    Other terms, another fingerprint.
    """
    named = [
        (sorted(word_names(language)), sorted(spelling_joins(language).items()))
        for language in NAME_LANGUAGES
    ]
    sources = (FOLDER / "SOURCES.tsv").read_text(encoding="utf-8")
    facts = repr((ANALYSIS_VERSION, sources, named, sorted(icu.versions().items())))
    return hashlib.sha256(facts.encode()).hexdigest()[:16]

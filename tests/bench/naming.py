"""Naming: what are engines, queries and figures called in the report?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Figures = Mapping[str, Any]
Engines = Mapping[str, Figures]

NAMES: Final = {
    "readout": "Readout",
    "whoosh": "Whoosh 2.7.4",
    "fts5": "SQLite FTS5",
    "tantivy": "tantivy",
    "lucene": "Lucene 8",
    "whole": "Readout, whole",
}
OURS: Final = ("readout", "whole")  # no kind is asked of both
KINDS: Final = {
    "rare": "a rare word",
    "frequent": "a frequent word",
    "and": "two words",
    "or": "any of three",
    "phrase": "a phrase",
    "prefix": "a beginning",
    "one off": "one letter off",
    "two off": "two letters off",
    "filter": "a word, filtered",
    "facets": "a word, three counts",
    "page": "a page",
}


def asked(engines: Engines) -> list[tuple[str, str]]:
    """The kinds of queries that Readout was asked, and what they are called."""
    kinds = {kind for name in OURS if name in engines for kind in engines[name]["queries"]}
    return [row for row in KINDS.items() if row[0] in kinds]


def short(number: float) -> str:
    """A figure as people compare it."""
    return f"{number:.2f}" if number < 10 else f"{number:.0f}"

"""Naming: what are engines, queries and figures called in the report?"""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "readout": "Readout",
    "whoosh": "Whoosh 2.7.4",
    "fts5": "SQLite FTS5",
    "tantivy": "tantivy",
    "lucene": "Lucene 8",
    "whole": "Readout, whole",
}
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


def short(number: float) -> str:
    """A figure as people compare it."""
    return f"{number:.2f}" if number < 10 else f"{number:.0f}"

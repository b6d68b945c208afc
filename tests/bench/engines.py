"""Engines: which contenders does the benchmark know?"""

from __future__ import annotations

from pathlib import Path
from pkgutil import resolve_name
from typing import Final

from tests.bench.contender import Contender

CONTENDERS: Final = {
    "readout": "tests.bench.ours:Readout",
    "whoosh": "tests.bench.peers:StockWhoosh",
    "fts5": "tests.bench.peers:Fts5",
    "tantivy": "tests.bench.peers:Tantivy",
    "whole": "tests.bench.whole:Page",
}


def contender(name: str, folder: Path) -> Contender:
    """A contender with its index in a folder of an archive.

    Nothing of the others is imported with it.
    """
    made: Contender = resolve_name(CONTENDERS[name])(folder / name / "index")
    return made

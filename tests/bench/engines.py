"""Engines: which contenders does the benchmark know?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.bench.contender import Contender
from tests.bench.ours import Page, Readout
from tests.bench.peers import Fts5, StockWhoosh, Tantivy

__all__ = ["CONTENDERS", "Contender"]

CONTENDERS: Final[dict[str, Callable[[Path], Contender]]] = {
    "readout": Readout,
    "whoosh": StockWhoosh,
    "fts5": Fts5,
    "tantivy": Tantivy,
    "whole": Page,
}

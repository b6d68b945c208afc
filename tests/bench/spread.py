"""Spread: the slow queries of each kind, and all on the wall clock, folded away under the table of medians."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.bench.naming import NAMES, Engines, asked, short

PARTS: Final = ("p50", "p95", "p99")
CLOCKS: Final = {"cpu": "processor", "wall": "wall"}


def section(engines: Engines) -> Iterator[str]:
    """A row a kind of query and engine."""
    yield "<details>"
    yield "<summary>p50, p95 and p99 of every query, on the processor and by the clock</summary>"
    yield ""
    yield (
        "| query | engine | "
        + " | ".join(f"{name} {part}" for name in CLOCKS.values() for part in PARTS)
        + " |"
    )
    yield "| --- | --- |" + " ---: |" * len(CLOCKS) * len(PARTS)
    for kind, label in asked(engines):
        for name, one in engines.items():
            if kind in one["queries"]:
                taken = one["queries"][kind]
                cells = (short(taken[clock][part]) for clock in CLOCKS for part in PARTS)
                yield f"| {label} | {NAMES[name]} | " + " | ".join(cells) + " |"
    yield ""
    yield "</details>"
    yield ""

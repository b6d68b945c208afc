"""Modes: what do a count alone, and the ten best alone, cost each engine?

The Search Benchmark asks so: https://github.com/quickwit-oss/search-benchmark-game
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.bench.contender import IN_MODES
from tests.bench.naming import KINDS, NAMES, Engines, short

MODES: Final = {"count": "COUNT", "best": "TOP_10"}


def section(engines: Engines) -> Iterator[str]:
    """A row a mode and kind of query, if they were asked."""
    asked = [name for name, one in engines.items() if one.get("modes", {}).get("count")]
    if not asked:
        return
    yield "As the Search Benchmark asks: all that is found counted and nothing else (COUNT), or the ten best ranked and"
    yield "nothing else, not even counted where an engine can do without (TOP_10); no title is read."
    yield ""
    yield "| mode | query | " + " | ".join(NAMES[name] for name in asked) + " |"
    yield "| --- | --- |" + " ---: |" * len(asked)
    for mode, label in MODES.items():
        for kind in IN_MODES:
            taken = (engines[name]["modes"][mode][kind]["cpu"] for name in asked)
            cells = (f"{short(cpu['p50'])} ({short(cpu['p95'])})" for cpu in taken)
            yield f"| {label} | {KINDS[kind]} | " + " | ".join(cells) + " |"
    yield ""

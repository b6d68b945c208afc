"""Beside: how many times faster or slower is Readout than each of its peers?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tests.bench.naming import NAMES, OURS, Engines, Figures, asked

SAME: Final = 1.05  # times; what is nearer is noise


def section(compared: Sequence[Figures]) -> Iterator[str]:
    """The table, at the largest size that peers were asked at."""
    if not compared:
        return
    largest = max(compared, key=lambda figures: int(figures["articles"]))
    engines: Engines = largest["engines"]
    peers = [name for name in engines if name not in OURS]
    yield "## Readout beside each"
    yield ""
    yield f"Processor time of a query among {largest['articles']:,} articles, the median: where Readout is faster it is"
    yield "in bold how many times, where it is slower its time is so many times the other's."
    yield ""
    yield "| query | " + " | ".join(NAMES[name] for name in peers) + " |"
    yield "| --- |" + " ---: |" * len(peers)
    for kind, label in asked(engines):
        yield (
            f"| {label} | "
            + " | ".join(_cell(_mine(engines, kind), engines[name], kind) for name in peers)
            + " |"
        )
    yield ""


def beside(mine: float, theirs: float) -> str:
    """What a person says of two times."""
    if max(mine, theirs) < SAME * min(mine, theirs):
        return "as fast"
    return (
        f"**{_times(theirs / mine)} faster**"
        if mine < theirs
        else f"{_times(mine / theirs)} its time"
    )


def _times(ratio: float) -> str:
    return f"{ratio:.1f} ×" if ratio < 9.95 else f"{ratio:.0f} ×"


def _mine(engines: Engines, kind: str) -> float:
    name = next(name for name in OURS if name in engines and kind in engines[name]["queries"])
    return float(engines[name]["queries"][kind]["cpu"]["p50"])


def _cell(mine: float, theirs: Figures, kind: str) -> str:
    taken = theirs["queries"].get(kind)
    return beside(mine, taken["cpu"]["p50"]) if taken else "–"

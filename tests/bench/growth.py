"""Growth: how does what a query costs grow with the archive?

Both axes are logarithms, so a cost that grows with a power of the size is a line, and its slope is
the power.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log10
from typing import Any, Final

import numpy as np

from tests.bench.naming import KINDS, short

OURS: Final = "readout"
COLOURS: Final = (
    "#1b6e8c",
    "#b5532a",
    "#6b7a2f",
    "#7a4a8c",
    "#555555",
    "#2a8c5a",
    "#8c2a4a",
    "#b58a2a",
    "#2a4ab5",
    "#888",
)
MOST: Final = 1_000_000  # articles; not measured each time
_LEFT, _TOP, _WIDTH, _HEIGHT = 60, 20, 420, 300
_COSTS: Final = (0.1, 1, 10, 100)  # milliseconds, where lines are drawn

Figures = Sequence[Mapping[str, Any]]
Points = list[tuple[int, float]]


def section(measured: Figures) -> Iterator[str]:
    """The table of growth."""
    lines = _lines(measured)
    sizes = [figures["articles"] for figures in measured if OURS in figures["engines"]]
    yield "## Growth"
    yield ""
    yield "Readout alone, milliseconds of processor time, the median; the exponent is the slope of the picture's line."
    yield "A cost that does not grow has 0, one that grows as the archive does has 1."
    if MOST not in sizes:
        yield f"{MOST:,} articles take 5 GB and long, and were not measured this time; `make bench-largest` adds them."
    yield ""
    yield "![Milliseconds a query against articles, both as logarithms](performance-growth.svg)"
    yield ""
    yield "| query | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |"
    yield "| --- |" + " ---: |" * (len(sizes) + 1)
    for kind, points in lines.items():
        cells = dict(points)
        row = (short(cells[size]) if size in cells else "–" for size in sizes)
        yield f"| {KINDS[kind]} | " + " | ".join(row) + f" | {exponent(points):.2f} |"
    yield ""


def exponent(points: Points) -> float:
    """The power of the size that fits best; 0 for a single size."""
    if len(points) < 2:
        return 0.0
    sizes, costs = (np.log10(column) for column in zip(*points, strict=True))
    return float(np.polyfit(sizes, costs, 1)[0])


def picture(measured: Figures) -> str:
    """A line a kind of query."""
    drawn = "\n".join(
        _line(at, kind, points) for at, (kind, points) in enumerate(_lines(measured).items())
    )
    sizes = [figures["articles"] for figures in measured if OURS in figures["engines"]]
    marks = "".join(
        f'<text x="{_x(size):.0f}" y="{_TOP + _HEIGHT + 15}">{size:,}</text>' for size in sizes
    )
    rules = "".join(
        f'<path d="M{_LEFT} {_y(cost):.0f}h{_WIDTH}" stroke="#ddd"/><text x="8" y="{_y(cost):.0f}">{cost:g} ms</text>'
        for cost in _COSTS
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 160} {_TOP + _HEIGHT + 30}" '
        f'font-family="sans-serif" font-size="11" role="img">\n'
        f"<title>Milliseconds a query against the number of articles, both as logarithms</title>\n"
        f'<rect width="100%" height="100%" fill="white"/>\n{rules}\n{marks}\n{drawn}\n</svg>\n'
    )


def _lines(measured: Figures) -> dict[str, Points]:
    lines: dict[str, Points] = {}
    for figures in measured:
        for kind, taken in figures["engines"].get(OURS, {"queries": {}})["queries"].items():
            lines.setdefault(kind, []).append((figures["articles"], taken["cpu"]["p50"]))
    return lines


def _line(at: int, kind: str, points: Points) -> str:
    path = " ".join(f"{_x(size):.0f},{_y(cost):.0f}" for size, cost in points)
    x, y, colour = _LEFT + _WIDTH + 10, _TOP + 14 * (at + 1), COLOURS[at % len(COLOURS)]
    legend = f'<text x="{x}" y="{y}" fill="{colour}">{KINDS[kind]}, {exponent(points):.2f}</text>'
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{legend}'


def _x(size: int) -> float:
    return _LEFT + _WIDTH * (log10(size) - 4) / 2  # 10,000 to 1,000,000


def _y(cost: float) -> float:
    return _TOP + _HEIGHT * (2 - log10(max(cost, _COSTS[0]))) / 3

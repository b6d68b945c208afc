"""Bars: a picture of what every kind of query costs each engine."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from typing import Final

from tests.bench.naming import NAMES, Engines, Figures, asked, short

COLOURS: Final = ("#1b6e8c", "#b5532a", "#6b7a2f", "#7a4a8c", "#555555", "#1b6e8c")
_LEFT, _WIDTH, _ROW, _BAR = 170, 470, 16, 11


def picture(figures: Figures) -> str:
    """Bars for each kind of query and engine, their lengths by the logarithm of the time."""
    engines = figures["engines"]
    rows = list(_bars(engines))
    height = len(rows) * _ROW + 40
    legend = "".join(
        f'<text x="{_LEFT + 95 * at}" y="14" fill="{COLOURS[at]}">{NAMES[name]}</text>'
        for at, name in enumerate(engines)
    )
    drawn = "\n".join(row.format(y=28 + _ROW * at) for at, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 90} {height}" '
        f'font-family="sans-serif" font-size="11" role="img">\n'
        f"<title>Milliseconds a query at {figures['articles']:,} articles; bars grow with the logarithm</title>\n"
        f'<rect width="100%" height="100%" fill="white"/>\n{legend}\n{drawn}\n</svg>\n'
    )


def _bars(engines: Engines) -> Iterator[str]:
    for kind, label in asked(engines):
        taken = [
            (at, one["queries"][kind]["cpu"]["p50"])
            for at, one in enumerate(engines.values())
            if kind in one["queries"]
        ]
        for row, (at, cost) in enumerate(taken):
            width = max(2, (log10(max(cost, 0.02)) + 1.7) / 5 * _WIDTH)
            named = (
                f'<text x="{_LEFT - 8}" y="{{y}}" dy="9" text-anchor="end">{label}</text>'
                if row == 0
                else ""
            )
            yield (
                f'{named}<rect x="{_LEFT}" y="{{y}}" width="{width:.0f}" height="{_BAR}" fill="{COLOURS[at]}"/>'
                f'<text x="{_LEFT + width + 5:.0f}" y="{{y}}" dy="9">{short(cost)}</text>'
            )

"""Bars: a picture of what every kind of query costs each engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log10
from typing import Final

from tests.bench.naming import NAMES, Engines, Figures, asked, short

COLOURS: Final = ("#1b6e8c", "#b5532a", "#6b7a2f", "#7a4a8c", "#555555", "#1b6e8c")
_LEFT, _WIDTH, _ROW, _BAR = 170, 470, 16, 11

Row = tuple[str, Sequence[tuple[int, float]]]  # what is measured, and whose cost it is


def picture(figures: Figures) -> str:
    """Bars for each kind of query and engine, their lengths by the logarithm of the time."""
    engines: Engines = figures["engines"]
    rows = [
        (
            label,
            [
                (at, one["queries"][kind]["cpu"]["p50"])
                for at, one in enumerate(engines.values())
                if kind in one["queries"]
            ],
        )
        for kind, label in asked(engines)
    ]
    title = (
        f"Milliseconds a query at {figures['articles']:,} articles; bars grow with the logarithm"
    )
    return drawn(title, [NAMES[name] for name in engines], rows, apart=95)


def drawn(title: str, names: Sequence[str], rows: Sequence[Row], apart: int) -> str:
    """Bars in rows, each with the place of its name among `names`, which stand so far apart."""
    bars = [bar for row in rows for bar in _bars(*row)]
    height = len(bars) * _ROW + 40
    legend = "".join(
        f'<text x="{20 + apart * at}" y="14" fill="{COLOURS[at]}">{name}</text>'
        for at, name in enumerate(names)
    )
    shown = "\n".join(bar.format(y=28 + _ROW * at) for at, bar in enumerate(bars))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 90} {height}" '
        f'font-family="sans-serif" font-size="11" role="img">\n'
        f"<title>{title}</title>\n"
        f'<rect width="100%" height="100%" fill="white"/>\n{legend}\n{shown}\n</svg>\n'
    )


def _bars(label: str, taken: Sequence[tuple[int, float]]) -> Iterator[str]:
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

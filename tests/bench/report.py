"""Report: what did the benchmark find, as a table and as a picture?

`python -m tests.bench.report` writes docs/performance.md and its pictures from the figures under var/bench.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log10
from pathlib import Path
from typing import Any, Final

from tests.bench import growth, served
from tests.bench.measure import ROOT
from tests.bench.naming import KINDS, NAMES, short

DOCS: Final = Path(__file__).parents[2] / "docs"
OURS: Final = {"readout", "whole"}
COLOURS: Final = ("#1b6e8c", "#b5532a", "#6b7a2f", "#7a4a8c", "#555555", "#1b6e8c")
_LEFT, _WIDTH, _ROW, _BAR = 170, 470, 16, 11

Engines = Mapping[str, Mapping[str, Any]]

HEAD, PAGE = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("head.md", "page.md"))


def text(measured: Sequence[Mapping[str, Any]]) -> str:
    """The page."""
    compared = [figures for figures in measured if len(figures["engines"]) > 1]
    pages = [PAGE] if any("whole" in figures["engines"] for figures in compared) else []
    sections = [line for figures in compared for line in _section(figures)]
    return "\n".join([HEAD, *pages, *sections, *growth.section(measured)]).rstrip("\n") + "\n"


def picture(figures: Mapping[str, Any]) -> str:
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


def _kinds(engines: Engines) -> list[tuple[str, str]]:
    """What was asked of Readout."""
    asked = {kind for name in OURS & engines.keys() for kind in engines[name]["queries"]}
    return [row for row in KINDS.items() if row[0] in asked]


def _bars(engines: Engines) -> Iterator[str]:
    for kind, label in _kinds(engines):
        asked = [
            (at, one["queries"][kind]["cpu"]["p50"])
            for at, one in enumerate(engines.values())
            if kind in one["queries"]
        ]
        for row, (at, taken) in enumerate(asked):
            width = max(2, (log10(max(taken, 0.02)) + 1.7) / 5 * _WIDTH)
            named = f'<text x="{_LEFT - 8}" y="{{y}}" dy="9" text-anchor="end">{label}</text>' if row == 0 else ""
            yield (
                f'{named}<rect x="{_LEFT}" y="{{y}}" width="{width:.0f}" height="{_BAR}" fill="{COLOURS[at]}"/>'
                f'<text x="{_LEFT + width + 5:.0f}" y="{{y}}" dy="9">{short(taken)}</text>'
            )


def _section(figures: Mapping[str, Any]) -> Iterator[str]:
    engines: Engines = figures["engines"]
    yield f"## {figures['articles']:,} articles"
    yield ""
    yield f"{figures['machine']}. {_agreement(engines)}{_absent(engines)}"
    yield ""
    yield f"![Milliseconds a query, the picture of the table below](performance-{figures['articles']}.svg)"
    yield ""
    yield "| query | " + " | ".join(NAMES[name] for name in engines) + " |"
    yield "| --- |" + " ---: |" * len(engines)
    for kind, label in _kinds(engines):
        yield f"| {label} | " + " | ".join(_cell(one["queries"].get(kind)) for one in engines.values()) + " |"
    yield ""
    yield "| | " + " | ".join(NAMES[name] for name in engines) + " |"
    yield "| --- |" + " ---: |" * len(engines)
    for label, value in _COSTS.items():
        yield f"| {label} | " + " | ".join(value(one, figures["articles"]) for one in engines.values()) + " |"
    yield ""


def _agreement(engines: Engines) -> str:
    """How often the engines found as many articles as the first."""
    first, *others = (one["queries"] for one in engines.values())
    pairs = [
        mine == theirs
        for other in others
        for kind in first.keys() & other.keys()
        for mine, theirs in zip(first[kind]["hits"], other[kind]["hits"], strict=True)
    ]
    return f"In {sum(pairs):,} of {len(pairs):,} answers the others found as many articles as Readout."


def _absent(engines: Engines) -> str:
    """Who was not asked."""
    names = [name for key, name in NAMES.items() if key not in engines]
    return f" Not asked in this run: {', '.join(names)}." if names else ""


_COSTS: Final[dict[str, Callable[[Mapping[str, Any], int], str]]] = {
    "indexing, articles a second of processor time": lambda one, count: f"{count / one['load']['cpu']:,.0f}",
    "size, MB": lambda one, _count: f"{one['load']['bytes'] / 1e6:,.0f}",
    "adding 100 articles, s of processor time": lambda one, _count: f"{one['load']['add']['cpu']:.2f}",
    "opening, ms of processor time": lambda one, _count: f"{one['open']:.1f}",
}


def _cell(taken: Mapping[str, Any] | None) -> str:
    return f"{short(taken['cpu']['p50'])} ({short(taken['cpu']['p95'])})" if taken else "–"


def main() -> None:
    """Write the page and the pictures."""
    files = sorted((file for file in ROOT.glob("*.json") if file.stem.isdigit()), key=lambda file: int(file.stem))
    measured = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    for figures in measured:
        if len(figures["engines"]) > 1:
            (DOCS / f"performance-{figures['articles']}.svg").write_text(picture(figures), encoding="utf-8")
    (DOCS / "performance-growth.svg").write_text(growth.picture(measured), encoding="utf-8")
    page = "\n".join((text(measured), *served.section(ROOT))).rstrip("\n") + "\n"
    (DOCS / "performance.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

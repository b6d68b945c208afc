"""Report: what did the benchmark find, as a table and as a picture?

`python -m tests.bench.report` writes docs/performance.md and its pictures from the figures under
var/bench.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.bench import (
    bars,
    beside,
    compared_sites,
    felt_times,
    fresh,
    growth,
    modes,
    served,
    spread,
    under_load,
)
from tests.bench.archive import ROOT
from tests.bench.naming import NAMES, Engines, Figures, asked, short

DOCS: Final = Path(__file__).parents[2] / "docs"
HEAD, METHOD, PAGE = (
    Path(__file__).with_name(f"{name}.md").read_text("utf-8") for name in ("head", "method", "page")
)


def text(measured: Sequence[Figures]) -> str:
    """The page."""
    compared = [figures for figures in measured if len(figures["engines"]) > 1]
    pages = [PAGE] if any("whole" in figures["engines"] for figures in compared) else []
    sections = [line for figures in compared for line in _section(figures)]
    return "\n".join(
        [HEAD, *beside.section(compared), METHOD, *pages, *sections, *growth.section(measured)]
    )


def _section(figures: Figures) -> Iterator[str]:
    engines: Engines = figures["engines"]
    yield f"## {figures['articles']:,} articles"
    yield ""
    yield f"{figures['machine']}. {_agreement(engines)}{_absent(engines)}"
    yield ""
    yield f"![Milliseconds a query, the picture of the table below](performance-{figures['articles']}.svg)"
    yield ""
    yield "| query | " + " | ".join(NAMES[name] for name in engines) + " |"
    yield "| --- |" + " ---: |" * len(engines)
    for kind, label in asked(engines):
        yield (
            f"| {label} | "
            + " | ".join(_cell(one["queries"].get(kind)) for one in engines.values())
            + " |"
        )
    yield ""
    yield from spread.section(engines)
    yield from modes.section(engines)
    yield "| | " + " | ".join(NAMES[name] for name in engines) + " |"
    yield "| --- |" + " ---: |" * len(engines)
    for label, value in _COSTS.items():
        yield (
            f"| {label} | "
            + " | ".join(value(one, figures["articles"]) for one in engines.values())
            + " |"
        )
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
    return (
        f"In {sum(pairs):,} of {len(pairs):,} answers the others found as many articles as Readout."
    )


def _absent(engines: Engines) -> str:
    """Who was not asked."""
    names = [name for key, name in NAMES.items() if key not in engines]
    return f" Not asked in this run: {', '.join(names)}." if names else ""


_COSTS: Final[dict[str, Callable[[Figures, int], str]]] = {
    "indexing, articles a second of processor time": lambda one, count: (
        f"{count / one['load']['cpu']:,.0f}"
    ),
    "size, MB": lambda one, _count: f"{one['load']['bytes'] / 1e6:,.0f}",
    "adding 100 articles, s of processor time": lambda one, _count: (
        f"{one['load']['add']['cpu']:.2f}"
    ),
    "opening, ms of processor time": lambda one, _count: f"{one['open']:.1f}",
    "memory of its own, MB": lambda one, _count: _megabytes(one, "RssAnon"),
    "memory with mapped files, MB": lambda one, _count: _megabytes(one, "VmRSS"),
}


def _megabytes(one: Figures, name: str) -> str:
    return f"{one['memory'][name]:,.0f}" if "memory" in one else "–"  # older figures have none


def _cell(taken: Figures | None) -> str:
    return f"{short(taken['cpu']['p50'])} ({short(taken['cpu']['p95'])})" if taken else "–"


def main() -> None:
    """Write the page and the pictures."""
    files = sorted(
        (file for file in ROOT.glob("*.json") if file.stem.isdigit()),
        key=lambda file: int(file.stem),
    )
    measured = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    for figures in measured:
        if len(figures["engines"]) > 1:
            (DOCS / f"performance-{figures['articles']}.svg").write_text(
                bars.picture(figures), encoding="utf-8"
            )
    if (sites := ROOT / "sites.json").exists():
        found = json.loads(sites.read_text(encoding="utf-8"))
        (DOCS / "performance-sites.svg").write_text(compared_sites.picture(found), encoding="utf-8")
    (DOCS / "performance-growth.svg").write_text(growth.picture(measured), encoding="utf-8")
    page = (
        "\n".join(
            (
                text(measured),
                *served.section(ROOT),
                *compared_sites.section(ROOT),
                *felt_times.section(ROOT),
                *under_load.section(ROOT),
                *fresh.section(ROOT),
            )
        ).rstrip("\n")
        + "\n"
    )
    (DOCS / "performance.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

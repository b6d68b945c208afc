"""Compared sites: what the report says of whole pages beside those of Datasette, and of Whoosh and Bottle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.bench.bars import drawn
from tests.bench.beside import beside
from tests.bench.naming import short

OURS: Final = "Readout"
NAMES: Final = ("Datasette", "Datasette without suggestions", "Whoosh 2.7.4 + Bottle")


def section(root: Path) -> Iterator[str]:
    """What `sites` found, if it was asked."""
    file = root / "sites.json"
    if not file.exists():
        return
    found = json.loads(file.read_text(encoding="utf-8"))
    costs, kinds = found["sites"], list(found["sites"][OURS])
    yield "## Beside other sites"
    yield ""
    yield f"Whole pages through HTTP, of the same {found['articles']:,} articles of news with the same leaders, countries, years and"
    yield "languages: ten hits, all found counted, values of four facets with their counts."
    yield "Readout ranks and cuts passages, and so does the site that Whoosh and Bottle make by their documentation"
    yield "(`tests/bench/plain_site.py`); Datasette does neither, and is as it comes, and without looking for more facets."
    yield from (f"{name} was not asked in this run." for name in NAMES if name not in costs)
    yield ""
    yield f"Milliseconds of processor time of the server a page; in brackets Readout beside it. {found['machine']}."
    yield ""
    yield "![Milliseconds a page, the picture of the table below](performance-sites.svg)"
    yield ""
    yield "| | " + " | ".join(kinds) + " |"
    yield "| --- |" + " ---: |" * len(kinds)
    for name, own in costs.items():
        row = (_cell(own[kind], costs[OURS][kind], name) for kind in kinds)
        yield f"| {name} | " + " | ".join(row) + " |"
    yield ""


def picture(found: dict[str, Any]) -> str:
    """The table as bars."""
    costs = found["sites"]
    rows = [
        (kind, [(at, own[kind]) for at, own in enumerate(costs.values())]) for kind in costs[OURS]
    ]
    title = f"Milliseconds a page of {found['articles']:,} articles; bars grow with the logarithm"
    return drawn(title, list(costs), rows, apart=118)


def _cell(cost: float, ours: float, name: str) -> str:
    return short(cost) if name.startswith(OURS) else f"{short(cost)} ({beside(ours, cost)})"

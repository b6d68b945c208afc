"""Compared sites: what the report says of whole pages beside those of Datasette, and of Whoosh and Bottle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.bars import drawn
from tests.bench.beside import beside
from tests.bench.naming import short

OURS = "Readout"


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
    yield "Readout and Whoosh rank and cut passages, Datasette does neither; Whoosh and Bottle are put together as their"
    yield "documentation does it (`tests/bench/plain_site.py`), Datasette is as it comes, and without looking for more facets."
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

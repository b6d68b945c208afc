"""Under load: what the report says of readers who come at a fixed rate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any


def section(root: Path) -> Iterator[str]:
    """What `load` found, if it was asked."""
    file = root / "load.json"
    if not file.exists():
        return
    found = json.loads(file.read_text(encoding="utf-8"))
    steady, flood = found["steady"], found["flood"]
    yield "## Under load"
    yield ""
    yield f"Two workers, pages, suggestions, feeds and exports for a log of queries; a wait begins when the reader comes. {found['machine']}."
    yield f"The first beside {steady['runs']} runs of `readout index` that add articles; the second at ten times what the server then answered"
    yield f"({found['can']:.0f} a second): what there is no time for is refused with 503, half of it within {_refused(flood, 'p50')} s, and those"
    yield f"who waited in vain after five seconds; {flood['recovered']:.1f} s after the last reader was done with, all were answered again."
    yield ""
    yield "| readers a second | answered | refused | anything else | p50, s | p95 | p99 | processor time, ms |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    yield from (_row(one) for one in (steady, flood))
    yield ""
    yield f"Memory of its own of the server and its workers, MB: {_range(steady['memory'])}."
    yield ""


def _row(one: Mapping[str, Any]) -> str:
    statuses = one["statuses"]
    answered, refused = statuses.get("200", 0), statuses.get("503", 0)
    others = sum(statuses.values()) - answered - refused
    waits = " | ".join(f"{one['seconds']['answered'][part]:.2f}" for part in ("p50", "p95", "p99"))
    return f"| {one['rate']:.0f} | {answered:,} | {refused:,} | {others} | {waits} | {one['cpu']:.1f} |"


def _refused(flood: Mapping[str, Any], part: str) -> str:
    waits = flood["seconds"].get("refused", {part: 0.0})
    return f"{waits[part]:.2f}"


def _range(memory: Sequence[Sequence[float]]) -> str:
    """What each process had after the first run and after the last."""
    pairs = zip(memory[0], memory[-1], strict=True)
    return ", ".join(f"{first:.0f} → {last:.0f}" for first, last in pairs)

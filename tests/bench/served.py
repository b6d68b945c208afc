"""Served: what the report says of pages through HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench.naming import short


def section(root: Path) -> Iterator[str]:
    """What `serving` found, if it was asked."""
    files = sorted(root.glob("serving-*.json"), key=lambda file: (len(file.name), file.name))
    if not files:
        return
    yield "## Through HTTP"
    yield ""
    yield "Whole pages of HTML on loopback, one after the other: milliseconds on the wall clock, the best of three rounds,"
    yield "and of processor time in the server. Pages of news are asked for by four readers at once, of two workers."
    yield ""
    yield "| | p50 | p95 | p99 | processor time | requests a second |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for file in files:
        found = json.loads(file.read_text(encoding="utf-8"))
        size = file.stem.removeprefix("serving-")
        of = f", {int(size):,} articles" if size.isdigit() else ""
        for kind, taken in found["pages"].items():
            wall = " | ".join(short(taken["wall"][part]) for part in ("p50", "p95", "p99"))
            yield f"| {kind}{of} | {wall} | {short(taken['cpu'])} | {taken.get('rate', '–')} |"
    yield ""

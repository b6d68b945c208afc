"""Served: what the report says of pages through HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench.naming import short


def section(root: Path) -> Iterator[str]:
    """What `serving` found, if it was asked."""
    files = sorted(root.glob("serving-*.json"))
    if not files:
        return
    yield "## Through HTTP"
    yield ""
    yield "Whole pages of HTML on loopback: milliseconds on the wall clock, and of processor time in the server."
    yield ""
    yield "| | p50 | p95 | p99 | processor time | requests a second |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for file in files:
        found = json.loads(file.read_text(encoding="utf-8"))
        size = file.stem.removeprefix("serving-")
        what = (
            f"{int(size):,} articles, one worker"
            if size.isdigit()
            else "words of headlines of news, two workers"
        )
        wall = " | ".join(short(found["wall"][part]) for part in ("p50", "p95", "p99"))
        yield f"| {what} | {wall} | {short(found['cpu'])} | {found.get('rate', '–')} |"
    yield ""

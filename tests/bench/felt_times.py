"""Felt times: what the report says of what a person waits for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path


def section(root: Path) -> Iterator[str]:
    """What `felt` found, if it was asked."""
    file = root / "felt.json"
    if not file.exists():
        return
    found = json.loads(file.read_text(encoding="utf-8"))
    key, saved, served = found["typed"], found["saved"], found["served"]
    yield "## What a person waits for"
    yield ""
    yield f"On the clock, which other work of the machine makes longer. {found['machine']}."
    yield "A folder is looked at every five seconds, and a file is read when two looks, two seconds apart, find it the same."
    yield "From nothing is `make serve` in a fresh copy of the project and with nothing that pip kept: an environment is made, all is"
    yield "downloaded, PyICU compiled, the sample indexed; g++ and ICU's headers are there."
    yield ""
    yield "| from | until | p50 | p95 or most | processor time |"
    yield "| --- | --- | ---: | ---: | ---: |"
    yield (
        f"| a key, {found['articles']:,} articles | its suggestions are there, through HTTP | "
        f"{key['wall']['p50']:.1f} ms | {key['wall']['p95']:.1f} ms | {key['cpu']:.1f} ms |"
    )
    yield (
        "| a saved file, `--watch` | a search finds it | "
        f"{saved['p50']:.1f} s | {saved['most']:.1f} s | – |"
    )
    first, again = served["nothing"], served["again"]
    yield (
        f"| `make serve`, from nothing | a page answers | {first['wall']:.0f} s | – | "
        f"{first['cpu']:.0f} s |"
    )
    yield f"| `make serve`, when that is done | a page answers | {again['wall']:.0f} s | – | – |"
    yield ""

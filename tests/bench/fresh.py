"""Fresh: what the report says of commands and workers that start from nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

COMMANDS: Final = {
    "help": "`readout --help`",
    "search few": "`readout search`, five articles",
    "search archive": "`readout search`",
    "add few": "`readout index`, one article more than five",
    "add archive": "`readout index`, one article more",
}
STEPS: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    "opening the index, ms": lambda worker: f"{worker['opening']:.1f}",
    "opening the index, MB": lambda worker: f"{worker['opened']:.0f}",
    "warming, before the port opens, ms": lambda worker: f"{worker['warming']:.0f}",
    "the first page, ms": lambda worker: f"{worker['first']:.1f}",
    "later pages, ms": lambda worker: f"{worker['later']:.1f}",
    "its own memory then, MB": lambda worker: f"{worker['memory']['RssAnon']:.0f}",
    "with the mapped files, MB": lambda worker: f"{worker['memory']['VmRSS']:.0f}",
}


def section(root: Path) -> Iterator[str]:
    """What `cold` found, if it was asked."""
    files = sorted(root.glob("cold-*.json"), key=lambda file: int(file.stem.removeprefix("cold-")))
    if not files:
        return
    yield "## From nothing"
    yield ""
    yield "Each command is a new process, the files are in the system's memory; the median of seven."
    yield "A worker is a new process too, each is asked another page first; milliseconds are of processor time."
    yield "The mapped files are shared by all workers."
    yield ""
    for file in files:
        yield from _table(
            int(file.stem.removeprefix("cold-")), json.loads(file.read_text(encoding="utf-8"))
        )


def _table(size: int, found: dict[str, Any]) -> Iterator[str]:
    yield f"### {size:,} articles of Readout, whole"
    yield ""
    yield f"{found['machine']}."
    yield ""
    yield "| command | wall, s | processor, s |"
    yield "| --- | ---: | ---: |"
    for name, label in COMMANDS.items():
        taken = found["commands"][name]
        yield f"| {label} | {taken['wall']:.2f} | {taken['cpu']:.2f} |"
    yield ""
    yield "| a worker | |"
    yield "| --- | ---: |"
    for label, value in STEPS.items():
        yield f"| {label} | {value(found['worker'])} |"
    yield ""

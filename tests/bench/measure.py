"""Measure: what do loading, opening, adding and every kind of query cost each engine, in one run on one machine?

`python -m tests.bench.measure 20000` loads what is not loaded yet under var/bench and asks all
engines in turns: three rounds, of each query the median, then the median and the 95th percentile of
the queries.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from tests.bench import archive, corpus, lucene, memory
from tests.bench.contender import IN_MODES, Contender
from tests.bench.engines import CONTENDERS, contender

ROUNDS: Final = 3
ADDED: Final = 100
OPENINGS: Final = 5
_MILLI: Final = 1000

Figures = dict[str, Any]
Rows = list[list[Any]]
How = Callable[[Contender, str, Sequence[str]], int]


class Stopwatch:
    """Adds up what passes between each two calls."""

    def __init__(self) -> None:
        """Stand still."""
        self.cpu = self.wall = 0.0
        self._began: tuple[float, float] | None = None

    def __call__(self) -> None:
        """Start, or stop."""
        now = cpu_seconds(), time.perf_counter()
        if self._began is None:
            self._began = now
            return
        self.cpu, self.wall = (
            self.cpu + now[0] - self._began[0],
            self.wall + now[1] - self._began[1],
        )
        self._began = None

    def figures(self) -> Figures:
        """Seconds."""
        return {"cpu": round(self.cpu, 4), "wall": round(self.wall, 4)}


def cpu_seconds() -> float:
    """What this process and the children it waited for have taken."""
    return time.process_time() + children_seconds()


def children_seconds() -> float:
    """What the children that were waited for have taken, and theirs."""
    spent = os.times()
    return spent.children_user + spent.children_system


def measure(count: int, names: Sequence[str]) -> Figures:
    """All figures for an archive of this size."""
    folder = archive.ROOT / str(count)
    corpus.write(folder, count)
    engines = {name: contender(name, folder) for name in names if name in CONTENDERS}
    found: Figures = {
        name: {"load": loaded(name, engine, folder)} for name, engine in engines.items()
    }
    for name, engine in engines.items():
        found[name]["open"] = _opening(engine)
    for mode, modal in _by_mode(engines, archive.queries(folder)).items():
        for name, kinds in modal.items():
            summary = {kind: _summary(rows) for kind, rows in kinds.items()}
            place = found[name] if mode == "queries" else found[name].setdefault("modes", {})
            place[mode] = summary
    if lucene.is_there() and "lucene" in names:
        found["lucene"] = lucene.measured(folder, ROUNDS)
    for name, figures in found.items():
        _say(f"{name}: memory")
        figures["memory"] = memory.used(name, folder)
    return {"articles": count, "machine": machine(), "engines": found}


def loaded(name: str, engine: Contender, folder: Path) -> Figures:
    """What loading took, now or when it was done; 100 articles more are part of it."""
    kept = folder / name / "load.json"
    if not kept.exists():
        _say(f"{name}: loading")
        whole, more = Stopwatch(), Stopwatch()
        kept.parent.mkdir(parents=True, exist_ok=True)
        engine.load(archive.rows(folder), whole)
        size = sum(
            file.stat().st_size for file in (kept.parent / "index").rglob("*") if file.is_file()
        )
        again = (
            replace(row, number=f"9{row.number}") for row in islice(archive.rows(folder), ADDED)
        )
        engine.load(again, more)
        kept.write_text(
            json.dumps({**whole.figures(), "bytes": size, "add": more.figures()}), encoding="utf-8"
        )
    figures: Figures = json.loads(kept.read_text(encoding="utf-8"))
    return figures


def _opening(engine: Contender) -> float:
    """Milliseconds of processor time, the median of a few.

    The files are in the system's memory already.
    """
    taken = []
    for _ in range(OPENINGS):
        began = time.process_time()
        engine.open()
        taken.append((time.process_time() - began) * _MILLI)
    return round(statistics.median(taken), 2)


def _by_mode(
    engines: Mapping[str, Contender], asked: archive.Queries
) -> dict[str, dict[str, dict[str, Rows]]]:
    """Whole answers, counts alone and the ten best alone."""
    some = {kind: asked[kind] for kind in IN_MODES}
    return {
        "queries": _ask(engines, asked, lambda engine, *query: engine.ask(*query)[0]),
        "count": _ask(engines, some, lambda engine, *query: engine.count(*query)),
        "best": _ask(engines, some, lambda engine, *query: engine.best(*query)),
    }


def _ask(
    engines: Mapping[str, Contender], asked: archive.Queries, how: How
) -> dict[str, dict[str, Rows]]:
    """Of each engine and kind a row a query.

    Its CPU and wall milliseconds of each round, and how many hits.
    """
    answers: dict[str, dict[str, Rows]] = {name: {} for name in engines}
    for turn, (kind, queries) in chain.from_iterable(
        ((turn, one) for one in asked.items()) for turn in range(ROUNDS)
    ):
        for name, engine in engines.items():
            if kind in engine.kinds:
                _say(f"{name}: {kind}, round {turn + 1}")
                rows = answers[name].setdefault(kind, [[] for _ in queries])
                for row, words in zip(rows, queries, strict=True):
                    row.append(_timed(partial(how, engine, kind, words)))
    return answers


def _timed(ask: Callable[[], int]) -> tuple[float, float, int]:
    gc.disable()
    cpu, wall = time.process_time(), time.perf_counter()
    total = ask()
    taken = (time.process_time() - cpu) * _MILLI, (time.perf_counter() - wall) * _MILLI
    gc.enable()
    return *taken, total


def _summary(rows: Sequence[Sequence[tuple[float, float, int]]]) -> Figures:
    cpu = [statistics.median(one[0] for one in row) for row in rows]
    wall = [statistics.median(one[1] for one in row) for row in rows]
    return {"cpu": percentiles(cpu), "wall": percentiles(wall), "hits": [row[0][2] for row in rows]}


def percentiles(numbers: Iterable[float]) -> dict[str, float]:
    """The median, and what 95 and 99 of 100 stay below."""
    rising = sorted(numbers)
    return {
        f"p{part}": round(rising[min(len(rising) - 1, len(rising) * part // 100)], 3)
        for part in (50, 95, 99)
    }


def machine() -> str:
    """On what figures are measured."""
    # others' work makes figures larger, and those on the wall clock most
    busy = f"a load of {os.getloadavg()[2]:.0f}"
    return f"{os.cpu_count()} cores under {busy}, Python {platform.python_version()}, {datetime.now(UTC):%B %Y}"


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - it is a command


def main() -> None:
    """Measure, and keep the figures beside the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument(
        "--engines", default=",".join((*CONTENDERS, "lucene")), help="names with commas between"
    )
    told = parser.parse_args()
    figures = measure(told.articles, told.engines.split(","))
    (archive.ROOT / f"{told.articles}.json").write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()

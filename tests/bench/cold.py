"""Cold: how long does a command take from nothing, and what do a worker's first pages and memory come to?

`python -m tests.bench.cold 200000` starts commands on five articles and on the archive of `whole`,
which `python -m tests.bench.measure 200000 --engines whole` makes. The files are in the system's
memory already.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from tests.bench import archive
from tests.bench.measure import machine
from tests.bench.serving import COMMAND

STARTS: Final = 7  # of each command and of the worker; the medians count
FEW: Final = 5
WORD: Final = "נתניהו"

Seconds = dict[str, float]


def started(*words: str) -> Seconds:
    """What a command takes by the clock and of processor time."""
    return _medians([_once(*words) for _ in range(STARTS)])


def added(articles: Path, index: Path) -> Seconds:
    """The same of a run that finds one new article."""
    taken = []
    for number in range(STARTS):
        file = articles / f"new{number}.txt"
        file.write_text(
            f"Call number {number}\n\nPutin called Netanyahu about the truce.\n", encoding="utf-8"
        )
        taken.append(_once("index", str(articles), "--index", str(index)))
    for file in articles.glob("new*.txt"):
        file.unlink()
    _once("index", str(articles), "--index", str(index))
    return _medians(taken)


def worker(index: Path, queries: Sequence[str]) -> dict[str, Any]:
    """The medians of fresh workers, each of which is asked another query first."""
    found = [asked_in_order(index, [*queries[at:], *queries[:at]]) for at in range(STARTS)]
    steps = {
        name: statistics.median(one[name] for one in found)
        for name in ("opening", "opened", "warming")
    }
    memory = {
        name: statistics.median(one["memory"][name] for one in found) for name in found[0]["memory"]
    }
    pages = [one["pages"] for one in found]
    later = statistics.median(chain.from_iterable(page[1:] for page in pages))
    return {
        **steps,
        "memory": memory,
        "first": statistics.median(page[0] for page in pages),
        "later": later,
    }


def asked_in_order(index: Path, queries: Sequence[str]) -> dict[str, Any]:
    """What one fresh worker takes."""
    words = (sys.executable, "-m", "tests.bench.worker", str(index))
    told = subprocess.run(
        words, input=json.dumps(queries), capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def _once(*words: str) -> tuple[float, float]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*COMMAND, *words], capture_output=True, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _medians(taken: Sequence[tuple[float, float]]) -> Seconds:
    wall, cpu = zip(*taken, strict=True)
    return {"wall": statistics.median(wall), "cpu": statistics.median(cpu)}


def _few(folder: Path, place: Path) -> Path:
    """An archive of a handful of articles, as files of text."""
    (place / "articles").mkdir()
    for row in islice(archive.rows(folder), FEW):
        text = archive.as_json(row)["text"]
        (place / "articles" / f"{row.number}.txt").write_text(
            f"{row.title}\n\n{text}\n", encoding="utf-8"
        )
    _once("index", str(place / "articles"), "--index", str(place / "index"))
    return place


def measure(folder: Path, small: Path) -> dict[str, Any]:
    """All figures of an archive, and of a handful of articles beside it."""
    commands = {"help": started("--help")}
    for name, place in {"few": small, "archive": folder / "whole"}.items():
        commands[f"search {name}"] = started("search", WORD, "--index", str(place / "index"))
        commands[f"add {name}"] = added(place / "articles", place / "index")
    queries = [" ".join(words[:2]) for words in archive.queries(folder)["page"]]
    return {
        "machine": machine(),
        "commands": commands,
        "worker": worker(folder / "whole" / "index", queries),
    }


def main() -> None:
    """Measure, and keep the figures beside the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    size = str(parser.parse_args().articles)
    with tempfile.TemporaryDirectory() as place:
        found = measure(archive.ROOT / size, _few(archive.ROOT / size, Path(place)))
    (archive.ROOT / f"cold-{size}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()

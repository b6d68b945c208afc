"""Cold: how long does a command take from nothing, and what does a worker take of memory?

`python -m tests.bench.cold 200000` starts commands on five articles and on the archive of `whole` (see `ours`), which
`python -m tests.bench.measure 200000 --engines whole` makes. The files are in the system's memory already.
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
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from tests.bench import corpus
from tests.bench.measure import ROOT
from tests.bench.serving import COMMAND

STARTS: Final = 7  # of each command; the median counts
FEW: Final = 5
WORD: Final = "נתניהו"

# In a process of its own: opening, the first pages after warming and later ones, and memory at each step.
WORKER: Final = """
import json, sys, time
from pathlib import Path
from index.archive import open_engine
from search.gazetteer import gazetteer
from search.results import Search
from search.searcher import Searcher

def megabytes():
    said = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
    return {name: int(said[name].split()[0]) / 1000 for name in ("VmRSS", "RssAnon")}

def milliseconds(step, *given):
    began = time.process_time()
    step(*given)
    return (time.process_time() - began) * 1000

before, index = megabytes()["VmRSS"], Path(sys.argv[1])
opening = milliseconds(open_engine, index)
opened = megabytes()["VmRSS"] - before
searcher = Searcher(open_engine(index), gazetteer())
searcher.warm()
pages = [milliseconds(searcher.search, Search(query=query)) for query in json.loads(sys.argv[2])]
print(json.dumps({"opening": opening, "opened": opened, "pages": pages, "memory": megabytes()}))
"""


def started(*words: str) -> tuple[float, float]:
    """Seconds by the clock and of processor time that a command takes, the medians."""
    taken = [_once(*words) for _ in range(STARTS)]
    return statistics.median(wall for wall, _ in taken), statistics.median(cpu for _, cpu in taken)


def added(articles: Path, index: Path) -> tuple[float, float]:
    """The same of a run that finds one new article."""
    taken = []
    for number in range(STARTS):
        file = articles / f"new{number}.txt"
        file.write_text(f"Call number {number}\n\nPutin called Netanyahu about the truce.\n", encoding="utf-8")
        taken.append(_once("index", str(articles), "--index", str(index)))
    for file in articles.glob("new*.txt"):
        file.unlink()
    _once("index", str(articles), "--index", str(index))
    return statistics.median(wall for wall, _ in taken), statistics.median(cpu for _, cpu in taken)


def worker(index: Path, queries: Sequence[str]) -> dict[str, Any]:
    """What `WORKER` prints."""
    words = [sys.executable, "-c", WORKER, str(index), json.dumps(queries)]
    found: dict[str, Any] = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    return found


def _once(*words: str) -> tuple[float, float]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*COMMAND, *words], capture_output=True, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def lines(folder: Path, small: Path) -> Iterator[str]:
    """The rows of a table of the figures."""
    yield "| from nothing | by the clock | processor |"
    yield "| --- | ---: | ---: |"
    yield _row("help", started("--help"))
    for name, place in {"five articles": small, "the archive": folder / "whole"}.items():
        index = place / "index"
        yield _row(f"search, {name}", started("search", WORD, "--index", str(index)))
        yield _row(f"one article more, {name}", added(place / "articles", index))
    found = worker(folder / "whole" / "index", [" ".join(words[:2]) for words in corpus.queries(folder)["page"]])
    first, *later = found["pages"]
    memory = found["memory"]
    yield ""
    yield f"Opening takes {found['opening']:.1f} ms and {found['opened']:.0f} MB; the first page of a warmed worker"
    yield f"{first:.1f} ms, later ones {statistics.median(later):.1f} ms. Then it has {memory['RssAnon']:.0f} MB"
    yield f"of its own, and {memory['VmRSS']:.0f} MB with the mapped files, which all workers share."


def _row(name: str, taken: tuple[float, float]) -> str:
    return f"| {name} | {taken[0]:.2f} s | {taken[1]:.2f} s |"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    folder = ROOT / str(parser.parse_args().articles)
    with tempfile.TemporaryDirectory() as place:
        small = Path(place)
        (small / "articles").mkdir()
        for row in islice(corpus.rows(folder), FEW):
            text = corpus.as_json(row)["text"]
            (small / "articles" / f"{row.number}.txt").write_text(f"{row.title}\n\n{text}\n", encoding="utf-8")
        _once("index", str(small / "articles"), "--index", str(small / "index"))
        for line in lines(folder, small):
            print(line, flush=True)  # noqa: T201 - it is a command


if __name__ == "__main__":
    main()

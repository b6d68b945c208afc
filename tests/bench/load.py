"""Load: what do readers wait who come at a fixed rate, and what becomes of ten times as many?

`python -m tests.bench.load` asks two workers for what a log of queries has, beside runs that add
articles, then at ten times the rate that they can answer, and says how soon they are well again.
A wait begins when its reader comes, not when the server takes it: what waits is seen.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from tests.bench.archive import ROOT
from tests.bench.measure import machine, percentiles
from tests.bench.memory import OWN, megabytes
from tests.bench.serving import COMMAND, family, news, server, spent
from tests.quality import shelf

LOGS: Final = ("en-searchbenchmarkgame", "en-trec-news", "rufa-news-clir")
PATIENCE: Final = 60  # seconds of a reader
WORKERS, CAN, FLOOD = 2, 15, 20  # processes; seconds
EVERY: Final = 10  # seconds between two runs, and two looks at memory
ADDED: Final = 5  # articles a run
WELL: Final = 20  # answers without a refusal, after which a server counts as well again
PROBED: Final = 0.05  # seconds between them
KINDS: Final = (
    *("/search",) * 24,
    *("/api/v1/search",) * 8,
    *("/api/v1/suggest",) * 14,
    *("/search.atom",) * 3,
    "/export.csv",  # of all that is found, which may be each article
)


class Answered(NamedTuple):
    """An answer: its status (0 if there was none), and the seconds since its reader came."""

    status: int
    seconds: float


def addresses(texts: Sequence[str]) -> Iterator[str]:
    """What the readers ask for without end: pages most of all, the same each time."""
    chance = random.Random(11)  # noqa: S311
    for text in cycle(texts):
        path = chance.choice(KINDS)
        typed = text[: chance.randint(2, 12)] if "suggest" in path else text
        yield f"{path}?{urlencode({'q': typed})}"


async def asked(port: int, address: str, came: float) -> Answered:
    """What a reader gets, all of it read, by a connection of its own."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            told = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
            writer.write(told.encode())
            head = await reader.readline()
            while await reader.read(1 << 16):
                pass
            writer.close()
            return Answered(int(head.split()[1]), loop.time() - came)
    except (OSError, IndexError, TimeoutError):
        return Answered(0, loop.time() - came)


async def open_loop(
    port: int, asking: Iterator[str], rate: float, seconds: float
) -> list[Answered]:
    """Readers who come at a fixed rate, whatever became of those before them."""
    loop, count = asyncio.get_running_loop(), round(rate * seconds)
    began, tasks = loop.time(), []
    for number, address in enumerate(islice(asking, count)):
        came = began + number / rate
        await asyncio.sleep(max(0.0, came - loop.time()))
        tasks.append(asyncio.create_task(asked(port, address, came)))
    return list(await asyncio.gather(*tasks))


async def closed_loop(port: int, asking: Iterator[str], seconds: float) -> float:
    """Answers a second to readers of whom each asks again when it has its answer."""
    loop = asyncio.get_running_loop()
    end, answers = loop.time() + seconds, list[Answered]()

    async def reader() -> None:
        while loop.time() < end:
            answers.append(await asked(port, next(asking), loop.time()))

    await asyncio.gather(*(reader() for _ in range(2 * WORKERS)))
    return sum(answer.status == 200 for answer in answers) / seconds


async def recovery(port: int, asking: Iterator[str]) -> float:
    """Seconds until a server answers all that it is asked, one after the other."""
    loop = asyncio.get_running_loop()
    began = last = loop.time()
    well = 0
    while well < WELL:
        answer = await asked(port, next(asking), loop.time())
        well = well + 1 if answer.status == 200 else 0
        last = last if well else loop.time()
        await asyncio.sleep(PROBED)
    return last - began


def told(answers: Sequence[Answered], rate: float) -> dict[str, Any]:
    """How many answers of each status, and what those who got a page and the refused waited."""
    waits = {
        name: percentiles(answer.seconds for answer in answers if answer.status == status)
        for name, status in (("answered", 200), ("refused", 503))
        if any(answer.status == status for answer in answers)
    }
    statuses = Counter(str(answer.status) for answer in answers)
    return {"rate": rate, "statuses": dict(sorted(statuses.items())), "seconds": waits}


@contextmanager
def beside(every: Callable[[], None]) -> Iterator[None]:
    """Something that is done again and again in a thread of its own; raises what that raised."""
    stop = threading.Event()

    def repeated() -> None:
        while not stop.wait(EVERY):
            every()

    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(repeated)
        try:
            yield
        finally:
            stop.set()
        done.result()


def adding(articles: Path, index: Path) -> Callable[[], None]:
    """A run of `readout index` that finds new articles; raises if it ends in an error."""

    def run() -> None:
        number = time.monotonic_ns()
        for one in range(ADDED):
            text = f"Call {number}\n\nPutin called Netanyahu about the truce {number} {one}.\n"
            (articles / f"{number}-{one}.txt").write_text(text, encoding="utf-8")
        words = (*COMMAND, "index", str(articles), "--index", str(index))
        subprocess.run(words, check=True, capture_output=True)

    return run


def steady(
    served: tuple[int, int], place: Path, asking: Iterator[str], rate: float, seconds: float
) -> dict[str, Any]:
    """Readers at a fixed rate beside runs that add articles; memory is of each process."""
    port, process = served
    memory: list[list[float]] = []  # megabytes
    runs = adding(place / "articles", place / "index")

    def every() -> None:
        runs()
        memory.append([megabytes(one)[OWN] for one in family(process)])

    before = spent(process)
    with beside(every):
        answers = asyncio.run(open_loop(port, asking, rate, seconds))
    cost = (spent(process) - before) / len(answers) * 1000
    return {**told(answers, rate), "cpu": round(cost, 2), "memory": memory, "runs": len(memory)}


def measure(place: Path, texts: Sequence[str], rate: float, seconds: float) -> dict[str, Any]:
    """All figures of an index that may be added to."""
    asking = addresses(texts)
    with server(place / "index", WORKERS) as (port, process):
        calm = steady((port, process), place, asking, rate, seconds)
        can = asyncio.run(closed_loop(port, asking, CAN))
        before = spent(process)
        flood = asyncio.run(open_loop(port, asking, 10 * can, FLOOD))
        well = asyncio.run(recovery(port, asking))
        cost = (spent(process) - before) / len(flood) * 1000
        flooded = {**told(flood, 10 * can), "cpu": round(cost, 2), "recovered": well}
    return {"machine": machine(), "can": can, "steady": calm, "flood": flooded}


def texts() -> list[str]:
    """What readers have asked for elsewhere."""
    logs = (shelf.lines("queries", f"queries-{log}.jsonl") for log in LOGS)
    found = [row["text"] for rows in logs for row in rows]
    random.Random(3).shuffle(found)  # noqa: S311
    return found


def main() -> None:
    """Measure, and keep the figures beside the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=10, help="readers a second")
    parser.add_argument("--seconds", type=float, default=600)
    given = parser.parse_args()
    index, _ = news(shelf.folder())
    with TemporaryDirectory() as name:
        place = Path(name)
        (place / "articles").mkdir()
        shutil.copytree(index, place / "index")
        found = measure(place, texts(), given.rate, given.seconds)
    (ROOT / "load.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()

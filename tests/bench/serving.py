"""Serving: how long does a page take through HTTP, and how many does a server answer in a second?

`python -m tests.bench.serving 20000` asks a server of the benchmark's articles for pages of several
kinds, one after the other; `python -m tests.bench.serving news` indexes 20,000 articles of the
folder that READOUT_EVALUATION names and asks two workers, from four sides at once, for words of
their headlines.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from tests.bench import corpus
from tests.bench.archive import ROOT, Queries, queries, rows
from tests.bench.engines import contender
from tests.bench.measure import ROUNDS, loaded, machine, percentiles
from tests.quality import shelf

COMMAND: Final = (sys.executable, "-c", "from web.cli import main; main()")
STARTS: Final = 60  # seconds that a server may take until it answers
ARTICLES, ASKED, CLIENTS, WORDS = 20_000, 2_000, 4, 3
APART: Final = "two frequent words, never together"
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@contextmanager
def server(index: Path, workers: int) -> Iterator[tuple[int, int]]:
    """A server of an index while it answers: its port, and its process."""
    told = ("serve", "--index", str(index), "--port", "{port}", "--workers", str(workers))
    with running((*COMMAND, *told), "/healthz") as found:
        yield found


@contextmanager
def running(command: Sequence[str], ready: str) -> Iterator[tuple[int, int]]:
    """A server while it answers at `ready`; its port stands in its command as `{port}`."""
    port = free_port()
    told = [word.format(port=port) for word in command]
    with subprocess.Popen(
        told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running_process:
        try:
            _wait(port, ready)
            yield port, running_process.pid
        finally:
            running_process.terminate()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int, ready: str) -> None:
    last = time.monotonic() + STARTS
    while True:
        try:
            return get(port, ready)
        except OSError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)


def get(port: int, path: str) -> None:
    """Ask for a page, and read it; raises `OSError` if there is none."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=STARTS)
    asked.request("GET", path)
    answer = asked.getresponse()
    answer.read()
    asked.close()
    if answer.status != http.client.OK:
        raise OSError(f"{path}: {answer.status} {answer.reason}")


def _timed(port: int, path: str) -> float:
    began = time.perf_counter()
    get(port, path)
    return (time.perf_counter() - began) * 1000


def spent(process: int) -> float:
    """Seconds of processor time of a server and its workers."""
    stats = (Path(f"/proc/{one}/stat").read_text() for one in family(process))
    rows = [stat.rpartition(") ")[2].split() for stat in stats]
    return sum(int(row[11]) + int(row[12]) for row in rows) / _TICKS


def family(process: int) -> list[int]:
    """A server and its workers."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *map(int, children)]


def paths(asked: Queries, ids: Sequence[str]) -> dict[str, list[str]]:
    """Pages by their kind."""
    frequent = [words[0] for words in asked["frequent"]]
    # languages take turns: words in Hebrew beside Romanian ones
    apart = zip(frequent[0::3], frequent[1::3], strict=False)
    texts = {
        "a rare word": [words[0] for words in asked["rare"]],
        "a phrase": [f'"{" ".join(words)}"' for words in asked["phrase"]],
        APART: [" ".join(words) for words in apart],
    }
    return {
        "two words in a country": [
            "/search?" + urlencode({"q": " ".join(words[:2]), "country": words[2]})
            for words in asked["page"]
        ],
        **{
            kind: ["/search?" + urlencode({"q": text}) for text in some]
            for kind, some in texts.items()
        },
        "an article": [
            f"/article/{one}?" + urlencode({"q": word})
            for one, word in zip(ids, frequent, strict=False)
        ],
    }


def pages(index: Path, asked: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Milliseconds of each page by one worker, the best of a few rounds, and its processor time."""
    with server(index, 1) as (port, process):
        return {kind: _measured(port, process, some) for kind, some in asked.items()}


def _measured(port: int, process: int, asked: Sequence[str]) -> dict[str, Any]:
    get(port, asked[0])
    before = spent(process)
    rounds = [[_timed(port, path) for path in asked] for _ in range(ROUNDS)]
    cost = (spent(process) - before) / ROUNDS / len(asked) * 1000
    return {"wall": percentiles(map(min, zip(*rounds, strict=True))), "cpu": round(cost, 2)}


def rate(index: Path, texts: Sequence[str]) -> dict[str, Any]:
    """Requests a second that two workers answer, and the processor time of one."""
    asked = ["/search?" + urlencode({"q": text}) for text in texts]
    with server(index, 2) as (port, process):
        for path in asked[:CLIENTS]:
            get(port, path)
        before, began = spent(process), time.perf_counter()
        with ThreadPoolExecutor(CLIENTS) as clients:
            taken = list(clients.map(lambda path: _timed(port, path), asked))
        wall, cost = time.perf_counter() - began, spent(process) - before
    return {
        "rate": round(len(asked) / wall, 1),
        "cpu": round(cost / len(asked) * 1000, 2),
        "wall": percentiles(taken),
    }


def news(folder: Path, count: int = ARTICLES) -> tuple[Path, list[str]]:
    """An index of at most so many real articles from all over the folder, and their headlines."""
    files = sorted((folder / "news").glob("*.jsonl"))
    lines = [line for file in files for line in file.open(encoding="utf-8")]
    articles = lines[:: max(1, len(lines) // count)][:count]
    root = ROOT / ("news" if count == ARTICLES else f"news-{count}")
    source, index = root / "articles", root / "index"
    if not index.exists():
        source.mkdir(parents=True, exist_ok=True)
        (source / "news.jsonl").write_text("".join(articles), encoding="utf-8")
        subprocess.run((*COMMAND, "index", str(source), "--index", str(index)), check=False)
    titles = [
        words
        for line in articles
        if len(words := str(json.loads(line).get("title") or "").split()) >= WORDS
    ]
    chance = random.Random(5)  # noqa: S311 - the same each time
    return index, [" ".join(words[:WORDS]) for words in chance.choices(titles, k=ASKED)]


def main() -> None:
    """Measure, and keep the figures beside the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", help="a size that `measure` loaded, or `news`")
    what = parser.parse_args().what
    if what == "news":
        found = {"words of headlines of news": rate(*news(shelf.folder()))}
    else:
        folder = ROOT / what
        corpus.write(folder, int(what))
        loaded("whole", contender("whole", folder), folder)
        ids = [row.number for row in islice(rows(folder), corpus.EACH)]
        found = pages(folder / "whole" / "index", paths(queries(folder), ids))
    told = json.dumps({"machine": machine(), "pages": found})
    (ROOT / f"serving-{what}.json").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()

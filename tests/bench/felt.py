"""Felt: how long until a saved file is found, a key's suggestion is there, and a fresh copy answers?

`python -m tests.bench.felt 200000` types into the search field of the archive that
`python -m tests.bench.measure 200000 --engines whole` makes, saves files into a folder that is
watched, and lets `make serve` set up a copy of the project that has nothing.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import signal
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import urlencode

from tests.bench import archive
from tests.bench.measure import ROUNDS, children_seconds, machine, percentiles
from tests.bench.serving import COMMAND, free_port, get, running, server, spent

PROJECT: Final = Path(__file__).parents[2]
SAVED: Final = 7  # files; the median counts
WATCHED: Final = 20  # articles in the folder that is watched
LONGEST: Final = 60  # seconds until a saved file must be found
ASKED_EVERY: Final = 0.05  # seconds
KEYS: Final = range(2, 9)  # letters that were typed when a suggestion is asked for
TYPED: Final = 16  # queries, each typed key after key


def found_after_saving(folder: Path) -> dict[str, float]:
    """Seconds on the clock from a file's being saved until a search finds it, by `--watch`."""
    (folder / "articles").mkdir()
    for number in range(WATCHED):
        _save(folder, f"old{number}")
    told = ("--watch", "--index", str(folder / "index"), "--port", "{port}", "--workers", "1")
    command = (*COMMAND, "serve", str(folder / "articles"), *told)
    with running(command, "/healthz") as (port, _):
        taken = [_found(port, folder, f"saved{number}") for number in range(SAVED)]
    return {"p50": statistics.median(taken), "most": max(taken)}


def _save(folder: Path, word: str) -> None:
    text = f"Call {word}\n\nPutin called Netanyahu about the truce of {word}.\n"
    (folder / "articles" / f"{word}.txt").write_text(text, encoding="utf-8")


def _found(port: int, folder: Path, word: str) -> float:
    began = time.perf_counter()
    _save(folder, word)
    while time.perf_counter() < began + LONGEST:
        if json.loads(read(port, "/api/v1/search", word))["total"]:
            return time.perf_counter() - began
        time.sleep(ASKED_EVERY)
    raise TimeoutError(f"{word} was not found in {LONGEST} seconds")


def read(port: int, path: str, words: str) -> bytes:
    """What an address answers to words."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
    asked.request("GET", f"{path}?{urlencode({'q': words})}")
    body = asked.getresponse().read()
    asked.close()
    return body


def typed(queries: Sequence[Sequence[str]]) -> Iterator[str]:
    """What the field holds after each key of some queries."""
    for words in queries[:TYPED]:
        whole = " ".join(words[:2])
        yield from (whole[:length] for length in KEYS if not whole[:length].endswith(" "))


def suggested(index: Path, queries: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Milliseconds on the clock from a key to its suggestions, and of the server's processor."""
    keys = list(typed(queries))
    with server(index, 1) as (port, process):
        read(port, "/api/v1/suggest", keys[0])
        before = spent(process)
        rounds = [[_milliseconds(port, key) for key in keys] for _ in range(ROUNDS)]
        cost = (spent(process) - before) / ROUNDS / len(keys) * 1000
    return {
        "wall": percentiles(map(min, zip(*rounds, strict=True))),
        "cpu": round(cost, 2),
        "keys": len(keys),
    }


def _milliseconds(port: int, key: str) -> float:
    began = time.perf_counter()
    read(port, "/api/v1/suggest", key)
    return (time.perf_counter() - began) * 1000


def served_from_nothing(place: Path) -> dict[str, dict[str, float]]:
    """Seconds from `make serve` in a copy that has nothing until it answers, then once more.

    On the clock, and of the processor what the set-up took. What pip has kept counts as nothing.
    """
    copy = place / "copy"
    subprocess.run(["git", "clone", "--quiet", str(PROJECT), str(copy)], check=True)  # noqa: S607
    return {name: _started(copy, free_port()) for name in ("nothing", "again")}


def _started(copy: Path, port: int) -> dict[str, float]:
    before, began = children_seconds(), time.perf_counter()
    command = ["make", "serve", f"PORT={port}"]
    alone = {**os.environ, "PIP_CACHE_DIR": str(copy / "var" / "pip")}
    with subprocess.Popen(
        command, cwd=copy, env=alone, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while process.poll() is None and not _answers(port):
            time.sleep(ASKED_EVERY)
        wall = time.perf_counter() - began
        if process.poll() is not None:
            raise RuntimeError(f"make serve ended with {process.returncode}")
        os.killpg(process.pid, signal.SIGTERM)  # as a terminal ends it: make, its shell, the server
    return {"wall": round(wall, 2), "cpu": round(children_seconds() - before, 2)}


def _answers(port: int) -> bool:
    try:
        get(port, "/search?q=Putin")
    except OSError:
        return False
    return True


def main() -> None:
    """Measure, and keep the figures beside the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    size = parser.parse_args().articles
    folder = archive.ROOT / str(size)
    found: dict[str, Any] = {"articles": size}
    found["typed"] = suggested(folder / "whole" / "index", archive.queries(folder)["page"])
    with TemporaryDirectory() as name:
        found["saved"] = found_after_saving(Path(name))
    with TemporaryDirectory() as name:
        found["served"] = served_from_nothing(Path(name))
    found["machine"] = machine()
    (archive.ROOT / "felt.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()

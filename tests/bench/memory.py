"""Memory: how many megabytes does an engine take in a process of its own that has asked it every query once?

`python -m tests.bench.memory 20000` asks the engines that `measure` has asked, and adds this to the
figures it kept; `python -m tests.bench.memory 20000 fts5` is the process of one engine, and prints
what it took.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from tests.bench import archive, lucene
from tests.bench.engines import contender

OWN, WHOLE = "RssAnon", "VmRSS"  # what no other process can share, and that with the mapped files

Megabytes = dict[str, float]


def megabytes(process: int | str = "self") -> Megabytes:
    """What a process takes now."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    said = dict(line.split(":", 1) for line in status.splitlines())
    return {name: int(said[name].split()[0]) * 1024 / 1e6 for name in (OWN, WHOLE)}


def used(name: str, folder: Path) -> Megabytes:
    """What a fresh process of the engine took."""
    if name == "lucene":
        return lucene.memory(folder)
    words = (sys.executable, "-m", "tests.bench.memory", str(folder), name)
    said = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: Megabytes = json.loads(said)
    return found


def _asked_once(name: str, folder: Path) -> Megabytes:
    """What this process takes when it has opened the engine and asked it every query."""
    engine = contender(name, folder)
    engine.open()
    for kind, queries in archive.queries(folder).items():
        for words in queries if kind in engine.kinds else ():
            engine.ask(kind, words)
    return megabytes()


def main() -> None:
    """Print one engine's figures, or add those of all that were asked to what is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", help="a size that `measure` loaded, or its folder")
    parser.add_argument("engine", nargs="?")
    told = parser.parse_args()
    folder = archive.ROOT / told.archive
    if told.engine:
        print(json.dumps(_asked_once(told.engine, folder)))  # noqa: T201 - the process that asks reads it
        return
    kept = folder.with_suffix(".json")
    figures = json.loads(kept.read_text(encoding="utf-8"))
    for name, engine in figures["engines"].items():
        engine["memory"] = used(name, folder)
    kept.write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Workers: a process that analyses, or the one that writes, is killed at one of the stages of a run.

`python -m tests.faults.workers SCENARIO FIRST EVERY PLACE` lets the FIRST of these points come true,
then every EVERY-th, and prints what went wrong, a JSON object a line. The points are, for each chunk
of articles, those of its way through a worker and back; how many there are is counted first.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial, partialmethod
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from index import workers
from index.cli import app
from index.embedded import writer
from index.update import parallel, writing
from index.update.parallel import Analysed, ParallelAnalysis
from search.model.articles import Article
from tests.faults.sweep import (
    KILLED,
    SCENARIOS,
    Archive,
    Scenario,
    forked,
    prepared,
    problems,
    reset,
)

CHUNK: Final = 2
PROCESSES: Final = 2
OF_THE_WRITER: Final = frozenset({"gives", "is given"})
MARK: Final = "READOUT_SWEPT"
SOON: Final = 40  # seconds in which what is left of a run that was killed ends

_analysed, _work = parallel._all, workers._work
_send, _hand_on = ParallelAnalysis._send, ParallelAnalysis._hand_on


def die() -> None:
    """As at the hand of a machine that has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


def is_due(stage: str, point: tuple[str, int], counter: Path) -> bool:
    """Whether the point is reached with this: counted over all processes, a line a time."""
    with counter.open("a+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(f"{stage}\n")
        file.flush()
        file.seek(0)
        return (stage, file.read().splitlines().count(stage)) == point


def torn(connection: Connection, message: bytes) -> None:
    """Half a message, and then nothing."""
    os.write(connection.fileno(), message[: len(message) // 2])
    die()


def chunk(
    point: tuple[str, int], counter: Path, articles: Iterable[Article]
) -> list[Analysed | str]:
    """What a worker does with a chunk, if it lives."""
    articles = list(articles)
    if is_due("takes", point, counter):
        die()
    found = _analysed(articles[:1])
    if is_due("analyses", point, counter):
        die()
    found += _analysed(articles[1:])
    if is_due("answers", point, counter):
        die()
    if is_due("half sent", point, counter):
        setattr(Connection, "_send", torn)  # noqa: B010
    return found


def work(point: tuple[str, int], counter: Path, *given: Any) -> None:  # noqa: ANN401
    """A worker's first line."""
    if is_due("begins", point, counter):
        die()
    _work(*given)


def sending(analysts: ParallelAnalysis, point: tuple[str, int], counter: Path) -> None:
    """The writer gives a chunk away."""
    _send(analysts)
    if is_due("gives", point, counter):
        die()


def handing_on(analysts: ParallelAnalysis, point: tuple[str, int], counter: Path) -> None:
    """The writer has a chunk back."""
    if is_due("is given", point, counter):
        die()
    _hand_on(analysts)


def _run(archive: Archive, scenario: Scenario, point: tuple[str, int], counter: Path) -> int:
    """The command in this process, one of whose processes is killed at a point."""
    counter.write_bytes(b"")
    os.environ[MARK] = str(archive.folder)  # by which processes of this run are known
    parallel._all = partial(chunk, point, counter)
    workers._work = partial(work, point, counter)
    setattr(ParallelAnalysis, "_send", partialmethod(sending, point, counter))  # noqa: B010
    setattr(ParallelAnalysis, "_hand_on", partialmethod(handing_on, point, counter))  # noqa: B010
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SOON)  # a run that waits for who is dead ends by it
    app(["index", str(archive.folder), "--index", str(archive.index), *scenario.options])
    return 0


def ended(mark: str) -> bool:
    """Whether all processes of a run end."""
    wanted, until = f"{MARK}={mark}".encode(), time.monotonic() + SOON
    while time.monotonic() < until:
        if not any(
            wanted in environ(process).split(b"\0") for process in Path("/proc").glob("[0-9]*")
        ):
            return True
        time.sleep(0.05)
    return False


def environ(process: Path) -> bytes:
    try:
        return (process / "environ").read_bytes()
    except OSError:  # it has ended, or is another user's
        return b""


def swept(scenario: Scenario, at: tuple[int, int], place: Path) -> Iterator[dict[str, object]]:
    """What went wrong, point by point; how many points were tried comes last."""
    archive = Archive(place)
    expected = prepared(archive, scenario)
    counter = place / "counter"
    reset(archive)
    forked(partial(_run, archive, scenario, ("none", 0), counter))
    met = Counter(counter.read_text("ascii").splitlines())
    points = [(stage, number + 1) for stage in sorted(met) for number in range(met[stage])]
    first, every = at
    tried = points[(first - 1) % min(every, len(points)) :: every]
    for point in tried:
        reset(archive)
        code, said = forked(partial(_run, archive, scenario, point, counter))
        told = {"point": point, "code": code, "said": said[-300:]}
        if (code == KILLED) != (point[0] in OF_THE_WRITER):
            yield {**told, "problem": "it did not end as it should"}
        if not ended(str(archive.folder)):
            yield {**told, "problem": "processes are left"}
        for problem in problems(archive, code, said, expected):
            yield {**told, "problem": problem}
    yield {"points": len(points), "tried": len(tried), "stages": [*dict(points)]}


def main() -> None:
    """Sweep as asked on the command line."""
    scenario, first, every, place = sys.argv[1:]
    setattr(writing, "COMMIT_EVERY", 3)  # noqa: B010  commits inside files
    setattr(writer, "BATCH", 40)  # noqa: B010  and segments inside commits
    setattr(parallel, "FEW_ARTICLES", 0)  # noqa: B010  all is left to workers
    setattr(parallel, "_CHUNK", CHUNK)  # noqa: B010
    setattr(os, "cpu_count", lambda: PROCESSES)  # noqa: B010
    for finding in swept(SCENARIOS[scenario], (int(first), int(every)), Path(place)):
        sys.stdout.write(json.dumps(finding, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

"""Memory: a run that gets only so much more of it than it has.

`python -m tests.faults.memory SCENARIO POINTS PLACE` runs it with a limit (RLIMIT_AS) at so many
points from none more to enough, and prints what went wrong.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from index.cli import app
from index.embedded import writer
from index.update import writing
from tests.faults.sweep import SCENARIOS, Archive, Scenario, forked, prepared, problems, reset

PAGE: Final = resource.getpagesize()
MOST: Final = 384 << 10  # bytes that are enough for a run of these few articles
ENDED: Final = (-6, -11)  # libraries in C that end a process themselves where there is no memory


def short(scenario: Scenario, points: int, place: Path) -> Iterator[dict[str, object]]:
    """What went wrong, limit by limit; how many ended how comes last."""
    archive = Archive(place)
    expected = prepared(archive, scenario)
    codes: dict[int, int] = {}
    for point in range(points):
        reset(archive)
        more = MOST * point // points
        code, said = forked(partial(_within, archive, scenario, more))
        codes[code] = codes.get(code, 0) + 1
        for problem in problems(archive, -9 if code in ENDED else code, said, expected):
            yield {"more": more, "code": code, "problem": problem, "said": said[-300:]}
    yield {"points": points, "codes": codes}


def _within(archive: Archive, scenario: Scenario, more: int) -> int:
    own = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * PAGE
    resource.setrlimit(resource.RLIMIT_AS, (own + more, own + more))
    app(["index", str(archive.folder), "--index", str(archive.index), *scenario.options])
    return 0


def main() -> None:
    """Run as the command line says."""
    scenario, points, place = sys.argv[1:]
    setattr(writing, "COMMIT_EVERY", 3)  # noqa: B010  commits inside files
    setattr(writer, "BATCH", 40)  # noqa: B010  and segments inside commits
    for finding in short(SCENARIOS[scenario], int(points), Path(place)):
        sys.stdout.write(json.dumps(finding, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

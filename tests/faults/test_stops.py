"""A machine that stops, and one that has no memory left: nothing is lost, twice or left over.

READOUT_STOPS says how many states of the disk are played, and how many limits set, a scenario: 400
in `make torture`, else 14.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults.power import Call, Tree, bytes_first, stopped
from tests.faults.sweep import SCENARIOS

COUNT: Final = int(os.environ.get("READOUT_STOPS", "14"))
SEED: Final = os.environ.get("READOUT_SEED", "1")
BEFORE: Final[Tree] = {"f": None, "f/old": b"1234"}

needs_linux = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None, reason="needs Linux and a C compiler"
)


def ran(program: str, *words: str, preload: Path | None = None) -> list[dict[str, Any]]:
    """What a program of these tests found."""
    told = subprocess.run(
        [sys.executable, "-m", f"tests.faults.{program}", *words],
        env={**os.environ, **({"LD_PRELOAD": str(preload)} if preload else {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (told.returncode, told.stderr[-2000:])
    return [json.loads(line) for line in told.stdout.splitlines()]


@needs_linux
@pytest.mark.kills
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_machine_may_stop_at_any_call(disk: Path, place: Path, scenario: str) -> None:
    """Whatever part of what was not synced is on the disk then, the folder above included."""
    *problems, counted = ran("power", scenario, str(COUNT), SEED, str(place), preload=disk)

    assert [] == problems
    assert COUNT == counted["states"]
    assert 0 < counted["synced"] < counted["calls"]


@needs_linux
@pytest.mark.kills
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_run_may_have_too_little_memory(place: Path, scenario: str) -> None:
    *problems, counted = ran("memory", scenario, str(COUNT), str(place))

    assert [] == problems
    assert {"0", "2"} <= counted["codes"].keys()


# What a stop leaves


def call(kind: str, path: str, *, at: int = 0, then: str = "", content: bytes = b"") -> Call:
    return Call(kind, at, path, then, content)


def left(*done: Call, there: bool) -> Tree:
    """What of calls is on the disk if what was not synced is there, or is not."""
    return stopped(list(bytes_first(done, BEFORE)), BEFORE, lambda _number: there)


MADE = call("c", "f/new")
WRITTEN = call("w", "f/new", content=b"56")
RENAMED = call("r", "f/new", then="f/old")


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ((MADE, WRITTEN), BEFORE),
        ((MADE, WRITTEN, call("s", "f/new")), BEFORE),
        ((MADE, WRITTEN, call("s", "f")), {**BEFORE, "f/new": b""}),
        ((MADE, WRITTEN, call("s", "f/new"), call("s", "f")), {**BEFORE, "f/new": b"56"}),
        ((MADE, WRITTEN, RENAMED, call("s", "f")), {**BEFORE, "f/old": b""}),
        ((MADE, WRITTEN, RENAMED, call("s", "f/old"), call("s", "f")), {**BEFORE, "f/old": b"56"}),
        ((call("u", "f/old"),), BEFORE),
        ((call("u", "f/old"), call("s", "f")), {"f": None}),
        ((call("c", "f/old"),), BEFORE),
        ((call("c", "f/old"), call("s", "f/old")), {"f": None, "f/old": b""}),
        (
            (call("w", "f/old", at=6, content=b"7"), call("s", "f/old")),
            {"f": None, "f/old": b"1234\0\0" + b"7"},
        ),
        ((call("t", "f/old", at=1), call("s", "f/old")), {"f": None, "f/old": b"1"}),
        ((call("m", "g"), call("c", "g/x"), call("s", "g")), BEFORE),
        (
            (call("m", "g"), call("c", "g/x"), call("s", "g"), call("s", ".")),
            {**BEFORE, "g": None, "g/x": b""},
        ),
    ],
    ids=[
        "nothing is synced",
        "bytes are, and their name is not",
        "a name is, and its bytes are not",
        "both are",
        "a file takes another's place before its bytes are there",
        "and with them",
        "a name is taken away",
        "and that is synced",
        "a file is emptied",
        "and that is synced",
        "a hole is zeros",
        "a file is cut",
        "a file is in a folder that nobody finds",
        "and in one that is found",
    ],
)
def test_what_was_not_synced_may_be_missing(done: tuple[Call, ...], expected: Tree) -> None:
    """As POSIX has it: bytes are synced with their file, a name with its folder."""
    assert expected == left(*done, there=False)


def test_what_was_not_synced_may_be_there_all_the_same() -> None:
    assert {**BEFORE, "f/old": b"56"} == left(MADE, WRITTEN, RENAMED, there=True)

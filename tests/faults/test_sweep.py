"""Whatever call of the disk fails, and however.

Nothing is lost, nothing is twice, nothing is left over.
READOUT_FAULTS says of how many calls one is tried: 1 in `make torture`, else 20.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from tests.faults.sweep import FAULTS, SCENARIOS

EVERY: Final = int(os.environ.get("READOUT_FAULTS", "20"))  # which calls are tried
MEMORY: Final = Path("/dev/shm")  # noqa: S108  tests of the disk that don't wait for one
COMPILER: Final = shutil.which("cc")

pytestmark = [
    pytest.mark.kills,
    pytest.mark.skipif(
        sys.platform != "linux" or COMPILER is None, reason="needs Linux and a C compiler"
    ),
]


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    """The disk that fails, as the C library's neighbour."""
    with TemporaryDirectory() as folder:
        made = Path(folder, "disk.so")
        source = Path(__file__).with_name("disk.c")
        subprocess.run(
            [str(COMPILER), "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True
        )
        yield made


@pytest.fixture
def place() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder, "archive")


def swept(disk: Path, place: Path, scenario: str, fault: str, first: int) -> list[dict[str, Any]]:
    """What a sweep found, how many calls it tried last."""
    words = [
        sys.executable,
        "-m",
        "tests.faults.sweep",
        scenario,
        fault,
        str(first),
        str(EVERY),
        str(place),
    ]
    told = subprocess.run(
        words,
        env={**os.environ, "LD_PRELOAD": str(disk)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (told.returncode, told.stderr[-2000:])
    return [json.loads(line) for line in told.stdout.splitlines()]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_disk_may_fail_at_every_call(disk: Path, place: Path, scenario: str, fault: str) -> None:
    """The run says so in a sentence and commits no more.

    What was there is there, and the next run does the rest.
    """
    *problems, counted = swept(disk, place, scenario, fault, 1 + list(FAULTS).index(fault) % EVERY)

    assert [] == problems
    assert counted["tried"] >= counted["calls"] // EVERY > 0

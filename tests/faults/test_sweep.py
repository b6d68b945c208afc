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
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults.sweep import FAULTS, SCENARIOS

EVERY: Final = int(os.environ.get("READOUT_FAULTS", "20"))  # which calls are tried

pytestmark = [
    pytest.mark.kills,
    pytest.mark.skipif(
        sys.platform != "linux" or shutil.which("cc") is None, reason="needs Linux and a C compiler"
    ),
]


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

"""Whichever process of a run is killed, and when: nothing is lost, twice or left over, and none is left.

READOUT_FAULTS says of how many points one is tried: 1 in `make torture`, else 20.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.faults.sweep import SCENARIOS

EVERY: Final = int(os.environ.get("READOUT_FAULTS", "20"))
STAGES: Final = {"begins", "takes", "analyses", "answers", "half sent", "gives", "is given"}

pytestmark = [
    pytest.mark.kills,
    pytest.mark.skipif(sys.platform != "linux", reason="needs Linux: it looks into /proc"),
]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_process_of_a_run_may_be_killed_at_any_stage(place: Path, scenario: str) -> None:
    """Those that analyse too, in the middle of what they say: nobody waits for the rest of it."""
    first = 1 + list(SCENARIOS).index(scenario) * EVERY // len(SCENARIOS)
    words = ["-m", "tests.faults.workers", scenario, str(first), str(EVERY), str(place)]
    told = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert (0, "") == (told.returncode, told.stderr[-2000:])
    *problems, counted = [json.loads(line) for line in told.stdout.splitlines()]

    assert [] == problems
    assert set(counted["stages"]) == STAGES
    assert counted["tried"] >= max(1, counted["points"] // EVERY)

"""Whatever happens to an archive, a run gives what making the index anew gives."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.index.events import EVENTS, FIRST, Event, World

EXAMPLES: Final = int(os.environ.get("READOUT_EVENTS", "25"))
MEMORY: Final = Path("/dev/shm")  # noqa: S108  no test here waits for a disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process that is forked dies")


def happened(*events: Event) -> None:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as place:
        world = World(Path(place))
        for event in (*events, ("compare", True)):
            world.happen(event)


@settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES == 25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(FIRST, st.lists(EVENTS, min_size=1, max_size=12))
def test_a_run_gives_what_a_full_one_gives(first: list[Event], events: list[Event]) -> None:
    happened(*first, ("compare", True), *events)

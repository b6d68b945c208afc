"""No query, however odd, is a fault of ours or takes longer than an answer may.

READOUT_QUERIES says how many are asked: 100,000 in `make torture`, else a few hundred.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

from search.service.searcher import Searcher
from tests.faults.queries import asked_all, made, told

COUNT: Final = int(os.environ.get("READOUT_QUERIES", "300"))
SECONDS: Final = 1.2  # of the processor
PARTS: Final = 4  # side by side


@pytest.mark.parametrize("part", range(PARTS))
def test_no_query_is_a_fault_of_ours(index: Path, searcher: Searcher, part: int) -> None:
    chosen = made(searcher, COUNT // PARTS, part)
    found = told(asked_all(index, searcher, chosen), most=SECONDS)

    assert [] == found["bad"]
    assert COUNT // PARTS == sum(found["statuses"].values())
    assert {"search 200", "readout search 200", "api 200", "api 400"} <= found["statuses"].keys()

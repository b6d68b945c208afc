"""No query, however odd, is a fault of ours or takes longer than an answer may.

READOUT_QUERIES says how many are asked: 100,000 in `make torture`, else a few hundred.
"""

from __future__ import annotations

import os
from typing import Final

import pytest

from search.service.searcher import Searcher
from tests.faults.queries import asked_all, told

COUNT: Final = int(os.environ.get("READOUT_QUERIES", "300"))
SECONDS: Final = 1.2  # of the processor
PARTS: Final = 4  # side by side


@pytest.mark.parametrize("part", range(PARTS))
def test_no_query_is_a_fault_of_ours(searcher: Searcher, part: int) -> None:
    found = told(asked_all(searcher, COUNT // PARTS, part), most=SECONDS)

    assert [] == found["bad"]
    assert COUNT // PARTS == sum(found["statuses"].values())
    assert {"search 200", "api 200", "api 400"} <= found["statuses"].keys()

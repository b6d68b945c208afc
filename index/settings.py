"""Settings: where is the index, and how is it built."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from index.address import Location, is_address, read_address

INDEX_VARIABLE: Final = "READOUT_INDEX"
DEFAULT_INDEX: Final = Path("var/index")
# the file of an index that the one process which writes to it holds
LOCK_NAME: Final = "writer.lock"
SETTLED: Final = 2 * 10**9  # nanoseconds: some systems tell the time of a change no finer
COMMIT_EVERY: Final = 5000  # articles: what an interrupted run can lose, and what is held in memory


def index_place(option: Location | None = None) -> Location:
    """The index to use.

    The option, else the environment's, else `var/index` under the working folder. Raises
    `IndexStateError` for an address that is none.
    """
    if option is not None:
        return option
    named = os.environ.get(INDEX_VARIABLE) or str(DEFAULT_INDEX)
    return read_address(named) if is_address(named) else Path(named)

"""Settings: where is the index, how is it built, and how much of one file is read?"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Final

from index.address import Location, is_address, read_address
from search.errors import BadSettingError

INDEX_VARIABLE: Final = "READOUT_INDEX"
DEFAULT_INDEX: Final = Path("var/index")
# the file of an index that the one process which writes to it holds
LOCK_NAME: Final = "writer.lock"
SETTLED: Final = 2 * 10**9  # nanoseconds: some systems tell the time of a change no finer
COMMIT_EVERY: Final = 5000  # articles: what an interrupted run can lose, and what is held in memory

FILE_VARIABLE: Final = "READOUT_FILE_{}"  # with the name of a limit


@dataclass(frozen=True, slots=True)
class FileLimits:
    """How much of one file is read; beyond that its reason is in the list of what was skipped."""

    seconds: int = 60  # of the processor until its next article, and ten times that by the clock
    megabytes: int = 100  # of what must be in memory as a whole: a file, a message, a page
    levels: int = 3  # files packed in files: a year's zip of months' zips of mail has no more

    @property
    def size(self) -> int:
        """Bytes of what must be in memory as a whole."""
        return self.megabytes * 2**20


_USUAL: Final = FileLimits()
# each limit, and where the environment has it
_LIMITS: Final = {one.name: FILE_VARIABLE.format(one.name.upper()) for one in fields(FileLimits)}


def file_limits() -> FileLimits:
    """The limits of a file, as the environment has them; raises `BadSettingError`."""
    return _limits(*[os.environ.get(variable, "") for variable in _LIMITS.values()])


@lru_cache(maxsize=1)  # each article asks
def _limits(*written: str) -> FileLimits:
    named = zip(_LIMITS.items(), written, strict=True)
    return FileLimits(
        **{name: _number(variable, one, getattr(_USUAL, name)) for (name, variable), one in named}
    )


def _number(variable: str, written: str, usual: int) -> int:
    if not written:
        return usual
    if not (written.isascii() and written.isdigit() and 0 < int(written) < 10**6):
        raise BadSettingError(variable, written, f"a whole number from 1 on, as {usual}")
    return int(written)


def index_place(option: Location | None = None) -> Location:
    """The index to use.

    The option, else the environment's, else `var/index` under the working folder. Raises
    `IndexStateError` for an address that is none.
    """
    if option is not None:
        return option
    named = os.environ.get(INDEX_VARIABLE) or str(DEFAULT_INDEX)
    return read_address(named) if is_address(named) else Path(named)

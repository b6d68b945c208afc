"""Users: what may somebody do who is not root?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

NOBODY: Final = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be somebody who may not read everything, if this is root."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@contextmanager
def place_of_an_ordinary_user() -> Iterator[Path]:
    """A folder of theirs: those that pytest makes are for this user alone."""
    with TemporaryDirectory() as name:
        place = Path(name)
        if os.geteuid() == 0:
            os.chown(place, NOBODY, -1)
        place.chmod(0o755)
        yield place
        for folder in place.iterdir():
            if folder.is_dir():
                folder.chmod(0o755)

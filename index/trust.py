"""Trust: may the files of an index be believed?

Whoever can write to an index decides what a search finds. So it is opened only where nobody but
this user and root can, unless the reader says that they are trusted.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from search.errors import IndexNotTrustedError

_ROOT: Final = 0
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def check_trust(index: Path) -> None:
    """Raises `IndexNotTrustedError` if somebody else can write to an index.

    Nobody can to one that is yet to be made.
    """
    if os.name == "nt" or not index.exists():  # there a folder has no mode
        return
    is_open = bool(index.stat().st_mode & _OTHERS)  # else nobody else comes to what is in it
    for path in _parts(index):
        try:
            found = path.stat()
        except FileNotFoundError:
            continue  # a commit may take files away meanwhile
        if found.st_uid not in {_ROOT, os.geteuid()}:
            raise IndexNotTrustedError(str(path), f"belongs to {_name(found.st_uid)}")
        if is_open and found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise IndexNotTrustedError(
                str(path), f"can be written by others (`chmod -R go-w '{index}'` ends that)"
            )


def _parts(index: Path) -> Iterator[Path]:
    yield index
    if index.is_dir():
        yield from (path for path in sorted(index.rglob("*")) if not path.is_symlink())


def _name(user: int) -> str:
    try:
        import pwd  # noqa: PLC0415 - not on every system, and not on every run

        return pwd.getpwuid(user).pw_name
    except (ImportError, KeyError):
        return f"user {user}"

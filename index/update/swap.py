"""Swap: how does a generation come into use or go, and who may write?"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from index.archive import ARCHIVE_FORMAT, GENERATION_NAME, INDEX_MARKER, Generation
from index.disk import sync_folder
from index.settings import LOCK_NAME
from search.errors import IndexBusyError, IndexStateError

FRESH: Final = f"{INDEX_MARKER}.new"
# what a first run leaves that is broken off, and what there is if the marker is lost
_OURS: Final = re.compile(rf"{GENERATION_NAME.pattern}|{LOCK_NAME}.*|{INDEX_MARKER}\.new")


WHOLE: Final = "what was committed is whole, and the next `readout index` does the rest"


def clear(generation: Generation) -> None:
    """Take it off the disk."""
    shutil.rmtree(generation.folder, ignore_errors=True)


def clear_others(index: Path, generation: Generation) -> None:
    """Take every other generation off the disk, and nothing else."""
    # of a run that ended before its generation came into use
    (index / FRESH).unlink(missing_ok=True)
    for folder in index.iterdir():
        if GENERATION_NAME.fullmatch(folder.name) and folder != generation.folder:
            clear(Generation(folder))


def use(index: Path, generation: Generation) -> None:
    """Make this the generation in use, durably and at once."""
    fresh = index / FRESH
    with fresh.open("w", encoding="utf-8") as file:
        json.dump({"readout": ARCHIVE_FORMAT, "generation": generation.folder.name}, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(index / INDEX_MARKER)
    sync_folder(index)


def create(index: Path) -> None:
    """Make the folder, only for its owner; a folder with other things in it is refused."""
    if (index / INDEX_MARKER).exists():
        return
    found = [child.name for child in index.iterdir()] if index.exists() else []
    if found and not (LOCK_NAME in found and all(map(_OURS.fullmatch, found))):
        raise IndexStateError(
            f"'{index}' has other files in it; choose an empty folder with --index"
        )
    with told(index):
        above = [folder for folder in index.absolute().parents if not folder.exists()]
        index.mkdir(parents=True, exist_ok=True)
        index.chmod(0o700)
        for folder in (*above, index.absolute()):
            # a folder may be passed through by those who may not read it
            with suppress(PermissionError):
                sync_folder(folder.parent)


@contextmanager
def writing(index: Path) -> Iterator[None]:
    """Be the only writer; raises `IndexBusyError` when somebody else is.

    A process that dies lets go.
    What the disk refuses meanwhile is an `IndexStateError`.
    """
    is_first = not (index / LOCK_NAME).exists()
    with (
        told(index),
        closing(sqlite3.connect(index / LOCK_NAME, timeout=0, isolation_level=None)) as lock,
    ):
        lock.execute("BEGIN EXCLUSIVE")
        if is_first:  # by its name the folder is known as ours, whatever else is in it by then
            sync_folder(index)
        yield


@contextmanager
def told(index: Path) -> Iterator[None]:
    """Write to an index: what the disk refuses is said in a sentence, with what comes of it."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, sqlite3.Error) and "locked" in str(error):
            raise IndexBusyError(
                f"another process is writing to '{index}'; try again when it is done"
            ) from None
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise IndexStateError(f"can't write to '{index}': {reason}; {WHOLE}") from error

"""Kept names: which names of its own has an index, and where do they stand in it?

    INDEX/g1/names.json    the rows of each `names.csv`, and whom only metadata names

An index without such names has no such file. It has its own SHA-256, for searches read it too.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from index.disk import sync_folder
from search.errors import IndexDamagedError
from search.names.own import OwnName, OwnNames, UnknownName

NAMES_FILE: Final = "names.json"


@dataclass(frozen=True, slots=True)
class KeptNames:
    """The rows of each file of names, by its path, and the labels that only metadata gives."""

    files: Mapping[str, tuple[OwnName, ...]] = field(default_factory=dict)
    labels: tuple[UnknownName, ...] = ()

    @property
    def names(self) -> OwnNames:
        """All of them as one, in the order of the files' paths."""
        rows = (row for _, rows in sorted(self.files.items()) for row in rows)
        return OwnNames(tuple(dict.fromkeys(rows)), self.labels)

    def digest(self) -> str:
        """What names these rows: articles that were tagged by the same need no look."""
        rows = json.dumps(sorted(self.files.items()))
        return hashlib.sha256(rows.encode()).hexdigest() if any(self.files.values()) else ""


def read(folder: Path) -> KeptNames:
    """The names that a generation keeps; raises `IndexDamagedError`."""
    path = folder / NAMES_FILE
    try:
        return parsed(path.read_bytes(), str(path))
    except FileNotFoundError:
        return KeptNames()
    except OSError:
        raise IndexDamagedError(str(path)) from None


def parsed(content: bytes, path: str) -> KeptNames:
    """The names in the content of such a file; raises `IndexDamagedError`."""
    try:
        said = json.loads(content)
        if said["sha256"] == _digest(said["names"]):
            return KeptNames(
                {file: tuple(OwnName(*row) for row in rows) for file, rows in said["names"][0]},
                tuple(UnknownName(*row) for row in said["names"][1]),
            )
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        pass
    raise IndexDamagedError(path)


def write(folder: Path, kept: KeptNames) -> None:
    """Keep these names, durably and at once; without any there is no file."""
    path = folder / NAMES_FILE
    said: list[Any] = [sorted(kept.files.items()), kept.labels]
    if not any(kept.files.values()) and not kept.labels:
        path.unlink(missing_ok=True)
        return
    fresh = path.with_suffix(".new")
    with suppress(IndexDamagedError):
        if path.exists() and read(folder) == kept:
            return
    with fresh.open("w", encoding="utf-8") as file:
        json.dump({"sha256": _digest(said), "names": said}, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(folder)


def _digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()

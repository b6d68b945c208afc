"""Scanning: which files are there, and which of them are as they were when they were read?

A second run over hundreds of thousands of files asks the disk for the size and time of each, and nothing else. Side
metadata is looked into only where its own files are otherwise than they were.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.loaders import Refused, walk
from index.loaders.source import CSV_SIDECAR, TOML_SIDECAR
from index.manifest import Manifest, State
from index.settings import SETTLED
from index.sidecar import Sidecars
from search.errors import SourceError


@dataclass(frozen=True, slots=True)
class Root:
    """A PATH that is indexed: `folder` is what ids are relative to."""

    path: Path
    folder: Path

    @classmethod
    def at(cls, path: Path) -> Root:
        """The root of a folder, or of a single file; raises `SourceError` when it is missing."""
        whole = path.resolve()
        if not whole.exists():
            raise SourceError(str(path), "no such file or folder; nothing was changed")
        return cls(whole, whole if whole.is_dir() else whole.parent)


@dataclass(frozen=True, slots=True)
class Scan:
    """The files below some roots.

    `changed` are new or otherwise than they were, sorted, each with the root it is read below; the new ones have `size`
    bytes. Of the known files that were not met, some are `gone`; what is in a place that is `refused` is not. `moved`
    is side metadata that is new, otherwise than it was or gone (None).
    """

    changed: Mapping[str, Root]
    size: int
    unmet: Collection[str]
    gone: Sequence[str]
    refused: Sequence[Refused]
    moved: Mapping[str, State | None]


def scan(roots: Sequence[Root], manifest: Manifest) -> Scan:
    """Hold what is below the roots against what the manifest knows; of two roots the first has a file."""
    unmet, said = manifest.states(), manifest.beside()
    met: dict[str, Root] = {}
    changed: dict[str, Root] = {}
    beside: dict[str, State] = {}
    refused: list[Refused] = []
    size = 0
    for root in roots:
        for found in walk(root.path):
            refused += found.refused
            beside |= {one[0]: _settled(one) for one in found.beside}
            for one in found.articles:
                file = one[0]
                if met.setdefault(file, root) is root:
                    was = unmet.pop(file, None)
                    if was != one:
                        changed[file] = root
                        size += 0 if was else one[1]
    places = [str(root.path) for root in roots]
    now = ((file, beside.get(file)) for file in _below(said, places) | beside.keys())
    moved = {file: state for file, state in now if state != said.get(file) or state == unsettled(file)}
    changed |= {file: met[file] for file in _said_otherwise(moved, met, manifest)}
    gone = _below(unmet, places)
    return Scan(
        changed=dict(sorted(changed.items())),
        size=size,
        unmet=unmet.keys(),
        gone=sorted(gone - _below(gone, (str(one.path) for one in refused))),
        refused=refused,
        moved=moved,
    )


def unsettled(file: str) -> State:
    """The state of side metadata that has to be looked into once more."""
    return file, -1, 0


def _settled(one: State) -> State:
    """How a file of side metadata is; if it is young it may change again and keep its time."""
    return one if time.time_ns() - one[2] > SETTLED else unsettled(one[0])


def _said_otherwise(moved: Collection[str], met: Mapping[str, Root], manifest: Manifest) -> Iterator[str]:
    """The files of which side metadata that moved says something else than it did."""
    if not moved:
        return
    said = manifest.sidecars()
    now = {root: Sidecars(root.folder) for root in set(met.values())}
    folders = tuple(file.removesuffix(CSV_SIDECAR) for file in moved if file.endswith(os.sep + CSV_SIDECAR))
    single = {file.removesuffix(TOML_SIDECAR) for file in moved if file.endswith(TOML_SIDECAR)}
    for file, root in met.items():
        may = file.startswith(folders) or file.rpartition(".")[0] in single
        if may and now[root].digest(Path(file)) != said.get(file, ""):
            yield file


def _below(files: Iterable[str], places: Iterable[str]) -> set[str]:
    """Those of some files that are one of the places or lie below one."""
    folders = tuple((place, place.rstrip(os.sep) + os.sep) for place in places)
    return {file for file in files if any(file == place or file.startswith(below) for place, below in folders)}

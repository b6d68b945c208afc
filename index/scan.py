"""Scanning: which files are there, and which of them are as they were when they were read?

A second run over hundreds of thousands of files asks the disk for the size and time of each, and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.loaders import Refused, Seen, walk
from index.manifest import Manifest, State
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

    `changed` are new or otherwise than they were, sorted, each with the root it is read below. Of the known files that
    were not met, some are `gone`; what is in a place that is `refused` is not.
    """

    changed: Mapping[str, Root]
    unmet: Collection[str]
    gone: Sequence[str]
    refused: Sequence[Refused]


def scan(roots: Sequence[Root], manifest: Manifest) -> Scan:
    """Hold what is below the roots against what the manifest knows; of two roots the first has a file."""
    unmet = manifest.states()
    met: set[str] = set()
    changed: dict[str, Root] = {}
    refused: list[Refused] = []
    for root in roots:
        for one in walk(root.path):
            if isinstance(one, Refused):
                refused.append(one)
            elif one.file not in met:
                met.add(one.file)
                if unmet.pop(one.file, None) != _state(one, root):
                    changed[one.file] = root
    gone = _below(unmet, (str(root.path) for root in roots))
    return Scan(
        changed=dict(sorted(changed.items())),
        unmet=unmet.keys(),
        gone=sorted(gone - _below(gone, (str(one.path) for one in refused))),
        refused=refused,
    )


def _state(seen: Seen, root: Root) -> State:
    """How a file is, and what stands beside it."""
    sidecar = Sidecars(root.folder).digest(Path(seen.file)) if seen.sidecar is None else seen.sidecar
    return seen.size, seen.mtime, sidecar


def _below(files: Iterable[str], places: Iterable[str]) -> set[str]:
    """Those of some files that are one of the places or lie below one."""
    folders = tuple((place, place.rstrip(os.sep) + os.sep) for place in places)
    return {file for file in files if any(file == place or file.startswith(below) for place, below in folders)}

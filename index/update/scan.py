"""Scanning: which files are there, and which of them are as they were when they were read?

A second run over hundreds of thousands of files asks the disk for the size and time of each, and
the manifest for one hash a folder: only where that differs is anything asked of single files. Side
metadata is looked into only where its own files are otherwise than they were.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.loaders import Listing, Refused, walk
from index.loaders.folders import CSV_SIDECAR, TOML_SIDECAR
from index.loaders.refusals import LINKS_OUT
from index.settings import SETTLED
from index.sidecar import Sidecars
from index.update.manifest import Manifest
from index.update.roots import Root
from index.update.rows import State, is_below, listing


@dataclass(frozen=True, slots=True)
class Scan:
    """The files below some roots.

    `changed` are new or otherwise than they were, sorted, each with the root it is read below; the
    new ones have `size` bytes. Of the known files that were not met, some are `gone`; what is in a
    place that is `refused` is not, nor what is below none of the roots. `moved` is side metadata
    that is new, otherwise than it was or gone (None). `listings` say in short how each folder's
    files are. `ignored` counts files whose kind is not read, by their endings, and `no_files` are
    what has a name as files have.
    """

    changed: Mapping[str, Root]
    size: int
    unmet: Collection[str]
    gone: Sequence[str]
    refused: Sequence[Refused]
    moved: Mapping[str, State | None]
    listings: Mapping[str, str]
    ignored: Counter[str]
    no_files: Sequence[Refused]

    def settled(self, states: Collection[State]) -> Scan:
        """The same with only those changed files that are in one of these states."""
        changed = {file: root for file, root in self.changed.items() if state_of(file) in states}
        return replace(self, changed=changed)


def scan(roots: Sequence[Root], manifest: Manifest, known: Manifest) -> Scan:
    """Hold what is below the roots against what the manifest knows.

    Of two roots the first has a file. `known` is what may know of more files: that of the index
    that is made anew.
    """
    met = _Walk(manifest)
    for root in roots:
        met.over(root)
    places = [str(root.path) for root in roots]
    unmet = met.unmet() if known is manifest else set(known.files()) - met.changed.keys()
    gone = _below(unmet, places)
    refused = {str(one.path) for one in met.refused}
    unread = {str(one.path) for one in met.refused if one.reason != LINKS_OUT}
    moved = _moved(met.beside, manifest.beside(), places, unread)
    changed = _said_otherwise(moved, roots, manifest) | met.changed
    return Scan(
        changed=dict(sorted(changed.items())),
        size=met.size,
        unmet=unmet,
        gone=sorted(gone - _below(gone, refused)),
        refused=list(dict.fromkeys(met.refused)),  # roots may lie in each other
        moved=moved,
        listings=met.listings,
        ignored=sum(met.ignored.values(), Counter()),
        no_files=list(dict.fromkeys(met.no_files)),
    )


class _Walk:
    """What is met below the roots, folder by folder.

    Of a folder that is as it was nothing is kept.
    """

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._known = manifest.listings()
        # of each folder that was met, the names of known files that were not
        self._unmet: dict[str, set[str]] = {}
        self.changed: dict[str, Root] = {}
        self.size = 0
        self.listings: dict[str, str] = {}
        self.beside: dict[str, State] = {}
        self.refused: list[Refused] = []
        self.no_files: list[Refused] = []
        self.ignored: dict[str, Counter[str]] = {}

    def over(self, root: Root) -> None:
        """Go over what is below a root."""
        for found in walk(root.path):
            self.refused += found.refused
            self.no_files += found.no_files
            self.ignored[found.folder] = found.ignored
            for name, size, mtime in found.beside:
                self.beside[found.file(name)] = _settled((found.file(name), size, mtime))
            if found.articles:
                self._meet(root, found)

    def unmet(self) -> set[str]:
        """The known files that were not met."""
        nowhere = {
            folder: set(self._manifest.states(folder))
            for folder in self._known.keys() - self._unmet.keys()
        }
        return {
            folder + os.sep + name
            for folder, names in (self._unmet | nowhere).items()
            for name in names
        }

    def _meet(self, root: Root, found: Listing) -> None:
        folder = found.folder
        self.listings[folder] = listing(found.articles)
        if self.listings[folder] == self._known.get(folder):
            self._unmet[folder] = set()
            return
        was = self._manifest.states(folder)
        self._unmet.setdefault(folder, set(was)).difference_update(
            name for name, _, _ in found.articles
        )
        for one in found.articles:
            name, size, _ = one
            if was.get(name) != one and found.file(name) not in self.changed:
                self.changed[found.file(name)] = root
                self.size += size if name not in was else 0


def _moved(
    beside: Mapping[str, State],
    said: Mapping[str, State],
    places: Iterable[str],
    unread: Collection[str],
) -> dict[str, State | None]:
    """The side metadata that is new, otherwise than it was or gone (None), not what is `unread`."""
    known = _below(said, places)
    now = ((file, beside.get(file)) for file in known - _below(known, unread) | beside.keys())
    return {
        file: state for file, state in now if state != said.get(file) or state == unsettled(file)
    }


def state_of(file: str) -> State | None:
    """How a file is; None if it is not there.

    A share of another machine tells for some seconds how it was; whoever opens it is told anew.
    """
    path = Path(file)
    try:
        with path.open("rb") as opened:
            found = os.fstat(opened.fileno())
    except OSError:
        try:
            found = path.stat()
        except OSError:
            return None
    return file, found.st_size, found.st_mtime_ns


def unsettled(file: str) -> State:
    """The state of side metadata that has to be looked into once more."""
    return file, -1, 0


def _settled(one: State) -> State:
    """How a file of side metadata is; if it is young it may change again and keep its time."""
    return one if time.time_ns() - one[2] > SETTLED else unsettled(one[0])


def _said_otherwise(
    moved: Collection[str], roots: Sequence[Root], manifest: Manifest
) -> dict[str, Root]:
    """The files of which side metadata that moved says something else than it did."""
    if not moved:
        return {}
    said = manifest.sidecars()
    folders = tuple(
        file.removesuffix(CSV_SIDECAR) for file in moved if file.endswith(os.sep + CSV_SIDECAR)
    )
    single = {file.removesuffix(TOML_SIDECAR) for file in moved if file.endswith(TOML_SIDECAR)}
    found = ((one, root) for root in reversed(roots) for one in walk(root.path))
    met = {one.file(name): root for one, root in found for name, _, _ in one.articles}
    may = (
        (file, root)
        for file, root in met.items()
        if file.startswith(folders) or file.rpartition(".")[0] in single
    )
    now = {root: Sidecars(root.folder) for root in roots}
    return {file: root for file, root in may if now[root].digest(Path(file)) != said.get(file, "")}


def _below(files: Iterable[str], places: Iterable[str]) -> set[str]:
    """Those of some files that are one of the places or lie below one."""
    places = tuple(places)
    return {file for file in files if any(is_below(file, place) for place in places)}

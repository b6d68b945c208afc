"""Watching: which changes of the files have come to rest, and is there one to take in?

Changes are found by looking: folders of other machines tell nobody of theirs. A look costs what a
scan costs, and reads no file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, NamedTuple

from index.update.manifest import Manifest
from index.update.roots import Roots, remembered
from index.update.rows import State
from index.update.scan import scan, state_of, unsettled
from index.update.summary import Summary

REST: Final = 2.0  # seconds in which a file that is still written would change
TRIED_AGAIN: Final = 300.0  # seconds after which a change that was not taken in is tried again


class Change(NamedTuple):
    """A file that is otherwise than it was when it was read; `state` is None if it is gone.

    Of side metadata, which stands `beside` articles, one that is `young` is looked into again.
    """

    state: State | None
    is_beside: bool = False
    is_young: bool = False


Changes = Mapping[str, Change]  # by file


class Watch:
    """Brings an index up to date with what has come to rest, again and again."""

    def __init__(
        self,
        manifest: Callable[[], AbstractContextManager[Manifest]],
        paths: Sequence[Path],
        run: Callable[[Collection[State]], Summary],
        *,
        pause: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Watch the paths, or the folders that the index knows when none is given.

        `manifest` opens that of the index.
        `run` brings the index up to date with those of the changed files that are in some states.
        """
        self._manifest = manifest
        self._paths = paths
        self._run = run
        self._pause = pause
        self._clock = clock
        # what a run was told of, and would tell again: a file that can't be read stays changed
        self._tried: set[tuple[str, Change]] = set()
        self._forgotten = clock()
        self.cost = 0.0  # seconds that the last look took

    def update(self) -> Summary | None:
        """Take in what is otherwise than it was, and as it was a moment before; None if nothing is.

        Raises what a run raises; what was not taken in then is tried again.
        """
        first = self._look()
        if self._is_tried(first):
            return None
        self._pause(REST)
        now = self._look()
        resting = {file: now[file] for file in first if _is_same(first[file], now.get(file))}
        # side metadata speaks of many files, so all of them wait for it
        if self._is_tried(resting) or any(now[file].is_beside for file in now.keys() - resting):
            return None
        states = {change.state for change in resting.values() if change.state is not None}
        summary = self._run(states)
        self._tried.update(resting.items())
        return summary

    def _look(self) -> Changes:
        began = self._clock()
        with self._manifest() as manifest:
            paths = self._paths or remembered(manifest.roots())
            roots = Roots.at(paths)
            found = scan(roots.there, manifest, manifest)
        beside = {
            file: Change(state_of(file), is_beside=True, is_young=state == unsettled(file))
            for file, state in found.moved.items()
        }
        self.cost = self._clock() - began
        return {
            **{file: Change(state_of(file)) for file in found.changed},
            **{file: Change(None) for file in (*found.gone, *(one.path for one in roots.missing))},
            **beside,
        }

    def _is_tried(self, changes: Changes) -> bool:
        """Whether there is nothing new in them."""
        if self._clock() - self._forgotten > TRIED_AGAIN:
            self._forgotten = self._clock()
            self._tried.clear()
        return self._tried.issuperset(changes.items())


def _is_same(one: Change, other: Change | None) -> bool:
    return other is not None and one.state == other.state

"""Roots: which folders and files were asked for, and which are known?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.loaders.refusals import NOT_UNICODE, is_unicode
from search.errors import IndexStateError, SourceError

NO_FOLDER: Final = "no folder to index yet; name one: `readout index PATH`"
MISSING: Final = (
    "no such file or folder; nothing of it was changed. "
    "If it was indexed before and is gone for good, make an empty folder in its place: "
    "`readout index --delete` then takes its articles out"
)


@dataclass(frozen=True, slots=True)
class Root:
    """A PATH that is indexed: `folder` is what ids are relative to."""

    path: Path
    folder: Path

    @classmethod
    def at(cls, path: Path) -> Root:
        """The root of a folder, or of a single file.

        Raises `SourceError` if it is missing, leads to itself, or its name is no UTF-8, or if the
        disk does not tell.
        """
        try:
            whole = path.resolve()
            is_missing = not whole.exists()
        except RuntimeError:  # so says Python up to 3.12
            raise SourceError(str(path), "a link that leads to itself") from None
        except OSError as error:  # a share that was cut off
            raise SourceError(str(path), error.strerror or str(error)) from error
        if is_missing:
            raise SourceError(str(path), MISSING)
        if not is_unicode(str(whole)):
            raise SourceError(str(path), NOT_UNICODE)
        return cls(whole, whole if whole.is_dir() else whole.parent)


@dataclass(frozen=True, slots=True)
class Roots:
    """The PATHs of a run: the roots that are there, and those that can't be gone over, with why.

    `known` are those of both that were indexed before.
    """

    there: tuple[Root, ...]
    missing: tuple[SourceError, ...] = ()
    known: tuple[str, ...] = ()

    @classmethod
    def at(cls, paths: Iterable[Path]) -> Roots:
        """The roots of some paths."""
        there: dict[Root, None] = {}
        missing: list[SourceError] = []
        for path in dict.fromkeys(paths):
            try:
                there[Root.at(path)] = None
            except SourceError as error:
                missing.append(error)
        return cls(tuple(there), tuple(missing))

    def with_known(self, places: Iterable[str]) -> Roots:
        """With those that were indexed before, which come first."""
        known = remembered(places)
        found = Roots.at(known)
        return Roots(
            tuple(dict.fromkeys((*found.there, *self.there))),
            tuple({error.path: error for error in (*found.missing, *self.missing)}.values()),
            tuple(map(str, known)),
        )

    def all(self, places: Iterable[str]) -> Roots:
        """With those that were indexed before.

        Raises `SourceError` if none is there, `IndexStateError` if there is none at all.
        """
        roots = self.with_known(places)
        roots.refuse_if_missing()
        if not roots.there:
            raise IndexStateError(NO_FOLDER)
        return roots

    def with_known_below(self, places: Iterable[str]) -> list[str]:
        """The paths that are there, and those of some places below them that are there too.

        A place that was indexed by itself may be a disk, and its folder is there without it.
        """
        there = [root.path for root in self.there]
        inner = [path for path in map(Path, places) if not set(there).isdisjoint(path.parents)]
        found = dict.fromkeys((*there, *(path for path in inner if _may_be_there(path))))
        return [str(path) for path in found]

    def refuse_if_any_is_missing(self) -> None:
        """Raise the first `SourceError` if one that was indexed before is not there."""
        for error in self.missing:
            if error.path in self.known:
                raise error

    def refuse_if_missing(self) -> None:
        """Raise the first `SourceError` if there are PATHs, and none of them is there."""
        if self.missing and not self.there:
            raise self.missing[0]


def remembered(places: Iterable[str]) -> list[Path]:
    """The PATHs that were indexed, but for those that are gone from another one.

    What they held is gone with them.
    """
    paths = [Path(place) for place in places]
    there = {path for path in paths if _may_be_there(path)}
    return [path for path in paths if path in there or there.isdisjoint(path.parents)]


def _may_be_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True

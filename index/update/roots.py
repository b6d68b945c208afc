"""Roots: which folders and files were asked for, and which are known?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.loaders.folders import NOT_UNICODE, is_unicode
from search.errors import SourceError

MISSING: Final = (
    "no such file or folder; nothing was changed. "
    "If it was indexed before and is gone for good, "
    "an empty folder in its place takes its articles out"
)


@dataclass(frozen=True, slots=True)
class Root:
    """A PATH that is indexed: `folder` is what ids are relative to."""

    path: Path
    folder: Path

    @classmethod
    def at(cls, path: Path) -> Root:
        """The root of a folder, or of a single file.

        Raises `SourceError` if it is missing, leads to itself, or its name is no UTF-8.
        """
        try:
            whole = path.resolve()
        except RuntimeError:  # so says Python up to 3.12
            raise SourceError(str(path), "a link that leads to itself") from None
        if not whole.exists():
            raise SourceError(str(path), MISSING)
        if not is_unicode(str(whole)):
            raise SourceError(str(path), NOT_UNICODE)
        return cls(whole, whole if whole.is_dir() else whole.parent)


def remembered(places: Iterable[str]) -> list[Path]:
    """The PATHs that were indexed, but for those that are gone from another one.

    What they held is gone with them.
    """
    paths = [Path(place) for place in places]
    there = {path for path in paths if path.exists()}
    return [path for path in paths if path in there or there.isdisjoint(path.parents)]

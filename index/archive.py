"""The archive: an index on disk, and which of its generations is in use.

    INDEX/readout.json      what the folder is, and the name of the generation in use
    INDEX/writer.lock       held by the one process that writes
    INDEX/g1/manifest.db    which files gave which articles
    INDEX/g1/postings/      the engine's files

A rebuild makes the next generation beside the one in use and then changes one name.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from search.errors import IndexDamagedError, IndexStateError

INDEX_MARKER: Final = "readout.json"
ARCHIVE_FORMAT: Final = 1
GENERATION_NAME: Final = re.compile(r"g[0-9]+")  # of a generation


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete index."""

    folder: Path

    @property
    def postings(self) -> Path:
        """Where the engine's files are."""
        return self.folder / "postings"

    @property
    def manifest(self) -> Path:
        """Where the manifest is."""
        return self.folder / "manifest.db"

    def following(self) -> Generation:
        """The one after this."""
        return Generation(self.folder.with_name(f"g{int(self.folder.name[1:]) + 1}"))


@dataclass(frozen=True, slots=True)
class Check:
    """What reading the whole index found: no problem is good news."""

    articles: int
    problems: tuple[str, ...]

    @property
    def remedy(self) -> str | None:
        """What makes good what was found; what says a remedy of its own needs none here."""
        said = all("`readout index" in problem for problem in self.problems)
        return None if said else "the next `readout index` mends this from the articles' files"

    def to_json(self) -> dict[str, Any]:
        """The check as the command line prints it."""
        return {
            "ok": not self.problems,
            "articles": self.articles,
            "problems": list(self.problems),
            "remedy": self.remedy,
        }


def in_use(index: Path) -> Generation:
    """The generation in use.

    Raises `IndexStateError` when there is none or the folder is not ours.
    """
    try:
        marker = json.loads((index / INDEX_MARKER).read_text(encoding="utf-8"))
        version, name = marker["readout"], str(marker["generation"])
    except FileNotFoundError:
        raise IndexStateError(
            f"no index in '{index}'; make one with `readout index PATH --index {index}`"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise _not_read(index) from None
    if version != ARCHIVE_FORMAT or not GENERATION_NAME.fullmatch(name):
        raise IndexStateError(
            f"'{index}' was made by another release; move it away and index again"
        )
    if marker != {"readout": version, "generation": name} or not (index / name).is_dir():
        raise _not_read(index)
    return Generation(index / name)


def _not_read(index: Path) -> IndexStateError:
    """Why a marker names no generation: it is damaged if there is one that it could name."""
    with suppress(OSError):
        if any(GENERATION_NAME.fullmatch(path.name) for path in index.iterdir()):
            return IndexDamagedError(str(index / INDEX_MARKER))
    return IndexStateError(
        f"'{index}' is not an index of Readout; choose another folder with --index"
    )

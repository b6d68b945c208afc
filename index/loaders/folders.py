"""Folders: which files are there to be read, in which order, and which are left out?"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from index.disk import evicted, is_elsewhere
from index.loaders import names_table
from index.loaders.endings import ending_of
from index.loaders.ignoring import RULES_FILE, IgnoreRules, rules_in
from index.loaders.refusals import FOLDER_LINK, NO_FILE, ONLINE_ONLY, Refused, why_not
from index.settings import LOCK_NAME

CSV_SIDECAR: Final = "metadata.csv"
TOML_SIDECAR: Final = ".meta.toml"
HIDDEN: Final = (".", "~$")  # the second is half of a save

# a file's name, size, and mtime in nanoseconds: an archive may have a million
Seen = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder has: files of articles, side metadata, and what is not gone into."""

    folder: str
    articles: list[Seen] = field(default_factory=list)
    beside: list[Seen] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    no_files: list[Refused] = field(default_factory=list)  # pipes, sockets, devices
    ignored: Counter[str] = field(default_factory=Counter)  # files of other kinds, by their endings

    def file(self, name: str) -> str:
        """The whole path of a file of the folder."""
        return self.folder + os.sep + name

    def refuse(self, place: str, error: OSError) -> None:
        """Note that the disk does not give a file or folder."""
        self.refused.append(Refused(Path(place), error.strerror or type(error).__name__))


def listings(root: Path, endings: Collection[str] | None = None) -> Iterator[Listing]:
    """A folder and those below it with their visible files, in one order on every machine.

    Articles are in files whose names have one of the endings, if any are named. Links to folders
    are not followed; a link to a file counts if the file is below the root.
    """
    home = root.resolve()
    # no function that calls itself: folders may lie deeper in each other than calls may
    waiting: list[tuple[str, IgnoreRules | None]] = [(str(home), None)]
    while waiting:
        folder, above = waiting.pop()
        found = Listing(folder.rstrip(os.sep))
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=attrgetter("name"))
        except OSError as error:
            found.refuse(folder, error)
            entries = []
        rules = _rules(folder, above, found)
        entries = (
            entries if rules is None else [one for one in entries if not _left_out(one, rules)]
        )
        for name in filter(None, (evicted(entry.name) for entry in entries)):
            if _is_of(name, endings) or name.lower().endswith(TOML_SIDECAR):
                found.refused.append(Refused(Path(found.file(name)), ONLINE_ONLY))
        others = _others(entries, found, home, endings)
        folders = [entry.path for entry in others if _is_folder(entry)]
        found.ignored.update(_endings(others))
        found.no_files.extend(_links_to_folders(others, home))
        yield found
        waiting.extend((path, rules) for path in reversed(folders))


def _rules(folder: str, above: IgnoreRules | None, found: Listing) -> IgnoreRules | None:
    """What is left out of a folder by its owner's rules."""
    try:
        return rules_in(folder, above)
    except ValueError as error:
        found.refused.append(Refused(Path(folder, RULES_FILE), f"no rule of gitignore's: {error}"))
        return above


def _left_out(entry: os.DirEntry[str], rules: IgnoreRules) -> bool:
    return rules.leave_out(entry.path, is_folder=_is_folder(entry))


def _endings(entries: Iterable[os.DirEntry[str]]) -> Iterator[str]:
    """The endings of files that are seen and whose kind is not read."""
    for entry in entries:
        try:
            if entry.is_file() and not is_hidden(entry.name):
                yield ending_of(entry.name)
        except OSError:
            continue  # a link to nothing


def _links_to_folders(entries: Iterable[os.DirEntry[str]], home: Path) -> Iterator[Refused]:
    """The links to folders that lie elsewhere: what is there is not read."""
    for entry in entries:
        try:
            is_link = entry.is_symlink() and entry.is_dir() and not is_hidden(entry.name)
            if is_link and not Path(entry.path).resolve().is_relative_to(home):
                yield Refused(Path(entry.path), FOLDER_LINK)
        except OSError:
            continue  # a link to nothing, or to itself


def _is_of(name: str, endings: Collection[str] | None) -> bool:
    return endings is None or ending_of(name) in endings


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether articles may be in it."""
    try:
        is_folder = entry.is_dir(follow_symlinks=False)
    except OSError:
        is_folder = True  # listing it will say why nobody may look
    return is_folder and not is_hidden(entry.name) and not is_index(entry.path)


def _stat(entry: os.DirEntry[str], found: Listing) -> os.stat_result | None:
    """The file as it is now; None if there is none, or it is refused."""
    try:
        stat = entry.stat()
    except FileNotFoundError:
        return None  # a link to nothing, or gone since the folder was listed
    except OSError as error:
        found.refuse(entry.path, error)
        return None
    if is_elsewhere(stat):
        found.refused.append(Refused(Path(entry.path), ONLINE_ONLY))
        return None
    return stat


def _others(
    entries: Iterable[os.DirEntry[str]], found: Listing, home: Path, endings: Collection[str] | None
) -> list[os.DirEntry[str]]:
    """Put a folder's files where they belong, as they are now; the others may be folders."""
    others: list[os.DirEntry[str]] = []
    is_odd = not found.folder.isprintable()
    for entry in entries:
        name = entry.name
        if name.startswith(HIDDEN):
            continue
        if is_beside(entry.path, name):
            kind = found.beside
        elif _is_of(name, endings):
            kind = found.articles
        else:
            others.append(entry)
            continue
        stat = _stat(entry, found)
        if stat is None:
            continue
        if S_ISDIR(stat.st_mode):
            others.append(entry)
        elif not S_ISREG(stat.st_mode):
            found.no_files.append(Refused(Path(entry.path), NO_FILE))
        elif (is_odd or entry.is_symlink() or not name.isprintable()) and (
            reason := why_not(Path(entry.path), home)
        ):
            found.refused.append(Refused(Path(entry.path), reason))
        else:
            kind.append((name, stat.st_size, stat.st_mtime_ns))
    return others


def is_beside(path: str, name: str) -> bool:
    """Whether a file speaks of others: of articles, or of the names in them."""
    return (
        name == CSV_SIDECAR
        or name.endswith(TOML_SIDECAR)
        or (name in names_table.NAMES_TABLES and names_table.is_names_table(path))
    )


def is_index(folder: str) -> bool:
    """Whether a folder is an index, which may lie among the articles."""
    # a path object fails where nobody may look
    return os.path.exists(f"{folder}{os.sep}{LOCK_NAME}")  # noqa: PTH110


def is_hidden(name: str) -> bool:
    """Whether a file or folder is hidden, or half of a save."""
    return name.startswith(HIDDEN) or name.endswith("~")


def sidecars_of(path: Path) -> Path:
    """The TOML file of an article: `a.meta.toml` for `a.txt`."""
    return path.with_name(path.stem + TOML_SIDECAR)

"""Side metadata: what do the files beside an article say of it?

`metadata.csv` has a row a file of its folder: a column `file` or `path` (or `id`, the name with or
without its ending) and the columns that articles have anywhere. `NAME.meta.toml` beside `NAME.txt`
says the same of one file and wins. Both win over what the article's own text says.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

from index.loaders import ONE_ARTICLE, csvs, fields
from index.loaders.endings import ending_of
from index.loaders.fields import Fields
from index.loaders.folders import CSV_SIDECAR, listings, sidecars_of
from index.loaders.loaded import Loaded
from index.loaders.records import described, without_title
from index.loaders.refusals import why_not
from index.loaders.source import read, read_bytes
from search import icu
from search.errors import SourceError

# the columns that say which file a row is of, the best first
PLACES: Final = ("file", "path", "filename", "id")
# the same in other languages, and as people write it
ALSO_PLACES: Final = (
    *("file name", "file_name", "fișier", "fisier", "nume fișier", "nume fisier"),
    *(
        "קובץ",
        "שם קובץ",
        "שם הקובץ",
        "файл",
        "имя файла",
        "назва файлу",
        "ملف",
        "اسم الملف",
        "فایل",
    ),
)

# characters: the time to read keys within keys grows with the square of their number
LONGEST_TOML: Final = 1 << 14

NO_FIELDS: Final = Fields()

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """A metadata.csv: its rows by the file they are of, and what is wrong with it."""

    rows: Mapping[str, Record]
    refused: tuple[str, ...] = ()

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """The names of the rows by what a person reads in them, but for those that read alike."""
        names: dict[str, list[str]] = {}
        for name in self.rows:
            names.setdefault(_folded(name), []).append(name)
        return {folded: found[0] for folded, found in names.items() if len(found) == 1}


class Sidecars:
    """The side metadata below a folder; `root` is the uppermost folder whose metadata.csv counts.

    The sheets that speak of a folder are looked for once, when its first file comes. What links out
    of the root is not read: it would show what the owner of the archive never put there.
    """

    def __init__(self, root: Path) -> None:
        """Look at nothing yet."""
        self._root = root
        self._folder = ""
        self._sheets: list[tuple[Table, str]] = []  # of that folder; how each calls it: `2016/`

    def fields(self, path: Path) -> Fields:
        """What is said of a file, the nearer and more special winning.

        A note where it can't be read.
        """
        said = NO_FIELDS
        for row in self._rows(path):
            said = said.under(fields.read(row))
        try:
            return (
                said.under(fields.read(toml)) if (toml := self._toml(sidecars_of(path))) else said
            )
        except SourceError as error:
            return replace(
                said, notes=(*said.notes, f"{Path(error.path).name} can't be read: {error.reason}")
            )

    def applied(self, path: Path, loaded: Loaded) -> Loaded:
        """A file's article with what is said of it, which wins.

        Of a file with many, only what can be true of all.
        """
        said = self.fields(path)
        if said == NO_FIELDS:
            return loaded
        said = replace(said, text=None)
        if ending_of(path.name) not in ONE_ARTICLE:
            said = replace(said, source_id=None, title=None, url=None)
        article = described(loaded, said)
        return replace(article, text=without_title(article.text, article.title))

    def digest(self, path: Path) -> str:
        """A hash of all that is said of a file, so that an edit is noticed.

        Empty if nothing is said.
        """
        rows = self._rows(path)
        said = json.dumps(rows, sort_keys=True).encode() if rows else b""
        special = sidecars_of(path)
        if self._is_there(special):
            said += b"\0" + read_bytes(special)
        return hashlib.sha256(said).hexdigest()[:32] if said else ""

    def _rows(self, path: Path) -> list[Record]:
        """The rows of a file.

        In the metadata.csv of the root, then of each folder down to its own.
        """
        # comparing path objects takes longer than all the rest
        folder, _, name = str(path).rpartition(os.sep)
        if folder != self._folder:
            self._folder, self._sheets = folder, list(self._over(path.parent))
        return [
            table.rows[named]
            for table, way in self._sheets
            for called in (path.stem, name)
            if (named := _row_of(table, way + called, path)) is not None
        ]

    def _over(self, folder: Path) -> Iterator[tuple[Table, str]]:
        """The tables from the root down to a folder, each with the relative path to the folder."""
        parts = folder.relative_to(self._root).parts
        for depth in range(len(parts) + 1):
            sheet = self._root.joinpath(*parts[:depth], CSV_SIDECAR)
            if self._is_there(sheet) and (table := _table(sheet)).rows:
                yield table, "".join(f"{part}/" for part in parts[depth:])

    def _toml(self, path: Path) -> Record:
        """The fields of a TOML file; none if there is no such file."""
        if not self._is_there(path):
            return {}
        text, _ = read(path)
        if len(text) > LONGEST_TOML:
            raise SourceError(str(path), f"longer than {LONGEST_TOML:,} characters")
        try:
            return tomllib.loads(text.replace("\r\n", "\n"))
        except (ValueError, RecursionError) as error:
            raise SourceError(str(path), str(error)) from error

    def _is_there(self, path: Path) -> bool:
        """Whether a file of side metadata is there and may be read."""
        return path.is_file() and not why_not(path, self._root)


def _row_of(table: Table, wanted: str, path: Path) -> str | None:
    """The name of the row that means a file: called exactly so, or as a person reads it."""
    if wanted in table.rows:
        return wanted
    name = table.folded.get(_folded(wanted))
    return name if name is not None and means(name.rpartition("/")[2], path) else None


def means(name: str, path: Path) -> bool:
    """Whether a name means this file: in NFC or NFD, in any case, if it can mean no other."""
    alike = [one for one in _siblings(path.parent) if _folded(name) in _called(one)]
    return len(alike) == 1 and alike[0] == path.name


def _called(name: str) -> set[str]:
    """The ways to call a file that read alike: with its ending, or without it."""
    return {_folded(name), _folded(os.path.splitext(name)[0])}  # noqa: PTH122  as below


@lru_cache(maxsize=8)
def _listed(folder: Path, _changed: int) -> tuple[str, ...]:
    return tuple(os.listdir(folder))  # noqa: PTH208  names alone


def _siblings(folder: Path) -> tuple[str, ...]:
    """The names in a folder as it is now."""
    try:
        return _listed(folder, folder.stat().st_mtime_ns)
    except OSError:
        return ()


def _folded(name: str) -> str:
    """A name without what a person does not see in it: the form of its letters, and their case."""
    return icu.nfc(name).casefold()


def wrong(sheet: Path) -> Iterator[str]:
    """What of a metadata.csv can't be read, or is of no file."""
    table = _table(sheet)
    yield from table.refused
    if table.rows:
        known = {_folded(name) for name in _names(sheet.parent)}
        yield from (f"no such file: {name!r}" for name in table.rows if _folded(name) not in known)


def _names(folder: Path) -> Iterator[str]:
    """How rows may name the files below a folder: with their ending, or without it."""
    for found in listings(folder):
        way = "".join(f"{part}/" for part in Path(found.folder).relative_to(folder.resolve()).parts)
        for name, _, _ in found.articles:
            yield way + name
            # a path object a file takes ten times as long
            yield way + os.path.splitext(name)[0]  # noqa: PTH122


def metadata(path: Path) -> Fields:
    """What the files in an article's own folder say of it."""
    return Sidecars(path.parent).fields(path)


def _table(path: Path) -> Table:
    """A metadata.csv as it is now; it is read again only when it has changed."""
    try:
        stat = path.stat()
    except OSError:
        return Table({})
    return _read(path, (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))


@lru_cache(maxsize=64)
def _read(path: Path, _state: tuple[int, int, int]) -> Table:
    """The rows of a metadata.csv."""
    try:
        text, _ = read(path)
    except SourceError as error:
        return Table({}, (error.reason,))
    rows = csvs.table(text)
    header = next(rows, [])
    place = place_of(header) if isinstance(header, list) else None
    if place is None:
        return Table({}, (f"its first row names no column of {', '.join(PLACES)}",))
    found: dict[str, Record] = {}
    refused: list[str] = []
    for row in rows:
        if isinstance(row, str) or csvs.has_more_cells(row, header):
            refused.append(
                row
                if isinstance(row, str)
                else f"{len(row)} cells under {len(header)} names: {row[0]!r}"
            )
            continue
        said = {name: cell for name, cell in zip(header, row, strict=False) if cell.strip()}
        of = row[place].strip().replace("\\", "/").removeprefix("./") if len(row) > place else ""
        if of:
            found[of] = said
    return Table(found, tuple(refused))


def place_of(header: list[str]) -> int | None:
    """The column that says which file a row is of."""
    names = [name.strip().casefold() for name in header]
    return next((names.index(place) for place in (*PLACES, *ALSO_PLACES) if place in names), None)

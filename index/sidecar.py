"""Side metadata: what do the files beside an article say of it?

`metadata.csv` has a row a file of its folder: a column `file` or `path` (or `id`, the name with or without its
ending) and the columns that articles have anywhere. `NAME.meta.toml` beside `NAME.txt` says the same of one file
and wins. Both win over what the article's own text says.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from index.loaders import ONE_ARTICLE, csvs, fields
from index.loaders.fields import Fields
from index.loaders.loaded import Loaded
from index.loaders.records import described, without_title
from index.loaders.source import CSV_SIDECAR, TOML_SIDECAR, Refused, is_hidden, read
from search.errors import SourceError

PLACES: Final = ("file", "path", "filename", "id")  # the columns that say which file a row is of, the best first

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A metadata.csv: its rows by the file they are of, and what is wrong with it."""

    rows: Mapping[str, Record]
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sidecars:
    """The side metadata below a folder; `root` is the uppermost folder whose metadata.csv counts."""

    root: Path

    def fields(self, path: Path) -> Fields:
        """What is said of a file, the nearer and more special winning; a note where it can't be read."""
        said = Fields()
        for row in self._rows(path):
            said = said.under(fields.read(row))
        try:
            return said.under(fields.read(_toml(beside(path))))
        except SourceError as error:
            return replace(said, notes=(*said.notes, f"{Path(error.path).name} can't be read: {error.reason}"))

    def applied(self, path: Path, loaded: Loaded) -> Loaded:
        """A file's article with what is said of it, which wins; of a file with many, only what can be true of all."""
        said = replace(self.fields(path), text=None)
        if path.suffix.lower() not in ONE_ARTICLE:
            said = replace(said, source_id=None, title=None, url=None)
        article = described(loaded, said)
        return replace(article, text=without_title(article.text, article.title))

    def digest(self, path: Path) -> str:
        """A hash of all that is said of a file, so that an edit is noticed; empty if nothing is said."""
        rows = self._rows(path)
        said = json.dumps(rows, sort_keys=True).encode() if rows else b""
        special = beside(path)
        if special.is_file():
            said += b"\0" + special.read_bytes()
        return hashlib.sha256(said).hexdigest()[:32] if said else ""

    def refused(self) -> Iterator[Refused]:
        """Side metadata that can't be read, or is of no file."""
        for sheet in sorted(self.root.rglob(CSV_SIDECAR)):
            if any(map(is_hidden, sheet.relative_to(self.root).parts)):
                continue
            table = _table(sheet)
            yield from (Refused(sheet, reason) for reason in table.refused)
            if not table.rows:
                continue
            files = [file.relative_to(sheet.parent) for file in sheet.parent.rglob("*")]
            known = {place for file in files for place in _places(file)}
            yield from (Refused(sheet, f"no such file: {place!r}") for place in table.rows if place not in known)

    def _rows(self, path: Path) -> list[Record]:
        """The rows of a file: in the metadata.csv of the root, then of each folder down to its own."""
        parts = path.relative_to(self.root).parts
        found: list[Record] = []
        for depth in range(len(parts)):
            rows = _table(self.root.joinpath(*parts[:depth], CSV_SIDECAR)).rows
            found += [rows[place] for place in (_places(Path(*parts[depth:])) if rows else ()) if rows.get(place)]
        return found


def metadata(path: Path) -> Fields:
    """What the files in an article's own folder say of it."""
    return Sidecars(path.parent).fields(path)


def sidecar_hash(path: Path) -> str:
    """A hash of what the files in an article's own folder say of it."""
    return Sidecars(path.parent).digest(path)


def _places(path: Path) -> tuple[str, str]:
    """How a row may name a file: without its ending, or, more exactly, with it."""
    return path.with_suffix("").as_posix(), path.as_posix()


def beside(path: Path) -> Path:
    """The TOML file of an article: `a.meta.toml` for `a.txt`."""
    return path.with_name(path.stem + TOML_SIDECAR)


def _toml(path: Path) -> Record:
    """The fields of a TOML file; none if there is no such file."""
    if not path.is_file():
        return {}
    text, _ = read(path)
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise SourceError(str(path), str(error)) from error


def _table(path: Path) -> Table:
    """A metadata.csv as it is now; it is read again only when it has changed."""
    try:
        stat = path.stat()
    except OSError:
        return Table({})
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int, _size: int) -> Table:
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
        if isinstance(row, str) or len(row) > len(header):
            refused.append(row if isinstance(row, str) else f"{len(row)} cells under {len(header)} names: {row[0]!r}")
            continue
        said = {name: cell for name, cell in zip(header, row, strict=False) if cell.strip()}
        of = row[place].strip().replace("\\", "/").removeprefix("./") if len(row) > place else ""
        if of:
            found[of] = said
    return Table(found, tuple(refused))


def place_of(header: list[str]) -> int | None:
    """The column that says which file a row is of."""
    names = [name.strip().casefold() for name in header]
    return next((names.index(place) for place in PLACES if place in names), None)

"""Corrections: how does what a person knows better get into the metadata.csv beside an article?

Only the article's row is touched, and the file is written whole or not at all. The next run of
`index` reads it like any side metadata, so a correction lasts as long as the file.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from index.address import Location
from index.disk import sync_folder
from index.loaders import ONE_ARTICLE, contact_statements, csvs, fields
from index.loaders.endings import ending_of
from index.loaders.folders import CSV_SIDECAR, sidecars_of
from index.loaders.refusals import why_not
from index.loaders.source import read, read_bytes
from index.sidecar import PLACES, means, metadata, place_of
from index.update.kept import reading_of
from search.errors import ArticleNotFoundError, BadParameterError, SourceError

EXPECTED: Final = {
    "published": "a date such as 2023-12-10, 2023-12 or 2023, or `unknown`",
    "leaders": "a name, or `none`",
    "countries": "a name, or `none`",
    "contacts": contact_statements.EXPECTED,
    "lang": "a language, such as he, ro or en",
}

_BOM: Final = b"\xef\xbb\xbf"  # Excel writes it, and needs it to read UTF-8


def correct(index: Location, article_id: str, said: Mapping[str, str]) -> Path:
    """Write what is said of an article, by field, into the metadata.csv of its folder.

    The file that it stands in now.
    Raises `ArticleNotFoundError`, `BadParameterError` for a value that can't be understood, and
    `SourceError` where a row can't say it.
    """
    with reading_of(index) as manifest:
        entry = manifest.entry(article_id)
        source = manifest.source(entry.file) if entry else None
    if entry is None or source is None:
        raise ArticleNotFoundError(article_id)
    for name, value in said.items():
        if getattr(fields.read({name: value}), name) is None:
            raise BadParameterError(name, value, EXPECTED[name])
    file = Path(entry.file)
    sheet = file.with_name(CSV_SIDECAR)
    _check(file, sheet, Path(source.root))
    _write(sheet, _corrected(_rows(sheet), file, said), file)
    known = metadata(file)
    if any(
        getattr(known, name) != getattr(fields.read({name: value}), name)
        for name, value in said.items()
    ):
        raise SourceError(str(sheet), "another row or column says otherwise; correct it there")
    return sheet


def _check(file: Path, sheet: Path, root: Path) -> None:
    """A row must be able to say it, and nothing may say otherwise."""
    if reason := why_not(sheet, root):
        raise SourceError(str(sheet), f"{reason}; put a file of its own in its place")
    if ending_of(file.name) not in ONE_ARTICLE:
        raise SourceError(str(file), "it may hold many articles, so correct it in the file itself")
    if sidecars_of(file).is_file():
        raise SourceError(
            str(sidecars_of(file)), f"it wins over {CSV_SIDECAR}, so correct it there"
        )


def _rows(sheet: Path) -> list[list[str]]:
    """The rows of a metadata.csv, its names first; a new one if there is none."""
    if not sheet.is_file():
        return [[PLACES[0]]]
    found = list(csvs.table(read(sheet)[0]))
    broken = [row for row in found if isinstance(row, str) or csvs.has_more_cells(row, found[0])]
    rows = [row for row in found if not isinstance(row, str)]
    if broken or not rows or place_of(rows[0]) is None:
        raise SourceError(
            str(sheet),
            f"it needs a first row with a column {PLACES[0]}, and no broken row; mend it first",
        )
    return rows


def _corrected(rows: list[list[str]], file: Path, said: Mapping[str, str]) -> list[list[str]]:
    """The rows with what is said in the file's own, which is the last that names it."""
    header, *others = rows
    place = place_of(header) or 0
    names = [row[place].strip().removeprefix("./") if len(row) > place else "" for row in others]
    wanted = _wanted(file, names)
    own = next((row for row, name in _last(others, names) if name == wanted), None)
    if own is None:
        own = [""] * place + [file.name]
        others.append(own)
    for name, value in said.items():
        column = _column(header, name, value)
        own.extend([""] * (column + 1 - len(own)))
        own[column] = value
    return [header, *others]


def _wanted(file: Path, names: list[str]) -> str:
    """The name by which rows mean a file: its own, or one that a person would read as it."""
    if file.name in names or file.stem in names:
        return file.name if file.name in names else file.stem
    meant = (name for name in names if name and means(name, file))
    return next(meant, file.name)


def _last(rows: list[list[str]], names: list[str]) -> Iterable[tuple[list[str], str]]:
    return reversed(list(zip(rows, names, strict=True)))


def _column(header: list[str], name: str, value: str) -> int:
    """The column of a field, by any name that people give it; a new one if there is none."""
    known = next(
        (
            at
            for at, written in enumerate(header)
            if getattr(fields.read({written: value}), name) is not None
        ),
        None,
    )
    if known is None:
        header.append(name)
    return len(header) - 1 if known is None else known


def _write(sheet: Path, rows: list[list[str]], file: Path) -> None:
    old = read_bytes(sheet) if sheet.is_file() else b""
    out = io.StringIO(newline="")
    mark = csvs.delimiter(read(sheet)[0]) if old else ","
    csv.writer(out, delimiter=mark, lineterminator="\r\n" if b"\r\n" in old else "\n").writerows(
        rows
    )
    _put(
        sheet.resolve(),
        (_BOM if old.startswith(_BOM) else b"") + out.getvalue().encode(),
        like=file,
    )


def _put(sheet: Path, content: bytes, *, like: Path) -> None:
    """Write the file whole and durably, or leave the old one and nothing else.

    Who may read a new one, `like` says.
    """
    # a name that nobody can have laid a link under
    handle, name = mkstemp(prefix=f".{sheet.name}.", dir=sheet.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(sheet if sheet.exists() else like, name)
        os.replace(name, sheet)  # noqa: PTH105  the name is a string
    except BaseException:
        os.unlink(name)  # noqa: PTH108  likewise
        raise
    sync_folder(sheet.parent)

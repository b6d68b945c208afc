"""CSV: a row is an article, the first row names the fields.

Commas, semicolons, tabs and bars part the cells, whichever of them gives names that are known.
Where no name is known, the columns are told by what is in them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count, islice
from pathlib import Path
from typing import Any, Final

from index.loaders import field_names, fields
from index.loaders.columns import SAMPLED_RECORDS, Columns, is_prose, understood
from index.loaders.loaded import EMPTY, Loaded, Skipped
from index.loaders.names_table import COLUMNS, NAMES_TABLES, has_names, others
from index.loaders.records import article
from index.loaders.source import largest, read
from search.errors import NotAnArticleError

DELIMITERS: Final = (
    "\t",
    ",",
    ";",
    "|",
)  # of equally good ones the first: a comma stands in texts, a tab does not
SEPARATOR: Final = re.compile(
    r"\s*\"?sep=(.)\"?[^\S\n]*(?:\n|\Z)", re.IGNORECASE
)  # Excel's first line
NO_TEXTS: Final = "a table without texts: no column is called a title or a text, and none has prose"
NAMES_COPY: Final = "a table of names; it counts as a file of its own that is called names.csv"
ODD_COLUMN: Final = "read as a table of articles, for one of names has no column {!r}"
NO_NAMES: Final = f"; one of names has kind and name, and no columns but {', '.join(COLUMNS)}"
SIDECAR_COPY: Final = "a table about files, with no texts; it counts when it is called metadata.csv"
LEFT_OUT: Final = "rows above the names of the columns are left out: {}"
PLACE_COLUMNS: Final = frozenset({"file", "filename", "path", "fișier", "קובץ", "файл"})

MOST_ABOVE: Final = 10  # rows above the names of the columns
FIRST_ROWS: Final = 1 << 16  # characters in which they are


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The articles of a table, a broken row skipped."""
    text, notes = read(path)
    rows = table(text)
    header = next(rows, [])
    if isinstance(header, str):
        yield Skipped(1, header)
        return
    if not header:
        yield Skipped(1, EMPTY)
        return
    if not any(map(field_names.is_known, header)):
        header, rows, above = _below_a_preamble(header, rows)
        notes += (LEFT_OUT.format(above),) if above else ()
    if not any(map(field_names.is_known, header)) and any(map(is_prose, header)):
        rows = chain([header], rows)
        header = [f"column {number}" for number in range(1, len(header) + 1)]
    first = list(islice(rows, SAMPLED_RECORDS))
    sample = [_record(header, row) for row in first if not isinstance(row, str)]
    columns = understood(sample)
    is_about_files = any(name.strip().casefold() in PLACE_COLUMNS for name in header)
    odd = others(header) if path.name in NAMES_TABLES else ()
    if has_names(header):
        raise NotAnArticleError(str(path), NAMES_COPY)
    if not _has_articles(columns, sample, titles_count=not is_about_files):
        no_texts = _no_texts(path, odd)
        raise NotAnArticleError(str(path), SIDECAR_COPY if is_about_files else no_texts)
    notes += tuple(map(ODD_COLUMN.format, odd))
    for number, row in enumerate(chain(first, rows), 1):
        yield _loaded(number, header, row, notes, columns)


def _no_texts(path: Path, odd: Sequence[str]) -> str:
    """Why a table has no articles, and what keeps it from having names if it is called so."""
    if path.name not in NAMES_TABLES:
        return NO_TEXTS
    has = f", and this one has {', '.join(map(repr, odd))}" if odd else ""
    return f"{NO_TEXTS}{NO_NAMES}{has}"


def _below_a_preamble(
    header: list[str], rows: Iterator[list[str] | str]
) -> tuple[list[str], Iterator[list[str] | str], int]:
    """The names of the columns, the rows below, and how many a program wrote above them."""
    above = [header, *islice(rows, MOST_ABOVE)]
    for place, row in enumerate(above):
        if isinstance(row, list) and sum(map(field_names.is_known, row)) > 1:
            return row, chain(above[place + 1 :], rows), place
    return header, chain(above[1:], rows), 0


def _has_articles(
    columns: Columns, sample: Sequence[Mapping[str, object]], *, titles_count: bool
) -> bool:
    """Whether the rows of a table have texts, or titles where these make an article."""
    found = (fields.read(columns.named(record)) for record in sample)
    return any(said.text or (titles_count and said.title) for said in found)


def table(text: str) -> Iterator[list[str] | str]:
    """The rows that are not blank, each as its cells or as the reason why it can't be read."""
    return (row for _, row in numbered(text))


def numbered(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """The same, each with its number as a spreadsheet shows it, from 1."""
    csv.field_size_limit(largest())  # an article is longer than the 128 KB that csv allows
    mark = delimiter(text)
    text = SEPARATOR.sub("", text, count=1) if SEPARATOR.match(text) else text
    rows = _reader(text, mark)
    for number in count(1):
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, f"line {rows.line_num}: {error}"
            continue
        if any(cell.strip() for cell in row):
            yield number, row


def _reader(text: str, mark: str) -> Any:  # noqa: ANN401 - csv's own type has no name
    """A reader of rows; of quotes within quotes as most write them, or behind a backslash."""
    if '\\"' in text and _is_broken(text, mark):
        return csv.reader(
            io.StringIO(text, newline=""), delimiter=mark, doublequote=False, escapechar="\\"
        )
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)


def _is_broken(text: str, mark: str) -> bool:
    """Whether the first rows can't be read as most write them."""
    try:
        for _ in islice(
            csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True), 200
        ):
            pass
    except csv.Error:
        return True
    return False


def has_more_cells(row: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row says something where no column is; spreadsheets leave empty cells there."""
    return any(cell.strip() for cell in row[len(header) :])


def _record(header: Sequence[str], row: Sequence[str]) -> dict[str, object]:
    return dict(zip(header, row, strict=False))


def _loaded(
    number: int,
    header: Sequence[str],
    row: list[str] | str,
    notes: tuple[str, ...],
    columns: Columns,
) -> Loaded | Skipped:
    if isinstance(row, str):
        return Skipped(number, row)
    if has_more_cells(row, header):
        cells = f"{len(row)} cells under {len(header)} names"
        return Skipped(number, f"article {number} has {cells}; a text with commas needs quotes")
    return article(number, _record(header, row), notes, columns)


def delimiter(text: str) -> str:
    """What parts cells: Excel's first line says it, else the first row, by the names it gives."""
    if said := SEPARATOR.match(text):
        return said[1]
    first, *others = text[:FIRST_ROWS].lstrip("\r\n").split("\n")[: MOST_ABOVE + 1]
    for line, least in ((first, 1), *((line, 2) for line in others)):
        bare = line.replace('"', "")
        known = {mark: sum(map(field_names.is_known, bare.split(mark))) for mark in DELIMITERS}
        if max(known.values()) >= least:
            return max(DELIMITERS, key=lambda mark: known[mark])
    return max(DELIMITERS, key=lambda mark: _evenness(text, mark))


def _evenness(text: str, mark: str) -> int:
    """Into how many cells a mark parts the first rows, if it parts them alike."""
    rows = csv.reader(io.StringIO(text[:FIRST_ROWS], newline=""), delimiter=mark)
    try:
        cells = {len(row) for row in islice(rows, 5) if row}
    except csv.Error:
        return 0
    return cells.pop() if len(cells) == 1 else 0

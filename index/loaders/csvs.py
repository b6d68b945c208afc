"""CSV: a row is an article, the first row names the fields.

Commas, semicolons, tabs and bars part the cells, whichever of them gives names that are known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from index.loaders import fields
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import article
from index.loaders.source import LARGEST, read
from search.errors import SourceError

# of equally good ones the first: a comma stands in texts, a tab does not
DELIMITERS: Final = ("\t", ",", ";", "|")

csv.field_size_limit(LARGEST)  # an article is longer than the 128 KB that csv allows


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The articles of a table, a broken row skipped."""
    text, notes = read(path)
    rows = table(text)
    header = next(rows, [])
    if isinstance(header, str) or not any(map(fields.is_known, header)):
        raise SourceError(
            str(path), "its first row names no field that is known, such as title, text, date"
        )
    for number, row in enumerate(rows, 1):
        yield _loaded(number, header, row, notes)


def table(text: str) -> Iterator[list[str] | str]:
    """The rows that are not blank, each as its cells or as the reason why it can't be read."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"line {rows.line_num}: {error}"
            continue
        if any(cell.strip() for cell in row):
            yield row


def _loaded(
    number: int, header: Sequence[str], row: list[str] | str, notes: tuple[str, ...]
) -> Loaded | Skipped:
    if isinstance(row, str):
        return Skipped(number, row)
    if len(row) > len(header):
        cells = f"{len(row)} cells under {len(header)} names"
        return Skipped(number, f"article {number} has {cells}; a text with commas needs quotes")
    return article(number, dict(zip(header, row, strict=False)), notes)


def delimiter(text: str) -> str:
    """The mark that parts the first row into the most names that are known."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(
        DELIMITERS, key=lambda mark: sum(map(fields.is_known, first.replace('"', "").split(mark)))
    )

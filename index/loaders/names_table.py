"""Names table: is a `names.csv` one of names?

It adds people, countries and organisations to those whom an archive knows. With other columns a
file of this name is a table of articles like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Final

NAMES_TABLES: Final = frozenset({"names.csv", "names.tsv"})
COLUMNS: Final = ("id", "kind", "lang", "name", "country", "from", "to")
NEEDED: Final = frozenset({"kind", "name"})  # which no table of articles has together

MOST_ABOVE: Final = 10  # lines above the names of the columns

_FIRST_ROWS: Final = 1 << 12  # bytes in which they are
_OF_UTF_16: Final = dict.fromkeys(map(ord, "\0\ufffd"))  # beside the letters of names in ASCII
_MARKS: Final = re.compile("[,;\t|]")


def is_names_table(path: str) -> bool:
    """Whether a file that is called so has names, by its columns; a pipe has nothing to read."""
    try:
        stat = Path(path).stat()
    except OSError:
        return False
    return S_ISREG(stat.st_mode) and _has_names(
        path, (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
    )


@lru_cache(maxsize=64)
def _has_names(path: str, _state: tuple[int, int, int]) -> bool:
    try:
        with Path(path).open("rb") as file:
            first = file.read(_FIRST_ROWS)
    except OSError:
        return True  # nobody may look now: what it had stays
    if not first.strip(b" \t\r\n\xef\xbb\xbf"):
        return True  # names were here, or are to come: no article is
    text = first.decode("utf-8-sig", "replace").translate(_OF_UTF_16)
    return _place(text.splitlines()) is not None


def without_preamble(text: str) -> tuple[str, int]:
    """A table from its row of columns on, and how many rows a spreadsheet shows above that."""
    lines = text.splitlines(keepends=True)
    place = _place(lines) or 0
    told = place > 0 and _is_separator(lines[0])
    return "".join(lines[place:]), place - told


def has_names(row: Sequence[str]) -> bool:
    """Whether a row names the columns of a table of names."""
    return NEEDED <= {*columns(row)} <= {*COLUMNS, ""}


def others(row: Sequence[str]) -> tuple[str, ...]:
    """The columns that make an article's of what else would be a table of names."""
    named = columns(row)
    return tuple(name for name in named if name and name not in COLUMNS) * ({*named} >= NEEDED)


def columns(row: Sequence[str]) -> list[str]:
    """The columns of a table, by its first row."""
    return [name.strip().casefold() for name in row]


def _place(lines: Sequence[str]) -> int | None:
    """Which of the first lines names the columns; people write something above."""
    rows = (_MARKS.split(line.replace('"', "")) for line in lines[: MOST_ABOVE + 1])
    return next((place for place, row in enumerate(rows) if has_names(row)), None)


def _is_separator(line: str) -> bool:
    """Whether it is Excel's first line, which no spreadsheet shows."""
    return line.strip(' "\r\n').casefold().startswith("sep=")

"""Names table: is a `names.csv` one of names?

It adds people, countries and organisations to those whom an archive knows. With other columns a
file of this name is a table of articles like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

NAMES_TABLES: Final = frozenset({"names.csv", "names.tsv"})
COLUMNS: Final = ("id", "kind", "lang", "name", "country", "from", "to")
NEEDED: Final = frozenset({"kind", "name"})  # which no table of articles has together

_FIRST_ROW: Final = 1 << 12  # bytes in which it is
_OF_UTF_16: Final = dict.fromkeys(map(ord, "\0\ufffd"))  # beside the letters of names in ASCII
_MARKS: Final = re.compile("[,;\t|]")


def is_names_table(path: str) -> bool:
    """Whether a file that is called so has names, by its columns."""
    try:
        stat = Path(path).stat()
    except OSError:
        return False
    return _has_names(path, (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))


@lru_cache(maxsize=64)
def _has_names(path: str, _state: tuple[int, int, int]) -> bool:
    try:
        with Path(path).open("rb") as file:
            lines = file.read(_FIRST_ROW).split(b"\n", 2)
    except OSError:
        return False
    if not b"".join(lines).strip(b" \t\r\xef\xbb\xbf"):
        return True  # names were here, or are to come: no article is
    text = [line.decode("utf-8-sig", "replace").translate(_OF_UTF_16) for line in lines]
    is_told = text[0].strip(' "\r').casefold().startswith("sep=")  # Excel's first line
    header = set(columns(_MARKS.split(text[min(is_told, len(text) - 1)].replace('"', ""))))
    return header >= NEEDED and header <= {*COLUMNS, ""}


def columns(row: Sequence[str]) -> list[str]:
    """The columns of a table, by its first row."""
    return [name.strip().casefold() for name in row]

"""Measure: how good is the analysis, and what does each part of it bring, on third-party material?

    READOUT_EVALUATION=DIR python -m tests.quality.measure [retrieval] [news] [languages] [forms] [folds] [resources]
        [speed]

prints a table each, in Markdown; without a name all of them, in about ten minutes. With `--into
docs/analysis.md` each table goes in place of the one that stands between its marks.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.quality import shelf
from tests.quality.folds import folds_table
from tests.quality.languages import languages_table
from tests.quality.retrieval import news_table, retrieval_table
from tests.quality.speed import speed_table
from tests.quality.wordforms import forms_table, resources_table

Table = Callable[[], Iterator[list[str]]]
TABLES: Final[Mapping[str, Table]] = {
    "forms": forms_table,
    "folds": folds_table,
    "resources": resources_table,
    "languages": languages_table,
    "retrieval": retrieval_table,
    "news": news_table,
    "speed": speed_table,
}


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tables", nargs="*", choices=[*TABLES, []], metavar="TABLE")
    parser.add_argument("--into", type=Path)
    asked = parser.parse_args()
    if not shelf.folder().is_dir():
        parser.error(shelf.ABSENT)
    for name in asked.tables or TABLES:
        table = markdown(TABLES[name]())
        sys.stdout.write(f"{table}\n")
        sys.stdout.flush()
        if asked.into is not None:
            written = asked.into.read_text(encoding="utf-8")
            asked.into.write_text(placed(written, name, table), encoding="utf-8")


def markdown(rows: Iterable[list[str]]) -> str:
    """A table whose first row is its head."""
    head, *others = rows
    rule = ["---", *("---:" for _ in head[1:])]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *others))


def placed(text: str, name: str, table: str) -> str:
    """A text with a table between its marks."""
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    return re.sub(f"{start}.*?{end}", lambda _: start + table + end, text, flags=re.DOTALL)


if __name__ == "__main__":
    main()

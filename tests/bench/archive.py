"""Archive: where are the benchmark's articles and queries kept, and how are they read?

Nothing is imported that a contender does not need, because the memory of its process is measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2] / "var" / "bench"

Queries = dict[str, list[list[str]]]


@dataclass(frozen=True, slots=True)
class Row:
    """An article: `title` and `body` are words with one space between."""

    number: str
    lang: str
    leader: str
    country: str
    year: str
    title: str
    body: str


FIELDS: Final = tuple(field.name for field in fields(Row))


def rows(folder: Path) -> Iterator[Row]:
    """The articles of a folder."""
    with (folder / "articles.tsv").open(encoding="utf-8") as file:
        for line in file:
            yield Row(*line.rstrip("\n").split("\t"))


def queries(folder: Path) -> Queries:
    """The queries of a folder, by their kind."""
    made: Queries = json.loads((folder / "queries.json").read_text(encoding="utf-8"))
    return made


def as_json(row: Row) -> dict[str, Any]:
    """The article as `readout index` reads it from a line of JSON, in paragraphs."""
    words = row.body.split(" ")
    text = "\n\n".join(
        " ".join(words[first : first + 50]) + "." for first in range(0, len(words), 50)
    )
    known = asdict(row)
    return {
        "id": known["number"],
        "title": row.title,
        "text": text,
        "published": row.year,
        "lang": row.lang,
        "leaders": [row.leader],
        "countries": [row.country],
    }

"""Export: how do the articles that were found become rows that other programs read?

The names of the columns are those by which articles can be indexed again.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any, Final

from search.model.articles import Article

COLUMNS: Final = (
    "id",
    "title",
    "published",
    "published_source",
    "lang",
    "outlet",
    "url",
    "leaders",
    "countries",
    "text",
)
BOM: Final = "\ufeff"  # spreadsheets take a file for UTF-8 only when it begins so
PIECE: Final = 30_000  # letters
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")  # a spreadsheet runs what begins so


def csv_lines(articles: Iterable[Article]) -> Iterator[str]:
    """The articles as CSV (RFC 4180) that spreadsheets open as text.

    Several values are parted by `; `.
    """
    yield BOM + _csv_line(COLUMNS)
    for article in articles:
        yield _csv_line(map(_cell, _row(article).values()))


def json_lines(articles: Iterable[Article]) -> Iterator[str]:
    """The articles as JSON Lines."""
    for article in articles:
        yield json.dumps(_row(article), ensure_ascii=False) + "\n"


def pieces(lines: Iterable[str]) -> Iterator[bytes]:
    """The lines in pieces: worth sending, and soon made, for somebody else waits meanwhile."""
    piece: list[str] = []
    length = 0
    for line in lines:
        piece.append(line)
        length += len(line)
        if length >= PIECE:
            yield "".join(piece).encode(errors="replace")
            piece, length = [], 0
    yield "".join(piece).encode(errors="replace")


def _row(article: Article) -> Mapping[str, Any]:
    known = {**article.to_json(), "id": article.article_id}
    return {column: known[column] for column in COLUMNS}


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    shown = "; ".join(value) if isinstance(value, list | tuple) else value or ""
    # What begins with quotes before a formula gets one more, so that taking one off gives back what
    # was written.
    return f"'{shown}" if shown.lstrip("'").startswith(FORMULA) else shown


def _csv_line(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()

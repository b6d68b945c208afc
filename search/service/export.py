"""Export: how do the articles that were found become rows that other programs read?

The names of the columns are those by which articles can be indexed again.
"""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from search.model.articles import Article
from search.model.languages import UNDETERMINED

Named = Callable[[str, str], str]  # from a facet and a value to its name

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
    "contacts",
    "text",
)
BOM: Final = "\ufeff"  # spreadsheets take a file for UTF-8 only when it begins so
PIECE: Final = 30_000  # letters
# A spreadsheet runs what begins so; where East Asian letters are typed, also as they are wide.
FORMULA: Final = (*"=+-@", *"＝＋－＠", *"|%", "\t", "\r", "\n")
FIRST_NAME: Final = "readout"  # of files
LONGEST_NAME: Final = 60
# where a date was read if nobody gave it
READ: Final = {"text": "in the text", "dateline": "in the dateline", "path": "in the file's name"}
_NOT_IN_NAMES: Final = re.compile(r"[^\w.]+")
_GZIP: Final = zlib.MAX_WBITS | 16


def csv_lines(articles: Iterable[Article]) -> Iterator[str]:
    """The articles as CSV (RFC 4180) that spreadsheets open as text.

    Several values are parted by `; `, and a contact stands as in the column of a metadata.csv.
    """
    yield BOM + _csv_line(COLUMNS)
    for article in articles:
        stated = [contact.statement() for contact in article.contacts]
        yield _csv_line(map(_cell, {**_row(article), "contacts": stated}.values()))


def json_lines(articles: Iterable[Article]) -> Iterator[str]:
    """The articles as JSON Lines, their contacts as the API gives them."""
    for article in articles:
        yield json.dumps(_row(article), ensure_ascii=False) + "\n"


def ris_lines(articles: Iterable[Article], named: Named) -> Iterator[str]:
    """The articles as RIS, which Zotero, EndNote and Mendeley read; their texts stay here."""
    for article in articles:
        rows = [(tag, " ".join(value.split())) for tag, value in _ris(article, named) if value]
        yield "".join(f"{tag}  - {value}\r\n" for tag, value in (*rows, ("ER", ""))) + "\r\n"


def _ris(article: Article, named: Named) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "TI", article.title
    yield "T2", article.outlet or ""
    if article.published:
        year, month, day = (*article.published.split("-"), "", "")[:3]
        yield "PY", year
        yield "DA", f"{year}/{month}/{day}/"
    if article.published_source in READ:
        yield "N1", f"The date was read {READ[article.published_source]}."
    yield "LA", "" if article.lang == UNDETERMINED else article.lang
    yield "UR", article.url or ""
    yield "AN", article.article_id
    yield from (("KW", named("leader", value)) for value in article.leaders)
    yield from (("KW", named("country", value)) for value in article.countries)


class Format(NamedTuple):
    """A kind of file that articles are taken away as."""

    media_type: str
    lines: Callable[[Iterable[Article], Named], Iterator[str]]


FORMATS: Final = {  # in the order in which they are offered
    "csv": Format("text/csv", lambda articles, _named: csv_lines(articles)),
    "ris": Format("application/x-research-info-systems", ris_lines),
    "jsonl": Format("application/jsonl", lambda articles, _named: json_lines(articles)),
}


def file_name(asked: Iterable[str], ending: str) -> str:
    """A name that says what was asked, with no letter in it that a file's name may not have."""
    words = [_NOT_IN_NAMES.sub("-", one).strip("-.") for one in asked]
    return "-".join([FIRST_NAME, *filter(None, words)])[:LONGEST_NAME].rstrip("-.") + f".{ending}"


def disposition(name: str) -> str:
    """What tells a browser to keep an answer under this name (RFC 6266)."""
    plain = f"{FIRST_NAME}.{name.rpartition('.')[2]}"  # for what reads no other letters
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"


def packed(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same as gzip packs it, as it comes."""
    packing = zlib.compressobj(4, wbits=_GZIP)
    yield from filter(None, map(packing.compress, parts))
    yield packing.flush()


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

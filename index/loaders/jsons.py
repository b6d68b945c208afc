"""JSON: documents and lines of articles, in whatever shape and under whatever name.

What is one document in one file is a line each in another, and people don't always name the two
as they should.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from index.loaders import fields, record_tables, shapes
from index.loaders.columns import SAMPLED_RECORDS, Columns, understood
from index.loaders.loaded import EMPTY, Loaded, Skipped
from index.loaders.records import article
from index.loaders.shapes import FoundRecord
from index.loaders.source import TOO_LONG, largest, lines, read
from search.errors import NotAnArticleError, SourceError

NO_ARTICLE: Final = "no article: there is no title and no text in it"
NO_OBJECT: Final = "is no object with a title and a text, but"
ACTIONS: Final = frozenset(
    {"create", "index", "update"}
)  # of a search engine's bulk format, before their documents
# Two of these names, and a name and a description are a program's.
OF_SOFTWARE: Final = frozenset({"$schema", "dependencies", "license", "scripts", "version"})
_DECODER: Final = json.JSONDecoder()
_BETWEEN: Final = " \t\r\n,\x1e"  # between documents; U+001E begins one in RFC 7464

Line = tuple[str, tuple[str, ...]]  # with the notes on reading it


@dataclass(frozen=True, slots=True)
class _Broken:
    """What is no JSON, and why."""

    reason: str


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The articles of a JSON document, or of several one after another."""
    if path.is_file() and path.stat().st_size > largest():
        yield from load_lines(path)
        return
    text, notes = read(path)
    if not text.strip(_BETWEEN):
        yield Skipped(1, EMPTY)
        return
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _broken(path, text, notes, error)
    else:
        yield from _articles(path, ((found, notes) for found in shapes.records(document)))


def load_lines(path: Path) -> Iterator[Loaded | Skipped]:
    """The articles of JSON Lines; a line that is not JSON is skipped, the rest goes on."""
    first = next(lines(path), ("", ()))[0]
    if not first:
        yield Skipped(1, EMPTY)
        return
    if isinstance(_decoded(first), _Broken) and path.stat().st_size <= largest():
        text, _ = read(path)
        if not isinstance(next(_in_a_row(text), _Broken("")), _Broken):
            yield from load(path)
            return
    yield from _articles(path, _of_lines(lines(path)))


def is_json(text: str) -> bool:
    """Whether a text begins with an object, or with a list of objects."""
    first = next(_in_a_row(text), None)
    records = first if isinstance(first, list) else [first]
    return bool(records) and all(isinstance(one, Mapping) for one in records)


def _broken(
    path: Path, text: str, notes: tuple[str, ...], error: Exception
) -> Iterator[Loaded | Skipped]:
    """The articles of what is no document: lines, documents in a row, or a list that is cut off."""
    written = text.strip(_BETWEEN)
    first = _decoded(written.split("\n", 1)[0].rstrip(_BETWEEN))
    if not isinstance(first, _Broken) and "\n" in written:
        found = _of_lines((line, notes) for line in text.split("\n") if line.strip())
    else:
        whole = list(_in_a_row(written.removeprefix("[")))
        if len(whole) < 2 or isinstance(whole[0], _Broken):
            raise SourceError(str(path), f"not JSON: {_short(error)}") from error
        found = ((record, notes) for one in whole for record in _records(one))
    yield from _articles(path, found)


def _in_a_row(text: str) -> Iterator[Any]:
    """Documents one after another, up to what is none."""
    place = 0
    while True:
        while place < len(text) and text[place] in _BETWEEN:
            place += 1
        if place == len(text):
            return
        try:
            document, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            yield _Broken(_short(error))
            return
        yield document


def _of_lines(written: Iterable[Line]) -> Iterator[tuple[FoundRecord, tuple[str, ...]]]:
    """The records of lines; of arrays the first line may have the names."""
    names: list[str] | None = None
    action: Mapping[str, Any] = {}
    for number, (line, notes) in enumerate(written):
        value = _decoded(line.strip(_BETWEEN))
        if isinstance(value, list) and (names or (number == 0 and record_tables.are_names(value))):
            if names:
                yield FoundRecord(dict(zip(names, value, strict=False))), notes
            names = names or [str(name) for name in value]
        elif _is_action(value):
            action = next(iter(value.values()))
        else:
            if action and isinstance(value, Mapping):
                value = {"_id": action.get("_id"), "_source": value}
            action = {}
            yield from ((record, notes) for record in _records(value))


def _is_action(value: Any) -> bool:  # noqa: ANN401 - JSON is any value
    return (
        isinstance(value, Mapping)
        and len(value) == 1
        and ACTIONS.issuperset(value)
        and any(
            isinstance(one, Mapping) and one.keys() & {"_id", "_index"} for one in value.values()
        )
    )


def _records(value: Any) -> list[FoundRecord]:  # noqa: ANN401
    """The records of a line or of a document among others: at least one, so that none is lost."""
    return shapes.records(value) or [FoundRecord(value)]


def _articles(
    path: Path, found: Iterable[tuple[FoundRecord, tuple[str, ...]]]
) -> Iterator[Loaded | Skipped]:
    """The article of each record, after a look at what the first of them have."""
    others = iter(found)
    first = list(islice(others, SAMPLED_RECORDS))
    columns = understood([one.value for one, _ in first if isinstance(one.value, Mapping)])
    parts = (_article(number, one, columns) for number, one in enumerate(chain(first, others), 1))
    empty: list[Loaded | Skipped] = []  # those before the first that is something
    for part in parts:
        empty.append(part)
        if not (isinstance(part, Skipped) and (part.reason == EMPTY or NO_OBJECT in part.reason)):
            yield from chain(empty, parts)
            return
    raise NotAnArticleError(str(path), NO_ARTICLE)


def _article(
    number: int, found: tuple[FoundRecord, tuple[str, ...]], columns: Columns
) -> Loaded | Skipped:
    """The article of a record, or why it is none."""
    (record, notes) = found
    if record.too_deep:
        return Skipped(number, shapes.TOO_DEEP.format(record.too_deep))
    if isinstance(record.value, _Broken):
        return Skipped(number, f"article {number} is not JSON: {record.value.reason}")
    if not isinstance(record.value, Mapping):
        return Skipped(number, f"article {number} {NO_OBJECT} {type(record.value).__name__}")
    if len(OF_SOFTWARE & record.value.keys()) > 1 and not fields.is_article(record.value):
        return Skipped(number, EMPTY)
    return article(number, record.value, notes, columns)


def _decoded(written: str) -> Any:  # noqa: ANN401
    """A document, or why it is none."""
    if written == TOO_LONG:
        return _Broken(TOO_LONG)
    try:
        return json.loads(written)
    except (ValueError, RecursionError) as error:
        return _Broken(_short(error))


def _short(error: Exception) -> str:
    return str(error).split("\n", 1)[0] if isinstance(error, ValueError) else "nested too deeply"

"""Shapes: where in a JSON document are the articles?

People keep them as a list, as objects by key, as columns or rows of a table, as the hits of a
search engine, and inside objects that say more than that. An object with a title and a list is a
feed unless it has a text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from index.loaders import field_names, fields
from index.loaders.holders import HIT_SOURCE, HOLDERS, are_keyed, by_key, holders_in
from index.loaders.record_tables import rows_of, table_of

DEEPEST_HOLDER: Final = 2  # lists within each other
TOO_DEEP: Final = "articles lie too deep in it, at {}: make a file of that list"

DAY: Final = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record, or what is no record; `path` says where in the document a list lies too deep."""

    value: Any
    too_deep: str | None = None


def records(document: Any) -> list[FoundRecord]:  # noqa: ANN401 - JSON is any value
    """What stands where articles stand in a document, in its order."""
    return list(_records(document, 0, "", is_held=False))


def _records(
    value: Any,  # noqa: ANN401
    depth: int,
    path: str,
    *,
    is_held: bool,
) -> Iterator[FoundRecord]:
    if isinstance(value, list):
        yield from _listed(value, depth, path)
    elif not isinstance(value, Mapping) or HIT_SOURCE in value:
        yield FoundRecord(value)
    elif not fields.has_text(value) and (_is_empty_feed(value) or "$schema" in value):
        return
    elif (table := table_of(value)) is not None:
        yield from map(FoundRecord, table)
    elif fields.has_text(value):
        yield FoundRecord(value)
    elif holders := list(holders_in(value)):
        for name, inner in holders:
            below = f"{path}.{name}".lstrip(".")
            if depth < DEEPEST_HOLDER:
                deeper = depth + isinstance(inner, list)
                found = _records(inner, deeper, below, is_held=not are_keyed(str(name), inner))
                yield from map(_with_what_holds(value, str(name)), found)
            else:
                yield FoundRecord(None, too_deep=below)
    elif not is_held and (keyed := by_key(value)):
        yield from map(FoundRecord, keyed)
    else:
        yield FoundRecord(value)


def _is_empty_feed(record: Mapping[str, Any]) -> bool:
    """Whether a record has a list for articles and none in it."""
    return any(one == [] and str(name).casefold() in HOLDERS for name, one in record.items())


def _listed(value: list[Any], depth: int, path: str) -> Iterator[FoundRecord]:
    """The records of a list."""
    if value and all(isinstance(row, list) for row in value) and not _are_lists_of_objects(value):
        yield from map(FoundRecord, rows_of(value) or value)
        return
    for one in value:
        if isinstance(one, Mapping):
            yield from _records(one, depth, path, is_held=True)
        elif isinstance(one, list) and depth < DEEPEST_HOLDER and _are_lists_of_objects([one]):
            yield from _listed(one, depth + 1, path)
        else:
            yield FoundRecord(one)


def _are_lists_of_objects(rows: list[Any]) -> bool:
    return any(isinstance(cell, Mapping) for row in rows for cell in row)


def _with_what_holds(holder: Mapping[str, Any], key: str) -> Callable[[FoundRecord], FoundRecord]:
    """Give a record the language of the feed it is in, and the day by which it is kept."""
    said = {
        name: holder[name] for name in holder if (field_names.meaning(name) or "")[:1] == ("lang",)
    }
    if DAY.fullmatch(key):
        said["date"] = key

    def given(found: FoundRecord) -> FoundRecord:
        is_record = said and isinstance(found.value, Mapping)
        return FoundRecord({**said, **found.value}, found.too_deep) if is_record else found

    return given

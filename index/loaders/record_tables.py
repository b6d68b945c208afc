"""Record tables: JSON that keeps records by columns, in rows or by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from index.loaders import field_names, fields


def table_of(value: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The rows of a table that is kept by columns, or by rows beside the names, as pandas does."""
    names, rows = value.get("columns"), value.get("data", value.get("rows"))
    if (
        isinstance(names, list)
        and isinstance(rows, list)
        and all(isinstance(row, list) for row in rows)
    ):
        columns = [
            str(name.get("name")) if isinstance(name, Mapping) else str(name) for name in names
        ]
        return [dict(zip(columns, row, strict=False)) for row in rows]
    if not value or not fields.is_article(value):
        return None
    if all(isinstance(column, Mapping) for column in value.values()):
        return _by_columns(value)
    return _by_lists(value) if all(isinstance(column, list) for column in value.values()) else None


def _by_columns(columns: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]] | None:
    """Rows by number in each column: `{"title": {"0": "One", "1": "Two"}, "text": {"0": …}}`."""
    keys = dict.fromkeys(key for column in columns.values() for key in column)
    first = next(iter(columns.values())).keys()
    if any(field_names.is_known(key) for key in keys) or any(
        column.keys() != first for column in columns.values()
    ):
        return None
    return [{name: column.get(key) for name, column in columns.items()} for key in keys]


def _by_lists(columns: Mapping[str, list[Any]]) -> list[dict[str, Any]] | None:
    """A list in each column: `{"title": ["One", "Two"], "text": […]}`."""
    lengths = {len(column) for column in columns.values()}
    if len(columns) < 2 or len(lengths) != 1:
        return None
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def are_names(row: Sequence[Any]) -> bool:
    """Whether a row has the names of columns."""
    return any(field_names.is_known(name) for name in row if isinstance(name, str))


def rows_of(rows: list[list[Any]]) -> list[dict[str, Any]] | None:
    """Rows without names, but for the first if it has them; None if no cell is a text."""
    header, *others = rows
    if not are_names(header):
        header = [f"column {number}" for number in range(1, max(map(len, rows)) + 1)]
        others = rows
    if not any(isinstance(cell, str) for row in others for cell in row):
        return None
    return [dict(zip(map(str, header), row, strict=False)) for row in others]

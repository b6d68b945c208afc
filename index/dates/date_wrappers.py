"""Date wrappers: in which objects and lists do databases and programs keep a date?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DATE_WRAPPERS: Final = (
    "$date",
    "$numberLong",
    "@value",
    "date",
    "datetime",
    "dateTime",
    "iso",
    "iso8601",
    "rendered",
    "value",
    "#text",
    "seconds",
    "_seconds",
    "timestampValue",
    "stringValue",
    "S",
    "N",
)
DEEPEST_DATE: Final = 5


def unwrapped(value: object, depth: int = 0) -> object:
    """A date out of a list, or out of an object that a database has for it."""
    if depth > DEEPEST_DATE:
        return ""
    if isinstance(value, list):
        return next((unwrapped(one, depth + 1) for one in value if one), "")
    if not isinstance(value, Mapping):
        return value
    if parts := value.get("date-parts"):
        return "-".join(f"{int(part):02}" for part in parts[0]) if _is_parts(parts) else ""
    if {"year", "month", "day"} <= value.keys():
        return "-".join(str(value[part]) for part in ("year", "month", "day"))
    return next((unwrapped(value[name], depth + 1) for name in DATE_WRAPPERS if name in value), "")


def _is_parts(parts: object) -> bool:
    """Whether a date is year, month and day in a list of lists, as citations have it."""
    first = parts[0] if isinstance(parts, list) else None
    return isinstance(first, list) and all(str(part).isdecimal() for part in first)

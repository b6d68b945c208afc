"""Field groups: what of a record says nothing, and what is a record within it."""

from __future__ import annotations

from typing import Final

NONE: Final = "none"  # nobody, and no country
UNKNOWN_DATE: Final = "unknown"
NO_DATE: Final = frozenset({"-", "n/a", "na", "nan", "nat", "none", "null", "undefined"})

# Under these names exports put the article into the record: {"_id": 1, "_source": {"title": …}}.
RECORD_WRAPPERS: Final = frozenset(
    {
        "_source",
        "article",
        "attributes",
        "body",
        "content",
        "data",
        "doc",
        "document",
        "entry",
        "fields",
        "item",
        "meta",
        "metadata",
        "news",
        "node",
        "payload",
        "post",
        "properties",
        "object",
        "record",
        "resource",
        "row",
        "status",
        "story",
        "tweet",
    }
)


def is_nothing(value: object) -> bool:
    """Whether a date is what programs write where there is none."""
    return str(value).strip().casefold() in NO_DATE

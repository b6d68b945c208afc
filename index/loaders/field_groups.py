"""Field groups: what of a record says nothing, and what is a record within it."""

from __future__ import annotations

from typing import Final

NONE: Final = "none"  # nobody, and no country
UNKNOWN_DATE: Final = "unknown"
NO_DATE: Final = frozenset({"-", "n/a", "na", "nan", "nat", "none", "null", "undefined"})


def is_nothing(value: object) -> bool:
    """Whether a date is what programs write where there is none."""
    return str(value).strip().casefold() in NO_DATE

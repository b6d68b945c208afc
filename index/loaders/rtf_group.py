"""RTF group: what holds between two braces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RtfGroup:
    """What holds in a group.

    Where its text goes (None: nowhere), its font, and how many signs stand in for one.
    """

    target: str | None = "text"
    font: int | None = None
    substitutes: int = 1
    is_hidden: bool = False

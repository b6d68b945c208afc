"""Modes: how clauses are combined and hits ordered, and how many, as a caller may ask."""

from __future__ import annotations

from typing import Final, Literal

Match = Literal["all", "any"]
Matched = Literal["all", "some", "any"]
Sort = Literal["relevance", "newest", "oldest"]
Order = Literal[Sort, "seen"]  # seen: what was first seen last comes first, as feeds have it

LARGEST_PAGE: Final = 100  # hits
LARGEST_RUN: Final = 1000

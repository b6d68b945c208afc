"""Modes: how clauses are combined and hits are ordered, as a caller may ask for it."""

from __future__ import annotations

from typing import Literal

Match = Literal["all", "any"]
Matched = Literal["all", "some", "any"]
Sort = Literal["relevance", "newest", "oldest"]

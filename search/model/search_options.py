"""Search options: how clauses are combined and hits ordered, and how many are shown."""

from __future__ import annotations

from typing import Final, Literal

Match = Literal["all", "any"]
Matched = Literal["all", "some", "any"]
# contact: by the date of the contacts between the two leaders who are chosen or typed
Sort = Literal["relevance", "newest", "oldest", "contact"]
Order = Literal[Sort, "seen"]  # seen: what was first seen last comes first, as feeds have it

PAGE_SIZE: Final = 10  # hits, if nobody asks for more
LARGEST_PAGE: Final = 100
LARGEST_RUN: Final = 1000

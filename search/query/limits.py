"""Limits: how long, wide and deep may a query be?"""

from __future__ import annotations

from typing import Final

LONGEST_QUERY: Final = 1000  # characters of a query
MOST_WORDS: Final = 64
DEEPEST_GROUP: Final = 20  # parentheses in parentheses
SHORTEST_PREFIX: Final = 2  # letters before `*` and `~`
TWO_EDITS_FROM: Final = 8  # letters of a word in which two may be wrong
# words that a phrase may let stand between; no more than the gap between title and body
WIDEST_EXAMPLE: Final = 63

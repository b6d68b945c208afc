"""Bounds: which orders, modes, pages and sizes may be asked for?"""

from __future__ import annotations

from typing import get_args

from search.errors import BadParameterError
from search.model.modes import Match, Order, Sort
from search.model.response import Search


def check(asked: Search, *, largest: int) -> None:
    """Raise `BadParameterError` for what may not be asked for."""
    if asked.sort not in get_args(Order):
        raise BadParameterError("sort", asked.sort, f"one of {', '.join(get_args(Sort))}")
    if asked.match not in get_args(Match):
        raise BadParameterError("match", asked.match, f"one of {', '.join(get_args(Match))}")
    if asked.page < 1:
        raise BadParameterError("page", str(asked.page), "a number from 1")
    if not 1 <= asked.size <= largest:
        raise BadParameterError("size", str(asked.size), f"a number from 1 to {largest}")

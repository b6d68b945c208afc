"""Partial: how much of an archive has answered, where it is not all of it?"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Partial(NamedTuple):
    """For want of time, of how many articles it is known whether they match.

    Else how many shards have answered.
    """

    reason: Literal["time", "shards"]
    answered: int
    of: int

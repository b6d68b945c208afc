"""Outcome: what was found, by which clauses, and what is said about it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from search.engine.nodes import Node
from search.engine.port import Found
from search.model.hints import Hint

NOTHING_FOUND: Final = Found(0, "all", (), {})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, by which clauses, and what to say about it.

    `loosened` if only looser readings found it.
    """

    found: Found
    clauses: tuple[Node, ...] = ()
    hints: tuple[Hint, ...] = ()
    loosened: bool = False

    @property
    def is_as_typed(self) -> bool:
        """Whether every clause was found, as it was typed."""
        return self.found.match != "some" and not self.loosened

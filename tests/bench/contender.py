"""Contenders: what does the benchmark ask of every engine?

Each stores the title and the body, indexes the body's words as they are, and answers with the
number of all hits (where it can) and the titles of the ten best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol

from tests.bench.archive import Row

SHOWN: Final = 10
COUNTED: Final = ("leader", "country", "year")
AT_ONCE: Final = 5_000  # articles that wait in memory while Readout loads

Asked = Sequence[str]
# how many hits there are, -1 if it was not asked, and the best titles
Answer = tuple[int, list[str]]

WORDS: Final = frozenset({"rare", "frequent", "and", "or", "phrase", "prefix", "filter", "facets"})
# those that are asked for their number alone and for their best alone too
IN_MODES: Final = ("frequent", "and", "or", "phrase")
SLIPS: Final = frozenset({"one off", "two off"})


class Contender(Protocol):
    """An engine in the benchmark."""

    kinds: frozenset[str]  # of queries that it is asked

    def load(self, rows: Iterable[Row], clock: Callable[[], Any]) -> None:
        """Index articles and commit.

        `clock` is called before and after each stretch of work that counts.
        """
        ...

    def open(self) -> None:
        """Be ready for queries."""
        ...

    def ask(self, kind: str, words: Asked) -> Answer:
        """Answer one query."""
        ...

    def count(self, kind: str, words: Asked) -> int:
        """How many articles a query finds, and nothing else: a kind of `IN_MODES`."""
        ...

    def best(self, kind: str, words: Asked) -> int:
        """Rank the ten best and read nothing of them; how many there are of these."""
        ...

"""Relaxation: which articles answer a query where none has all its clauses?

Those that have the best set of them: most phrases, then, of a question, most clauses that are no
small words, then most clauses, then fewest articles, then the clauses that were typed first.
Filters have no say: what they hide is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.engine.deadline import is_over
from search.engine.nodes import Node, is_phrase
from search.engine.port import Engine, Found, Request
from search.model.hints import Hint
from search.query.small_words import small_words

ClauseSets = Mapping[tuple[int, ...], int]
QUESTION: Final = 4  # clauses of what may be asked in a sentence; in fewer each word is meant
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


def search_relaxed(engine: Engine, request: Request) -> Found:
    """What is found with all clauses, or else with the best set of them."""
    found = engine.search(request)
    return found if found.total else relaxed(engine, request, found)


def relaxed(engine: Engine, request: Request, found: Found) -> Found:
    """What is found with the best set of clauses where all of them found nothing.

    Without the time to tell which set that is, what was found with all.
    """
    if found.partial or request.match == "any" or len(request.clauses) < 2:
        return found
    clauses = best_clauses(engine, request)
    if not clauses or len(clauses) == len(request.clauses) or is_over():
        return found
    return replace(engine.search(replace(request, clauses=clauses)), match="some")


def best_clauses(engine: Engine, request: Request) -> tuple[Node, ...]:
    """The best set of a request's clauses; none if no article has any."""
    best = best_set(engine.clause_sets(request), request.clauses)
    return tuple(request.clauses[number] for number in best)


def best_set(sets: ClauseSets, clauses: Sequence[Node]) -> tuple[int, ...]:
    """The best set of clauses; none if no article has any."""
    small = small_words(clauses) if len(clauses) >= QUESTION else frozenset()

    def rank(own: tuple[int, ...]) -> tuple[int, int, int, int, tuple[int, ...]]:
        phrases = sum(is_phrase(clauses[number]) for number in own)
        return (-phrases, len(small.intersection(own)) - len(own), -len(own), sets[own], own)

    return min(sets, key=rank, default=())

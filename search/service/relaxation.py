"""Relaxation: which articles answer a query where none has all its clauses?

Those that have the best set of them: most phrases, then most clauses, then fewest articles, then
the clauses that were typed first. Filters have no say: what they hide is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from search.engine.nodes import Node, is_phrase
from search.engine.port import Engine, Found, Request

ClauseSets = Mapping[tuple[int, ...], int]


def search_relaxed(engine: Engine, request: Request) -> Found:
    """What is found with all clauses, or else with the best set of them."""
    found = engine.search(request)
    if found.total or request.match == "any" or len(request.clauses) < 2:
        return found
    best = best_set(engine.clause_sets(request), request.clauses)
    if not best or len(best) == len(request.clauses):
        return found
    clauses = tuple(request.clauses[number] for number in best)
    return replace(engine.search(replace(request, clauses=clauses)), match="some")


def best_set(sets: ClauseSets, clauses: Sequence[Node]) -> tuple[int, ...]:
    """The best set of clauses; none if no article has any."""

    def rank(own: tuple[int, ...]) -> tuple[int, int, int, tuple[int, ...]]:
        phrases = sum(is_phrase(clauses[number]) for number in own)
        return (-phrases, -len(own), sets[own], own)

    return min(sets, key=rank, default=())

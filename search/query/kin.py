"""Kin: which words of one stem help to rank articles that are found by any word of a query?

întâlni and întâlnire are two words, and who asks in a sentence may mean either. Kin add to the
score of what is found, and find nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from search.analysis.lexicon import rows
from search.analysis.tokens import LEMMA
from search.engine.nodes import Group, Node, Or, Weighted
from search.engine.ranking import KIN

LANGUAGES: Final = frozenset({"en", "ro", "ru"})
Nodes = tuple[Node, ...]


def with_kin(clauses: Nodes, limits: Nodes, languages: Collection[str]) -> tuple[Nodes, Nodes]:
    """Clauses that are found by kin too, and the limits that let these find nothing more."""
    grown = tuple(_grown(node, languages) for node in clauses)
    if grown == clauses:
        return clauses, limits
    return grown, (*limits, Or(clauses) if len(clauses) > 1 else clauses[0])


def _grown(node: Node, languages: Collection[str]) -> Node:
    if not isinstance(node, Group):
        return node
    own = {term for term, _ in node.terms}
    more = (pair for pair in _kin(own, languages) if pair[0] not in own)
    return replace(node, terms=(*node.terms, *dict.fromkeys(more)))


def _kin(terms: Iterable[str], languages: Collection[str]) -> Iterable[Weighted]:
    lemmas = sorted(term.removeprefix(LEMMA) for term in terms if term.startswith(LEMMA))
    for language in sorted(LANGUAGES.intersection(languages)):
        for lemma in lemmas:
            yield from ((LEMMA + other, KIN) for other in _families(language).get(lemma, ()))


@cache
def _families(language: str) -> Mapping[str, tuple[str, ...]]:
    """The family of each dictionary form that has one."""
    families = (tuple(row.split(" ")) for (row,) in rows(f"{language}-kin.tsv"))
    return {lemma: family for family in families for lemma in family}

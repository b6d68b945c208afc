"""Contacts in a query: between which two leaders are those that it asks for?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.entities import recognition
from search.entities.gazetteer import Gazetteer
from search.model.contacts import Pair, key, pair_of
from search.query.tree import AllOf, AnyOf, Field, Query, Title, Tree, Without, Word


def leaders_asked(query: Query, gazetteer: Gazetteer) -> Iterator[str]:
    """The leaders whom a query asks for as fields, all of them at once."""
    named = (
        part.value for part in _parts(query) if isinstance(part, Field) and part.name == "leader"
    )
    return filter(None, (gazetteer.resolve("leader", value) for value in named))


def typed_pair(query: Query) -> Pair | None:
    """The two leaders whose names a query has as words, and no third."""
    words = [part.text if isinstance(part, Word) else None for part in _parts(query)]
    # beside another leader a word that is a name too means the leader: `biden xi`
    written = [word.capitalize() if word and word.islower() else word for word in words]
    return _pair(words) or _pair(written)


def _pair(words: Sequence[str | None]) -> Pair | None:
    named = [whose.owners for _, whose in recognition.subjects(words) if whose.kind == "leader"]
    is_clear = all(len(owners) == 1 for owners in named)
    return pair_of(owners[0] for owners in named) if is_clear else None


def between(query: Query, pair: Pair | None) -> Query:
    """The query with its contacts those between two leaders."""
    return query if pair is None else query._replace(tree=_between(query.tree, pair))


def _between(tree: Tree, pair: Pair) -> Tree:
    if isinstance(tree, Field) and tree.name == "contact":
        return Field(tree.name, key(tree.value.casefold(), pair))
    if isinstance(tree, AllOf | AnyOf):
        return type(tree)(tuple(_between(child, pair) for child in tree.children))
    if isinstance(tree, Title | Without):
        return type(tree)(_between(tree.child, pair))
    return tree


def _parts(query: Query) -> tuple[Tree, ...]:
    """What must be there together."""
    return query.tree.children if isinstance(query.tree, AllOf) else (query.tree,)

"""Subjects: whose names are they, and what is such a name found by?"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["leader", "country", "capital", "surname", "organisation"]


class Subject(NamedTuple):
    """An entity with names: a leader, a country, a capital, or all leaders who share a name."""

    kind: Kind
    owners: tuple[str, ...]


class Alias(NamedTuple):
    """A name, and the terms of each of its words."""

    language: str
    name: str
    terms: tuple[tuple[str, ...], ...]


class Mention(NamedTuple):
    """A leader or a country at a place of a text, in code points."""

    facet: Literal["leader", "country"]
    id: str
    start: int
    end: int

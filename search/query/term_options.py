"""Term options: how are the words of a query read?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermOptions:
    """How words are read.

    By loose readings too, in some scripts only, as typed, with phrases apart, in a `place`.
    Where `any_word` of a query will do, the words of a name are words; else they are one name.
    """

    loose: bool = False
    any_word: bool = False
    scripts: frozenset[str] = frozenset()  # none are all
    exactly: bool = False
    apart: bool = False
    place: str = ""  # before each term: TITLE, or nothing
    context: str = ""  # all words of the query

"""Entry: a name as the automaton keeps it."""

from __future__ import annotations

from typing import Literal, NamedTuple

# a person or a thing that only looks like them
SubjectKind = Literal["leader", "country", "person", "thing"]


class NameEntry(NamedTuple):
    """A name in the automaton. `owner` is an id, or a person's surname.

    `whole`: it names its owner by itself; `weak`: it needs company in the article; `comma`: it has
    one. `stems`: what a Hebrew word must be after its prefixes, if only certain spellings will do.
    `cases` has a digit a word: 2 where the text must have capitals only, 1 where it must begin with
    one, 0 elsewhere.
    """

    subject: SubjectKind
    owner: str
    whole: bool
    weak: bool
    cases: tuple[int, ...]
    comma: bool = False
    stems: tuple[str, ...] = ()

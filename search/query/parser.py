"""Parser: which tree did the reader type?

Nothing that a person may type is an error: what can't be taken as typed is repaired, and a hint
says so. NOT binds closest, then words side by side (AND), then OR.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from search.analysis.normalize import is_shouted
from search.model.hints import Hint
from search.query.atoms import ATOMS, in_field
from search.query.grammar import Kind
from search.query.hint_messages import hint
from search.query.lexer import (
    OPERATORS,
    UNSEEN,
    QueryToken,
    balanced,
    counted,
    tokens_of,
    without_operators,
)
from search.query.limits import LONGEST_QUERY, MOST_WORDS
from search.query.tree import (
    EVERY_ARTICLE,
    NO_ARTICLE,
    AllOf,
    AnyOf,
    Field,
    Query,
    Title,
    Tree,
    Without,
    Word,
)

_ENDS: Final = (Kind.OR, Kind.CLOSE, None)
_FIELDS: Final = (Kind.FIELD, Kind.TITLE, Kind.VALUES)
_NO_ATOM: Final = (Kind.AND, *_ENDS)


@lru_cache(maxsize=256)  # readers turn pages and choose values of one query
def parse(text: str) -> Query:
    """The tree that was typed, repaired where it has to be; never raises."""
    hints = [hint("cut_length")] if len(text) > LONGEST_QUERY else []
    seen = UNSEEN.sub("", text[:LONGEST_QUERY])
    if not seen.strip():
        return Query(EVERY_ARTICLE, tuple(hints))
    written = tokens_of(seen)
    if OPERATORS.search(seen) and is_shouted(OPERATORS.sub(" ", seen)):
        written = _headline(list(written))
    if len(seen) > MOST_WORDS:  # characters, and so perhaps more words
        written = counted(written, hints)
    tokens = balanced(written, hints)
    tree = _Parser(tokens, hints).any_of() or NO_ARTICLE
    return Query(tree, tuple(dict.fromkeys(hints)), seen)


def _headline(tokens: list[QueryToken]) -> Iterator[QueryToken]:
    """Tokens in capitals alone: words, unless a field among them is no headline's."""
    if any(token.kind in _FIELDS for token in tokens):
        return iter(tokens)
    return without_operators(tokens)


class _Parser:
    """Goes over the tokens once, from left to right."""

    def __init__(self, tokens: Sequence[QueryToken], hints: list[Hint]) -> None:
        self._tokens = tokens
        self._at = 0
        self._hints = hints

    def any_of(self) -> Tree | None:
        """What stands between two parentheses, or the whole query."""
        options = [self._all_of()]
        while self._take(Kind.OR):
            options.append(self._all_of())
        present = tuple(option for option in options if option is not None)
        if len(present) < len(options) > 1:
            self._say("dangling_operator", operator="OR")
        return AnyOf(present) if len(present) > 1 else next(iter(present), None)

    def _all_of(self) -> Tree | None:
        children: list[Tree] = []
        bound = True  # to a word on the left, by an AND or by nothing
        while self._kind() not in _ENDS:
            if self._take(Kind.AND):
                if not children or not bound:
                    self._say("dangling_operator", operator="AND")
                bound = False
            elif (child := self._without()) is not None:
                children += child.children if isinstance(child, AllOf) else (child,)
                bound = True
        if not bound and children:
            self._say("dangling_operator", operator="AND")
        return AllOf(tuple(children)) if len(children) > 1 else next(iter(children), None)

    def _without(self) -> Tree | None:
        excluded = False
        while self._take(Kind.NOT):
            excluded = not excluded
        if self._kind() in _NO_ATOM:
            self._say("dangling_operator", operator="NOT")
            return None
        child = self._atom()
        return Without(child) if excluded and child is not None else child

    def _atom(self) -> Tree | None:
        if self._take(Kind.OPEN):
            inside = self.any_of()
            self._take(Kind.CLOSE)
            return inside
        if self._take(Kind.TITLE):
            if self._kind() in _NO_ATOM:
                self._say("empty_field", name="title")
                return Word("title")
            child = self._without()
            return None if child is None else Title(child)
        token = self._tokens[self._at]
        self._at += 1
        if token.kind is Kind.VALUES:
            return self._values(token.parts["name"].lower())
        atom = ATOMS[token.kind](token.parts, self._say)
        return atom if atom is None or isinstance(atom, Field) else replace(atom, span=token.span)

    def _values(self, name: str) -> Tree | None:
        """The values of a field in parentheses."""
        if self._kind() in _NO_ATOM:  # too deep, and so left out
            self._say("empty_field", name=name)
            return Word(name)
        inside = self._atom()
        return None if inside is None else in_field(inside, name, self._say)

    def _kind(self) -> Kind | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _take(self, kind: Kind) -> bool:
        taken = self._kind() is kind
        self._at += taken
        return taken

    def _say(self, code: str, **facts: str) -> None:
        self._hints.append(hint(code, **facts))

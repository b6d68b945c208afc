"""Lexer: which tokens was a query typed of?

Words beyond the most that are allowed are left out, and parentheses are balanced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from search.icu import word_spans
from search.model.articles import Span
from search.model.hints import Hint
from search.query.grammar import TABLE, Kind
from search.query.hint_messages import hint
from search.query.limits import DEEPEST_GROUP, MOST_WORDS
from search.query.tree import (
    NOWHERE,
)

Parts = Mapping[str, str]


class QueryToken(NamedTuple):
    """A stretch of the query: its kind, and the parts that its pattern named."""

    kind: Kind
    parts: Parts
    span: Span = NOWHERE


CONTENT: Final = ("words", "angled", "value", "text")  # the parts that are words to search for
OPERATORS: Final = re.compile(r"\b(?:AND|OR|NOT)\b")
# Marks of direction come along when text is copied; they would part a minus or a quotation mark
# from its word.
UNSEEN: Final = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_PARENTHESES: Final = (Kind.OPEN, Kind.CLOSE)
_compiled: Final = cache(re.compile)  # when a query first gets so far


def tokens_of(text: str) -> Iterator[QueryToken]:
    """The query as tokens: at each place the first row of the table that matches.

    One always does.
    """
    at = _space(text, 0)
    while at < len(text):
        kind, found = next(
            (row.kind, match) for row in TABLE if (match := _compiled(row.pattern).match(text, at))
        )
        parts = {name: part for name, part in found.groupdict().items() if part is not None}
        yield QueryToken(kind, parts, found.span())
        at = _space(text, found.end())


def without_operators(tokens: Iterable[QueryToken]) -> Iterator[QueryToken]:
    """The tokens with AND, OR and NOT as words; a minus still excludes."""
    for token in tokens:
        word = token.parts.get("operator")
        yield QueryToken(Kind.WORD, {"text": word}, token.span) if word else token


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def counted(tokens: Iterable[QueryToken], hints: list[Hint]) -> Iterator[QueryToken]:
    """The tokens up to the last word that is allowed, which may stand inside a phrase."""
    left = MOST_WORDS
    for token in tokens:
        name = next((name for name in CONTENT if name in token.parts), "")
        spans = word_spans(token.parts.get(name, ""))
        if len(spans) > left:
            hints.append(hint("cut_words"))
            if left:
                kept = {**token.parts, name: token.parts[name][: spans[left - 1][1]]}
                yield token._replace(parts=kept)
            return
        left -= len(spans)
        yield token


def balanced(tokens: Iterable[QueryToken], hints: list[Hint]) -> list[QueryToken]:
    """The tokens with balanced parentheses, none too deep, and no single quotation mark."""
    kept: list[QueryToken] = []
    depth = 0
    for token in tokens:
        level = depth + (token.kind is Kind.OPEN)
        depth = level - (token.kind is Kind.CLOSE)
        if token.kind is Kind.STRAY:
            hints.append(hint("unclosed_quote"))
        elif depth < 0:
            depth = 0
            hints.append(hint("unbalanced_parenthesis"))
        elif token.kind in _PARENTHESES and level > DEEPEST_GROUP:
            hints.append(hint("cut_depth"))
        else:
            kept.append(token)
    if depth:
        hints.append(hint("unbalanced_parenthesis"))
    return kept + [QueryToken(Kind.CLOSE, {})] * min(depth, DEEPEST_GROUP)

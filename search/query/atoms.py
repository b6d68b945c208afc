"""Atoms: which leaf is a token of a query?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Protocol

from search.errors import BadParameterError
from search.model.articles import UNKNOWN
from search.model.dates import read_span
from search.model.facets import FACETS, FacetKind, kind_of, year
from search.query.grammar import Kind
from search.query.lexer import (
    CONTENT,
    Parts,
    tokens_of,
)
from search.query.limits import SHORTEST_PREFIX, WIDEST_EXAMPLE
from search.query.tree import (
    AllOf,
    AnyOf,
    Begins,
    Exactly,
    Field,
    Leaf,
    Near,
    Quoted,
    Tree,
    Without,
    Word,
)


class Say(Protocol):
    """Adds a hint."""

    def __call__(self, code: str, **facts: str) -> None:
        """Say this about these facts."""
        ...


_SIGNS: Final = re.compile(r"^[-=]+|~\d*$")


def _quoted(parts: Parts, say: Say) -> Quoted | None:
    slop = int(parts.get("slop", "0"))
    if slop > WIDEST_EXAMPLE:
        say("cut_slop")
    words = parts.get("words", parts.get("angled", ""))
    return (
        Quoted(words, min(slop, WIDEST_EXAMPLE), exactly=bool(parts.get("equals")))
        if words.strip()
        else None
    )


def _field(parts: Parts, say: Say) -> Field | Word | None:
    name, value = (
        parts["name"].lower(),
        next(parts[part] for part in CONTENT if part in parts).strip(),
    )
    if "stray" in parts:
        say("unclosed_quote")
    if not value:
        return _no_value({"text": name}, say)
    if name in FACETS and kind_of(name) is FacetKind.YEAR:
        return _year(name, value, say)
    if name == "date":
        return _date(value.lower(), say)
    return Field(name, value)


def _year(name: str, value: str, say: Say) -> Field | None:
    try:
        return Field(name, year(value.lower()))
    except BadParameterError:
        say("bad_year", value=value)
        return None


def _date(value: str, say: Say) -> Field | None:
    if value == UNKNOWN:
        return Field("year", UNKNOWN)
    if read_span(value) is None:
        say("bad_date", value=value)
        return None
    return Field("date", value)


def _stem(
    parts: Parts, say: Say, *, mark: str, kind: type[Begins | Near]
) -> Begins | Near | Word | Quoted | None:
    stem = parts["text"].lstrip("-=")  # behind a quotation mark
    if sum(map(str.isalnum, stem)) >= SHORTEST_PREFIX:
        return kind(stem)
    say("short_stem", mark=mark, word=stem)
    return _letters(stem)


def _word(parts: Parts, say: Say) -> Word | Quoted | None:
    text = parts["text"]
    word = text.replace("*", "")
    if word != text:
        say("misplaced_star", word=text)
    elif not word.startswith("-"):
        return Word(word)
    return _letters(word)


def _letters(text: str) -> Word | Quoted | None:
    """What is left of a repair, so that it is read as the same: a star or a mark stood before it.

    Signs at its ends are none of its letters; what would still be more than a word is a phrase.
    """
    for word in (text, bare := _SIGNS.sub("", text)):
        if word and next(tokens_of(word)) == (Kind.WORD, {"text": word}, (0, len(word))):
            return Word(word)
    return Quoted(bare) if bare else None


def _no_field(parts: Parts, say: Say) -> Word | Quoted | None:
    say("unknown_field", name=parts["text"])
    return _letters(parts["text"])


def _no_value(parts: Parts, say: Say) -> Word:
    say("empty_field", name=parts["text"])
    return Word(parts["text"])


def in_field(tree: Tree, name: str, say: Say) -> Tree | None:
    """A tree whose words and phrases are values of a field; the other fields in it stay."""
    if isinstance(tree, Word | Exactly | Begins | Near):
        return _field({"name": name, "value": tree.text}, say)
    if isinstance(tree, Quoted):
        return _field({"name": name, "words": tree.words}, say)
    if isinstance(tree, Without):
        child = in_field(tree.child, name, say)
        return None if child is None else Without(child)
    if isinstance(tree, AllOf | AnyOf):
        values = (in_field(child, name, say) for child in tree.children)
        found = tuple(value for value in values if value is not None)
        return type(tree)(found) if len(found) > 1 else next(iter(found), None)
    return tree


ATOMS: Final[Mapping[Kind, Callable[[Parts, Say], Leaf | None]]] = {
    Kind.QUOTED: _quoted,
    Kind.FIELD: _field,
    Kind.EXACTLY: lambda parts, _: Exactly(parts["text"]),
    Kind.BEGINS: partial(_stem, mark="*", kind=Begins),
    Kind.NEAR: partial(_stem, mark="~", kind=Near),
    Kind.WORD: _word,
    Kind.NO_FIELD: _no_field,
    Kind.NO_VALUE: _no_value,
}

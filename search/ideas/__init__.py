"""Ideas: what is a concept of diplomacy called in each language?

The labels stand in `ideas.tsv`, which may be edited; what its columns mean is said in `README.md`
beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from search.analysis.normalize import bare_name_key
from search.model.languages import INTERFACE_LANGUAGES

IDEA_LANGUAGES: Final = INTERFACE_LANGUAGES  # every idea has a label in each


class IdeaLabel(NamedTuple):
    """One way to say an idea in one language; a `synonym` is any but the usual one.

    A `verb` tells it as done: of several words the others may stand a little behind it.
    """

    idea: str
    language: str
    label: str
    kind: Literal["label", "synonym", "verb"]


@cache
def labels() -> tuple[IdeaLabel, ...]:
    """Every label of every idea."""
    _, *lines = Path(__file__).with_name("ideas.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(IdeaLabel._make(line.split("\t")) for line in lines)


def labels_of(idea: str) -> tuple[IdeaLabel, ...]:
    """What an idea is called in all languages."""
    return tuple(label for label in labels() if label.idea == idea)


def idea(written: str) -> str | None:
    """The idea with this id or label, without case, accents, hyphens and spaces.

    None if none or two have it.
    """
    key = bare_name_key(written)
    return _ideas(key[:1]).get(key)


@cache
def told() -> frozenset[str]:
    """The ideas that are told by verbs too: in one's own language as well they have many words."""
    return frozenset(label.idea for label in labels() if label.kind == "verb")


@lru_cache(maxsize=1024)
def languages(written: str) -> frozenset[str]:
    """The languages in which an idea is called so."""
    key = bare_name_key(written)
    called = (label for _, label in _begun().get(key[:1], ()) if bare_name_key(label.label) == key)
    return frozenset(label.language for label in called)


@lru_cache(maxsize=1024)
def _ideas(letter: str) -> Mapping[str, str]:
    """Ideas by key, of the keys that begin so: all of them would keep a first search waiting."""
    found: dict[str, set[str]] = {}
    for written, label in _begun().get(letter, ()):
        found.setdefault(bare_name_key(written), set()).add(label.idea)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


@cache
def _begun() -> Mapping[str, Sequence[tuple[str, IdeaLabel]]]:
    """What each idea is called, its id included, by the letter that its key begins with."""
    found: dict[str, list[tuple[str, IdeaLabel]]] = {}
    for label in labels():
        for written in (label.label, label.idea):
            found.setdefault(bare_name_key(next(filter(str.isalnum, written), "")), []).append(
                (written, label)
            )
    return found

"""Ideas: what is a concept of diplomacy called in each language?

The labels stand in `ideas.tsv`, which may be edited; what its columns mean is said in `README.md` beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from search.analysis.fold import bare, normal

LANGUAGES: Final = ("en", "he", "ro")  # every idea has a label in each

_JOINTS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Label:
    """One way to say an idea in one language; a `synonym` is any but the usual one."""

    idea: str
    language: str
    label: str
    kind: Literal["label", "synonym"]


@cache
def labels() -> tuple[Label, ...]:
    """Every label of every idea."""
    _, *lines = files(__name__).joinpath("ideas.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Label(*line.split("\t")) for line in lines)  # type: ignore[arg-type]


def labels_of(idea: str) -> tuple[Label, ...]:
    """What an idea is called in all languages."""
    return tuple(label for label in labels() if label.idea == idea)


def idea(written: str) -> str | None:
    """The idea with this id or label, without case, accents, hyphens and spaces; None if none or two have it."""
    return _ideas().get(_key(written))


def languages(written: str) -> frozenset[str]:
    """The languages in which an idea is called so."""
    return _languages().get(_key(written), frozenset())


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    """The languages of labels by key."""
    found: dict[str, frozenset[str]] = {}
    for label in labels():
        key = _key(label.label)
        found[key] = found.get(key, frozenset()) | {label.language}
    return found


@cache
def _ideas() -> Mapping[str, str]:
    """Ideas by key."""
    found: dict[str, set[str]] = {}
    for label in labels():
        for written in (label.label, label.idea):
            found.setdefault(_key(written), set()).add(label.idea)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


def _key(written: str) -> str:
    return _JOINTS.sub("", bare(normal(written)))

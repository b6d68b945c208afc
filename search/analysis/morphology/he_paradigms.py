"""Hebrew paradigms: of which verb may a word be a form, by the pattern of its letters?

A participle has a ו that its verb lacks (כותב, כתב), a pi'el form lacks the י that its verb has
(מקדם, קידם), a verb that ends in ה loses it before an ending (עולים, עלה). The dictionary has few
of these pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from search.analysis.lexicon import rows
from search.analysis.normalize import final, unfinal

_LETTER: Final = {"C": "[א-ת]", "K": "[א-הזח-טכ-ת]"}  # C any letter, K one that is neither ו nor י
_ALPHABET: Final = "אבגדהוזחטיכלמנסעפצקרשת"
_TABLE: Final = "he-paradigms.tsv"


class Pattern(NamedTuple):
    """What a form looks like, and its verb; `first` are the letters that it may begin with."""

    name: str
    first: frozenset[str]
    form: re.Pattern[str]
    verb: str


def paradigms(word: str) -> Iterator[tuple[str, str]]:
    """The verbs that a word may be a form of, each with the name of its pattern."""
    letters = unfinal(word)
    for pattern in _patterns().get((len(letters), letters[-1:]), ()):
        if not pattern.first or letters[0] in pattern.first:
            found = pattern.form.fullmatch(letters)
            if found:
                yield final(found.expand(pattern.verb)), pattern.name


@cache
def _patterns() -> Mapping[tuple[int, str], list[Pattern]]:
    """The patterns of forms of each length and last letter.

    A row: before the root, the root, behind it, and the verb with the root's letters by number.
    """
    patterns: dict[tuple[int, str], list[Pattern]] = {}
    for name, before, root, behind, verb in rows(_TABLE):
        form = re.compile(f"(?:{before}){_root(root)}(?:{behind})")
        first = frozenset(start[0] for start in before.split("|") if start)
        pattern = Pattern(name, first, form, re.sub(r"\d", r"\\\g<0>", verb))
        shapes = [
            f"{start}{root}{end}" for start, end in product(before.split("|"), behind.split("|"))
        ]
        for length, last in {
            (len(shape), letter) for shape in shapes for letter in _letters(shape[-1])
        }:
            patterns.setdefault((length, last), []).append(pattern)
    return patterns


def _letters(sign: str) -> list[str]:
    """What may stand at the place of a sign."""
    return re.findall(_LETTER.get(sign, sign), _ALPHABET)


def _root(written: str) -> str:
    return "".join(f"({_LETTER[sign]})" if sign in _LETTER else sign for sign in written)

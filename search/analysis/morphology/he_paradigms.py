"""Hebrew paradigms: of which verb may a word be a form, by the pattern of its letters?

A participle has a ו that its verb lacks (כותב, כתב), a pi'el form lacks the י that its verb has
(מקדם, קידם), a verb that ends in ה loses it before an ending (עולים, עלה). The dictionary has few
of these pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from search.analysis.lexicon import rows
from search.analysis.normalize import final, unfinal

_LETTER: Final = {"C": "[א-ת]", "K": "[א-הזח-טכ-ת]"}  # C any letter, K one that is neither ו nor י
_TABLE: Final = "he-paradigms.tsv"


def paradigms(word: str) -> Iterator[tuple[str, str]]:
    """The verbs that a word may be a form of, each with the name of its pattern."""
    letters = unfinal(word)
    for name, pattern, verb in _patterns():
        found = pattern.fullmatch(letters)
        if found:
            yield final(found.expand(verb)), name


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """A pattern a row.

    Before the root, the root, behind it, and the verb with the root's letters by their number.
    """
    return tuple(
        (
            name,
            re.compile(f"(?:{before}){_root(root)}(?:{behind})"),
            re.sub(r"\d", r"\\\g<0>", verb),
        )
        for name, before, root, behind, verb in rows(_TABLE)
    )


def _root(written: str) -> str:
    return "".join(f"({_LETTER[sign]})" if sign in _LETTER else sign for sign in written)

"""Shapes: which sentences report that leaders called, met or wrote to each other?

A shape is a regular expression over the symbols of a sentence; `s` are its subjects, `o` its
objects, `v` the verb and `n` the noun. The languages share them: only their words differ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_NP: Final = r"(?:[af]+,P(?:f?a)*,?|[af]*(?:,a,)?P(?:f?a)*)"  # `the president, Vladimir Putin,` too
_LIST: Final = rf"(?:{_NP}(?:(?:,w?{_NP})*,?&w?{_NP})?)"
_MANY: Final = rf"(?:{_NP}(?:,{_NP})*,?&{_NP})"
_MACROS: Final[Mapping[str, str]] = {
    "NP": _NP,
    "LIST": _LIST,
    "MANY": _MANY,
    # Between a subject and its verb: an apposition or a relative clause, and adverbs.
    "TO": r"(?:,[af]{1,8},|,[ioat]{1,6},|,?r)?[otTVzyFia]{0,5}?",
    # Between a verb and its object.
    "ON": r"[otTVziafy,NGd]{0,14}?",
    "FEW": r"[otTVzafyw&]{0,7}?",
    "NOUN": r"[NGd]",
}
_WRITTEN: Final = (
    ("with", r"(?P<s><LIST>)<TO>(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    ("many", r"(?P<s><MANY>)<TO>(?P<v>[SM])(?P<rest>.*)"),
    (
        "object",
        r"(?P<s><LIST>)<TO>(?P<v>[CMR])t{0,2}(?:i[af]{1,4}|o(?=w))?w?(?P<o><LIST>)(?P<tail>.*)",
    ),
    ("got", r"(?P<s><LIST>)<TO>(?P<v>R)[otTVza]{0,5}?(?P<n>N)[otT]{0,3}[fw](?P<o><LIST>)"),
    ("hold", r"(?P<s><LIST>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"),
    ("many-hold", r"(?P<s><MANY>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    ("verb-first", r"(?P<v>[SMC])[otTVz]{0,3}?(?P<s><LIST>)[otTVzy]{0,6}?w(?P<o><LIST>)"),
    ("verb-first-hold", r"(?P<v>H)[ot]{0,3}?(?P<s><NP>)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"),
    (
        "occur",
        (
            r"(?P<v>K)[otTVzai]{0,8}?(?P<n><NOUN>)[otTVzi]{0,4}?(?P<s><NP>)"
            r"[otTVi]{0,6}?[w&](?P<o><LIST>)"
        ),
    ),
    (
        "occur-between",
        r"(?P<v>K)[otTVzai]{0,8}?(?P<n><NOUN>)[otTVzi]{0,4}?b(?P<s><NP>)(?:wb?|b|,?&)(?P<o><LIST>)",
    ),
    (
        "noun-occur",
        (
            r"(?P<n><NOUN>)[otTVzif]{0,4}?b?(?P<s><NP>)[otT]{0,4}?(?:wb?|b|,?&)"
            r"(?P<o><LIST>),?[otTVi]{0,8}?(?P<v>K)"
        ),
    ),
    (
        "inside-many",
        r"[i;][oatTVzG]{0,6}?(?P<n><NOUN>)[;HKotTVi]{0,8}?,(?P<s><MANY>)[ot]{0,3}(?P<v>[FSUm])",
    ),
    ("many-inside", r"(?P<s><MANY>)<TO>(?P<v>m)[ot]{0,3}i[oat]{0,3}?(?P<n><NOUN>)"),
    ("own", r"(?P<s>p)[ao]{0,4}(?P<n><NOUN>)<ON>w(?P<o><LIST>)[otTVia]{0,8}?(?P<v>[K])"),
    (
        "inside",
        (
            r"[i;][oatTVzG]{0,6}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)[otiaf]{0,8},"
            r"(?P<s><NP>)[ot]{0,3}(?P<v>[FSUm])"
        ),
    ),
    (
        "inside-verb-first",
        (
            r"[i;][oatTVzG]{0,6}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)[ot]{0,3}"
            r"(?P<v>[FU])(?P<s><NP>)"
        ),
    ),
    (
        "between-occur",
        r"b(?P<s><NP>)(?:wb?|b|,?&)(?P<o><LIST>)[otV]{0,3}(?P<v>K)[otTVa]{0,4}(?P<n><NOUN>)",
    ),
    ("inside-said", r"(?P<s><NP>)i[oatTV]{0,5}?(?P<n><NOUN>)<ON>w(?P<o><LIST>),?(?P<v>[FU])"),
    ("aside", r"(?P<s><NP>),i[oatTV]{0,5}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)(?P<v>,)"),
    (
        "said-inside",
        (
            r"(?P<s><NP>)<TO>(?P<v>[FUS])[^P;xXpDq]{0,24}?[i;][oatTVz]{0,6}?"
            r"(?P<n><NOUN>)<ON>w(?P<o><LIST>)"
        ),
    ),
    ("tell", r"(?P<s><NP>)<TO>(?P<v>[UF])w?(?P<o><NP>)[otaf]{0,6}?(?P<n>i[oatTVz]{0,5}?[NGd]|T)"),
    (
        "write",
        r"(?P<s><NP>)<TO>(?P<v>[mU])[oat]{0,8}?(?P<n>L)(?:[oatfL]{0,6}?w|[ofL]{0,3}?)(?P<o><LIST>)",
    ),
    ("write-object", r"(?P<s><NP>)<TO>(?P<v>m)w?(?P<o><LIST>)[oat]{0,4}?(?P<n>L)"),
    # `A embraced B, and the two talked`: nobody else was named before.
    (
        "two",
        r"^[^P]*(?P<s><NP>)[^P;xXDpqe]{1,25}(?P<o><NP>)[^P;xXDpq]{0,14}?e[otz]{0,3}(?P<v>[SM])",
    ),
    (
        "two-hold",
        (
            r"^[^P]*(?P<s><NP>)[^P;xXDpqe]{1,25}(?P<o><NP>)[^P;xXDpq]{0,14}?e[otz]{0,3}"
            r"(?P<v>H)<FEW>(?P<n><NOUN>)"
        ),
    ),
    # The subject of the clause before goes on: `spoke with A after he discussed it with B`.
    ("goes-on", r"(?<=;)(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    ("goes-on-later", r"(?<=;)[ot]{1,4}(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    ("and-goes-on", r"(?P<a>[,&]{1,2})[ot]{0,4}(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
)


@cache
def shapes() -> tuple[re.Pattern[str], ...]:
    """Each shape, in the order in which they are tried."""
    return tuple(re.compile(expanded(written)) for _, written in _WRITTEN)


def expanded(written: str) -> str:
    """A shape with what its names in angle brackets stand for."""
    for name, pattern in _MACROS.items():
        written = written.replace(f"<{name}>", pattern)
    return written

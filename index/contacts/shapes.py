"""Shapes: which sentences report that leaders called, met or wrote to each other?

A shape is a regular expression over the symbols of a sentence; `s` are its subjects, `o` its
objects, `v` the verb and `n` the noun. The languages share them: only their words differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# `the president, Vladimir Putin,` and `Acting President and Prime Minister Han` too
_NP: Final = r"(?:[af]+,[af]{0,2}P(?:f?a)*,?|(?:[af]+&(?=[af]+P))?[af]*(?:,a,)?P(?:f?a)*)"
_LIST: Final = rf"(?:{_NP}(?:(?:,w?{_NP})*,?&w?{_NP})?)"
_TWO: Final = rf"(?:,{_NP})*,?&{_NP}"
# `the presidents of Lithuania and Poland, A and B,` too
_MANY: Final = rf"(?:[af]+,P(?:f?a)*{_TWO},|{_NP}{_TWO})"
_MACROS: Final[Mapping[str, str]] = {
    "NP": _NP,
    "LIST": _LIST,
    "MANY": _MANY,
    # Between a subject and its verb: an apposition or a relative clause, and adverbs.
    "TO": r"(?:,[af]{1,8},|,[ioatw]{1,8},|,r[^PpXDq;,]{1,14},|,?r)?[otTVzyFiae]{0,5}?",
    # Behind a noun: that it lasted an hour.
    "WHICH": r"(?:[otT]{0,3}|(?:;|,?r)[oatKfF]{1,10})",
    # Between a verb and its object.
    "ON": r"[otTVziafy,NGd]{0,14}?",
    # Between a verb and its noun: a day, a place, titles of others.
    "FEW": r"(?:,?(?:t(?:,o)?|i[oa]{1,3}?),?){0,2}[otTVzafyw&]{0,7}?",
    "NOUN": r"(?:V?[NGd]|V)",
    "BY": rf"(?:[otTVziafX]|,(?=[itf])|(?<=t),){{0,14}}?[if](?P<o>{_LIST})(?!,?[FSUMHCgRK])",
}
WRITTEN: Final = (
    ("received", r"(?P<s><LIST>)<TO>(?P<v>Q)<BY>"),
    ("received-by-case", r"(?P<s><LIST>)<TO>(?P<v>Q)[otTV]{0,2}(?P<o><LIST>)(?!,?[FSUMHCgRK])"),
    ("with", r"(?P<s><LIST>)<TO>(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    # `discussed A with B`: A took no part
    ("of-a-third", r"(?P<s><LIST>)<TO>(?P<v>S)(?P<weak>)[ot]{0,2}<NP>[ot]{0,3}w(?P<o><LIST>)"),
    ("many", r"(?P<s><MANY>)<TO>(?P<v>[SM])(?P<rest>.*)"),
    (
        "object",
        r"(?P<s><LIST>)<TO>(?P<v>[CMR])t{0,2}(?:i[af]{1,4}|o(?=w))?w?(?P<o><LIST>)(?P<tail>.*)",
    ),
    # `hosted at his office A`: the object comes behind the place, where it has a mark of its own.
    ("hosted", r"(?P<s><LIST>)<TO>(?P<v>R)[otTi]{0,6}?X?[oia]{0,4}?w(?P<o><LIST>)"),
    ("got", r"(?P<s><LIST>)<TO>(?P<v>R)[otTVza]{0,5}?(?P<n>N)[otT]{0,3}[fw](?P<o><LIST>)"),
    ("hold", r"(?P<s><LIST>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"),
    ("many-hold", r"(?P<s><MANY>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    ("verb-first", r"(?P<v>[SMC])[otTVz]{0,3}?(?P<s><LIST>)[otTVzy]{0,6}?w(?P<o><LIST>)"),
    (
        "verb-first-many",
        r"(?<![wr])(?P<v>[SM])(?P<plural>)[otTVz]{0,3}?(?P<s><MANY>)(?P<rest>.*)",
    ),
    ("verb-first-many-hold", r"(?P<v>H)[ot]{0,3}?(?P<s><MANY>)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    ("held-by-many", r"(?P<n><NOUN>)[otTV]{0,3}(?:;|,?r)(?P<v>H)[ot]{0,2}(?P<s><MANY>)"),
    (
        "held-by",
        r"(?P<n><NOUN>)[otTV]{0,3}(?:;|,?r)(?P<v>H)[ot]{0,2}(?P<s><NP>)<ON>w(?P<o><LIST>)",
    ),
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
            r"(?P<o><LIST>),?[otTVia]{0,8}?(?P<v>K)"
        ),
    ),
    (
        "noun-occur-between",
        (
            r"(?P<n><NOUN>)[otTVzif]{0,4}?(?P<v>K)[otTVai]{0,6}?b(?P<s><NP>)"
            r"(?:wb?|b|,?&)(?P<o><LIST>)"
        ),
    ),
    (
        "inside-occur",
        (
            r"i[oatTVz]{0,6}?(?P<n><NOUN>)[otTVz]{0,3}?b?(?P<s><NP>)[ot]{0,2}(?:wb?|b|,?&)"
            r"(?P<o><LIST>)[^P;q]{0,12}?(?P<v>K)"
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
    # a headline: `A at talks with B: what was said`
    ("aside-colon", r"^(?P<s>[af]*P)i[oatTV]{0,5}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)(?P<v>;)"),
    (
        "said-inside",
        (
            r"(?P<s><NP>)<TO>(?P<v>[FUS])[^P;xXpDq]{0,24}?[i;][oatTVz]{0,6}?"
            r"(?P<n><NOUN>)<ON>w(?P<o><LIST>)"
        ),
    ),
    ("congratulate", r"(?P<s><NP>)<TO>(?P<v>U)w?(?P<o><NP>)[otafw]{0,8}?(?P<n>i[oat]{0,3}L)"),
    (
        "tell",
        (
            r"(?P<s><NP>)<TO>(?P<v>[UF])[wf]?(?P<o><NP>)[otafw]{0,8}?,?"
            r"(?P<n>i[oatTVz]{0,5}?[NGd]|T)(?P<rest>.*)"
        ),
    ),
    (
        "inside-tell",
        r"i[oatTVz]{0,6}?(?P<n>[Nd])<WHICH>,?(?P<s><NP>)[ot]{0,3}(?P<v>U|F(?=w))[wf]?(?P<o><NP>)",
    ),
    ("tell-by-phone", r"(?P<s><NP>)<TO>(?P<v>U)(?P<n>T)[wf]?(?P<o><NP>)"),
    ("tell-inside", r"(?P<s><NP>)i[oa]{0,3}?(?P<n>N)[ot]{0,3}(?P<v>U|F(?=w))w?(?P<o><NP>)"),
    (
        "write-too",
        (
            r"(?P<s><NP>)<TO>Uw?(?P<o><NP>)[otafwi]{0,8}?,?&[ot]{0,2}(?P<v>m)[oa]{0,3}"
            r"(?P<n>L)(?![oa]{0,3}[wf])"
        ),
    ),
    # Whose letter it is, and not who brought it.
    ("carried", r"(?P<v>m)[oat]{0,8}?(?P<n>L)[oat]{0,4}f(?P<s><NP>)[ot]{0,2}w(?P<o><LIST>)"),
    ("carried-first", r"(?P<v>m)w?(?P<o><NP>)[oat]{0,3}?(?P<n>L)[oa]{0,2}f?(?P<s>[af]*P)"),
    ("delivered", r"(?P<n>L)[oat]{0,4}f?(?P<s><NP>),?[ot]{0,3}(?P<v>E)[oat]{0,4}w?(?P<o><LIST>)"),
    (
        "write",
        r"(?P<s><NP>)<TO>(?P<v>[mU])[oat]{0,8}?(?P<n>L)(?:[oatfL]{0,6}?w|[ofL]{0,3}?)(?P<o><LIST>)",
    ),
    ("write-object", r"(?P<s><NP>)<TO>(?P<v>[mU])w?(?P<o><LIST>)[oat]{0,4}?(?P<n>L)"),
    # `A embraced B, and the two talked`: nobody else was named before.
    (
        "two",
        r"^[^P]*(?P<s><NP>)[^P;xXDpqe]{1,25}(?P<o><NP>)[^P;xXDpq]{0,14}?e[otz]{0,3}(?P<v>[SM])",
    ),
    (
        "two-hold",
        (
            r"^[^P]*(?P<s><NP>)[^P;xXDpqe]{1,25}(?P<o><NP>)[^P;xXDpq]{0,14}?;?e[otz]{0,3}"
            r"(?P<v>H)<FEW>(?P<n><NOUN>)"
        ),
    ),
    # `A and B toured the wall and talked`
    (
        "many-go-on",
        (
            r"(?P<s><MANY>)[^PpDXqxb;]{1,20}&[ot]{0,2}"
            r"(?P<v>[SM])(?P<plural>)(?P<rest>.*)"
        ),
    ),
    (
        "he-and",
        r"(?<=;)&(?P<o><NP>)<TO>(?P<v>[SM])(?P<rest>.*)",
    ),
    ("he-and-hold", r"(?<=;)&(?P<o><NP>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    # The subject of the clause before goes on: `spoke with A after he discussed it with B`.
    ("goes-on", r"(?<=;)(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    ("goes-on-later", r"(?<=;)[ot]{1,4}(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    ("goes-on-hold", r"(?<=;)[ot]{0,3}(?P<v>H)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"),
    ("goes-on-object", r"(?<=;)[ot]{0,3}a?(?P<v>[RMC])t{0,2}(?P<o><LIST>)(?P<tail>.*)"),
    ("goes-on-received", r"(?<=;)[ot]{0,3}(?P<v>Q)<BY>"),
    ("and-goes-on-hold", r"(?P<a>[,&]{1,2})[ot]{0,4}(?P<v>H)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"),
    ("and-goes-on-object", r"(?P<a>[,&]{1,2})[ot]{0,4}(?P<v>[RM])t{0,2}(?P<o><LIST>)"),
    ("and-goes-on-received", r"(?P<a>[,&]{1,2})[ot]{0,4}(?P<v>Q)<BY>"),
    ("and-goes-on", r"(?P<a>[,&]{1,2})[ot]{0,4}(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
)


def expanded(written: str) -> str:
    """A shape with what its names in angle brackets stand for."""
    for name, pattern in _MACROS.items():
        written = written.replace(f"<{name}>", pattern)
    return written

"""Shapes: which sentences report that leaders called, met or wrote to each other?

A shape is a regular expression over the symbols of a sentence; `s` are its subjects, `o` its
objects, `v` the verb and `n` the noun. The languages share them: only their words differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from index.contacts.adverbials import ADVERBIALS
from index.contacts.around_talks import AROUND_TALKS
from index.contacts.asides import ASIDES
from index.contacts.besides import BESIDES
from index.contacts.by_case import BY_CASE
from index.contacts.by_wire import BY_WIRE
from index.contacts.courtesies import COURTESIES
from index.contacts.free_order import FREE_ORDER
from index.contacts.going_on import GOING_ON
from index.contacts.guests import GUESTS
from index.contacts.object_first import OBJECT_FIRST
from index.contacts.relatives import RELATIVES
from index.contacts.telling import TELLING
from index.contacts.verb_first import VERB_FIRST
from index.contacts.visiting import VISITING
from index.contacts.wide import WIDE

# `the president, Vladimir Putin,` and `Acting President and Prime Minister Han` too
_NP: Final = (
    r"(?:[af]+,[af]{0,2}P(?:f?a)*,?|(?<=[oq],)P(?:f?a)*,"
    r"|(?:[af]+&(?=[af]+P))?[af]*(?:,a,)?P(?:f?a)*)"
)
# some of them may be known to no table, the first too: `with his colleague C and with President B`;
# `A and, separately, B`
_LIST: Final = (
    rf"(?:(?:[af]{{1,6}}(?:,[af]{{1,6}})?(?:,&?|&)w)?"
    rf"{_NP}(?:(?:,w?(?:{_NP}|[af]{{1,6}}(?=,)))*,?&(?:(?:[ot]?,?z,)|z)?w?{_NP}(?:,?&{_NP})?)?)"
)
_TWO: Final = rf"(?:,{_NP})*,?&{_NP}(?:,?&{_NP})?"
# `the presidents of Lithuania and Poland, A and B,` too
_MANY: Final = rf"(?:[af]+,P(?:f?a)*{_TWO},|(?<=[oqX],)a{{0,2}}P(?:f?a)*{_TWO},|{_NP}{_TWO})"
_MACROS: Final[Mapping[str, str]] = {
    "NP": _NP,
    "LIST": _LIST,
    "MANY": _MANY,
    # Between a subject and its verb: an apposition or a relative clause, and adverbs.
    "TO": r"(?:,[^PpDqx;,]{1,20},|,[r;][^PpXDqx;,]{1,16},|,?r)?[otTVzyFiae]{0,6}?",
    # Behind a noun: that it lasted an hour.
    "WHICH": r"(?:[otT]{0,3}|(?:;|,?r)[oatKfF]{1,10})",
    # Between a verb and its object.
    "ON": r"[otTVziafy,NGd]{0,14}?",
    # Between a verb and its noun: a day, a place, titles of others.
    "FEW": r"(?:,?(?:tt?(?:,[ot])?|i[oaf]{1,5}?),?){0,3}[otTVzafyw&]{0,7}?(?:q[oa,&]{0,6}q?)?",
    "SO": r"(?:[oaf&,]{0,6}q)?",
    "NOUN": r"(?:V?[NGd]|V)",
    "BY": rf"(?:[otTVziafXGdw]|,(?=[itf])|(?<=t),){{0,14}}?[if](?P<o>{_LIST})(?![FSUMHCgRK])",
}
ACTING: Final = (
    ("received", r"(?P<s><LIST>)<TO>(?P<v>Q)<BY>"),
    ("received-by-case", r"(?P<s><LIST>)<TO>(?P<v>Q)[otTV]{0,2}(?P<o><LIST>)(?!,?[FSUMHCgRK])"),
    # `met in Kyiv with A and in Moscow with B`
    (
        "second-there",
        (
            r"(?P<s><NP>)<TO>(?P<v>[SMC])[ot]{0,3}(?:i[oa]{1,3})w"
            r"(?P<o><NP>[ot]{0,2},?&[ot]{0,2}i[oa]{1,3}w<NP>)"
        ),
    ),
    # `met A in Kyiv and B in Moscow`
    (
        "second",
        (
            r"(?P<s><NP>)<TO>(?P<v>M)[otz]{0,4}w?(?P<o><NP>[ot]{0,2}i[oa]{1,3}[ot]{0,2}"
            r",?&[ot]{0,2}w?<NP>)(?=[ot]{0,2}i[oa])"
        ),
    ),
    # `met A and then in Moscow with B`
    (
        "second-then",
        (
            r"(?P<s><NP>)<TO>(?P<v>[SMCR])(?:(?:[otTz]|,?i[oa]{1,3},?){0,5}w)?"
            r"(?P<o><NP>[ot]{0,2}(?:i[oa]{1,3})?(?:,?;|,?&|,)o?t{1,2}(?:i[oa]{1,3})?"
            r"[ot]{0,2}w?<NP>)"
        ),
    ),
    (
        "second-then-hold",
        (
            r"(?P<s><NP>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?:[otT]|i[oa]{1,3}){0,4}w"
            r"(?P<o><NP>[ot]{0,2}(?:i[oa]{1,3})?(?:,?;|,?&|,)t{1,2}(?:i[oa]{1,3})?[ot]{0,2}w<NP>)"
        ),
    ),
    ("with", r"(?P<s><LIST>)<TO>(?P<v>[SMC])<ON>&?w(?:oia{1,2}|e)?(?P<o><LIST>)"),
    # `A, with whom B held talks`
    ("with-whom", r"(?P<o><NP>),?wr[ot]{0,2}(?P<s><NP>)[ot]{0,3}(?P<v>[SM])"),
    (
        "with-whom-hold",
        r"(?P<o><NP>),?wr[ot]{0,2}(?P<s><NP>)[ot]{0,3}(?P<v>H)<FEW>(?P<n><NOUN>)",
    ),
    # in Russian who is called may come first, in a case of objects
    (
        "called-first",
        (
            r"(?P<o><NP>)[otVia]{0,5}(?P<v>[CR])(?:[ot]|i[oa]{1,4}?){0,3}(?P<dative>)"
            r"(?P<s><NP>)"
        ),
    ),
    # in Hebrew: `sat down to a talk with B`
    (
        "meet-for",
        (
            r"(?P<s><LIST>)<TO>(?P<v>M)[ot]{0,3}(?:i[oa]{1,3})?w(?P<n>[Gd])[otTVia]{0,6}"
            r"w(?P<o><LIST>)"
        ),
    ),
    # `discussed A with B`: A took no part
    ("of-a-third", r"(?P<s><LIST>)<TO>(?P<v>S)(?P<weak>)[ot]{0,2}<NP>[ot]{0,3}w(?P<o><LIST>)"),
    ("many", r"(?P<s><MANY>)<TO>(?P<v>[SM])(?P<rest>.*)"),
    (
        "object",
        (
            r"(?P<s><LIST>)<TO>(?:H(?=R))?(?P<v>[CMR])t{0,2}(?:i[af]{1,4}|o(?=w))?w?e?"
            r"(?P<o><LIST>)(?P<tail>.*)"
        ),
    ),
    # `hosted at his office A`: the object comes behind the place, where it has a mark of its own.
    ("hosted", r"(?P<s><LIST>)<TO>(?P<v>R)[otTia,]{0,8}?X?[oia]{0,4}?w(?P<o><LIST>)"),
    # in Hebrew with a mark: `received today for talks in Rome A`
    (
        "hosted-for",
        (
            r"(?P<s><LIST>)<TO>(?P<v>R)(?:[ota,]|i[oa]{1,3}|w[oGd]){1,8}?(?P<marked>w)"
            r"(?P<o><LIST>)"
        ),
    ),
    ("got-from", r"(?P<s><LIST>)<TO>(?P<v>R)[otT]{0,3}f(?P<o>a*P)[oatT]{0,4}?(?P<n>[NL])"),
    (
        "got",
        (
            r"(?P<s><LIST>)<TO>(?P<v>R)[otTVza,]{0,6}?(?P<n>[NL])(?:f?[ot]{0,2}L)?[otT]{0,3}"
            r"[fw]{1,2}(?P<o><LIST>)"
        ),
    ),
    (
        "hold",
        r"(?P<s><LIST>)<TO>(?P<v>H)<FEW>(?<!i)(?P<n><NOUN>)<SO><ON>&?w(?:oia{1,2})?(?P<o><LIST>)",
    ),
    # `held with B talks on grain`
    ("hold-with", r"(?P<s><LIST>)<TO>(?P<v>H)[ot]{0,3},?w(?P<o><LIST>)[ot,]{0,4}(?P<n><NOUN>)"),
    ("many-hold", r"(?P<s><MANY>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    ("verb-first", r"(?P<v>[SMC])[otTVz]{0,3}?(?P<s><LIST>)[otTVzyia]{0,8}?w(?P<o><LIST>)"),
    ("host-first", r"(?P<v>R)[ot]{0,3}(?P<s><LIST>)[otia]{0,4}(?P<marked>w)(?P<o><LIST>)"),
    (
        "verb-first-many",
        r"(?<![wr])(?P<v>[SM])(?P<plural>)[otTVz]{0,3}?(?:i[oa]{1,2}?)?(?P<s><MANY>)(?P<rest>.*)",
    ),
    ("verb-first-many-hold", r"(?P<v>H)[ot]{0,3}?(?P<s><MANY>)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    ("held-by-many", r"(?P<n><NOUN>)[otTV]{0,3}(?:,?;|,?r)(?P<v>H)[ot]{0,2}(?P<s><MANY>)"),
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
        (
            r"(?P<v>K)[otTVzai]{0,8}?(?P<n><NOUN>)[otTVzif]{0,5}?b(?P<s><NP>)(?:wb?|b|,?&)"
            r"(?P<o><LIST>)"
        ),
    ),
    (
        "noun-occur",
        (
            r"(?P<n><NOUN>)(?:(?:[otTVzif]|ia){0,4}?b?|(?:[otTVzif,]|ia){1,9}?b)(?P<s><NP>)"
            r"[otT]{0,4}?(?:wb?|b|,?&)"
            r"(?P<o><LIST>),?[otTVia]{0,8}?(?:,[^P;,xq]{1,8})?,?(?P<v>K)"
        ),
    ),
    # in Russian with a genitive: `there was with A a talk with B`
    (
        "with-occur",
        r"(?P<s><NP>)[ot]{0,3}(?P<v>K)[otTVzai]{0,5}?(?P<n><NOUN>)[ot]{0,3}w(?P<o><LIST>)",
    ),
    # `A and B wrapped up their talks`
    ("many-occur", r"(?P<s><MANY>)<TO>(?P<v>K)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    (
        "noun-occur-between",
        (
            r"(?P<n><NOUN>)[otTVzifa]{0,6}?(?:;|,?r)?(?P<v>K)[otTVaiwf]{0,8}?b(?P<s><NP>)"
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
)
# in the order in which they are tried: a verb reports once
WRITTEN: Final = (
    *VISITING,
    *ACTING,
    *TELLING,
    *GOING_ON,
    *BY_CASE,
    *FREE_ORDER,
    *GUESTS,
    *ADVERBIALS,
    *WIDE,
    *AROUND_TALKS,
    *VERB_FIRST,
    *OBJECT_FIRST,
    *ASIDES,
    *BESIDES,
    *RELATIVES,
    *BY_WIRE,
    *COURTESIES,
)


def expanded(written: str) -> str:
    """A shape with what its names in angle brackets stand for."""
    for name, pattern in _MACROS.items():
        written = written.replace(f"<{name}>", pattern)
    return written

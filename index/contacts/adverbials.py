"""Adverbials: the plainest shapes, with any words for when, where and why behind their verb.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

# `at the summit`, `on 12 March,`, `soon after the attack`; `after the talks with B` is no such
_ANY: Final = r"(?:[oatzfTV,]|[iB]G?|;(?![oat]{0,2}[NGdL]))"
_TO_A_LETTER: Final = r"(?:[oatzfTV,]|[iB]G?|;(?![oat]{0,2}[NGd]))"
# what stands between a verb and its object without saying whose it is: `recognition` reads it
_WHERE_OR_WHO: Final = r"[oatiTVfw,]{1,14}?"

ADVERBIALS: Final = (
    (
        "with-anywhere",
        rf"(?P<s><LIST>)<TO>(?P<v>[SMC])(?P<gap>{_ANY}{{1,14}}?)w(?P<o><LIST>)<NO_VERB>",
    ),
    (
        "hold-anywhere",
        (
            rf"(?P<s><LIST>)<TO>(?P<v>H){_ANY}{{0,12}}?(?<!i)(?P<n><NOUN>)"
            rf"(?P<gap>{_ANY}{{0,12}}?)w(?P<o><LIST>)<NO_VERB>"
        ),
    ),
    (
        "object-anywhere",
        (
            rf"(?P<s><LIST>)<TO>(?P<v>[CMR])(?P<gap>(?:{_ANY}|[w&](?=o)){{1,14}}?)(?P<marked>w)"
            r"(?P<o><LIST>)<NO_VERB>"
        ),
    ),
    (
        "received-anywhere",
        rf"(?P<s><LIST>)<TO>(?P<v>Q)(?:{_ANY}|[w&](?=o)){{1,14}}?[if](?P<o><LIST>)<NO_VERB>",
    ),
    (
        "write-anywhere",
        (
            rf"(?P<s><NP>)<TO>(?P<v>[mUW]){_TO_A_LETTER}{{0,12}}?(?P<n>L)"
            r"(?:[oatfL]{0,6}?w|,?[ofL]{0,3}?)(?P<o><LIST>)"
        ),
    ),
    # in Russian with a case: `received on Friday in his residence in Sochi President B`
    (
        "object-by-case",
        rf"(?P<s><LIST>)<TO>(?P<v>[CR])(?P<between>{_WHERE_OR_WHO})(?P<governed>)(?P<o><LIST>)",
    ),
    (
        "call-by-case",
        rf"(?P<s><LIST>)<TO>(?P<v>C){_ANY}{{0,11}}?[taTV,](?P<governed>)(?P<o><LIST>)",
    ),
    (
        "received-by-case-anywhere",
        rf"(?P<s><LIST>)<TO>(?P<v>Q)(?:(?!,){_ANY}){{1,12}}?(?P<governed>)(?P<o><LIST>)<NO_VERB>",
    ),
)

"""Visiting: shapes of those who went to talks, came out of them or stood beside each other.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

_TRIP: Final = r"(?P<s><NP>)<TO>(?P<v>g)[^P;,xXDpqBy&]{0,12}[fi][oa]{0,4}(?P<n>G)[otTVia]{0,4}"
VISITING: Final = (
    # `arrived in Rome for talks with B that lasted an hour`
    ("went-for-held", _TRIP + r"w(?P<o><LIST>),?[;r][ot]{0,2}K"),
    # `flew to Rome for talks with B`: whoever only arrived may have them still before him
    ("went-for", _TRIP + r"(?P<trip>)w(?P<o><LIST>)(?!.*[xBKn])"),
    # `wrapped up two days of talks with B`
    (
        "ended",
        (
            r"(?P<s><NP>)<TO>(?P<v>K)(?P<ended>)[oatf]{0,5}?(?P<n>[NGd])"
            r"[otTVia]{0,4}w(?P<o><LIST>)"
        ),
    ),
    # `joined B for dinner`
    (
        "joined",
        r"(?P<s><NP>)<TO>(?P<v>H)(?P<joined>)(?P<o><NP>)[ot]{0,2}f[oat]{0,4}(?P<n>G)(?!.*w)",
    ),
    # `spent two hours on the phone with B`
    (
        "spent",
        r"(?P<s><NP>)<TO>(?P<v>h)[oatfi]{1,8}?(?P<n>[TNGd])[ot]{0,3}w(?P<o><LIST>)",
    ),
    (
        "many-spent",
        r"(?P<s><MANY>)<TO>(?P<v>h)[oatfi]{1,8}?(?P<n>[TNGd])(?P<rest>.*)",
    ),
    # `A, standing beside B, said`
    ("aside-met", r"(?P<s><NP>),(?P<v>k)(?P<o>a*P)[otTViaf]{0,12},[ot]{0,3}[FSUmg]"),
    # `A told reporters after meeting B`
    ("said-after", r"(?P<s><NP>)<TO>[FSU][oat]{0,3}(?P<v>k)(?P<o>a*P)"),
    # `after he met B in Rome, A said`
    (
        "after-he",
        (
            r"^[^PXpDxy]{0,8}X?;(?P<after>;)(?P<v>[SMC])<ON>w?(?P<o>a*P)[otTViaf]{0,12},"
            r"(?P<s><NP>)[ot]{0,3}[FSUmg]"
        ),
    ),
    # `A and B, who met in Rome, signed a treaty`
    ("many-who-met", r"(?P<s><MANY>),?r[ot]{0,3}(?P<v>M)(?!a*P|w)(?P<rest>.*)"),
)

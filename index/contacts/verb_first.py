"""Verb first: shapes of sentences in which a verb stands before who did it.

As in Hebrew, Romanian and Russian. How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

# Between a verb and who did it: a day, a place, by telephone.
_WHERE: Final = "[otTVzia]{0,8}?"
# A call, with how long it was, where they were, that it was theirs.
_CALL: Final = r"V?[Nd](?:[otTVze]|i[oa]{1,2}|;?[HK]){0,8}?"
# A meeting or a letter: a word that nobody knows may say that it was the cabinet's.
_MEETING: Final = r"(?:G|L)(?P<bare>(?:[oatTVze]|i[oa]{1,2}|;?[HKE]){0,6}?)"

VERB_FIRST: Final = (
    # `spoke in Paris President A with B`
    ("where-with", rf"(?P<v>[SMC]){_WHERE}(?P<s><LIST>)[otTVzyiaN]{{0,10}}?w(?P<o><LIST>)"),
    ("where-many", r"(?<![wr])(?P<v>[SM])(?P<plural>)[otTVziaN]{1,8}?(?P<s><MANY>)(?P<rest>.*)"),
    (
        "where-host",
        rf"(?P<v>R){_WHERE}(?P<s><LIST>)(?:[otia]|w[oGd]){{0,6}}?(?P<marked>w)(?P<o><LIST>)",
    ),
    ("where-received", rf"(?P<v>Q){_WHERE}(?P<s><LIST>)<BY>"),
    # `with A met B in Paris`
    (
        "with-verb-first",
        rf"<EDGE>w(?P<o>a*P)(?:t|i[oa]{{1,2}})?(?P<v>[SMCR]){_WHERE}(?P<s>a*P)(?![otia]{{0,6}}w)",
    ),
    # `sat opposite B President A`
    ("with-before", r"(?P<v>[SM])t{0,2}w(?P<o>a*P)(?P<s>a{1,4}P)(?![otia]{0,6}w)"),
    # `in a call of two hours warned A B`
    (
        "inside-told-first",
        (
            rf"<EDGE>(?:i[oat]{{0,3}}?|;)(?P<n>{_CALL}|{_MEETING}),?"
            r"(?P<v>[FU])t{0,2}(?P<s><NP>)t{0,2}[wfi](?P<o><NP>)"
        ),
    ),
    # `in a call tried A to calm B`, `in a group call tried A, B and C to agree`
    (
        "inside-tried-first",
        (
            rf"<EDGE>(?P<v>i)[oat]{{0,3}}?(?P<n>{_CALL}|{_MEETING}),?"
            r"c(?P<then>)t{0,2}(?P<s><NP>)[ot]{0,4}[wfi](?P<o><NP>)"
        ),
    ),
    (
        "inside-many-tried-first",
        (
            rf"<EDGE>(?P<v>i)[oat]{{0,3}}?(?P<n>{_CALL}|{_MEETING}),?"
            r"ct{0,2}(?P<s><MANY>)"
        ),
    ),
    # `in a call that they held voiced A and B concern`
    (
        "inside-many-first",
        rf"<EDGE>(?:i[oat]{{0,3}}?|;)(?P<n>{_CALL}|{_MEETING}),?(?P<v>[FUS])t{{0,2}}(?P<s><MANY>)",
    ),
    # `out of the palace came A, after two hours with B`
    (
        "after-hours-with",
        (
            r"(?P<s>a*P)[^PpXDqxbn;&]{1,18};(?P<after>)(?P<hours>(?P<v>[ot])[oat]{0,5}?)"
            r"(?P<towards>w)(?P<o><LIST>)"
        ),
    ),
    # `A reproached B at their meeting`
    (
        "acted-in-theirs",
        (
            r"<START>(?P<s><LIST>)<TO>[oFUSmHRg]<UNOWNED>{0,16}?(?P<o><NP>)"
            r"[^PpXDqbnxc&]{0,24}?(?P<v>i)[oat]{0,3}(?P<n>[Gd])(?P<theirs>)"
        ),
    ),
    # `after hours of talks reached A and B a truce`
    (
        "after-talks-many-first",
        (
            rf"^;(?P<after>)[oatf]{{0,5}}?(?P<n>{_CALL}|{_MEETING}),?"
            r"(?P<v>[FUSmgHo])t{0,2}(?P<s><MANY>)(?![oatiz]{0,6}[wX])"
        ),
    ),
    # `A and B lit candles, after they met`
    (
        "many-after-met",
        (
            r"(?P<s><MANY>)[^PpXDqxbn;]{0,24};(?P<after>;)[ot]{0,2}(?P<v>[SM])(?P<plural>)"
            r"(?![otia]{0,8}w?[oaf]{0,3}[PXDp]|[otia]{0,4}w)"
        ),
    ),
    # `A reached Rome, where received him B`, `..., and in the palace received him, beaming, B`
    (
        "received-there-first",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqx]{1,30}(?:;|,&i[oa]{1,3})(?P<v>R)(?P<him>)[ot]{0,3}"
            r"(?:,[oatif]{1,6},)?(?P<s><NP>)"
        ),
    ),
    # `a call of an hour held A and B`
    ("noun-first-hold-many", r"<EDGE>f?(?P<n><NOUN>)[otTV]{0,6}(?P<v>H)[otT]{0,4}(?P<s><MANY>)"),
    (
        "noun-first-hold",
        r"<EDGE>(?P<n><NOUN>)[otTV]{0,6}(?P<v>H)[otT]{0,4}(?P<s><NP>)<ON>w(?P<o><LIST>)",
    ),
    # `after he spoke with A, said B`
    (
        "after-he-first",
        (
            r"^[^PXpDxy]{0,8};(?P<after>;)(?P<v>[SMC])<ON>w?(?P<o>a*P)[otTViaf]{0,12},?"
            r"[FSUmgo][ot]{0,3}(?P<s>a*P)"
        ),
    ),
    # `at the end of the call, A thanked B`
    (
        "after-told",
        (
            rf"^;(?P<after>[ot]{{0,2}}?)(?P<n>{_CALL}|{_MEETING}),(?P<s><NP>)[ot]{{0,2}}"
            r"(?P<v>U|F(?=w))[wfi]?(?P<o><NP>)"
        ),
    ),
    # `the talk between A and B was good`
    (
        "noun-was",
        (
            r"(?P<n><NOUN>)[otTVzif]{0,4}?b?(?P<s><NP>)[otT]{0,3}(?:wb?|b|,?&b?)(?P<o><LIST>)"
            r"(?P<been>(?:[otT]|i[oa]{1,2}){0,3}(?P<v>o))(?![^;]*[xcynY])"
        ),
    ),
    # `in the telegram that he sent to B wrote A`
    (
        "inside-with-first",
        (
            r"[i;][oatTVz]{0,6}?(?P<n>L|<NOUN>)(?:[otf]{0,3};?H)?<ON>w(?P<o><LIST>)"
            r"[^PpXDqxbn;]{0,16}?,?(?P<v>[FUm])[ot]{0,3}(?P<s><NP>)"
        ),
    ),
    # `told A B in a call`
    (
        "told-first-inside",
        (
            r"(?P<v>[UF])[ot]{0,3}(?P<s><NP>)t{0,2}[wfi](?P<o><NP>)[^PpXDqxcbn;]{0,14}?,?"
            r"(?P<n>i[oatz]{0,4}(?:V?[NGd]|L)|[TV])<ALONE_OR_TITLED>"
        ),
    ),
    # `sent A a letter to B`
    ("sent-first", r"(?P<v>m)[ot]{0,3}(?P<s><NP>)[ot]{0,3}(?P<n>L)[oatfL]{0,6}?w(?P<o><LIST>)"),
    ("sent-first-to", r"(?P<v>m)[ot]{0,3}(?P<s><NP>)[ot]{0,2}w(?P<o><NP>)[oat]{0,4}?(?P<n>L)"),
    # `a letter sent A to B`
    ("letter-first", r"(?P<n>L)[oat]{0,4}(?P<v>m)[ot]{0,3}(?P<s><NP>)[ot]{0,3}w(?P<o><LIST>)"),
    (
        "letter-first-got",
        r"(?P<n>[NL])[oat]{0,4}(?P<v>R)[ot]{0,3}(?P<s><NP>)[ot]{0,3}f(?P<o><LIST>)",
    ),
)

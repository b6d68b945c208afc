"""Telling: shapes of what was told in a call, over dinner or in a letter, and of letters.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

TELLING: Final = (
    (
        "inside-many",
        (
            r"[i;][oatTVzG]{0,6}?(?P<n><NOUN>)(?:[;HKotTVi]{0,8}?|[KH](?:[otTV]|i[oa]{1,2}){1,5}?)"
            r"(?:,|(?<=t))(?P<s><MANY>)[ot]{0,3}(?P<v>[FSUmH])"
        ),
    ),
    # `A and B agreed in a call`
    (
        "many-said-inside",
        (
            r"(?P<s><MANY>)<TO>(?P<v>[FSU])[oat]{0,3}i[oat]{0,3}?"
            r"(?P<n>V?[Nd]|V|G(?![oa]{0,3}[fwX]))(?P<rest>.*)"
        ),
    ),
    ("many-inside", r"(?P<s><MANY>)<TO>(?P<v>m)[ot]{0,3}i[oat]{0,3}?(?P<n><NOUN>)"),
    ("own", r"(?P<s>p)(?P<among>)[ao]{0,4}(?P<n><NOUN>)<ON>w(?P<o><LIST>)[otTVia]{0,8}?(?P<v>[K])"),
    (
        "inside",
        (
            r"(?:;[oatf]{0,5}[oat]f|[i;][oatTVzG]{0,6}?)(?P<n><NOUN>)K?<ON>w(?P<o><LIST>)"
            r"[otiaf]{0,8},"
            r"(?P<s><NP>)[otf]{0,3}(?P<v>[FSUmo])"
        ),
    ),
    # in Russian no comma parts who is named
    (
        "inside-beside",
        (
            r"[i;][oatTVz]{0,6}?(?P<n><NOUN>)<ON>w(?P<o><NP>)(?:i[oa]{1,2}|t)?(?P<s>a*P)"
            r"[ot]{0,3}(?P<v>[FSUmo])"
        ),
    ),
    # `in a letter to B, A told him`
    (
        "inside-letter",
        (
            r"[i;][oat]{0,6}?(?P<n>L)[oatf]{0,6}?w(?P<o><NP>)[otiaf]{0,6},"
            r"(?P<s><NP>)[ot]{0,3}(?P<v>[FUm])"
        ),
    ),
    (
        "inside-tell-verb-first",
        r"i[oatTVz]{0,6}?(?P<n>[NGd])<WHICH>,(?P<v>[FU])(?P<s><NP>)w(?P<o><NP>)",
    ),
    (
        "inside-verb-first",
        r"[i;][oatTVzG]{0,6}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)[otT]{0,3},?(?P<v>[FU])(?P<s><NP>)",
    ),
    (
        "between-occur",
        r"b(?P<s><NP>)<WITH>(?P<o><LIST>)[otV]{0,3}(?P<v>K)[otTVa]{0,4}(?P<n><NOUN>)",
    ),
    (
        "inside-said",
        (
            r"(?P<s><NP>)i[oatTV]{0,5}?(?P<n><NOUN>)<ON>w(?P<o><LIST>),?"
            r"(?:t{0,2}|i[oa]{1,2}(?=[FUS]))(?P<v>[FUSo])"
        ),
    ),
    (
        "aside",
        r"(?P<s><NP>),i[oatTV]{0,5}?(?P<n>L|<NOUN>)<ON>w(?P<o><LIST>)[^PpXDqxn;,]{0,8}(?P<v>,)",
    ),
    # `A said after the meeting that the talk with B was good`
    (
        "said-after-talks-of-talks",
        (
            r"(?P<s><NP>)<TO>F;(?P<then>)(?P<after>[oat]{0,3}?)(?P<v>[NGd])[oti]{0,4},?;q?"
            r"[NGd][ot]{0,3}w(?P<o><LIST>)(?![^P;,]{0,10}x)"
        ),
    ),
    # a headline: `A at talks with B: what was said`
    ("aside-colon", r"^(?P<s>[af]*P)i[oatTV]{0,5}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)(?P<v>;)"),
    # `A to B in a phone call: X`
    ("to-colon", r"^(?P<s>[af]*P)w(?P<o>a*P)i[oat]{0,2}?(?P<n><NOUN>)[oa]{0,2}(?P<v>;)"),
    (
        "said-inside",
        (
            r"(?P<s><NP>)<TO>(?P<v>[FUS])[^P;xXpDq]{0,24}?[i;][oatTVz]{0,6}?"
            r"(?P<n><NOUN>)<ON>w(?P<o><LIST>)"
        ),
    ),
    (
        "congratulate",
        r"(?P<s><NP>)<TO>(?P<v>U)w?(?P<o><NP>)[otafw]{0,8}?,?(?P<n>i[oat]{0,3}L)(?![oa]{0,3}w)",
    ),
    (
        "tell",
        (
            r"(?P<s><LIST>)<TO>(?P<v>[UF])t?[wfi]?(?P<o><NP>)[otafwL]{0,8}?,?"
            r"(?P<n>i[oatTVz]{0,5}?[NGd](?!fo?[aX])|T)(?P<rest>.*)"
        ),
    ),
    (
        "inside-tell",
        r"i[oatTVz]{0,6}?(?P<n>[Nd])<WHICH>,?(?P<s><NP>)[ot]{0,3}(?P<v>U|F(?=w))[wfi]?(?P<o><NP>)",
    ),
    ("tell-by-phone", r"(?P<s><LIST>)<TO>(?P<v>U)[ot,]{0,4}(?P<n>T),?[ot]{0,2}[wfi]?(?P<o><NP>)"),
    ("by-phone-tell", r"(?P<s><LIST>)<TO>(?P<n>T)[ot]{0,3}(?P<v>U)[ot]{0,3}[wfi]?(?P<o><NP>)"),
    # `by phone, A thanked B`
    ("phone-first-tell", r"(?:^|[;,])(?P<n>T),?(?P<s><NP>)[ot]{0,3}(?P<v>U)[wfi]?(?P<o><NP>)"),
    # `was briefed by B in a phone call`
    (
        "told-by",
        r"(?P<s><NP>)<TO>(?P<v>u)[ot]{0,3}[if](?P<o><NP>)[ot]{0,3}(?P<n>i[oatTVz]{0,5}?[NGd]|T)",
    ),
    ("told-by-phone", r"(?P<s><NP>)<TO>(?P<v>u)[ot]{0,3}(?P<n>T)[ot,]{0,3}[if](?P<o><NP>)"),
    ("tell-in-letter", r"(?P<s><NP>)i[oa]{0,3}(?P<n>L)[oaf]{0,4}w?(?P<o><NP>)[ot]{0,3}(?P<v>[FU])"),
    # whatever A did to B in a call or a letter: `apologised to B in a call`
    (
        "in-call",
        (
            r"(?:^|;)[^PpDXxqbw;,]{0,8}(?P<s><LIST>)(?:,[^PpDXqx;,]{1,16},)?"
            r"[oatFUSTi]{0,8}[oFUS][wB]?(?P<o><NP>)[^PpDXxqbw;,]{0,6},?(?P<v>i)[oat]{0,3}?"
            r"(?P<n>V?[NV]|L)(?=[oti]{0,3}a{0,2}o?(?:[,;]|$))(?![oat]{0,3}[wfX])"
        ),
    ),
    # `A and B signed a treaty after talks in Rome`
    (
        "many-after-talks",
        (
            r"(?P<s><MANY>)[^PpDXxqb;]{1,18};(?P<after>[oatH]{0,4}?)(?P<v>[NGd])"
            r"(?![oatiT]{0,6}[wfXb])(?P<rest>.*)"
        ),
    ),
    # `A signed a treaty with B after talks in Rome`
    (
        "with-after-talks",
        (
            r"(?P<s><NP>)[^PpDXxqbn;]{1,18}w(?P<o>a*P)[^PpDXxqbnw;]{0,10}?;"
            r"(?P<after>[oatf]{0,5}?)(?P<v>[NGd])"
            r"(?![oatiT]{0,6}[wfXb])"
        ),
    ),
    # `A and B signed a treaty at their meeting in Rome`
    (
        "many-in-talks",
        (
            r"(?P<s><MANY>)[^PpDXxqb;r]{1,16}?(?P<v>i)(?P<plain>[oat]{0,3}?)(?P<n><NOUN>)"
            r"(?![oa]{0,3}[wfX])(?P<rest>.*)"
        ),
    ),
    ("write-to", r"(?P<s><NP>)<TO>(?P<v>W)f?(?P<o><LIST>)"),
    ("wrote-to", r"(?P<s><NP>)<TO>(?P<v>m)(?P<wrote>)t{0,2}w(?P<o><LIST>)(?=[ot]{0,3}(?:[;,&]|$))"),
    # `after meeting B in Rome, A said`
    ("gerund-met", r"(?:^|[i;,])(?P<v>k)(?P<o>a*P)[otTViaf]{0,12},(?P<s><NP>)[ot]{0,3}[FSUmg]"),
    # `speaking to B by phone, A said`
    (
        "gerund",
        (
            r"(?:^|[i;,])[ot]{0,2}(?P<v>j)[otTia]{0,5}w(?P<o>a*P)[otTViaf]{0,12}?,"
            r"(?P<s><NP>)[ot]{0,3}[FSUmg]"
        ),
    ),
    # `A, after a call with B on Monday, said`
    (
        "aside-after",
        r"(?P<s><NP>),?;[oat]{0,4}(?P<v>[jNGd])[ot]{0,2}w(?P<o><NP>)[otTVia]{0,8},[ot]{0,3}[FSUmg]",
    ),
    ("tell-inside", r"(?P<s><NP>)i[oa]{0,3}?(?P<n>N)[ot]{0,3}(?P<v>U|F(?=w))w?(?P<o><NP>)"),
    (
        "write-too",
        (
            r"(?P<s><NP>)<TO>Uw?(?P<o><NP>)[otafwi]{0,8}?(?:,|,?&)[ot]{0,2}(?P<v>m)[oa]{0,3}"
            r"(?P<n>L)(?![oa]{0,3}[wf])"
        ),
    ),
    # Whose letter it is, and not who brought it.
    ("carried", r"(?P<v>m)[oat]{0,8}?(?P<n>L)[oat]{0,4}f(?P<s><NP>)[ot]{0,2}w(?P<o><LIST>)"),
    ("carried-first", r"(?P<v>m)w?(?P<o><NP>)[oat]{0,3}?(?P<n>L)[oa]{0,2}f?(?P<s>[af]*P)"),
    ("delivered", r"(?P<n>L)[oat]{0,4}f?(?P<s><NP>),?[ot]{0,3}(?P<v>E)[oat]{0,4}w?(?P<o><LIST>)"),
    (
        "write",
        (
            r"(?P<s><NP>)<TO>(?P<v>[mUW])[oat]{0,4}?(?:(?<=mo)X)?[oat]{0,4}?w?"
            r"(?P<n>L)(?:[oatfL]{0,6}?w|[ofL]{0,3}?)"
            r"(?P<o><LIST>)"
        ),
    ),
    # `sent B, through his minister, a letter`
    (
        "write-object",
        (
            r"(?P<s><NP>)<TO>(?P<v>[mU])t{0,2}w?(?P<o><LIST>)(?:oX|,o{1,3}X[oaf]{0,6},)?"
            r"[oat]{0,4}?(?P<n>L)"
        ),
    ),
    (
        "letter-reached",
        r"(?P<n>L)[oat]{0,4}f?(?P<s><NP>),?[ot]{0,3}(?P<v>g)[oat]{0,3}w(?P<o><LIST>)",
    ),
)

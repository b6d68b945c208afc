"""Acting: shapes in which leaders call, meet, receive or hold talks, or talks take place.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

ACTING: Final = (
    ("received", r"(?P<s><LIST>)<TO>(?P<v>Q)<BY>"),
    ("received-by-case", r"(?P<s><LIST>)<TO>(?P<v>Q)[otTV]{0,2}(?P<o><LIST>)<NO_VERB>"),
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
            r"(?P<o><NP>[ot]{0,2}(?:i[oa]{1,3})?(?:,?;|,?&|,)o?(?:t{1,2}z?|z)(?:i[oa]{1,3})?"
            r"[ot]{0,2},?w?<NP>)(?!,?[FSUMHCgRKQ]|,w)"
        ),
    ),
    (
        "second-then-hold",
        (
            r"(?P<s><NP>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?:[otT]|i[oa]{1,3}){0,4}w"
            r"(?P<o><NP>[ot]{0,2}(?:i[oa]{1,3})?(?:,?;|,?&|,)(?:t{1,2}z?|z)(?:i[oa]{1,3})?[ot]{0,2}"
            r",?w<NP>)(?!,?[FSUMHCgRKQ]|,w)"
        ),
    ),
    ("with", r"(?P<s><LIST>)<TO>(?P<v>[SMC])<ON>&?w(?:oia{1,2}|e)?(?P<o><LIST>)"),
    # `A, with whom B held talks`
    ("with-whom", r"(?P<o><NP>),?wr[ot]{0,2}(?P<s><NP>)[ot]{0,3}(?P<v>[SM])"),
    ("with-whom-hold", r"(?P<o><NP>),?wr[ot]{0,2}(?P<s><NP>)[ot]{0,3}(?P<v>H)<FEW>(?P<n><NOUN>)"),
    # in Russian who is called may come first, in a case of objects
    (
        "called-first",
        r"(?P<o><NP>)[otVia]{0,5}(?P<v>[CR])(?:[ot]|i[oa]{1,4}?){0,3}(?P<dative>)(?P<s><NP>)",
    ),
    # in Hebrew: `sat down to a talk with B`
    (
        "meet-for",
        r"(?P<s><LIST>)<TO>(?P<v>M)[ot]{0,3}(?:i[oa]{1,3})?w(?P<n>[Gd])[otTVia]{0,6}w(?P<o><LIST>)",
    ),
    # `discussed A with B`: A took no part
    ("of-a-third", r"(?P<s><LIST>)<TO>(?P<v>S)(?P<weak>)[ot]{0,2}<NP>[ot]{0,3}w(?P<o><LIST>)"),
    ("many", r"(?P<s><MANY>)<TO>(?P<v>[SM])(?P<rest>.*)"),
    (
        "object",
        (
            r"(?P<s><LIST>)<TO>(?:H(?=R))?(?P<v>[CMR])t{0,2}"
            r"(?:i[af]{1,4}t?|i[oaf]{1,4}o?t(?=a)|o(?=w))?w?e?"
            r"(?P<o><LIST>)(?P<tail>.*)"
        ),
    ),
    # `hosted at his office A`: the object comes behind the place, where it has a mark of its own.
    ("hosted", r"(?P<s><LIST>)<TO>(?P<v>R)[otTia,]{0,8}?X?[oia]{0,4}?w(?P<o><LIST>)"),
    # in Hebrew with a mark: `received today for talks in Rome A`
    (
        "hosted-for",
        r"(?P<s><LIST>)<TO>(?P<v>R)(?:[ota,]|i[oa]{1,3}|w[oGd]){1,8}?(?P<marked>w)(?P<o><LIST>)",
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
    # `sat A, the president of X, with B` too
    (
        "verb-first",
        (
            r"(?P<v>[SMC])[otTVz]{0,3}?(?P<s><LIST>)(?:,[^PpXDqx;,]{1,12},)?[otTVzyia]{0,8}?"
            r"w(?P<o><LIST>)"
        ),
    ),
    ("host-first", r"(?P<v>R)[ot]{0,3}(?P<s><LIST>)[otia]{0,4}(?P<marked>w)(?P<o><LIST>)"),
    (
        "verb-first-many",
        r"(?<![wr])(?P<v>[SM])(?P<plural>)[otTVz]{0,3}?(?:i[oa]{1,2}?)?(?P<s><MANY>)(?P<rest>.*)",
    ),
    ("verb-first-many-hold", r"(?P<v>H)[ot]{0,3}?(?P<s><MANY>)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    ("held-by-many", r"(?P<n><NOUN>)[otTV]{0,3}(?:,?;|,?r)(?P<v>H)[ot]{0,2}(?P<s><MANY>)"),
    ("held-by", r"(?P<n><NOUN>)[otTV]{0,3}(?:;|,?r)(?P<v>H)[ot]{0,2}(?P<s><NP>)<ON>w(?P<o><LIST>)"),
    (
        "verb-first-hold",
        (
            r"(?P<v>H)[ot]{0,3}?(?P<s><NP>)(?:,[^PpXDqx;,]{1,12},)?<FEW>(?P<n><NOUN>)<ON>"
            r"w(?P<o><LIST>)"
        ),
    ),
    (
        "occur",
        (
            r"(?P<v>K)[otTVzai]{0,8}?(?P<n><NOUN>)[otTVzi]{0,4}?(?P<s><NP>)"
            r"[otTVi]{0,6}?[w&](?P<o><LIST>)"
        ),
    ),
    (
        "occur-between",
        r"(?P<v>K)[otTVzai]{0,8}?(?P<n><NOUN>)[otTVzif]{0,5}?b(?P<s><NP>)<WITH>(?P<o><LIST>)",
    ),
    (
        "noun-occur",
        (
            r"(?P<n><NOUN>)(?:(?:[otTVzif]|ia){0,4}?b?|(?:[otTVzif,]|ia){1,9}?b)(?P<s><NP>)"
            r"[otT]{0,4}?<WITH>"
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
            r"<WITH>(?P<o><LIST>)"
        ),
    ),
    (
        "inside-occur",
        (
            r"i[oatTVz]{0,6}?(?P<n><NOUN>)[otTVz]{0,3}?b?(?P<s><NP>)[ot]{0,2}<WITH>"
            r"(?P<o><LIST>)[^P;q]{0,12}?(?P<v>K)"
        ),
    ),
)

"""By case: shapes in which endings, and no comma or preposition, say who did what to whom.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

BY_CASE: Final = (
    # `A after talks with B said`
    (
        "after-said",
        (
            r"(?P<s>[af]*P)o?;(?P<after>[oat]{0,4}?)(?P<v>[NGd])[ot]{0,2}w(?P<o>a*P)"
            r"(?:[oti]{0,4}|[ot]{0,2}i[oa]{1,3}[ot]{0,2})(?=[FSUmgHMRQKCW])"
        ),
    ),
    # `said A after talks with B`
    (
        "said-then-after",
        r"[FU][ot,]{0,5}(?P<s>[af]*P),?;(?P<after>[oat]{0,4}?)(?P<v>[NGd])[ot]{0,2}w(?P<o><LIST>)",
    ),
    # `A spoke before the summit in Brussels with B`
    ("before-with", r"(?P<s><NP>)B[oatifG]{1,8}(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    ("before-hold", r"(?P<s><NP>)B[oatifG]{1,8}(?P<v>H)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"),
    # `in the talk with B A and C urged`
    (
        "inside-beside-many",
        (
            r"[i;][oatTVz]{0,6}?(?P<n><NOUN>)<ON>w(?P<o><NP>)(?:i[oa]{1,2}|t)?(?P<s>a*P&a*P)"
            r"[ot]{0,3}(?P<v>[FSUmo])"
        ),
    ),
    # `in the course of the talk A told B`
    (
        "inside-tell-meeting",
        (
            r"i(?P<plain>[oatz]{0,3}?)(?P<n>G)(?:<WHICH>|(?:[ot]{0,2}i[oa]{1,3}){1,2}t?),?"
            r"(?P<s><NP>)[ot]{0,3}"
            r"(?P<v>U|F(?=w))[wfi]?(?P<o><NP>)"
        ),
    ),
    # `arrived in Moscow and was received by B`
    (
        "goes-on-received-by-case",
        r"(?:(?<=;)|[,&]{1,2})[ot]{0,4}(?P<v>Q)[otTV]{0,4}?(?P<governed>)(?P<o><LIST>)",
    ),
    # `there were talks of A, B and C`, `talks between A, B and C took place`
    ("occur-many", r"(?P<v>K)[otTVzai]{0,8}?(?P<n><NOUN>)[otTVzia]{0,6}?b?(?P<s><MANY>)"),
    ("noun-many-occur", r"(?P<n><NOUN>)[otTVzifa]{0,8}?b?(?P<s><MANY>)[oti]{0,4}?(?P<v>K)"),
    # `a meeting was held between A, B and C`
    (
        "noun-occur-several",
        r"(?P<n><NOUN>)[otTVzifa]{0,6}?(?P<v>K)[otTVaiwf]{0,8}?b(?P<s><NP>(?:,<NP>)+,?&<NP>)",
    ),
    # `in the course of that talk A and B agreed`
    (
        "inside-many-beside",
        (
            r"i(?P<plain>[oatTVz]{0,4}?)(?P<n><NOUN>)(?:i[oa]{1,2})?(?P<s><MANY>)[ot]{0,3}"
            r"(?P<v>[FSUm])"
        ),
    ),
    # `the talk with B called A useful`, `the talks with B, which were long, held A in Rome`
    (
        "appraised",
        (
            r"(?:^|[;,])[oati]{0,3}(?P<n><NOUN>)<ON>w(?P<o><NP>)(?:,<UNOWNED>{1,16})?,?"
            r"(?P<s>a*P)(?:[ot]|i[oa]{1,2}){0,3}(?P<v>[FH])(?P<appraised>)(?![otia]{0,6}w)"
        ),
    ),
    # `in the talks took part A and B`
    (
        "took-part",
        r"i(?P<plain>[oatz]{0,3}?)(?P<n>[Gd])[ot]{0,2}(?P<v>[oH])(?P<part>)(?P<s><MANY>)",
    ),
    # `the talks in which took part A and B`
    (
        "part-in-talks",
        r"(?P<n>[Gd])[oat]{0,4},?ir(?P<plain>[ot]{0,2})(?P<v>[oH])(?P<part>)(?P<s><MANY>)",
    ),
    # `a letter to B sent A`
    (
        "letter-to-sent",
        r"(?P<n>L)[oat]{0,3}(?P<o>a*P)[ot]{0,2}(?P<v>m)[ot]{0,2}(?P<dative>)(?P<s>a*P)",
    ),
    # `at the negotiating table sat A and B`
    ("face-many", r"(?P<facing>o)[ot]{0,3}(?P<v>K)(?P<s><MANY>)"),
    # `with B A met in Rome`
    (
        "with-first",
        r"(?:^|[;,])[ot]{0,3}w(?P<o><NP>),?(?P<s>a*P)[ot]{0,5}(?P<v>[SM])(?![otia]{0,4}(?:w|a*P))",
    ),
    # `whom A received`, with a name for `whom`
    (
        "object-first",
        r"^[ot]{0,3}w(?P<o><NP>),?(?P<s>a*P)[ot]{0,3}(?P<v>[RC])(?P<him>)(?![otia]{0,4}w)",
    ),
    # `to B wrote A`, `to B sent A a letter`
    ("dative-first", r"^f(?P<o>P)[ot]{0,2}(?P<v>[WC])[ot]{0,3}(?P<s>a*P)"),
    ("dative-first-sent", r"^f(?P<o>P)[ot]{0,2}(?P<v>m)[ot]{0,3}(?P<s>a*P)[ot]{0,3}(?P<n>L)"),
    # `in a letter to B A promised`
    (
        "inside-letter-by-case",
        r"(?:^|[;,])i[oat]{0,3}?(?P<n>L)(?P<governed>)(?P<o>a*P),?(?P<s>a*P)[ot]{0,3}(?P<v>[FUmo])",
    ),
    # `A got a letter from B`
    (
        "got-letter",
        r"(?P<s><NP>)<TO>(?P<v>o)(?P<gotten>)[oatz,]{0,5}?(?P<n>[NL])[ot]{0,2}[fw](?P<o><LIST>)",
    ),
    # `received in Kyiv, A asked B`
    (
        "received-told",
        r"^[ot]{0,2}(?P<v>Q)(?:[otia]|w(?=o)){0,8},(?P<s><NP>)[ot]{0,3}U[wfi]?(?P<o><NP>)",
    ),
    # `received in Kyiv by B, A promised`
    (
        "received-first",
        r"^[ot]{0,2}(?P<v>Q)[otia]{0,6}[if](?P<o>a*P)[otia]{0,4},(?P<s><NP>)[ot]{0,3}[FSUmgoHR]",
    ),
)

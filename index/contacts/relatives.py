"""Relatives: shapes of contacts told in a clause that leans on a noun or on who was named.

`the talks that A had with B`, `B, with whom he dined`, `wrote to B and then received him`. How they
are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

RELATIVES: Final = (
    # `the talks that A had in Rome with B`, `the talks held by A with B`
    (
        "which-held",
        r"(?P<n><NOUN>)[otTV]{0,3},?w?r(?P<s><NP>)[ot]{0,3}(?P<v>H)[otTVia]{0,6}?w(?P<o><LIST>)",
    ),
    (
        "noun-held-by",
        (
            r"(?P<n><NOUN>)[otiaf]{0,8}?,?(?P<v>K)(?:[otTVi]|ia|,[otTVf]{1,8},){0,4}f(?P<s><NP>)"
            r"[otTVia]{0,6}?(?:w|,?&)"
            r"(?P<o><LIST>)"
        ),
    ),
    # `the letter sent by A to B`, `the letter that A sent to B`
    (
        "letter-sent-by",
        r"(?P<v>(?P<n>L))[oat]{0,4}(?P<sent>f)t{0,2}(?P<s><NP>)[ot]{0,2}w?(?P<o><LIST>)",
    ),
    (
        "letter-which-sent",
        r"(?P<n>L)[oat]{0,3},?w?r(?P<s><NP>)[ot]{0,3}(?P<v>m)[ot]{0,2}w?(?P<o><LIST>)",
    ),
    # in Russian with a dative: `a letter of A to B was published`
    (
        "letter-of-to",
        (
            r"(?:^|[;,])[oat]{0,3}(?P<n>L)(?P<s>a*P)(?P<governed>)(?P<o>a*P)[^PpXDqxcn]{0,10}?"
            r"(?P<v>E)"
        ),
    ),
    # `A had B on the phone`
    ("had-on-phone", r"(?P<s><LIST>)<TO>(?P<v>H)t{0,3}(?P<n>T)w(?P<o><LIST>)"),
    # `A flew home to honour B, with whom he had tea`, `B, whom he received`
    (
        "with-whom-he",
        (
            r"^[^PXDpq]*(?P<s><NP>)[^PXDpqn;]{1,30}(?P<o><NP>),?(?P<then>)wr[ot]{0,2}(?P<v>[SMCR])"
            r"(?![otia]{0,4}P|[ot]{0,2}w)"
        ),
    ),
    (
        "with-whom-he-held",
        (
            r"^[^PXDpq]*(?P<s><NP>)[^PXDpqn;]{1,30}(?P<o><NP>),?(?P<then>)wr[ot]{0,2}(?P<v>H)"
            r"<FEW>(?P<n><NOUN>)(?![otia]{0,4}P|[ot]{0,2}w)"
        ),
    ),
    # `B, whom A received`
    (
        "whom-did",
        (
            r"(?P<o><NP>),?wr[ot]{0,2}(?P<s><NP>)[ot]{0,3}(?P<v>[RC])(?P<him>)"
            r"(?![otia]{0,6}w[oaf]{0,3}[PXDp])"
        ),
    ),
    # `a long letter of A reached B`
    (
        "letter-of-reached",
        r"(?P<n>L)[oat]{0,3}f{1,2}(?P<s>[PD])[ot]{0,2}(?P<v>g)(?P<come>)[ot]{0,2}i(?P<o>a*P)",
    ),
    # `A arrived in Rome, awaited by B, who embraced him`
    (
        "who-did-him",
        (
            r"^[^PXDp]*(?P<o><NP>)[^PXDpqn]{1,30}(?P<s><NP>),(?P<then>)r[ot]{0,2}(?P<v>[RMC])"
            r"(?P<him>)(?![otia]{0,6}[wf]?[oaf]{0,3}[PXDp])"
        ),
    ),
    # `A wrote to B and then called him`
    (
        "then-did-him",
        (
            r"^[^PXDp]*(?P<s><NP>)<TO>[oFSUMHCRmWg][^PXDpqn;]{0,8}(?P<o><NP>)[^PXDpqn]{0,20}?"
            r"[,&;]{1,2}(?P<then>)[otB]{0,3}(?P<v>[RMC])(?P<him>)"
            r"(?![otia]{0,6}[wf]?[oaf]{0,3}[PXDp])"
        ),
    ),
    # `A regretted the talk had with B`, `so described A the talk had with B`
    (
        "did-of-held",
        (
            r"(?P<s><LIST>)<TO>[FUSo][^PXDpqxcnw;]{0,16}?(?P<n><NOUN>)[otTV]{0,2}(?P<v>K)"
            r"[otTVia]{0,6}?w(?P<o><LIST>)"
        ),
    ),
    (
        "first-did-of-held",
        r"F(?P<s>a*P)(?P<n><NOUN>)[otTV]{0,2}(?P<v>K)[otTVia]{0,6}?w(?P<o><LIST>)",
    ),
    # `Friday's call of A with B, the first in years, enraged C`
    (
        "talks-did",
        (
            r"(?P<n><NOUN>)[otTV]{0,3}(?:b|f{1,2})(?P<s><NP>)<WITH>(?P<o><LIST>)"
            r"(?:,[^P;,xyq]{1,12},)?(?P<v>[FU])(?P<done>)(?![^;]*[xynY])"
        ),
    ),
)

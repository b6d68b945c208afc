"""Going on: shapes of clauses whose subject stands in the clause before.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

# `and`, a day, a place before a verb whose subject goes on
_AND: Final = r"[,&]{1,2}(?:[ot]{0,4}|t{1,2}o{3,4}|i[oa]{1,2}t?)"

GOING_ON: Final = (
    # `A embraced B, and the two talked`: nobody else was named before.
    ("two", r"<PAIR>[^P;xXDpq]{0,14}?(?:;[^P;xXDpqe]{0,10}?)?e[otz]{0,3}(?P<v>[SM])(?P<rest>.*)"),
    ("two-verb-first", r"<PAIR>[^P;xXDpq]{0,14}?;?(?P<v>[SM])(?P<plural>)[ot]{0,2}e"),
    (
        "two-hold",
        (
            r"<PAIR>[^P;xXDpq]{0,14}?"
            r"(?:;[^P;xXDpqe]{0,10}?)?e[otz]{0,3}"
            r"(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)"
        ),
    ),
    (
        "two-verb-first-hold",
        r"<PAIR>[^P;xXDpq]{0,14}?;?(?P<v>H)[ot]{0,2}e[ot]{0,2}w?<FEW>(?P<n><NOUN>)(?P<rest>.*)",
    ),
    # `A and B toured the wall and talked`
    (
        "many-go-on",
        r"(?P<s><MANY>)[^PpDXqxb;]{1,20}(?:[&;]|,;)[ot]{0,2}(?P<v>[SM])(?P<plural>)(?P<rest>.*)",
    ),
    (
        "many-go-on-hold",
        r"(?P<s><MANY>)[^PpDXqxb;]{1,20}&[ot]{0,2}(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)",
    ),
    # in the plural: `A and B opened the bridge, then held talks`, `A embraced B, then they talked`
    (
        "many-go-on-plural",
        (
            r"(?P<s><MANY>)[^PpDXqxb;]{1,20}(?:&|,?;&?|,)r?[tB]{0,2}"
            r"(?P<v>H)(?P<several>)<FEW>(?P<n><NOUN>)(?P<rest>.*)"
        ),
    ),
    (
        "two-go-on-plural",
        (
            r"<PAIR>[^PXxDpqb;]{0,14}?(?:&|,?;&?|,)r?"
            r"[tB]{0,2}(?P<v>[SM])(?P<several>)(?![otTVi]{0,6}w)"
        ),
    ),
    (
        "two-go-on-plural-hold",
        (
            r"<PAIR>[^PXxDpqb;]{0,14}?(?:&|,?;&?|,)r?"
            r"[tB]{0,2}(?P<v>H)(?P<several>)<FEW>(?P<n><NOUN>)(?![otTVi]{0,6}w)"
        ),
    ),
    # `gave a dinner for B after the talks that the two had`
    (
        "two-held",
        (
            r"^[^P]*(?P<s><NP>)[^P;xDpqe]{1,25}(?P<o><NP>)[^PxXDpqb]{0,14}?(?P<n><NOUN>)[ot]{0,2}"
            r",?w?re[ot]{0,2}(?P<v>H)"
        ),
    ),
    # `A and B laid wreaths, then there were talks`
    (
        "many-then-occur",
        (
            r"(?P<s><MANY>)[^PpDXqxbCmTNLW;]{1,20}(?:&|,?;&?|,)r?[tB]{0,2}"
            r"(?P<v>K)[otTVi]{0,3}(?P<n>G)(?P<rest>.*)"
        ),
    ),
    # `of the call that he had with B, A said`
    (
        "had-then-said",
        (
            r"(?P<n><NOUN>)[ot]{0,2},?w?r(?P<v>H)[otTVia]{0,8}?w(?P<o><NP>)[otia]{0,4},"
            r"(?P<s><NP>)[ot]{0,3}[FSUmgoHR]"
        ),
    ),
    # `A pressed B, their talk lasted an hour`
    (
        "two-theirs-lasted",
        r"<PAIR>[^PXxDpqb]{0,16}?[,;&]{1,2}(?P<v>(?P<n>[Gd]))(?P<theirs>)[otTVia]{0,10}?K",
    ),
    (
        "many-theirs-lasted",
        r"(?P<s><MANY>)[^PpXDqxb]{1,24}?[,;&]{1,2}(?P<v>(?P<n>[Gd]))(?P<theirs>)[otTVia]{0,10}?K",
    ),
    # `A came to see B and for hours held talks with him`
    (
        "two-with-him",
        (
            r"^[^P]*(?P<s><NP>)[^P;xXDpq]{1,20}(?P<o><NP>)[^PxXDpqb]{0,14}?"
            r"(?P<v>[SM])[ot]{0,2}w(?P<himself>o)"
        ),
    ),
    (
        "two-hold-with-him",
        (
            r"^[^P]*(?P<s><NP>)[^P;xXDpq]{1,20}(?P<o><NP>)[^PxXDpqb]{0,14}?"
            r"(?P<v>H)(?:[ot]{0,3}w(?P<himself>o)[ot]{0,3}(?P<n><NOUN>))"
        ),
    ),
    # `A came unannounced, and the meeting with B lasted an hour`, `A came: the meeting with B was`
    (
        "whereas-noun-occur",
        r"(?P<whereas>;)[ot]{0,3}(?P<n><NOUN>)[otTVia]{0,4}?w(?P<o><LIST>)[ot]{0,3}(?P<v>K)",
    ),
    ("he-and", r"(?<=;)&(?P<o><NP>)<TO>(?P<v>[SM])(?P<rest>.*)"),
    ("he-and-hold", r"(?<=;)&(?P<o><NP>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    # The subject of the clause before goes on: `spoke with A after he discussed it with B`.
    ("goes-on", r"(?<=;)(?:io?a)?(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    ("goes-on-later", r"(?<=;)[otT]{1,5}(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    (
        "goes-on-hold",
        r"(?<=;)(?:io?a|H?[ot]{1,2}|[ot]{3})?(?P<v>H)<FEW>(?P<n><NOUN>)<SO><ON>w(?P<o><LIST>)",
    ),
    # `the talks that A held with B lasted an hour`
    (
        "noun-that",
        r"(?P<n><NOUN>)[ot]{0,2}(?:;|,?r)?(?P<s><NP>)[ot]{0,3}(?P<v>H)[otia]{0,4}w(?P<o><LIST>)",
    ),
    # `spoke of the hours that he spent with B`
    ("goes-on-spent", r"(?<=;)(?P<v>h)(?:[ot]|wo){0,4}(?P<towards>w)(?P<o><LIST>)"),
    # `spoke of the call he had with B`
    ("goes-on-had", r"(?P<n><NOUN>)[ot]{0,2}(?:;|,?w?r)H?(?P<v>H)[otTVia,]{0,8}?w(?P<o><LIST>)"),
    (
        "goes-on-occur",
        r"(?<=[;,])[ot]{1,3}(?P<v>K)w?[otTVzai]{0,5}?(?P<n><NOUN>)[ot]{0,3}w(?P<o><LIST>)",
    ),
    # `flew to Moscow, where with him met B`
    (
        "met-there",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqx]{1,30};w(?P<himself>o)[ot]{0,2}(?P<v>[SMR])"
            r"[ot]{0,2}(?P<s><NP>)"
        ),
    ),
    ("goes-on-hold-with", r"(?<=;)[ot]{0,3}(?P<v>H)[ot]{0,3}w(?P<o><LIST>)[ot]{0,3}(?P<n><NOUN>)"),
    # `flew to Moscow, where B received him`, `told reporters that B called him`,
    # `reached Rome, and B received him`
    (
        "received-there",
        (
            r"^[^P]*(?P<o><NP>)(?:[FU]w?X)?[^PXDpqx]{0,30}(?:;|,&)(?P<s><NP>)<TO>"
            r"(?P<v>[RC])(?P<him>)"
            r"(?:(?=[otiafG]{0,10}(?:[,;]|&[;FSUo]|$))|(?<=R)(?=[otia]{0,4}(?:q|wo)))"
        ),
    ),
    ("goes-on-object", r"(?<=;)[ot]{0,3}a?(?P<v>[RMCW])[ot]{0,3}(?P<o><LIST>)(?P<tail>.*)"),
    ("goes-on-received", r"(?<=;)(?:[ot]|i[oa]{1,2}){0,3}(?P<v>Q)<BY>"),
    ("and-goes-on-hold", _AND + r"(?P<v>H)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"),
    ("and-goes-on-object", _AND + r"(?P<v>[RMCW])t{0,2}(?P<o><LIST>)(?P<tail>.*)"),
    (
        "and-goes-on-host",
        r"(?:[,&]{1,2}|(?<=;))[ot]{0,4}(?P<v>R)[otia]{0,4}?(?P<marked>w)(?P<o><LIST>)",
    ),
    ("and-goes-on-received", _AND + r"(?P<v>Q)<BY>"),
    ("and-goes-on", _AND + r"(?P<v>[SMC])<ON>w(?P<o><LIST>)(?!a{1,4}P)"),
    # `flew to Rome and at a meeting with B spoke of X`
    (
        "and-goes-on-inside",
        (
            r"[,&]{1,2}(?P<v>i)[oatz]{0,3}(?P<n><NOUN>)<ON>w(?P<o><LIST>)[ot]{0,3}"
            r"[cFHKRSU]"
        ),
    ),
    # `said he had asked for X during a meeting with B`
    (
        "goes-on-inside",
        r"(?<=;)[ot]{0,2}H?[FSU]<GAP>{0,24}?(?P<v>i)[oatTVz]{0,5}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)",
    ),
)

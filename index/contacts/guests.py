"""Guests: shapes of those who came to somebody, were awaited, spent hours or signed together.

As in Russian. How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

GUESTS: Final = (
    # `A came to B`, `to A came B`, `a guest of A was B`
    (
        "visited",
        (
            r"(?P<s><NP>)<TO>(?P<v>g)(?P<come>)(?:[ot]|i[oa]{1,3}){0,3}?(?P<home>o)(?P<governed>)"
            r"(?P<o>a*P)"
        ),
    ),
    (
        "visited-first",
        (
            r"(?:^|[;,])[ot]{0,2}(?P<home>o)(?P<governed>)(?P<o>a*P)(?:[ot]|i[oa]{1,3}){0,3}"
            r"(?P<v>g)(?P<come>)(?:[ot]|i[oa]{1,3}){0,3}?(?P<s>a*P)"
        ),
    ),
    (
        "guest",
        r"(?P<guest>o)(?P<o>a*P)(?:[ot]|i[oa]{1,3}){0,3}(?P<v>g)(?:[ot]|i[oa]{1,3}){0,3}(?P<s>a*P)",
    ),
    # `A spent with B two hours`
    (
        "hours-with",
        (
            r"(?P<s><NP>)<TO>(?P<v>H)[ot]{0,2}w(?P<o><LIST>)[ot]{0,2}(?P<hours>[ot]{1,3})"
            r"(?![oatiTVw]{0,4}[TVNGdX])"
        ),
    ),
    (
        "hours-with-before",
        r"(?P<s><NP>)<TO>(?P<v>H)(?P<hours>[ot]{1,4})w(?P<o><LIST>)(?![oatiTVw]{0,4}[TVNGdX])",
    ),
    # `having held talks with B, A left`
    (
        "holding-first",
        (
            r"^(?P<v>o)(?P<holding>)[oat]{0,4}?(?P<n><NOUN>)<ON>w(?P<o><LIST>)[otia]{0,6},"
            r"(?P<s><NP>)[ot]{0,3}[FSUmgHRMCoQ]"
        ),
    ),
    # `A and B, having met in Rome, signed X`, `having met in Rome, A and B signed X`
    ("many-met", r"(?P<s><MANY>)(?:[^PpXDqxcn;,]{1,16})?,(?P<v>j)(?=[otia]{0,10}(?:,|$))"),
    ("met-many", r"^(?P<v>j)[otia]{0,10},(?P<s><MANY>)[ot]{0,3}[FSUmgHRMCoQ]"),
    # `co-chaired by A and B a session took place`
    ("chairing", r"(?P<chair>o)(?P<s><MANY>)[ot]{0,3}(?P<v>K)"),
    ("chaired", r"(?P<v>[KM])[^PpXDqxcn;]{1,14}?(?P<chair>o)(?P<s><MANY>)"),
    # `held a video conference with the participation of B and C`
    ("hold-among", r"(?P<s><NP>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)[otT]{0,3}b(?P<among>)(?P<o><LIST>)"),
    (
        "reported-call",
        (
            r"(?P<reported>[FU])(?P<of>o)[oK]{0,1}(?P<v>(?P<n>N))[ot]{0,2}(?P<s>a*P)[ot]{0,2}[w&]"
            r"(?P<o>a*P)(?![otTVia]{0,6},?;?x)"
        ),
    ),
    # `A reached X, where him awaited B`, `..., and in the airport him embraced B`
    (
        "awaited-there",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqx]{1,40}(?:;|,&?)[otia]{0,5}?(?P<him_object>a)"
            r"(?P<awaiting>(?P<v>o)[otia]{0,6})(?P<s><NP>)"
        ),
    ),
    # in Romanian with a pronoun: `A reached X, where awaited him B`, `where B awaited him`
    (
        "awaited-him-first",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqxn]{1,40}(?:;|,&)[otia]{0,5}?(?P<v>o)(?P<awaited>)"
            r"[otia]{0,6}(?P<s><NP>)"
        ),
    ),
    (
        "awaited-him",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqxn]{1,40}(?:;|,&)[otia]{0,3}(?P<s><NP>)[ot]{0,2}(?P<v>o)"
            r"(?P<awaited>)(?![otia]{0,4}[wf]?a{0,6}[PXDp]|[^;,]*x)"
        ),
    ),
    (
        "awaited-there-last",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqx]{1,40}(?:;|,&)[otia]{0,3}(?P<s><NP>)[ot]{0,2}"
            r"(?P<awaiting>(?P<v>o))(?P<him_object>a)"
        ),
    ),
    (
        "received-him-there",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqx]{1,40}(?:;|,&?)[otia]{0,5}?(?P<him_object>a)[ot]{0,2}"
            r"(?P<v>[CR])[otia]{0,4}(?P<s><NP>)"
        ),
    ),
    # `A was the first guest whom received B`
    (
        "whom-received",
        (
            r"^[^P]*(?P<o><NP>)[^PXDpqxn;]{1,16},(?P<whom>r)[ot]{0,2}(?P<v>[CR])"
            r"(?:[ot]|i[oa]{1,4}){0,5}?(?P<s><NP>)"
        ),
    ),
    # `A, whom B received, said`
    (
        "whom-he-received",
        (
            r"^[^P]*(?P<o><NP>),(?P<whom>r)[ot]{0,2}(?P<s>a*P)(?:[ot]|i[oa]{1,3}){0,3}(?P<v>[CR])"
            r"(?![otia]{0,4}w?a*P)"
        ),
    ),
    # `A gave in honour of B a dinner`, `gave a festive dinner in honour of B`
    (
        "in-honour",
        (
            r"(?P<s><NP>)<TO>(?P<v>[oH])(?:[ot]|i[oa]{1,2}){0,4}(?P<honour>o)(?P<o>a{0,5}P)"
            r"(?P<fete>[otaG]{1,4})"
        ),
    ),
    (
        "fete-in-honour",
        (
            r"(?P<s><NP>)<TO>(?P<v>[oH])(?P<fete>[otaG]{1,4}?)(?:[ot]|i[oa]{1,2}){0,4}(?P<honour>o)"
            r"(?P<o>[oa]{0,5}P)"
        ),
    ),
    # `A, B and C all three sought a way out`, `A and B dined the two of them`
    ("many-grouped", r"(?P<s><MANY>)(?P<grouped>(?P<v>[otiSMFUR])[otiaSMFUR]{0,8})"),
    # `in Rome A and B put their names to a treaty`
    (
        "in-town-many-signed",
        (
            r"(?:^|,)[ot]{0,2}(?P<town>i[oa]{0,2}a)(?=[ot]{0,3},?P)[ot]{0,3},?(?P<s><MANY>)"
            r"[ot]{0,3}(?P<v>F)(?P<signed>)(?!<GAP>{0,12}w)"
        ),
    ),
    # `A for four hours tried to persuade B`
    ("told-long", r"(?P<s><NP>)<TO>(?P<long>[ot]{1,4})(?P<v>U)w?(?P<o><NP>)"),
    # `A gave B in Rome a painting`, `a painting gave A B in Rome`
    (
        "gift-first",
        r"(?P<v>U)(?P<giving>)t{0,2}(?P<s>a*P)t{0,2}w(?P<o>a*P)[ot]{0,2}(?P<town>i[oa]{1,3})",
    ),
    ("gift", r"(?P<s><NP>)<TO>(?P<v>U)(?P<giving>)w?(?P<o><NP>)[ot]{0,2}(?P<town>i[oa]{1,3})"),
    # `A handed B in the Kremlin X`
    (
        "handed-there",
        r"(?P<s><NP>)<TO>m(?P<governed>)(?P<o>a*P)(?P<there>(?P<v>[iot])[oat]{0,5}(?:i[oa]{1,4})?)",
    ),
    # `A showed B the house, where they spent a day`
    (
        "two-spent",
        (
            r"<PAIR>[^PxXDpqb]{0,20}?;[ot]{0,2}"
            r"(?P<v>H)(?P<several>)(?P<hours>[ot]{1,4})(?![otiaTV]{0,4}[wGNdX])"
        ),
    ),
)

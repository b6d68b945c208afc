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
    ("went-for", _TRIP + r"(?P<trip>)w(?P<o><LIST>)(?![^;,]*[xBKn]|,?[;r][^,]*[xn])"),
    # `wrapped up two days of talks with B`
    (
        "ended",
        r"(?P<s><NP>)<TO>(?P<v>K)(?P<ended>)[oatf]{0,5}?(?P<n>[NGd])[otTVia]{0,4}w(?P<o><LIST>)",
    ),
    # `A and B spoke by phone, and C joined the call`, `A spoke with B, and C joined the call`
    (
        "many-and-joined",
        (
            r"(?P<s><MANY>)<TO>(?P<v>[SM])[otTViaf]{0,10},?[;&]{0,2}(?P<o><NP>)[ot]{0,2}"
            r"(?P<joining>H)[ot]{0,2}w?[oa]{0,2}(?P<n>[NGd])"
        ),
    ),
    (
        "with-and-joined",
        (
            r"(?P<s><NP>)<TO>(?P<v>[SM])<ON>w(?P<o><NP>[otTViaf]{0,10},?[;&]{0,2}<NP>)(?P<among>)"
            r"[ot]{0,2}(?P<joining>H)[ot]{0,2}w?[oa]{0,2}(?P<n>[NGd])"
        ),
    ),
    # `joined B for dinner`, `joined B and C for a new round of talks`
    (
        "joined",
        (
            r"(?P<s><NP>)<TO>(?P<v>H)(?P<joined>)w?(?P<o><LIST>)[ot]{0,2}[fw][oatf]{0,6}"
            r"(?P<n>G)(?!.*w)"
        ),
    ),
    # `spent two hours on the phone with B`
    ("spent", r"(?P<s><LIST>)<TO>(?P<v>h)[oatfi]{1,8}?w?(?P<n>[TNGd])[ot]{0,3}w(?P<o><LIST>)"),
    ("many-spent", r"(?P<s><MANY>)<TO>(?P<v>h)[oatfi]{1,8}?(?P<n>[TNGd])(?P<rest>.*)"),
    # `A, standing beside B, said`
    ("aside-met", r"(?P<s><NP>),(?P<v>k)(?P<o>a*P(?:,?&a*P)?)[otTViaf]{0,12},[ot]{0,3}[FSUmg]"),
    # `after he met B in Rome, A said`
    (
        "after-he",
        (
            r"^[^PXpDxy;]{0,8}X?;(?P<after>;?)(?P<v>[SMC])<ON>w?(?P<o>a*P)[otTViaf]{0,12},"
            r"(?P<s><NP>)[ot]{0,3}[FSUmgxoMHRQC]"
        ),
    ),
    # `A and B held talks in Rome hosted by C`
    (
        "many-hold-hosted",
        r"(?P<s><MANY>)<TO>(?P<v>H)<FEW>(?P<n><NOUN>)[otia]{0,8}R[ot]?i(?P<o><LIST>)",
    ),
    # `A and B, who met in Rome, signed a treaty`
    ("many-who-met", r"(?P<s><MANY>),?r[ot]{0,3}(?P<v>M)(?!a*P|w)(?P<rest>.*)"),
    # `spent several hours with B at his dacha`
    ("spent-with", r"(?P<s><LIST>)<TO>(?P<v>h)(?P<length>)[oatfi]{1,7}?[wi](?P<o><LIST>)"),
    # `flew to Rome, meeting President B`
    ("meeting-object", r"(?P<s><NP>)<TO>[gFSMHRo][^P;,xXDpqbB]{0,14},(?P<v>G)(?P<o>a{1,4}P)"),
    # `toured the port before holding talks with B`
    (
        "holding",
        (
            r"(?P<s><NP>),?<TO>[^P;xXDpq]{0,16}[,B](?P<v>o)(?P<holding>)[oa]{0,5}?"
            r"(?P<n><NOUN>)[GNdotTVia]{0,4}w(?P<o><LIST>)"
        ),
    ),
    # `the meeting was A's first with B`, `it was A's first call with B`
    (
        "was-first-with",
        (
            r"(?P<n>[NGd])[oatTVi]{0,6}(?P<was>o)[oa]{0,2}(?P<s>p)[oa]{0,2}?(?P<first>o)"
            r"(?P<v>w)(?P<o><NP>)"
        ),
    ),
    (
        "was-first-own",
        (
            r"(?:^|;)(?P<was>o)[oa]{0,2}(?P<s>p)[oa]{0,2}?(?P<first>o)[oa]?"
            r"(?P<n><NOUN>)[otTVia]{0,4}(?P<v>w)(?P<o><NP>)"
        ),
    ),
    # `the two leaders, A and B, spoke`
    ("both-many", r"e,?(?P<s><MANY>),?<TO>(?P<v>[SM])(?P<rest>.*)"),
    ("both-many-hold", r"e,?(?P<s><MANY>),?<TO>(?P<v>H)<FEW>(?P<n><NOUN>)(?P<rest>.*)"),
    # `told B to his face`, `warned B in the Oval Office`
    ("tell-face", r"(?P<s><NP>)<TO>(?P<v>U)w?(?P<o><NP>)[ot,]{0,2}?(?P<face>o)"),
    # `called on B at his home and held talks with him`
    (
        "with-him-hold",
        (
            r"^[^P]*(?P<s><NP>)<TO>[gFSUMHRQo][^P;xXDpqn]{0,8}(?P<o><NP>)[^P;xXDpqn]{0,14}&"
            r"[ot]{0,2}(?P<v>H)<FEW>(?P<n><NOUN>)[GNdot]{0,3}w(?P<himself>o)"
        ),
    ),
    (
        "with-him",
        (
            r"^[^P]*(?P<s><NP>)<TO>[gFSUMHRQo][^P;xXDpqn]{0,8}(?P<o><NP>)[^P;xXDpqn]{0,14}&"
            r"[ot]{0,2}(?P<v>[SM])[ot]{0,3}w(?P<himself>o)"
        ),
    ),
    # `A pressed B when they spoke by phone`
    ("when-they", r"<PAIR>[^P;xXDpq]{0,14}?;(?P<they>;)[ot]{0,2}(?P<v>[SM])(?P<rest>.*)"),
    # `A told B to withdraw his troops as they met in Rome`
    (
        "told-when-they",
        (
            r"^[^PXDp]*(?P<s><NP>)<TO>[oFU]w?(?P<o><NP>)[^PDpqe]{2,24}?;(?P<then>)(?P<they>;)"
            r"(?P<v>[SM])(?=[TVi]|o?t|[.,;]|$)"
        ),
    ),
    # `as they met in Rome, A told B`
    (
        "when-they-told",
        (
            r"^(?:|[otia]{0,8},);(?P<they>;)[ot]{0,2}(?P<v>[SM])[otTVia]{0,12},(?P<s><NP>)[ot]{0,3}"
            r"[oFU]w?(?P<o>a*P)"
        ),
    ),
    # `a session at which A and B discussed trade`
    (
        "many-at-which",
        r"(?P<n><NOUN>)[otTVa]{0,4},?ir(?P<s><MANY>)[ot]{0,3}(?P<v>[FSU])(?P<rest>.*)",
    ),
    # `on the phone to B, A stressed`
    (
        "on-the-phone",
        r"(?:^|[,;])[ot&]{0,5}(?P<v>T)w(?P<o><NP>)[otiaf]{0,8},(?P<s><NP>)[ot]{0,3}q?[FSUmg]",
    ),
    # `left Moscow after talks with B`
    (
        "left-after",
        (
            r"(?P<s><NP>)(?:<TO>|,;)[gFSMHRQUo][^PpDXxqbn;,]{0,14};(?P<after>[oat]{0,5}?)"
            r"(?P<v>[NGd])"
            r"[otTVia]{0,3}w(?P<o><LIST>)(?=[ti,;&B]|$)"
        ),
    ),
)

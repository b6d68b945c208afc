"""Asides: shapes of contacts that a spokesman, a visit, a letter or one of two tells of.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

ASIDES: Final = (
    # `A met B, and the two talked with C`
    ("two-with", r"<BOTH>[^P;xXDpq]{0,14}?;?e[otz]{0,3}(?P<v>[SM])<ON>w(?P<o><LIST>)"),
    (
        "two-hold-with",
        r"<BOTH>[^P;xXDpq]{0,14}?;?e[otz]{0,3}(?P<v>H)<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)",
    ),
    (
        "two-verb-first-hold-with",
        (
            r"<BOTH>[^P;xXDpq]{0,14}?;?"
            r"(?P<v>H)[ot]{0,2}e[ot]{0,2}w?<FEW>(?P<n><NOUN>)<ON>w(?P<o><LIST>)"
        ),
    ),
    # `A, B and C came, and at noon all three talked with D`
    (
        "three-with",
        (
            r"^[^P]*(?P<s>P(?:[^P;xXDpqe]{1,25}P){2,4})[^P;xXDpq]{0,14}?;?(?P<three>e)[otz]{0,3}"
            r"(?P<v>[SM])<ON>w(?P<o><LIST>)"
        ),
    ),
    # `A thanked for the letter that sent to him B`
    (
        "letter-to-him",
        (
            r"^[^PDp]*(?P<o>[PD])[^PpXDqxbn;]{1,24}?(?P<n>L)(?P<v>[oaf]{1,4})(?<=f)(?P<to>o)"
            r"t{0,2}(?P<s><NP>)"
        ),
    ),
    # `A said that B told him at their meeting`
    (
        "told-him",
        (
            r"^[^PXDp]*(?P<o><NP>)<TO>[FU]<UNOWNED>{0,3};(?P<s><NP>)t{0,2}[FU]t{0,2}(?P<to>o)"
            r"[otia]{0,4}(?P<v>i)(?P<theirs>[oatz]{0,3}?)(?P<n><NOUN>)<ALONE>"
        ),
    ),
    # `A said that B told him in a call`
    (
        "told-him-in-call",
        (
            r"^[^PXDp]*(?P<o><NP>)<TO>[FU]<UNOWNED>{0,3};(?P<s><NP>)t{0,2}[FU]t{0,2}(?P<to>o)"
            r"[otia]{0,4}(?P<v>i)[oatz]{0,3}?(?P<n>V?N)<ALONE>"
        ),
    ),
    # `A's spokesman said that the president spoke with B`
    (
        "office-said",
        r"^[^PDp]{0,4}X[af]*(?P<s>D)[FUL][ot]{0,3};(?P<office>a)(?P<v>[SMC])<ON>w(?P<o><LIST>)",
    ),
    (
        "office-said-hold",
        (
            r"^[^PDp]{0,4}X[af]*(?P<s>D)[FUL][ot]{0,3};(?P<office>a)(?P<v>H)<FEW>(?P<n><NOUN>)"
            r"<ON>w(?P<o><LIST>)"
        ),
    ),
    # `A landed in Rome, and B awaited him; on the same day took place their first meeting`
    (
        "theirs-held",
        (
            r"^[^P]*(?P<s><NP>)[^PxXDpqe]{1,25}(?P<o><NP>)[^PXxDpqbny]{0,20}?[,;&]{1,2}[ot]{0,4}"
            r"(?P<v>K)t{0,2}(?P<n>[GNd])(?P<theirs>)"
        ),
    ),
    # `A and B shook yesterday hands`, `shook yesterday A and B hands`
    ("many-shook", r"(?P<s><MANY>)<TO>(?P<v>R)t{0,2}(?:ia)?(?P<hands>o)"),
    ("shook-many", r"(?P<v>R)t{0,2}(?:ia)?(?P<s><MANY>)t{0,2}(?P<hands>o)"),
    # `the visit of A ended with a meeting with B`
    (
        "visit-ended",
        (
            r"(?P<visit>o)(?:i[oa]|[fa]){0,5}(?P<s>[PD])(?:[ota]|ia){0,4}(?P<v>K)[ot]{0,2}[iw]?"
            r"[ot]{0,2}(?P<n><NOUN>)(?:[ot]|ia){0,3}w(?P<o><LIST>)"
        ),
    ),
    # `A came out of the meeting with B`
    (
        "came-out",
        r"(?P<s><LIST>)<TO>(?P<v>g)[ot]{0,2}f[oa]{0,2}(?P<n><NOUN>)[ot]{0,3}w(?P<o><LIST>)",
    ),
    # `A hosted a meeting with B`
    (
        "host-talks",
        r"(?P<s><LIST>)<TO>(?P<v>R)(?:[ot]|io?a){0,4}(?P<n><NOUN>)<ON>w(?P<o><LIST>)<NO_VERB>",
    ),
    # `in the words of A, he spoke with B`, `A: he spoke with B`
    ("by-his-words", r"^(?P<own>o)(?P<s>a*P)[oa]{0,2},?;[ot]{0,2}(?P<v>[SMC])<ON>w(?P<o><LIST>)"),
    # `behind the scenes of the meeting between A and B`
    ("story", r"^(?P<story>o)(?P<n>(?P<v>[NGd]))[ot]{0,3}b?(?P<s><NP>(?:,|,?&)?<NP>)"),
    # `the Kremlin confirmed the call between A and B`
    ("confirmed-call", r"(?P<confirm>F)(?P<n>(?P<v>N))[ot]{0,3}b(?P<s><NP>,?&<NP>)(?![^;]*[xc])"),
    # `in the hour that the meeting lasted, A thanked B`
    (
        "lasted-told",
        (
            r"^i[^PpXDqxcn;,w]{1,8},?oK(?P<n>(?P<v>[NGd]))(?:o{0,4}wr[Hotia]{1,8})?,"
            r"(?P<s><NP>)t?U[wf]?(?P<o><NP>)"
        ),
    ),
    # `A voiced, in a talk with B, his concern`
    (
        "acted-aside",
        (
            r"(?P<s><NP>)<TO>[FUo](?:[ot]|,(?=t)){0,6},(?P<v>i)[oat]{0,3}(?P<n><NOUN>)[otK]{0,3}"
            r"w(?P<o><LIST>),<NO_VERB>"
        ),
    ),
)

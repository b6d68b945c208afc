"""Besides: shapes of contacts that are told besides something else.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

BESIDES: Final = (
    # `met with the board, then with B`
    (
        "with-others",
        r"(?P<s><LIST>)<TO>(?P<v>[SMC])<ON>w[^PpDqxcn;w]{1,10}(?:,?&|,)[ot]{0,3}w(?P<o><LIST>)",
    ),
    # `called and thanked B`, `spoke with and thanked B`
    ("and-did", r"(?P<s><LIST>)<TO>(?P<v>[SMC])(?:(?<!S)|(?=w))w?&[ot]{0,2}[UFRS]w?(?P<o><NP>)"),
    # `A thanked B for his phone call`
    ("thanked", r"(?P<s><NP>)<TO>(?P<v>U)t?(?P<o><NP>)t?f[oa]{0,4}(?P<n>N|L)(?![oaiTz]{0,4}[wfb])"),
    # `A changed his mind in Davos while speaking with B`
    (
        "meanwhile",
        r"(?P<s><NP>)<TO><UNOWNED>{1,28}?;?(?P<v>j)(?P<meanwhile>)[otTV]{0,3}w(?P<o><LIST>)",
    ),
    # `A and B talked prices when they spoke by phone`
    (
        "many-when-they",
        r"(?P<s><MANY>)<TO><UNOWNED>{1,24}?;(?P<they>;)[ot]{0,2}(?P<v>[SM])(?P<rest>.*)",
    ),
    # `A told B that X when they held talks`
    (
        "when-they-hold",
        (
            r"<PAIR>[^PxXDpq]{0,14}?;(?P<they>;)[ot]{0,2}"
            r"(?P<v>H)<FEW>(?P<n><NOUN>)(?![oatiTz]{0,4},?[wfXb])"
        ),
    ),
    # `A and B agreed that X is wrong in a phone call, a spokesman said`
    (
        "many-agreed-that",
        (
            r"(?P<s><MANY>)<TO>[FU]w?;[^PpDqxcn;]{1,24}?(?P<v>i)[oatz]{0,4}(?P<n>V?[NV])"
            r"(?=[ot]{0,3}(?:,|$))"
        ),
    ),
    # `the meeting was attended by A, the mayor of X, and B`
    (
        "attended",
        (
            r"(?P<plain>[oat]{0,3})(?P<n>[GN])[otia]{0,6}(?P<v>K)(?P<attended>)i?"
            r"(?P<s>[^PpDqxcn;]{0,6}P[^Dpqxcn;]*P)"
        ),
    ),
    # `A's first talk with B, held in a side room`
    ("own-held", r"(?P<s>p)[ao]{0,4}(?P<n><NOUN>)[oati;]{0,4}w(?P<o><LIST>),(?P<v>H)(?=[oit])"),
    # `meeting in Moscow, A and B said`
    ("meeting-many", r"^(?P<v>G)[ot]{0,3}i[oa]{1,3}[ot]{0,3},(?P<s><MANY>)[ot]{0,3}[FSUmH]"),
    # `promised it during a phone call between A and B`
    (
        "inside-between",
        (
            r"[oFSUKm]<UNOWNED>{0,24}?(?P<v>i)[oatz]{0,4}(?P<n>V?[NG])[oti]{0,3}b(?P<s><NP>)"
            r"<WITH>(?P<o><LIST>)"
        ),
    ),
    # in Russian with an instrumental: `A by telegram congratulated B`
    ("by-letter-told", r"(?P<s><NP>)(?P<n>L)[ot]{0,2}(?P<v>U)w?(?P<o><NP>)"),
    # `met the man who leads Syria, B`
    ("met-him-who", r"(?P<s><NP>)<TO>(?P<v>[MC])w?[oaf]{0,4}r[oatfi]{1,8},(?P<o>P)"),
    # `A was the first to congratulate B, sending him a telegram`
    (
        "sending-him",
        (
            r"(?P<s><NP>)<TO><UNOWNED>{0,12}(?P<o><NP>)<UNOWNED>{0,8},(?P<v>o)(?P<sending>)"
            r"(?P<himself>o)[oa]{0,3}(?P<n>L)"
        ),
    ),
    # `A agreed by phone with B to X`
    (
        "by-phone-with",
        r"<START>(?P<s><LIST>)<TO>[FUS][^PpXDqxcn;w]{0,12}?(?P<v>T)[ot,]{0,3}w(?P<o><LIST>)",
    ),
    # `A gave a dinner in Rome in honour of B`
    (
        "given-in-honour",
        r"(?P<s><NP>)<TO>(?P<v>[FUHR])[oti]{0,3}(?P<n>G)[oatiXz,]{0,8}?(?P<given>w)(?P<o><LIST>)",
    ),
    # `A received in Rome the visit of B`
    ("got-visit", r"(?P<s><NP>)<TO>(?P<v>R)(?:[ot]|ia){0,4}?(?P<visit>o)[oa]{0,2}f(?P<o>[PD])"),
    # `three hours spent A and B in Rome`
    (
        "hours-spent-many",
        (
            r"(?:^|[;,])[ot]{0,3}?(?P<lasting>[o&]{1,6})(?P<v>h)[ot]{0,2}(?:i[oa]{1,2})?"
            r"(?P<s><MANY>)(?P<rest>.*)"
        ),
    ),
    # `spent with B more than an hour`
    (
        "spent-with-long",
        r"(?P<s><NP>)<TO>(?P<v>h)[ot]{0,3}w(?P<o><LIST>)[ot]{0,2}?(?P<lasting>[oa&]{1,5})",
    ),
    # `A spoke with B and, in a talk apart, with C`
    (
        "with-apart",
        (
            r"(?P<s><LIST>)<TO>[SMC][otTVzi]{0,6}w<NP>[oti]{0,4},?&,?(?P<v>i)[oat]{0,3}[NGd]"
            r"[otz]{0,2},?w(?P<o><LIST>)"
        ),
    ),
    # `A asked, in a call, of B to X`
    ("told-aside", r"(?P<s><NP>)<TO>(?P<v>U),i[oat]{0,3}(?P<n>V?[NGd]),[wf]?(?P<o><NP>)"),
    # `A led B to C, and all three stayed to talk`
    (
        "three-of-them",
        (
            r"^[^P]*(?P<s>P(?:[^PXDpqe]{1,25}P){2,4})[^PXDpq]{0,24}?(?P<then>)(?P<all>[eo])"
            r"[otz]{0,3}(?P<v>[SM])(?P<rest>.*)"
        ),
    ),
    # `announced a call between A and B`, `details of the call between A and B`
    (
        "told-of-call",
        (
            r"(?:^|;)[^PDpqxcn;]{0,10}?[FU]t{0,2}(?P<of>o)[oa]{0,2}(?P<v>(?P<n>[Nd]))[otT]{0,3}"
            r"b(?P<s><NP>)<WITH>(?P<o><LIST>)(?![^P]{0,8}x)"
        ),
    ),
    (
        "details-of-call",
        (
            r"(?P<details>o)(?P<v>(?P<n>[Nd]))[otT]{0,3}b(?P<s><NP>)<WITH>(?P<o><LIST>)"
            r"(?=t{0,2}(?:[,;&]|$))"
        ),
    ),
    # a headline without a verb: `A's meeting with B on X`, `first talk between A and B`
    ("of-headline", r"^(?P<v>(?P<n>[NGd]))f(?P<s><NP>)w(?P<o><LIST>)$"),
    ("of-headline-about", r"^(?P<v>(?P<n>[NGd]))f(?P<s><NP>)w(?P<o><LIST>)(?P<of>o[oa]{1,5})$"),
    ("between-headline", r"^(?P<v>(?P<n>[Nd]))o?b(?P<s><NP>)<WITH>(?P<o><LIST>)$"),
)

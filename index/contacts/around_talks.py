"""Around talks: shapes of what leaders did in, over or after talks that they had.

Their gaps hold any words but those that name somebody, plan or quote. How they are written:
`shapes.py`.
"""

from __future__ import annotations

from typing import Final

AROUND_TALKS: Final = (
    # `A agreed to lend X after meeting B in Moscow`
    (
        "acted-after-meeting",
        r"(?P<s><NP>)<TO>(?:<VERB>|c)<DONE>{0,28}?(?P<then>)(?P<v>k)(?P<o>a*P)",
    ),
    (
        "acted-after-talks",
        (
            r"(?P<s><LIST>)<TO>(?:<VERB>|c)<DONE>{0,28}?;(?P<then>)(?P<after>[oatf]{0,5}?)"
            r"(?P<v>[NGd])[otTVia]{0,4}w(?P<o><LIST>)(?=[ti,;&B]|$)"
        ),
    ),
    # `A was received with honours before two hours of talks with B`
    (
        "acted-before-hours",
        (
            r"(?P<s><NP>)<TO><VERB><GAP>{0,24}?(?P<then>)[Bf](?P<lasting>[oat]{1,6})f"
            r"(?P<v>[GNd])[otTVia]{0,4}w(?P<o><LIST>)"
        ),
    ),
    # `A backed B after talks with him`
    (
        "acted-after-talks-with-him",
        (
            r"(?P<s><NP>)<TO><VERB>[wfi]?(?P<o><NP>)[^PpXDxqbn;]{0,12},?;"
            r"(?P<after>[oatf]{0,4}?)(?P<v>[NGd])[otTVi]{0,4}w(?P<himself>o)"
        ),
    ),
    # `A spoke with B after talks with C`
    (
        "acted-with-after-talks",
        (
            r"(?P<s><LIST>)<TO>[SMCU][otTVia]{0,8}w<NP>[oti]{0,4},?;(?P<then>)"
            r"(?P<after>[oatfz]{0,5}?)(?P<v>[NGd])[otTVia]{0,6}w(?P<o><LIST>)(?=[ti,;&B]|$)"
        ),
    ),
    # `A and B signed X after hours of talks`, `A and B, after talks in Sochi, signed X`
    (
        "many-acted-after-talks",
        (
            r"(?P<s><MANY>)<TO>(?:<VERB>|c)<DONE>{0,28}?;(?P<then>)"
            r"(?P<after>(?P<plain>[oatzf&]{0,7}?))(?P<v>[NGd])<ALONE>(?P<rest>.*)"
        ),
    ),
    (
        "many-after-talks-acted",
        r"(?P<s><MANY>),?;(?P<after>[oatz]{0,4}?)(?P<v>[NGd])<ALONE>(?P<rest>.*)",
    ),
    # `A and B put their names to X at their summit`
    (
        "many-acted-in-talks",
        (
            r"(?P<s><MANY>)<TO>(?:<VERB>|c)<JOINT>{0,24}?(?P<then>)"
            r"(?P<v>i|w(?=[oatz]{0,4}[NV]))"
            r"(?P<plain>[oatzf]{0,5}?)(?P<n><NOUN>)<ALONE>(?P<rest>.*)"
        ),
    ),
    (
        "many-acted-by-phone",
        (
            r"(?P<s><MANY>)<TO><VERB><JOINT>{0,16}?(?P<v>T)(?=[,;ti&fowx]|$)"
            r"(?![oatiz]{0,4}X|[oatiz]{1,4}w)(?P<rest>.*)"
        ),
    ),
    # `A and B exchanged congratulatory messages on X`
    (
        "many-exchanged",
        r"(?P<s><MANY>)<TO>(?P<v>m)(?P<exchanged>)[oatz]{0,5}?(?P<n>L)(?!t?w[oaf]{0,3}[XDPp])",
    ),
    # `A and B spent five hours together`
    ("many-spent-together", r"(?P<s><MANY>)<TO>(?P<v>h)(?P<together>[oatfi]{1,9})"),
    # `A and B spent Saturday at the ranch`
    ("many-spent-there", r"(?P<s><MANY>)<TO>(?P<v>h)w?(?P<there>[oatfi]{1,9})"),
    # `A told B that X when the two talked by phone`
    ("two-then", r"<PAIR>[^PDpqe]{0,24}(?P<then>[;B])e[otz]{0,3}(?P<v>[SM])"),
    # `a letter of A setting out X was handed to B`
    (
        "letter-delivered",
        r"(?P<n>L)[oat]{0,4}f(?P<s><NP>)<GAP>{0,16}?(?P<v>E)[oat]{0,4}w?(?P<o><LIST>)",
    ),
    # `said that he had sent B a message`, `spoke with A and sent a letter to B`
    ("goes-on-sent", r"(?:;|,?&)[ot]{0,3}(?P<v>m)w?(?P<o><NP>)[oat]{0,4}?(?P<n>L)"),
    ("goes-on-sent-to", r"(?:;|,?&)[ot]{0,3}(?P<v>m)[oat]{0,5}?(?P<n>L)[oatf]{0,4}?w?(?P<o><NP>)"),
    # `A urged B to X in their first call`, `A told B that X at their meeting`
    (
        "acted-in-their-talks",
        (
            r"(?P<s><NP>)<TO>(?:<VERB>|c)<AGREED>{0,24}?(?P<o><NP>)[^PpDqn]{0,24}?(?P<then>)"
            r"(?P<v>i)(?P<theirs>[oatz]{1,5})(?P<n><NOUN>)<ALONE>"
        ),
    ),
    # `in two hours of talks, A assured B`
    (
        "in-talks-told",
        (
            r"[i;](?P<plain>[oatf]{0,6}?)(?P<lasting>[ot]f)(?P<n>[GNd])<ALONE><GAP>{0,12},"
            r"(?P<s><NP>)[ot]{0,3}(?P<v>U)[wfi]?(?P<o><NP>)"
        ),
    ),
    # `after all-night talks in Minsk, A and B emerged with X`
    (
        "in-talks-many-acted",
        (
            r"(?:^|,)[i;](?P<plain>[oatf]{0,6}?)(?P<n><NOUN>)<ALONE>[^PpXDqxnwb;]{0,12},"
            r"(?P<s><MANY>)<TO>(?P<v><VERB>)(?P<rest>.*)"
        ),
    ),
    # `sitting across from each other, A and B traded warnings`, `over tea A and B`
    (
        "face-many-acted",
        r"^;?(?P<facing>[oatfi&]{1,24}),?(?P<s><MANY>)<TO>(?P<v><VERB>)(?P<rest>.*)",
    ),
    # `said after a call between A and B`
    (
        "after-talks-between",
        (
            r"(?:^|,)[^xqnyB;,]{1,40}[oF];(?P<then>)(?P<after>[oat]{0,4}?)(?P<v>[NGd])[otTVi]{0,4}"
            r"b(?P<s><NP>)<WITH>(?P<o><LIST>)"
        ),
    ),
    # `A raised X with B during the talks`
    (
        "acted-with-in-talks",
        (
            r"(?P<s><NP>)<TO>(?:<VERB>|c)<AGREED>{0,24}?(?P<towards>w)(?P<o><NP>)"
            r"[^PpXDqn]{0,16}?(?P<then>)(?P<v>[it])(?P<plain>[at]?o?)(?P<n><NOUN>)<ALONE>"
        ),
    ),
    # `A briefed B on X at a meeting that ran late`
    (
        "told-in-talks",
        (
            r"(?P<s><NP>)<TO>U[wfi]?(?P<o><NP>)[^PpXDqnc]{0,16}?(?P<then>)(?P<v>i)(?P<plain>a?)"
            r"(?P<n>G)<ALONE>"
        ),
    ),
    # `A kept calm when B raised X during their meeting`
    (
        "two-in-their-talks",
        (
            r"^[^PXDxqnp]*(?P<s><NP>)[^PXDxqnp]{1,30}(?P<o><NP>)[^PXDxqnp]{0,24}?(?P<then>)"
            r"(?P<v>i)(?P<theirs>[oatz]{1,5})(?P<n><NOUN>)<ALONE>"
        ),
    ),
    # `A and B in a call discussed X`
    (
        "many-in-talks-acted",
        r"(?P<s><MANY>),?(?P<v>i)(?P<plain>[oatz]{0,3}?)(?P<n><NOUN>)<ALONE><GAP>{0,8},?<VERB>",
    ),
    # `A and B settled X face to face`, `A and B, meeting in Rome, signed X`
    ("many-acted-face", r"(?P<s><MANY>)<TO>(?P<v><VERB>)(?P<facing>[oati]{1,7})(?P<rest>.*)"),
    ("many-meeting", r"(?P<s><MANY>),(?P<v>G)[oatTV]{0,3}i[oatwX]{1,9},"),
    # `brought A and B together`
    ("brought-together", r"(?P<s><NP>)<TO>(?P<v>o)(?P<o><NP>,?&<NP>)o?(?P<together>o)"),
    # `a call between A and B produced no change`, `A's talks with B angered C`
    (
        "talks-between-yielded",
        (
            r"(?P<n><NOUN>)[oatTVzif]{0,4}b(?P<s><NP>)<WITH>(?P<o><LIST>)"
            r",?[otia]{0,6}?(?P<v>o)(?P<yielding>)"
        ),
    ),
    (
        "own-talks-yielded",
        (
            r"(?P<s>p)(?P<among>)[ao]{0,4}(?P<n><NOUN>)[otia]{0,5}w(?P<o><LIST>),?[otia]{0,6}?"
            r"(?P<v>o)(?P<yielding>)"
        ),
    ),
)

"""Wide: shapes whose gaps hold any words but those that name somebody, plan or quote.

They are tried last. How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

_STAYED: Final = "[FSMHRQUKomCW]"  # any verb but one of going

WIDE: Final = (
    # `A discussed the supply of X to Y with his counterpart B`
    ("discussed-with", r"(?P<s><LIST>)<TO>(?P<v>S)(?P<weak>)<GAP>{1,24}?w(?P<o><LIST>)<NO_VERB>"),
    # `A expressed regret to B for X in a phone call`, `A and B pressed C to X in a call`
    (
        "acted-in-call",
        (
            r"<START>(?P<s><LIST>)<TO>[oFUS]<GAP>{0,16}?(?P<o><NP>)[^PpDqbn]{0,24}?"
            r"(?P<v>i|w(?=[oatz]{0,4}[NV]))[oatz]{0,4}(?P<n>V?[NV]|L)<ALONE>"
        ),
    ),
    (
        "acted-by-phone",
        r"<START>(?P<s><LIST>)<TO>[oFUS]<GAP>{0,16}?w(?P<o><NP>)<GAP>{0,16}?(?P<v>T)(?=[,;ti&]|$)",
    ),
    # `A tried to calm B in a phone call`
    (
        "tried-in-call",
        (
            r"<START>(?P<s><LIST>)<TO>c<GAP>{0,8}?(?P<o><NP>)[^PpXDqbnx]{0,16}?(?P<then>)"
            r"(?P<v>i)[oatz]{0,4}(?P<n>V?[NV])<ALONE>"
        ),
    ),
    # `A tried in a phone call to calm B`
    (
        "tried-inside",
        r"(?P<s><NP>)<TO>c(?P<then>)(?P<v>i)[oatz]{0,4}(?P<n>V?[NGd])[otz]{0,4}w(?P<o><NP>)",
    ),
    # `A agreed by phone with B on X`
    (
        "acted-by-phone-with",
        r"<START>(?P<s><LIST>)<TO>[FU]<GAP>{0,8}?(?P<v>T)[ot]{0,3}w(?P<o><LIST>)",
    ),
    # `A expressed regret over X in a letter to B`
    (
        "acted-in-call-with",
        (
            rf"(?P<s><NP>)<TO>{_STAYED}<GAP>{{0,24}}?(?P<v>i)[oatTVz]{{0,6}}?"
            r"(?P<n>L|<NOUN>)[otTVziafy,NGdm]{0,14}?w(?:oia{1,2})?(?P<o><LIST>)"
        ),
    ),
    # `A began the day with a call to B`, `A and B ended it with a dinner`
    (
        "acted-with-call-to",
        (
            rf"(?P<s><NP>)<TO>{_STAYED}<GAP>{{0,24}}?(?P<towards>(?P<v>w))[oatz]{{0,4}}(?P<n>[NLG])"
            r"[otia]{0,6}w(?P<o><LIST>)"
        ),
    ),
    (
        "many-acted-with-meal",
        (
            rf"(?P<s><MANY>)<TO>{_STAYED}[^PDXqxcnzrw;]{{0,24}}(?P<towards>(?P<v>w))[oatz]{{0,4}}"
            r"(?P<meal>(?P<n>G))<ALONE>"
        ),
    ),
    # `in a congratulatory message to B on his election as president, A said`
    (
        "inside-with-said",
        (
            r"[i;][oatTVzG]{0,6}?(?P<n>L|<NOUN>)[otTVziafy,NGdm]{0,14}?w(?:oia{1,2})?(?P<o><LIST>)"
            r"[^PpXDqxbn]{0,24}?,(?P<s><NP>)[ot]{0,3}(?P<v>[FSUmo])"
        ),
    ),
    # `over a working lunch in Paris, A pressed B`, `A pressed B to X over lunch`
    (
        "over-lunch",
        r"(?P<over>i)[oa]{0,4}(?P<n>G)<GAP>{0,10},?(?P<s><NP>)[ot]{0,3}(?P<v>[UF])[wf]?(?P<o><NP>)",
    ),
    (
        "acted-over-lunch",
        (
            r"(?P<s><NP>)<TO>(?P<v>[UF])[wfi]?(?P<o><NP>)[^PpXDqn]{0,24}?"
            r"(?P<over>i)[oa]{0,4}(?P<n>G)<ALONE>"
        ),
    ),
    # `in a letter dated 9 October, A warned B`
    (
        "inside-letter-dated",
        r"[i;][oat]{0,6}?(?P<n>L)[^PpXDqxbnw;]{0,8},(?P<s><NP>)[ot]{0,3}(?P<v>U)[wfi]?(?P<o><NP>)",
    ),
    # `standing beside B in Odesa after their talks, A said`
    (
        "gerund-met-after",
        r"(?:^|[i;,])(?P<v>k)(?P<o>a*P)[^PpXDqxbn]{0,16},(?P<s><NP>)[ot]{0,3}[FSUmgoRMHQ]",
    ),
    # `A told visiting President B`, `A showed his guest B the garden`, `showed A his guest B`
    (
        "told-visitor",
        r"(?P<s><NP>)<TO>(?P<v>[UmoHR])(?P<guided>)[ot]{0,3}w?(?P<visitor>a)(?P<o>a{0,5}P)",
    ),
    (
        "told-visitor-first",
        (
            r"(?P<v>[UmoHR])(?P<guided>)t{0,2}(?P<s>a*P)[ot]{0,3}w?(?P<visitor>a)"
            r"(?P<o>a{0,5}P)"
        ),
    ),
)

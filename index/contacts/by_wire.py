"""By wire: shapes of who had whom on the line, and of letters by who wrote, got or answered them.

How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

_IN_CALL: Final = r"i[oat]{0,4}"

BY_WIRE: Final = (
    # `A took a congratulatory call on Friday from B`
    (
        "took-call",
        r"(?P<s><LIST>)<TO>(?P<v>H)[oatTV]{0,5}?(?P<n>N)[ot]{0,3}(?P<from>f)(?P<o><LIST>)",
    ),
    # `A gave B a call`, `A had B on the line`, `A woke B with a call`
    ("gave-call", r"(?P<s><LIST>)<TO>(?P<v>[oH])(?P<doing>)(?P<o><NP>)a?(?P<n>N)"),
    (
        "reached",
        (
            r"(?P<s><LIST>)<TO>(?P<v>[oHCSE])w?(?P<o><NP>)[ot]{0,2}(?P<n>T)"
            r"(?![oatiz]{0,3}(?:w[oaf]{0,3})?X)"
        ),
    ),
    ("with-call", r"(?P<s><LIST>)<TO>(?P<v>[oHU])(?P<o><NP>)(?P<towards>w)a?(?P<n>N)<ALONE>"),
    # `A used a call on Monday to urge B`
    (
        "call-to-tell",
        (
            r"(?P<s><LIST>)<TO>(?P<v>H)(?P<using>)[oat]{0,4}(?P<n>V?N)[otia]{0,5}"
            r"(?P<purpose>w)[ot]?[oU]w?(?P<o><NP>)"
        ),
    ),
    # `A, in a letter that was published, told B`
    (
        "told-in-letter-aside",
        r"(?P<s><NP>),i[oat]{0,4}(?P<n>L|V?[Nd])[^PpXDqxni,]{0,12},(?P<v>U)w?(?P<o><NP>)",
    ),
    # `A joined B on a call`
    (
        "joined-call",
        r"(?P<s><LIST>)<TO>(?P<v>H)(?P<joined>)(?P<o><LIST>)[oa]{1,3}(?P<n>V?N)<ALONE>",
    ),
    # `A sought B's help in a call`
    (
        "acted-on-his",
        r"(?P<s><LIST>)<TO>[oFUS]a{0,6}(?P<o>p)[oa]{0,4}(?P<v>i)[oat]{0,4}(?P<n>V?N)<ALONE>",
    ),
    # `A heard from B by phone that X`
    (
        "heard-from",
        (
            r"(?P<s><LIST>)<TO>(?P<v>[oFU])(?P<from>f)(?P<o>a*[PD])[ot]{0,2}"
            rf"(?P<n>T|{_IN_CALL}N)<ALONE>"
        ),
    ),
    # `A agreed on the telephone with B to X`, `by phone, A and B agreed`
    (
        "acted-on-phone-with",
        r"(?P<s><LIST>)<TO>[FUH]<GAP>{0,10}?(?P<v>T)[ot]{0,2}(?P<towards>w)(?P<o><LIST>)",
    ),
    ("phone-first-many", r"(?:^|[,;])(?P<v>T),(?P<s><MANY>)[ot]{0,3}[FSUmH]"),
    # `a call from A woke B`
    ("call-prompted", r"(?P<n>N)[oat]{0,3}(?P<from>f)(?P<s><NP>)[ot]{0,2}(?P<v>o)(?P<o><NP>)"),
    # `A, speaking by phone with B, said`
    (
        "aside-gerund",
        r"(?P<s><NP>),[ot]{0,2}(?P<v>j)[otTia]{0,5}w(?P<o>a*P)[otTViaf]{0,12},[ot]{0,3}[FSUmg]",
    ),
    # `A described his call with B as good`, `A called his talks with B useful`
    (
        "appraised-own",
        (
            r"(?P<s><LIST>)<TO>(?P<v>F)(?P<appraised>)(?P<his>a)o{0,2}(?P<n><NOUN>)[ot]{0,2}w"
            r"(?P<o><LIST>)"
        ),
    ),
    ("called-own", r"(?P<s><LIST>)<TO>C(?P<his>a)o{0,2}(?P<v>[NGd])[ot]{0,2}w(?P<o><LIST>)"),
    (
        "said-own-was",
        (
            r"(?P<s><LIST>)<TO>F;?(?P<his>a)o{0,2}(?P<v>[NGd])[ot]{0,2}w(?P<o><NP>)"
            r"(?P<been>[otia]{0,6}o)"
        ),
    ),
    # `A's three-hour meeting with B was cordial`
    (
        "own-was",
        (
            r"(?P<s>p)(?P<among>)[ao]{0,4}(?P<n><NOUN>)[otia]{0,5}(?P<v>w)(?P<o><LIST>)"
            r"(?P<been>[otia]{0,5}o)(?![^;]*[xcynY])"
        ),
    ),
    # `A answered a letter from B`, `A was handed a letter from B`
    (
        "answered",
        (
            r"(?P<s><LIST>)<TO>(?P<v>[oE])(?P<answered>)[oat]{0,4}(?P<n>[NL])[ot]{0,3}(?P<from>f)"
            r"(?P<o><LIST>)"
        ),
    ),
    # `condolences were sent by A to B`
    ("sent-by", r"(?P<n>L)[oatf]{0,5}(?P<v>E)[ot]{0,2}i(?P<s><NP>)[ot]{0,3}w(?P<o><LIST>)"),
    # `a letter from A to B was delivered`, `A's letter to B was published`
    ("letter-from-was", r"(?P<n>L)[oat]{0,4}f(?P<s><NP>)[ot]{0,2}w(?P<o><NP>)[otia]{0,8}(?P<v>E)"),
    ("own-letter-was", r"(?P<s>p)[ao]{0,4}(?P<n>L)[ot]{0,3}w(?P<o><LIST>)[otia]{0,8}(?P<v>E)"),
    # `A received congratulations on his election from B`
    (
        "received-letter",
        (
            r"(?P<s><LIST>)<TO>(?P<v>R)[oat]{0,2}(?P<n>L)[oatif]{0,10}?(?P<from>f)"
            r"(?P<o>a{0,5}(?:,a,)?<NP>)"
        ),
    ),
    # `A was at breakfast when B telephoned`
    (
        "when-phoned",
        (
            r"^[^PXDpxqn;]{0,12}(?P<o><NP>)[^PXDpqxn;]{1,24}(?P<while>;)(?P<s><NP>)(?P<v>C)"
            r"(?P<phoning>)(?=o?t|[,;]|$)"
        ),
    ),
    # `writing to B, A said`
    (
        "writing",
        (
            r"(?:^|[,;])[ot]{0,2}(?P<v>W)(?P<writing>)(?P<o>a*P)[otiaf]{0,8},"
            r"(?P<s><NP>)[ot]{0,3}[FSUmgo]"
        ),
    ),
)

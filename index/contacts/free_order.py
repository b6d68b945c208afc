"""Free order: shapes of sentences in which cases say who told, called or wrote to whom.

As in Russian. How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

FREE_ORDER: Final = (
    # `A with B talked`: in the plural, so both did
    (
        "beside",
        r"(?P<s><NP>)w(?P<governed>)(?P<o>a*P)<TO>(?P<v>[SM])(?P<several>)(?![otTVia]{0,6},?[wX])",
    ),
    (
        "beside-hold",
        (
            r"(?P<s><NP>)w(?P<governed>)(?P<o>a*P)<TO>"
            r"(?P<v>H)(?P<several>)<FEW>(?P<n><NOUN>)(?![ot]*w)"
        ),
    ),
    # `after hours of talks in Sochi A and B signed X`
    (
        "after-talks-many",
        (
            r"(?:^|[,;]);?(?P<after>[oatf]{0,4}?)(?P<n>[NGd])(?:[ot]|i[oa]{1,3}){0,4}(?P<s><MANY>)"
            r"[ot]{0,3}(?P<v>[FSUmHgo])"
        ),
    ),
    # `A turned to B with a letter`, `with a letter to B`, `a letter with which to B turned A`
    (
        "addressed",
        r"(?P<s><NP>)<TO>(?P<v>m)(?P<addressed>)[ot]{1,3}(?P<o><LIST>)[ot]{0,2}w[oa]{0,3}(?P<n>L)",
    ),
    (
        "addressed-first",
        r"(?P<s><NP>)<TO>(?P<v>m)(?P<addressed>)[ot]{0,2}w[oa]{0,3}(?P<n>L)[oat]{1,4}(?P<o><LIST>)",
    ),
    (
        "letter-addressed",
        (
            r"(?P<n>L)[oat]{0,3},w?r[ot]{0,3}(?P<o><NP>)[ot]{0,2}(?P<v>m)(?P<addressed>)[ot]{0,2}"
            r"(?P<s><NP>)"
        ),
    ),
    # `to B came a letter of A`, `in the name of B came a message from A`
    (
        "letter-came",
        r"w?(?P<o><NP>)[otia]{0,4}(?P<v>o)(?P<came>)[oatf]{0,4}?(?P<n>L)[oatL]{0,4}f?(?P<s>[af]*P)",
    ),
    # `a letter of A got B`, `A got a message of B`
    ("letter-gotten", r"(?P<n>L)(?P<governed>)(?P<o>a*P)[ot]{0,3}(?P<v>o)(?P<gotten>)(?P<s><NP>)"),
    (
        "got-letter-by-case",
        r"(?P<s><NP>)<TO>(?P<v>o)(?P<gotten>)[oatz,]{0,5}?(?P<n>L)(?P<governed>)(?P<o>a*P)",
    ),
    # `agreed with B, with whom he spoke by phone`
    (
        "with-him-whom",
        (
            r"(?P<s><NP>)<TO>[FUSMH]<UNOWNED>{0,16}w(?P<o><NP>),(?P<then>)wr[ot]{0,2}"
            r"(?P<v>[SM])(?!t{0,2}a*P)"
        ),
    ),
    # `X, said A at a meeting with B`
    (
        "said-first-inside",
        (
            r"(?P<v>[FU])[ot]{0,2}(?P<s>a*P)[ot]{0,3}[i;](?P<plain>[oatTV]{0,4}?)"
            r"(?P<n><NOUN>)<ON>w(?P<o><LIST>)"
        ),
    ),
    # `said A to B in a call`
    (
        "said-first-to",
        (
            r"(?P<v>[FUW])[ot]{0,2}(?P<s>[af]*P)w?(?P<governed>)(?P<o>a*P)[ot]{0,3}i[oatTV]{0,4}?"
            r"(?P<n>L|<NOUN>)(?![oatiTz]{0,4}[wX])"
        ),
    ),
    # `A at the talks urged B`, `A in a call said to B`
    (
        "inside-tells",
        (
            r"(?P<s><NP>)i(?P<plain>[oa]?)(?P<n><NOUN>)(?:t|i[oa]{1,2}){0,2}(?P<v>U)w?"
            r"(?P<governed>)(?P<o><NP>)"
        ),
    ),
    ("letter-tells", r"(?P<s><NP>)i[oa]{0,3}?(?P<n>L)t{0,2}(?P<v>[UF])w?(?P<governed>)(?P<o><NP>)"),
    (
        "inside-says-to",
        r"(?P<s><NP>)i[oa]{0,3}?(?P<n>V?N)[ot]{0,3}(?P<v>F)(?P<governed>)(?P<o><NP>)",
    ),
    # `interrupted his holiday, called B and offered help`
    (
        "and-goes-on-call-by-case",
        r"[,&]{1,2}[ot]{0,4}(?P<v>C)(?:[ot]|i[oa]{1,3}){0,3}(?P<governed>)(?P<o><LIST>)",
    ),
    # `and behind closed doors held with B talks on X`
    (
        "and-goes-on-hold-with",
        r"[,&]{1,2}[ot]{0,4}(?P<v>H)[ot]{0,3}w(?P<o><LIST>)[ot]{0,4}(?P<n><NOUN>)",
    ),
    # `called the talks with B productive`, `announced a phone call of A with B`
    (
        "appraised-with",
        (
            r"(?P<s><NP>)<TO>(?P<v>F)(?P<appraised>)[oat]{0,3}?(?P<n><NOUN>)<ON>w(?P<o><NP>)"
            r"(?P<quality>[oa]{1,4})"
        ),
    ),
    (
        "pleased",
        r"(?P<s><NP>)<TO>(?P<v>F)(?P<pleased>)[oat]{0,3}?(?P<n><NOUN>)[ot]{0,2}w(?P<o><NP>)",
    ),
    # `thanked B for his call`
    (
        "thanked-by-case",
        (
            r"(?P<s><NP>)<TO>(?P<v>U)t?(?P<o><NP>)t?(?P<thanks>o)[oa]{0,4}(?P<n>N|L)"
            r"(?=t{0,2}(?:[,;&i]|$))"
        ),
    ),
    # `A told B of X; the telephone talk took place on Monday`
    (
        "two-call-occurred",
        (
            r"^[^P]*(?P<s><NP>)<TO>[UFS]w?(?P<o><NP>)[^PxXDpqbn;]{0,16}?[,;]{1,2}[ot]{0,2}"
            r"(?P<n>[Nd])[ot]{0,2}(?P<v>K)(?![ot]{0,4}w)"
        ),
    ),
    # `A got from B a letter`
    (
        "got-from-letter",
        r"(?P<s><NP>)<TO>(?P<v>o)(?P<gotten>)[ot]{0,2}f(?P<o>a*[PD])[oat]{0,4}?(?P<n>[NL])",
    ),
    # `whom A received`, who is named first
    (
        "object-subject",
        (
            r"(?P<o><NP>)t?(?P<s>a*P)[ot]{0,3}(?P<v>[CR])(?P<dative>)"
            r"(?![otia]{0,4}(?:w?a*P|X)|o{1,3}[,;&]?$)"
        ),
    ),
    # `A by phone settled with B X`
    (
        "by-phone-settled-with",
        r"(?P<s><NP>)<TO>(?P<n>T)[ot]{0,2}(?P<v>[FUS])[oat]{0,4}(?P<towards>w)(?P<o><LIST>)",
    ),
    # `the meeting of A with B closed a walk`
    (
        "noun-closed",
        (
            r"(?:^|[,;])[ot]{0,2}(?P<n>[NGd])(?P<whose>)(?P<s>a*P)[ot]{0,2}w(?P<o>a*P)[ot]{0,3}"
            r"(?P<v>H)[oat]{1,3}(?=[otwfi,;]|$)"
        ),
    ),
)

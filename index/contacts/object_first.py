"""Object first: shapes that begin with whom, with how long, with a letter, a dish or the telephone.

As Hebrew often does. How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

OBJECT_FIRST: Final = (
    # `A told B by telephone` with B first
    (
        "object-first-told",
        (
            r"<EDGE>[wf](?P<o>a*P),?(?P<v>[UF])t{0,2}(?P<s>a*P)[ot]{0,4}"
            r"(?P<n>i[oatz]{0,4}V?[NGd]|T)<ALONE_OR_TITLED>"
        ),
    ),
    # `after talks with B in Rome left A`
    (
        "after-talks-first",
        (
            r"(?:^|[,&]);(?P<after>[oatf]{0,5}?)(?P<n><NOUN>)[ot]{0,3}w(?P<o>a*P)"
            r"(?:[ot]|i[oa]{1,3}){0,3},?(?P<v>[FUgKmRHSMC])t{0,2}(?P<s>a*P)"
        ),
    ),
    # `A's letter to B was published`
    ("letter-was", r"(?P<n>L)[oat]{0,2}f(?P<s>a*P)[ot]{0,2}w(?P<o><NP>)[^PpXDqxn]{0,24}?(?P<v>E)"),
    # `a letter was sent from A to B`, `a letter of thanks was sent to B by A`
    (
        "letter-from-to",
        r"(?P<n>L)[oatf]{0,5}?(?P<v>E)[ot]{0,3}f(?P<s>a*P)[ot]{0,2}[wf]?(?P<o><LIST>)",
    ),
    # `summed up A the talks with B`, `A called the talks with B good`
    (
        "appraised-first",
        r"(?P<v>F)(?P<appraised>)t{0,2}(?P<s>a*P)w?(?P<n><NOUN>)[otTVi]{0,4}w(?P<o><LIST>)",
    ),
    (
        "appraised-object",
        r"(?P<s><LIST>)<TO>(?P<v>F)(?P<appraised>)w?(?P<n><NOUN>)[otTVi]{0,4}w(?P<o><LIST>)",
    ),
    # `out of the meeting with B came A`
    (
        "came-out-first",
        r"<EDGE>f[oa]{0,2}(?P<n><NOUN>)[ot]{0,3}w(?P<o>a*P)(?P<v>g)t{0,2}(?P<s>a*P)",
    ),
    # `A and B came out of their meeting`
    ("many-came-out", r"(?P<s><MANY>)<TO>(?P<v>g)(?P<theirs>[ot]{0,2}f[oat]{0,3})(?P<n><NOUN>)"),
    # `over a dish, agreed A and B`
    (
        "face-many-first",
        (
            r"^(?P<facing>[oatfi]{2,10}),?(?:[^PpXDqxn;]{1,16},)?(?P<v>[FUSMHo])[ot]{0,2}?"
            r"(?P<s><MANY>)"
        ),
    ),
    # `wrote A to B`
    (
        "wrote-first",
        r"(?P<v>m)(?P<wrote>)t{0,2}(?P<s>a*P)t{0,2}w(?P<o><LIST>)(?=[ot]{0,3}(?:[;,&]|$))",
    ),
    # `the letter that A sent to B`
    ("letter-that", r"(?P<n>L)[oat]{0,3};(?P<s>a*P)t{0,2}(?P<v>m)t{0,2}w(?P<o><LIST>)"),
    # `by phone told A B`
    ("phone-told-first", r"<EDGE>(?P<n>T),?(?P<v>[FU])t{0,2}(?P<s>a*P)t{0,2}[wfi](?P<o>a*P)"),
    # `so said A in a letter to B`
    (
        "said-first-in-letter",
        r"(?P<v>[FUm])t{0,2}(?P<s>a*P)t{0,2}i[oat]{0,3}(?P<n>L|<NOUN>)[otTVzia]{0,6}w(?P<o><LIST>)",
    ),
    # `settled A and B at a meeting`
    (
        "many-first-in-talks",
        r"[FUSmHRg]t{0,2}(?P<s><MANY>)(?P<v>i)(?P<plain>[oat]{0,3}?)(?P<n><NOUN>)<ALONE_OR_TITLED>",
    ),
    # `with B held A a meeting`
    (
        "with-first-hold",
        r"<EDGE>w(?P<o>a*P)(?P<v>H)[ot]{0,3}(?P<s>a*P)[ot]{0,3}(?P<n><NOUN>)(?![otia]{0,6}w)",
    ),
    # `was A on the line with B`
    ("was-on-phone", r"(?P<was>o)t?(?P<s>a*P)[ot]{0,2}(?P<v>T)w(?P<o><LIST>)"),
    # `for days stayed A with B`
    ("spent-first", r"(?P<v>h)t{0,2}(?P<s>a*P)[oatf]{0,5}?w(?P<o><LIST>)"),
    # `brought B and C together`: Hebrew between
    ("convened-between", r"(?P<s><NP>)<TO>(?P<v>R)b(?P<o><NP><WITH><NP>)"),
)

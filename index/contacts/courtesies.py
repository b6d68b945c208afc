"""Courtesies: shapes of what leaders did for and with each other where they stood face to face.

Who gave a dinner, showed a guest around or told him something in the Oval Office was with him. How
they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

# A place where leaders receive, by a name or a word of its own, or that they were face to face.
_THERE: Final = r"(?P<there>(?P<v>[^PpDqxnbcr;])[^PpDqxnbcr;]{0,13})"
_TOWN: Final = r"[ot]{0,3}(?P<town>i[oa]{1,4})"
_SAID: Final = r"(?=[tiw,])[otTViafw]{0,12},"
_TERMS: Final = r"[^PXDqxcnL;]{1,12}?"  # what was signed, and no letter to a newspaper

COURTESIES: Final = (
    # `A took B for a drive`, `A had B over for dinner`
    ("did-for", r"(?P<s><LIST>)<TO>(?P<v>[ogHRU])(?P<doing>)w?(?P<o><NP>)t?(?P<courtesy>[oG])"),
    # `A came to Rome, and B gave him lunch`
    (
        "did-for-him",
        (
            r"^[^PXDpqx]*(?P<o><NP>)[^PXDpqx]{1,30}(?:;|,?&|,)[ot]{0,3}(?P<s><NP>)[ot]{0,2}"
            r"(?P<v>[ogH])(?P<doing>)(?P<himself>o)t?a?(?P<courtesy>[oG])"
        ),
    ),
    # `A gave a state banquet for B`
    (
        "gave-meal",
        (
            r"(?P<s><LIST>)<TO>(?P<v>[oHR])(?P<doing>)[oat]{0,5}(?P<n>(?P<courtesy>G))"
            r"(?:[ot]|i[oa]{1,4}){0,3}f"
            r"(?P<o><LIST>)"
        ),
    ),
    # `A got a warm welcome from B`
    (
        "got-welcome",
        (
            r"(?P<s><LIST>)<TO>(?P<v>[oHR])(?P<doing>)[oa]{1,4}(?P<courtesy>o)[ot]{0,2}(?P<from>f)"
            r"(?P<o>a*[PD])"
        ),
    ),
    # `A saw B on Friday`, `A saw B in Rome`
    ("saw", r"(?P<s><LIST>)<TO>(?P<v>o)(?P<saw>)(?P<o><LIST>)(?=o?t|[ot]?(?:[.,]|$))"),
    ("saw-there", rf"(?P<s><LIST>)<TO>(?P<v>o)(?P<saw>)(?P<o><LIST>){_TOWN}"),
    # `A shook B's hand`
    ("shook", r"(?P<s><LIST>)<TO>(?P<v>o)(?P<shaking>)a{0,6}(?P<o>p)a?(?P<hands>o)"),
    # `A told B in the Kremlin that X`, `A raised X with B in the Oval Office`
    ("told-there", rf"(?P<s><LIST>)<TO>(?:Ut{{0,2}}[wf]?|Fw|m[ot]{{0,2}}w)(?P<o><NP>){_THERE}"),
    (
        "acted-with-there",
        rf"(?P<s><LIST>)<TO>[oFUSH]<GAP>{{0,12}}?(?P<towards>w)(?P<o><LIST>){_THERE}",
    ),
    ("joined-there", rf"(?P<s><LIST>)<TO>H(?P<o><LIST>){_THERE}"),
    ("abreast-many", r"^(?P<abreast>[oatfi]{1,8}),(?P<s><MANY>)<TO>(?P<v>[oFSUMHg])(?P<rest>.*)"),
    # `A, seated at the end of a long table, told B`, `seated at a long table, A told B`
    ("aside-there", r"(?P<s><NP>),(?P<there>(?P<v>[oit])[oatifw]{0,13}),[ot]{0,3}Uw?(?P<o><NP>)"),
    (
        "there-told",
        r"(?:^|,)(?P<there>(?P<v>[oit])[oatifw]{0,13}),(?P<s><NP>)[ot]{0,3}Uw?(?P<o><NP>)",
    ),
    # `over coffee A told B that X`
    ("face-told", r"(?:^|[,;])(?P<facing>[oat]{1,5}),?(?P<s><NP>)[ot]{0,3}(?P<v>U)w?(?P<o><NP>)"),
    # `at the White House on Friday, A and B set up a fund`
    (
        "there-many",
        r"^;?(?P<there>(?P<v>[oit])[oatifp]{1,13}),?(?P<s><MANY>)[ot]{0,3}[FUSHgmo](?P<rest>.*)",
    ),
    # `A walked hand in hand through the garden with B`
    (
        "abreast",
        r"(?P<s><LIST>)<TO>(?P<v>[oSFUgM])(?P<abreast>[oatfi]{1,8}?)(?P<towards>w)(?P<o><LIST>)",
    ),
    # `A and B announced X after meeting in Rome`
    (
        "many-acted-after-meeting",
        (
            r"(?P<s><MANY>)<TO>(?:<VERB>|c)<DONE>{0,28}?(?P<then>)(?P<v>k)(?=[ot]{0,2}i[oa])"
            r"(?P<rest>.*)"
        ),
    ),
    # `A and B agreed on X after four hours across a table`
    (
        "many-acted-after-facing",
        (
            r"(?P<s><MANY>)<TO>(?:<VERB>|c)<DONE>{0,28}?;"
            r"(?P<facing>(?P<v>[oat])[oatfi]{1,12})(?P<rest>.*)"
        ),
    ),
    # `A was driven to B's home for dinner`
    (
        "went-home",
        (
            r"(?P<s><LIST>)<TO>(?P<v>g)(?P<trip>)[ot]{0,3}[wi]a{0,6}(?P<o>p)[oati]{1,8}f[oa]{0,4}"
            r"(?P<n>G)"
        ),
    ),
    # `A broke his journey in X to see B`
    (
        "went-to-see",
        (
            r"(?P<s><LIST>)<TO>(?P<v>g)(?P<going>)[^P;,xXDpqBy&]{0,12}(?:,o)?"
            r"(?P<see>x)(?:[oa]{1,3}w|w?)"
            r"(?P<o><LIST>)(?![^;]*[xBKn]|.*[xn])"
        ),
    ),
    # `A visited B at his home`
    ("called-on", r"(?P<s><LIST>)<TO>(?P<v>g)(?P<visiting>)(?P<o>a{0,5}P(?:,?&a{0,5}P)?)<NO_VERB>"),
    # `hosting B at the palace, A said`, `A, receiving B in X, said`
    ("hosting", rf"(?:^|[,;])(?P<v>o)(?P<hosting>)(?P<o>a*P){_SAID}(?P<s><NP>)[ot]{{0,3}}[FSUmgo]"),
    ("aside-hosting", rf"(?P<s><NP>),(?P<v>o)(?P<hosting>)(?P<o>a*P){_SAID}[ot]{{0,3}}[FSUmg]"),
    ("meeting", rf"^(?P<v>G)(?P<o>a*P){_SAID}(?P<s><NP>)[ot]{{0,3}}[FSUmgo]"),
    ("aside-meeting", rf"(?P<s><NP>),(?P<v>G)(?P<o>a*P){_SAID}[ot]{{0,3}}[FSUmg]"),
    # `A, with B at his side, said`
    ("at-his-side", r"(?P<s><NP>),w(?P<o>a*P)[ot]{0,2}(?P<v>o)(?P<beside>)"),
    # `A, while at his side stands B, said`, `A drove the car in which sat beside him B`
    (
        "seated",
        r"(?P<s><NP>)[^PpXDqxn]{0,20}[;,&][ot]{0,2}(?P<seated>(?P<v>o))[ot]{0,2}(?P<o>a*P)",
    ),
    (
        "at-his-side-first",
        r"(?:^|,)w(?P<o>a*P)[ot]{0,2}(?P<v>o)(?P<beside>)[otia]{0,8},(?P<s><NP>)",
    ),
    # `A urged X after the two were brought together by B`
    ("two-received", r"<BOTH>[^P;xXDpq]{0,24}?;?e[otz]{0,3}(?P<v>Q)<BY>"),
    # `A and B shook hands across C after the three leaders met`
    (
        "three-met",
        (
            r"^[^PxDnq]*(?P<s>P[^xDnqp]*P[^xDnqp]*P)[^PxDnq]{0,24}?(?P<three>e)[ot]{0,3}(?P<v>[SM])"
            r"(?![otTVi]{0,6}w?a*P)"
        ),
    ),
    # `A brought together B and C`
    ("brought", r"(?P<s><LIST>)<TO>(?P<v>K)(?P<brought>)(?P<o><NP>,?&<NP>)"),
    # `A told B that X as the two men wound up their talks`
    (
        "two-then-ended",
        (
            r"<BOTH_MET>[^PDpqe]{0,24}(?P<then>[;B])e[otz]{0,3}(?P<v>[HK])<FEW>(?P<n><NOUN>)"
            r"(?![otiaT]{0,5}w)"
        ),
    ),
    # `A signed a treaty with B in Rome`, `A and B signed a treaty in Rome`
    (
        "signed-with",
        rf"(?P<s><LIST>)<TO>(?P<v>F)(?P<signed>){_TERMS}(?P<towards>w)(?P<o><LIST>){_TOWN}",
    ),
    (
        "many-signed-in",
        r"(?:^|[,;])(?P<town>i[oa]{1,3})[ot]{0,3},?(?P<s><MANY>)<TO>(?P<v>F)(?P<signed>)",
    ),
    ("many-signed", rf"(?P<s><MANY>)<TO>(?P<v>F)(?P<signed>){_TERMS}{_TOWN}"),
)

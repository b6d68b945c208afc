"""Wide: shapes whose gaps hold any words but those that name somebody, plan or quote.

They are tried last. How they are written: `shapes.py`.
"""

from __future__ import annotations

from typing import Final

# Between those who took part and the contact: nobody else, nothing to come, no quotation.
_GAP: Final = r"[^PpXDqxcn;]"
_DONE: Final = r"[^PpDqxnyB]"  # what was done before `after`: refused, agreed and others' too
_JOINT: Final = r"[^PpDqxcnr;]"  # of what several did to others
# Behind a contact's noun: whose or with whom it was would be somebody else.
_ALONE: Final = r"(?P<alone>)(?!a|[ot]?[fb]|[oatiTz]{0,4},?X)"
_VERB: Final = "[gFSMHRQUKomCW]"
_START: Final = r"(?:^|;|,)[^PpDXxqbw;,]{0,8}"

WIDE: Final = (
    # `A discussed the supply of X to Y with his counterpart B`
    (
        "discussed-with",
        rf"(?P<s><LIST>)<TO>(?P<v>S)(?P<weak>){_GAP}{{1,24}}?w(?P<o><LIST>)(?!,?[FSUMHCgRK])",
    ),
    # `A expressed regret to B for X in a phone call`, `A and B pressed C to X in a call`
    (
        "acted-in-call",
        (
            rf"{_START}(?P<s><LIST>)<TO>[oFUS]{_GAP}{{0,16}}?(?P<o><NP>)[^PpXDqbn]{{0,24}}?"
            rf"(?P<v>i|w(?=[oatz]{{0,4}}[NV]))[oatz]{{0,4}}(?P<n>V?[NV]|L){_ALONE}"
        ),
    ),
    (
        "acted-by-phone",
        (
            rf"{_START}(?P<s><LIST>)<TO>[oFUS]{_GAP}{{0,16}}?w(?P<o><NP>){_GAP}{{0,16}}?"
            rf"(?P<v>T)(?=[,;ti&]|$)"
        ),
    ),
    # `A expressed regret over X in a letter to B`
    (
        "acted-in-call-with",
        (
            rf"(?P<s><NP>)<TO>[FSMHRQUKomCW]{_GAP}{{0,24}}?(?P<v>i)[oatTVz]{{0,6}}?"
            rf"(?P<n>L|<NOUN>)<ON>w(?P<o><LIST>)"
        ),
    ),
    # `in a congratulatory message to B on his election as president, A said`
    (
        "inside-said",
        (
            r"[i;][oatTVzG]{0,6}?(?P<n>L|<NOUN>)<ON>w(?P<o><LIST>)[^PpXDqxbn]{0,24}?,"
            r"(?P<s><NP>)[ot]{0,3}(?P<v>[FSUmo])"
        ),
    ),
    # `over a working lunch in Paris, A pressed B`, `A pressed B to X over lunch`
    (
        "over-lunch",
        (
            rf"(?P<over>i)[oa]{{0,4}}(?P<n>G){_GAP}{{0,10}},(?P<s><NP>)[ot]{{0,3}}"
            rf"(?P<v>[UF])[wf]?(?P<o><NP>)"
        ),
    ),
    (
        "acted-over-lunch",
        (
            rf"(?P<s><NP>)<TO>(?P<v>[UF])[wf]?(?P<o><NP>)[^PpXDqn]{{0,24}}?"
            rf"(?P<over>i)[oa]{{0,4}}(?P<n>G){_ALONE}"
        ),
    ),
    # `in a letter dated 9 October, A warned B`
    (
        "inside-letter",
        (
            r"[i;][oat]{0,6}?(?P<n>L)[^PpXDqxbnw;]{0,8},(?P<s><NP>)[ot]{0,3}"
            r"(?P<v>U)[wf]?(?P<o><NP>)"
        ),
    ),
    # `standing beside B in Odesa after their talks, A said`
    (
        "gerund-met-after",
        r"(?:^|[i;,])(?P<v>k)(?P<o>a*P)[^PpXDqxbn]{0,16},(?P<s><NP>)[ot]{0,3}[FSUmgoRMHQ]",
    ),
    # `A told visiting President B`
    ("told-visitor", r"(?P<s><NP>)<TO>(?P<v>U)w?(?P<visitor>a)(?P<o>a{0,5}P)"),
    # `A agreed to lend X after meeting B in Moscow`
    (
        "acted-after-meeting",
        rf"(?P<s><NP>)<TO>(?:{_VERB}|c){_DONE}{{0,28}}?(?P<then>)(?P<v>k)(?P<o>a*P)",
    ),
    (
        "acted-after-talks",
        (
            rf"(?P<s><NP>)<TO>(?:{_VERB}|c){_DONE}{{0,28}}?;(?P<then>)(?P<after>[oatf]{{0,5}}?)"
            rf"(?P<v>[NGd])[otTVia]{{0,4}}w(?P<o><LIST>)(?=[ti,;&B]|$)"
        ),
    ),
    # `A and B signed X after hours of talks`, `A and B, after talks in Sochi, signed X`
    (
        "many-acted-after-talks",
        (
            rf"(?P<s><MANY>)<TO>(?:{_VERB}|c){_DONE}{{0,28}}?;(?P<then>)"
            rf"(?P<after>(?P<plain>[oatzf]{{0,5}}?))(?P<v>[NGd]){_ALONE}(?P<rest>.*)"
        ),
    ),
    (
        "many-after-talks-acted",
        rf"(?P<s><MANY>),?;(?P<after>[oatz]{{0,4}}?)(?P<v>[NGd]){_ALONE}(?P<rest>.*)",
    ),
    # `A and B put their names to X at their summit`
    (
        "many-acted-in-talks",
        (
            rf"(?P<s><MANY>)<TO>{_VERB}{_JOINT}{{0,24}}?(?P<v>i|w(?=[oatz]{{0,4}}[NV]))"
            rf"(?P<plain>[oatzf]{{0,5}}?)(?P<n><NOUN>){_ALONE}(?P<rest>.*)"
        ),
    ),
    (
        "many-acted-by-phone",
        (
            rf"(?P<s><MANY>)<TO>{_VERB}{_GAP}{{0,16}}?(?P<v>T)(?=[,;ti&fo]|$)"
            rf"(?![oatiz]{{0,4}}[wX])(?P<rest>.*)"
        ),
    ),
    # `A and B exchanged congratulatory messages on X`
    (
        "many-exchanged",
        r"(?P<s><MANY>)<TO>(?P<v>m)(?P<exchanged>)[oatz]{0,5}?(?P<n>L)(?!t?w[oaf]{0,3}[XDPp])",
    ),
    # `A and B spent five hours together`
    ("many-spent-together", r"(?P<s><MANY>)<TO>(?P<v>h)(?P<together>[oatfi]{1,9})"),
    # `A told B that X when the two talked by phone`
    (
        "two-then",
        (
            r"^[^P]*(?P<s><NP>)[^P;xXDpqe]{1,25}(?P<o><NP>)[^PXDpqe]{0,24}(?P<then>;)e[otz]{0,3}"
            r"(?P<v>[SM])"
        ),
    ),
    # `a letter of A setting out X was handed to B`
    (
        "letter-delivered",
        rf"(?P<n>L)[oat]{{0,4}}f(?P<s><NP>){_GAP}{{0,16}}?(?P<v>E)[oat]{{0,4}}w?(?P<o><LIST>)",
    ),
    # `said that he had sent B a message`, `spoke with A and sent a letter to B`
    ("goes-on-sent", r"(?:;|,?&)[ot]{0,3}(?P<v>m)w?(?P<o><NP>)[oat]{0,4}?(?P<n>L)"),
    ("goes-on-sent-to", r"(?:;|,?&)[ot]{0,3}(?P<v>m)[oat]{0,5}?(?P<n>L)[oatf]{0,4}?w?(?P<o><NP>)"),
)

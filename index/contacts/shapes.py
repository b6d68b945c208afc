"""Shapes: which sentences report that leaders called, met or wrote to each other?

A shape is a regular expression over the symbols of a sentence (`symbols.py` explains these),
and `<NP>` one of the names below. The languages share shapes: only their words differ. Its groups:

- `s` are its subjects, `o` its objects, `v` is its verb, which reports once, and `n` its noun;
- `then`: there the report begins; `rest`, `tail`: what follows, another object or a name given;
- `alone`: behind it no other partner may be named; `among`: all who are named were together;
- `plural`, `several`: the verb stands in the plural; `weak`: it is `discuss`;
- `governed`, `dative`: the objects have a case that says so; `whose`: all who are named have it;
- `him`, `marked`: the object has a pronoun, or a mark before it;
- `gap`, `between`, `bare`, `plain`: words that may say that it was with or of somebody else;
- `theirs`, `after`, `town`, `length`: words that must say whose talks, after what, where, how long;
- any other: a word of the class that `group_classes.py` has for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from index.contacts.acting import ACTING
from index.contacts.adverbials import ADVERBIALS
from index.contacts.around_talks import AROUND_TALKS
from index.contacts.asides import ASIDES
from index.contacts.besides import BESIDES
from index.contacts.by_case import BY_CASE
from index.contacts.by_wire import BY_WIRE
from index.contacts.courtesies import COURTESIES
from index.contacts.free_order import FREE_ORDER
from index.contacts.going_on import GOING_ON
from index.contacts.guests import GUESTS
from index.contacts.object_first import OBJECT_FIRST
from index.contacts.relatives import RELATIVES
from index.contacts.telling import TELLING
from index.contacts.verb_first import VERB_FIRST
from index.contacts.visiting import VISITING
from index.contacts.wide import WIDE

# `the president, Vladimir Putin,` and `Acting President and Prime Minister Han` too
_NP: Final = (
    r"(?:[af]+,[af]{0,2}P(?:f?a)*,?|(?<=[oq],)P(?:f?a)*,"
    r"|(?:[af]+&(?=[af]+P))?[af]*(?:,a,)?P(?:f?a)*)"
)
# some of them may be known to no table, the first too: `with his colleague C and with President B`;
# `A and, separately, B`
_LIST: Final = (
    rf"(?:(?:[af]{{1,6}}(?:,[af]{{1,6}})?(?:,&?|&)w)?"
    rf"{_NP}(?:(?:,w?(?:{_NP}|[af]{{1,6}}(?=,)))*,?&(?:(?:[ot]?,?z,)|z)?w?{_NP}(?:,?&{_NP})?)?)"
)
_TWO: Final = rf"(?:,(?:{_NP}|[af]{{2,8}}(?=,)))*,?&{_NP}(?:,?&{_NP})?"
# `the presidents of Lithuania and Poland, A and B,` too
_MANY: Final = rf"(?:[af]+,P(?:f?a)*{_TWO},|(?<=[oqX],)a{{0,2}}P(?:f?a)*{_TWO},|{_NP}{_TWO})"
_MACROS: Final[Mapping[str, str]] = {
    "NP": _NP,
    "LIST": _LIST,
    "MANY": _MANY,
    # Whom alone a sentence named before the two do something together.
    "PAIR": rf"^[^P]*(?P<s>{_NP})[^P;xXDpqe]{{1,25}}(?P<o>{_NP})",
    "BOTH": rf"^[^P]*(?P<s>{_NP}[^P;xXDpqe]{{1,25}}{_NP})",
    "BOTH_MET": rf"^[^P]*(?P<s>{_NP}[^P;XDpqe]{{1,25}}{_NP})",  # `came to greet B`
    # Between two who talked, behind `between` or a noun.
    "WITH": "(?:wb?|b|,?&b?)",
    # Behind an object: it begins no clause of its own.
    "NO_VERB": "(?!,?[FSUMHCgRK])",
    # Between a subject and its verb: an apposition or a relative clause, and adverbs.
    "TO": r"(?:,[^PpDqx;,]{1,20},|,Xf{1,2}D,|,[r;][^PpXDqx;,]{1,16},|,?r)?[otTVzyFiae]{0,6}?",
    # Behind a noun: that it lasted an hour.
    "WHICH": r"(?:[otT]{0,3}|(?:;|,?r)[oatKfF]{1,10})",
    # Between a verb and its object.
    "ON": r"[otTVziafy,NGd]{0,14}?",
    # Between a verb and its noun: a day, a place, titles of others.
    "FEW": r"(?:,?(?:tt?(?:,[ot])?|i[oaf]{1,5}?),?){0,3}[otTVzafyw&]{0,7}?(?:q[oa,&]{0,6}q?)?",
    "SO": r"(?:[oaf&,]{0,6}q)?",
    "NOUN": r"(?:V?[NGd]|V)",
    "BY": rf"(?:[otTVziafXGdw]|,(?=[itf])|(?<=t),){{0,14}}?[if](?P<o>{_LIST})(?![FSUMHCgRK])",
    # What any leader may do.
    "VERB": "[gFSMHRQUKomCW]",
    # Where a clause begins, with any words that name nobody, or at most with when or how.
    "START": "(?:^|;|,)[^PpDXxqbw;,]{0,8}",
    "EDGE": "(?:^|[;,&])[ot]{0,3}",
    # Each one word between those who took part and the contact: it names nobody else, says of
    # nothing that it is to come, and begins no quotation.
    "GAP": "[^PXDqxcn;]",
    "UNOWNED": "[^PpDXqxcn;]",  # nor anybody's
    "AGREED": "[^PXDqxn;]",
    "JOINT": "[^PDqxnzr;]",  # of what several did to others
    "DONE": "[^PDqxnyB]",  # what was done before `after`: refused, agreed, others' too
    # Behind a contact's noun: whose or with whom it was would be somebody else. Where a verb comes
    # first, a title may be its subject's.
    "ALONE": r"(?P<alone>)(?!a|[ot]?[fb]|[oatiTz]{0,4},?X)",
    "ALONE_OR_TITLED": r"(?P<alone>)(?![ot]?[fb]|[oatiTz]{0,4},?X)",
}
# in the order in which they are tried: a verb reports once
WRITTEN: Final = (
    *VISITING,
    *ACTING,
    *TELLING,
    *GOING_ON,
    *BY_CASE,
    *FREE_ORDER,
    *GUESTS,
    *ADVERBIALS,
    *WIDE,
    *AROUND_TALKS,
    *VERB_FIRST,
    *OBJECT_FIRST,
    *ASIDES,
    *BESIDES,
    *RELATIVES,
    *BY_WIRE,
    *COURTESIES,
)


def expanded(written: str) -> str:
    """A shape with what its names in angle brackets stand for."""
    for name, pattern in _MACROS.items():
        written = written.replace(f"<{name}>", pattern)
    return written

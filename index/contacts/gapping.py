"""Gapping: which verb does a dash stand for?

`A met B, and C – D`: as in Russian and Romanian, a clause leaves out the verb that the clause
before has.
"""

from __future__ import annotations

import re
from typing import Final

from index.contacts.items import DASH
from index.contacts.symbols import Sentence

# what was done, with whom; who did so too, with whom
_GAP: Final = re.compile(
    "(?P<v>[SMCRH])(?P<how>[^P;xXDpqcn]{0,12}?)(?P<with>w?)[af]*P[^P;xXDpqcn]{0,12}?"
    "(?:,;?|;)[ot]{0,3}a*P(?P<dash>,)(?:[ot]|i[oa]{1,2}){0,3}(?P<too>w?)[af]*P"
)
_REPEATED: Final = frozenset("SMCRHTVNGdo")  # of the words behind a verb: no place, no day


def without_gaps(read: Sentence) -> Sentence:
    """A sentence in which a verb with its noun stands once more where a dash stood for it."""
    if all(item.kind != DASH for item in read.items):
        return read
    while found := _found(read):
        place = found.start("dash")
        dash = read.items[place]
        verb = [
            read.items[at]._replace(start=dash.start, end=dash.end)
            for at in range(found.start("v"), found.end("how"))
            if read.symbols[at] in _REPEATED
        ]
        symbols = "".join(item.symbol for item in verb)
        read = Sentence(
            (*read.items[:place], *verb, *read.items[place + 1 :]),
            read.symbols[:place] + symbols + read.symbols[place + 1 :],
        )
    return read


def _found(read: Sentence) -> re.Match[str] | None:
    """Where a dash stands for a verb, with the preposition that this one needs."""
    return next((found for found in _GAP.finditer(read.symbols) if _is_gap(read, found)), None)


def _is_gap(read: Sentence, found: re.Match[str]) -> bool:
    is_dash = read.items[found.start("dash")].kind == DASH
    verb = found.start("v")
    own = read.symbols[read.symbols.rfind(";", 0, verb) + 1 : verb]
    return is_dash and found["with"] == found["too"] and set(own).isdisjoint("xcn")

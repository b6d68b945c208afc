"""English: what do verbs mean that stand apart from what helps them to their tense?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.contacts.vocabulary import OTHER

OLD: Final = "y"
HELD: Final = "H"
AUXILIARY: Final = "had"
PASSIVE: Final = "was"
ARGUED: Final = "discuss-with"
TIMES: Final = "times"
PEOPLE: Final = "people"
ALWAYS: Final = "always"
LEFT: Final = "left"
EVENTS: Final = frozenset({"event", "visit"})
_ARGUED: Final = re.compile("F(?=w)")  # `argued with B`
_TIMES: Final = re.compile("y(?=[oBG]{0,3}t)")  # `twice on Friday`
_HAD: Final = re.compile("H(?=[oti]{1,6}[SMCRQHmWUgK]|[HK])")  # `had earlier in the day met`
_ALWAYS: Final = re.compile("o(?=[SMCRHUmW])")  # `always spoke`
_EVENT: Final = re.compile("(?<=a)oy")  # `on his election last month`
_LEFT: Final = re.compile("o(?=[oa]{0,4}[NGd][otia]{0,6}w)")  # `left a meeting with B`
_SPEECH: Final = re.compile("^q[^q]{3,}q|q[^q]{3,}[,;]q")  # `"we will not yield," said A`
_RECEIVED: Final = re.compile("o[ot]{1,2}[RM](?=[otia]{0,6}i)")  # `was later received`

_TALKED_OF: Final = re.compile("(?<=of)(a*)X")  # `the plight of the hostages`


def without_speech(symbols: str) -> str:
    """The symbols of a sentence in which what somebody says in whole words says nothing more."""
    return _SPEECH.sub(lambda found: "q" + OTHER * (len(found[0]) - 2) + "q", symbols)


def settled_tenses(symbols: str, kinds: Sequence[str]) -> str:
    """The symbols of a sentence, given its classes: a verb is what it is with its auxiliary."""
    symbols = _TALKED_OF.sub(lambda found: _talked_of(kinds, found), symbols)
    talked = _ARGUED.sub(lambda found: "S" if _is(kinds, found, ARGUED) else found[0], symbols)
    talked = _ALWAYS.sub(lambda found: OLD if _is(kinds, found, ALWAYS) else found[0], talked)
    talked = _EVENT.sub(lambda found: _event(kinds, found), talked)
    talked = _LEFT.sub(lambda found: HELD if _is(kinds, found, LEFT) else found[0], talked)
    once = _TIMES.sub(lambda found: OTHER if _is(kinds, found, TIMES) else found[0], talked)
    past = _HAD.sub(lambda found: OTHER if _is(kinds, found, AUXILIARY) else found[0], once)
    return _RECEIVED.sub(
        lambda found: found[0][:-1] + "Q" if _is(kinds, found, PASSIVE) else found[0], past
    )


def _talked_of(kinds: Sequence[str], found: re.Match[str]) -> str:
    return found[1] + OTHER if kinds[found.end() - 1] == PEOPLE else found[0]


def _event(kinds: Sequence[str], found: re.Match[str]) -> str:
    owner, event = kinds[found.start() - 1 : found.start() + 1]
    return OTHER * 2 if owner == "own" and event in EVENTS else found[0]


def _is(kinds: Sequence[str], found: re.Match[str], kind: str) -> bool:
    return kinds[found.start()] == kind

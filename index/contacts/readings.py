"""Readings: a sentence as it stands, without its clauses aside, and with subjects in their places.

A shape that needs its subject finds it so in a later clause too: `A said that he visited B`, `A cut
short his holiday, telephoned B and offered help`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.contacts.items import Item
from index.contacts.matches import FINITE
from index.contacts.symbols import Sentence
from index.contacts.vocabulary import MANY, OTHER

SWITCH: Final = ("whereas", "break")
PRONOUN: Final = "pronoun"
TWO: Final = 2
_QUOTED: Final = re.compile("q[^q]*q")
REPEATED: Final = "going-on"  # the class of the break before a subject that is named again
_ASIDE: Final = re.compile(
    r",(?:[r;][^,]{1,30},(?=[otT]{0,4}[SMCRHUFmKQWugc&])|o{0,3}Y[^,P]{1,10},(?=w))"
    # `A, a year ago his foe, met B`, `A, without warning anybody, met B`
    r"|(?<=P),[oatifwy&]{2,14},(?=[otT]{0,4}[SMCRHQFU])"
    r"|(?<=P),x[otiafw]{1,8},(?=[otT]{0,4}[SMCRHQg])"
    # `A and B, who never liked to talk, met`
    r"|(?<=P),[^PpDq;,BY]{1,16}x[^PpDq;,BY]{0,12},(?=[otT]{0,4}[SMCRHQFUo])"
    # `A after talks with C met B`, `A after a break met B`
    r"|(?<=P);[oat]{0,4}[NGd][ot]{0,2}wa*P(?=[ot]{0,3}[SMCRHQ])"
    r"|(?<=P);[ot]{1,4}(?=[SMCRHQ])"
)
# a clause of the same subject: `he met B`, `in Cairo was received by B`
_SAME: Final = re.compile(";(?:t|i[oa]{1,2})*[SMCHRQ][^PXD]*[wbi][af]*P[^PXD]*")
# where another verb of the same subject begins, or a pronoun
_VERB: Final = "[otB]{0,3}[SMCRHWmUhFgK](?!i)"
_CLAUSE: Final = re.compile(rf"&(?={_VERB}|[otB]{{0,3}}Q)|,(?={_VERB}[^;]{{0,60}}&)|;")
_OWN_VERB: Final = re.compile("[otT]{0,3}[FSUMHCRQmWh]")
LINKS: Final = frozenset(
    {"after-which", "break", "but", "where", "whereas"}
)  # words before a clause
# `after he spoke with C, A`
_LED: Final = re.compile("^[ot]{0,3}[SMCUFmHR][^;XDPxy]{0,12}P[^P;XDxy]{0,16},(?=a*P)")
_OWNED: Final = re.compile("(?<!a)fa*$")  # `the minister of X, A` is himself
_NEW: Final = frozenset(";,&")
_VERB_FIRST: Final = re.compile("[SMCRHFUgm][ot]{0,3}a*$")
_ALONE: Final = re.compile("P(?!,?&?[af]*P)")


def readings(read: Sentence) -> Iterator[Sentence]:
    """A sentence, without its clauses aside: `, who met C,`, and with its subjects repeated."""
    yield read
    whole = _without_asides(read)
    if whole is not read:
        yield whole
    repeated = _with_subjects(whole)
    if repeated is not whole:
        yield repeated


def _without_asides(read: Sentence) -> Sentence:
    asides = [match.span() for match in _ASIDE.finditer(read.symbols)]
    if not asides:
        return read
    kept = [
        place
        for place in range(len(read.items))
        if not any(start <= place < end for start, end in asides)
    ]
    items = tuple(read.items[place] for place in kept)
    return Sentence(items, "".join(read.symbols[place] for place in kept))


def _with_subjects(read: Sentence) -> Sentence:
    """A sentence in which each clause that goes on names its subject again."""
    done = 0
    while found := _CLAUSE.search(read.symbols, done):
        done = found.end()
        leaders = subject(read, found.start()) if _goes_on(read, found.start()) else ()
        if len(leaders) == 1:
            read = _repeated(read, found.start(), leaders[0])
            done += 1
    return read


def _repeated(read: Sentence, at: int, leader: str) -> Sentence:
    """A sentence in which a leader stands where a clause begins, and a break before him."""
    item = read.items[at]
    if item.kind in LINKS:
        named = (item, Item("P", item.end, item.end, leader))
        return Sentence(
            (*read.items[:at], *named, *read.items[at + 1 :]),
            read.symbols[: at + 1] + "P" + read.symbols[at + 1 :],
        )
    is_begun = read.symbols[at - 1 : at] in _NEW
    before = () if is_begun else (item._replace(symbol=";", kind=REPEATED),)
    items = (*before, Item("P", item.start, item.end, leader))
    symbols = "".join(item.symbol for item in items)
    return Sentence(
        (*read.items[:at], *items, *read.items[at + 1 :]),
        read.symbols[:at] + symbols + read.symbols[at + 1 :],
    )


def _goes_on(read: Sentence, at: int) -> bool:
    """Whether a mark begins a clause of the same subject: a pronoun, `and` before a verb."""
    if read.symbols[at] == ";":
        kind = read.items[at].kind
        if kind in {"break", "but"} and read.symbols.count("P", 0, at) > 1:
            return False  # `A said that B did right that he called C`
        return kind == PRONOUN or (kind in LINKS and _is_one_verb(read, at + 1))
    own = read.symbols[read.symbols.rfind(";", 0, at) + 1 : at]
    return "P" in own and not set(own) & set("xy")


def _is_one_verb(read: Sentence, at: int) -> bool:
    """Whether a verb in the singular begins there: in Romanian it needs no subject."""
    verb = _OWN_VERB.match(read.symbols, at)
    return verb is not None and not read.items[verb.end() - 1].kind.endswith(MANY)


def subject(read: Sentence, place: int) -> tuple[str, ...]:
    """The subject of a clause that names none: the only one so far, or the one who acted first."""
    before = _QUOTED.sub(lambda one: OTHER * len(one[0]), read.symbols[:place])
    if _is_the_other(read, place):
        last = before.rfind("P")
        return (read.items[last].leader,) if before.count("P") == TWO else ()
    own = _LED.sub("", before[before.rfind(";") + 1 :])
    first = before.find("P")
    if first < 0 or _is_somebody(read, before):
        return _visitor(read, before)
    if own.count("P") == 1 and not set(own) & set("XD") and not _is_with(own):
        return (read.items[before.rfind("P")].leader,)
    if _is_one(read, before) and not set(before) & set("XDxynq") and not _is_owner(before):
        return (read.items[first].leader,)
    is_about = any(item.kind == "about" for item in read.items[first:place])
    if is_about or _is_owner(before) or "X" in before[:first] or not _acts(read, before, first):
        return ()
    last = max(before.rfind(";", 0, len(before) - 1), 0)
    is_another = last > first and "P" in before[last:] and not _SAME.fullmatch(before, last)
    return () if is_another else (read.items[first].leader,)


def _acts(read: Sentence, before: str, first: int) -> bool:
    """Whether a verb stands behind the first one named, or right before him alone: `spoke A`."""
    if set(before[first:]) & FINITE:
        return True
    is_first = _VERB_FIRST.search(before, 0, first) and _ALONE.match(before, first)
    return bool(is_first) and not read.items[first].oblique


def _visitor(read: Sentence, before: str) -> tuple[str, ...]:
    """Who is told of by his visit: `A's trip to Rome, where he was received by B`."""
    at = before.find("p")
    words = {item.kind for item in read.items[at + 1 : at + 4]}
    is_told = before.count("p") == 1 and "visit" in words and not set(before) & set("PXDxn")
    return (read.items[at].leader,) if is_told else ()


def _is_somebody(read: Sentence, before: str) -> bool:
    """Whether a pronoun, whoever it is, is the subject so far: `when he saw B and`."""
    clause = before.rfind(";")
    return clause >= 0 and read.items[clause].kind == PRONOUN


def _is_one(read: Sentence, before: str) -> bool:
    """Whether one leader alone was named, once or again."""
    return len({read.items[at].leader for at, sign in enumerate(before) if sign == "P"}) == 1


def _is_the_other(read: Sentence, place: int) -> bool:
    """Whether a clause has another subject than the last: `A called B, а она met C`."""
    leads = read.items[max(0, place - len(SWITCH)) : place]
    return tuple(item.kind for item in leads) == SWITCH


def _is_with(symbols: str) -> bool:
    """Whether the first one named is somebody's object: `met with A`, `in Putin's talks with A`."""
    before = symbols[: symbols.find("P")].rstrip("af")
    return before.endswith(("w", "b")) or ("Q" in before and before.endswith("i"))


def _is_owner(symbols: str) -> bool:
    """Whether the first one named is somebody's object, or what is told of is only his."""
    return _is_with(symbols) or bool(_OWNED.search(symbols, 0, symbols.find("P")))

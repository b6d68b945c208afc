"""Recognition: what does one sentence report as held, and who took part?

A plan, a denial, a quotation, another time and somebody's envoy give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from index.contacts.finding import found
from index.contacts.groups import is_of_another_kind
from index.contacts.held import is_held
from index.contacts.items import Item
from index.contacts.kinds import Told, kind_of
from index.contacts.lookalikes import is_lookalike
from index.contacts.matches import FINITE, end, has, until
from index.contacts.symbols import Sentence
from index.contacts.vocabulary import OTHER

JOINT: Final = frozenset(
    {"bring-together", "convene", "join", "joint", "joint-call", "joint-meeting", "together"}
)
AS_GROUP: Final = frozenset({"as-group", "three"})
LEANING: Final = frozenset({"where", "whereas"})  # words that begin a clause of the same day
SWITCH: Final = ("whereas", "break")
TWO: Final = 2
_QUOTED: Final = re.compile("q[^q]*q")
_CLEFT: Final = re.compile(";?o[otia]{1,8};")
_ASIDE: Final = re.compile(
    r",(?:[r;][^,]{1,30},(?=[otT]{0,4}[SMCRHUFmKQWugc&])|o{0,3}Y[^,P]{1,10},(?=w))"
    r"|(?<=P);[oat]{0,4}[NGd][ot]{0,2}wa*P(?=[ot]{0,3}[SMCRHQ])"  # `A after talks with C met B`
)
# words and names: a list that goes on is no sentence, and shapes take the square of the time for it
LONGEST_SENTENCE: Final = 1000


class Report(NamedTuple):
    """A contact that a sentence reports: the places of its verb, first and last word are items."""

    told: Told
    video: bool
    leaders: tuple[str, ...]
    verb: int
    first: int
    last: int


def readings(read: Sentence) -> Iterator[Sentence]:
    """A sentence, and what is left of it without its clauses aside: `, who met C,`."""
    yield read
    asides = [match.span() for match in _ASIDE.finditer(read.symbols)]
    if asides:
        kept = [
            place
            for place in range(len(read.items))
            if not any(start <= place < end for start, end in asides)
        ]
        items = tuple(read.items[place] for place in kept)
        yield Sentence(items, "".join(read.symbols[place] for place in kept))


def reports_of_readings(whole: Sentence) -> Sequence[tuple[Sentence, Report]]:
    """The contacts that each reading of a sentence reports.

    Without pairs of those who were one group: `A and B shook hands, then the three met C`.
    """
    told = [(read, one) for read in readings(whole) for one in reports(read)]
    if all(item.kind not in AS_GROUP for item in whole.items):
        return told
    groups = [frozenset(one.leaders) for _, one in told]
    return [(read, one) for read, one in told if not _is_part(one.leaders, groups)]


def reports(read: Sentence) -> Iterator[Report]:
    """The contacts that a sentence reports; a verb reports once."""
    if len(read.symbols) > LONGEST_SENTENCE:
        return
    verbs: set[int] = set()
    groups: list[frozenset[str]] = []
    for match in found(read):
        verb = match.start("v")
        if verb in verbs or not is_held(read, match) or _is_wrong(read, match):
            continue
        own = [one for one in _groups(read, match) if not _is_part(one, groups)]
        if own:
            verbs.add(verb)
            groups.extend(map(frozenset, own))
            told, video = kind_of(read, match)
            for leaders in own:
                yield Report(told, video, leaders, verb, match.start(), end(match))


def _is_part(leaders: Sequence[str], groups: Iterable[frozenset[str]]) -> bool:
    """Whether they are some of a group that the sentence reported: `joined B and C for talks`."""
    return any(group > set(leaders) for group in groups)


def _is_wrong(read: Sentence, match: re.Match[str]) -> bool:
    return is_of_another_kind(read, match) or is_lookalike(read, match)


def clauses(read: Sentence, report: Report) -> Iterator[tuple[Item, ...]]:
    """The words that may date a contact: those around it up to the next breaks, then with more.

    `arrived in Kyiv on Friday, where he met B`: the clause before has their day.
    """
    stop = until(read.symbols, report.last, ";")
    begin = read.symbols.rfind(";", 0, report.first + 1) + 1
    yield read.items[begin:stop]
    first = begin - 1 if read.symbols[: begin - 1].endswith(";") else begin  # `where he`
    if first and (read.items[first - 1].kind in LEANING or _is_cleft(read.symbols[:first])):
        yield read.items[read.symbols.rfind(";", 0, first - 1) + 1 : stop]


def _is_cleft(before: str) -> bool:
    """Whether words before a clause only say where or when: `it was in 2021 that A met B`."""
    return bool(_CLEFT.fullmatch(before))


def _groups(read: Sentence, match: re.Match[str]) -> list[tuple[str, ...]]:
    """Who was in contact with whom, a group a contact."""
    subjects = _leaders(read, match, "s") if has(match, "s") else _subject(read, match)
    if not has(match, "o"):
        return [subjects] if len(subjects) > 1 else []
    objects = _objects(read, match)
    around = read.symbols[max(0, match.start() - 2) : match.end() + 2]
    is_group = (len(subjects) > 1 and len(objects) == 1) or _is_joint(read, match)
    if subjects and is_group and "z" not in around and set(subjects).isdisjoint(objects):
        return [(*subjects, *objects)]
    pairs = (pair for pair in product(subjects, objects) if pair[0] != pair[1])
    return list(dict.fromkeys(pairs))


def _is_joint(read: Sentence, match: re.Match[str]) -> bool:
    """Whether all who are named were together: `hosted B and C together`."""
    words = read.items[match.start() : until(read.symbols, end(match), ";,")]
    is_joint = any(item.kind in JOINT for item in words) or has(match, "among")
    return is_joint or any(item.kind in AS_GROUP for item in read.items[match.start() :])


def _leaders(read: Sentence, match: re.Match[str], group: str) -> tuple[str, ...]:
    places = range(*match.span(group))
    named = (read.items[at].leader for at in places if read.symbols[at] in "PpD")
    return tuple(dict.fromkeys(named))


def _objects(read: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """The objects, without one behind `and` who begins the next clause: `met A and B said`."""
    behind = match.end("o")
    last = read.symbols.rfind("&", *match.span("o"))
    if last < 0 or read.symbols[behind : behind + 1] not in FINITE:
        return _leaders(read, match, "o")
    places = range(match.start("o"), last)
    return tuple(read.items[at].leader for at in places if read.symbols[at] == "P")


def _subject(read: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """The subject of a clause that names none: the only one so far, or the one who acted first."""
    before = _QUOTED.sub(lambda one: OTHER * len(one[0]), read.symbols[: match.start()])
    if _is_the_other(read, match):
        last = before.rfind("P")
        return (read.items[last].leader,) if before.count("P") == TWO else ()
    own = before[before.rfind(";") + 1 :]
    if own.count("P") == 1 and not set(own) & set("XD") and not _is_with(own):
        return (read.items[before.rfind("P")].leader,)
    first = before.find("P")
    if before.count("P") == 1 and not set(before) & set("XDxynq") and not _is_owner(before):
        return (read.items[first].leader,)
    if any(item.kind == "about" for item in read.items[max(first, 0) : match.start()]):
        return ()
    if first < 0 or _is_with(before) or "X" in before[:first] or not set(before[first:]) & FINITE:
        return ()
    last = max(before.rfind(";", 0, len(before) - 1), 0)
    return () if last > first and "P" in before[last:] else (read.items[first].leader,)


def _is_the_other(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a clause has another subject than the last: `A called B, а она met C`."""
    leads = read.items[max(0, match.start() - len(SWITCH)) : match.start()]
    return tuple(item.kind for item in leads) == SWITCH


def _is_with(symbols: str) -> bool:
    """Whether the first one named is somebody's object: `met with A`, `in Putin's talks with A`."""
    return symbols[: symbols.find("P")].rstrip("af").endswith(("w", "b"))


def _is_owner(symbols: str) -> bool:
    """Whether the first one named is somebody's object, or what is told of is only his."""
    return _is_with(symbols) or symbols[: symbols.find("P")].rstrip("a").endswith("f")

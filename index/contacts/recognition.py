"""Recognition: what does one sentence report as held, and who took part?

A plan, a denial, a quotation, another time and somebody's envoy give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from index.contacts.company import has_others
from index.contacts.finding import found
from index.contacts.gapping import without_gaps
from index.contacts.groups import is_of_another_kind
from index.contacts.held import is_held
from index.contacts.items import Item
from index.contacts.kinds import Told, kind_of
from index.contacts.lookalikes import is_lookalike
from index.contacts.matches import FINITE, end, has, until
from index.contacts.readings import REPEATED, readings, subject
from index.contacts.symbols import Sentence

JOINT: Final = frozenset(
    {
        "alongside",
        "bring-together",
        "convene",
        "gather",
        "join",
        "joint",
        "joint-call",
        "joint-meeting",
        "flanked",
        "together",
    }
)
AS_GROUP: Final = frozenset({"as-group", "three"})
# words that begin a clause of the same day
LEANING: Final = frozenset({REPEATED, "when", "where", "whereas"})
_CLEFT: Final = re.compile(";?o[otia]{1,8};")
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


def reports_of_readings(whole: Sentence) -> Sequence[tuple[Sentence, Report]]:
    """The contacts that each reading of a sentence reports.

    Without pairs of those who were one group: `A and B shook hands, then the three met C`.
    """
    told = list(_first_told(whole))
    if all(item.kind not in AS_GROUP for item in whole.items):
        return told
    groups = [frozenset(one.leaders) for _, one in told]
    return [(read, one) for read, one in told if not _is_part(one.leaders, groups)]


def _first_told(whole: Sentence) -> Iterator[tuple[Sentence, Report]]:
    """The reports of all readings; what a verb reports is what its first reading makes of it."""
    known: set[tuple[int, frozenset[str]]] = set()
    for read in readings(without_gaps(whole)):
        for one in reports(read):
            key = read.items[one.verb].start, frozenset(one.leaders)
            if key not in known:
                known.add(key)
                yield read, one


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
    return any(is_wrong(read, match) for is_wrong in (is_of_another_kind, has_others, is_lookalike))


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
    subjects = _leaders(read, match, "s") if has(match, "s") else subject(read, match.start())
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
    # `hosted B and C for a summit`
    is_joint |= match["v"] == "R" and any(item.kind == "summit-noun" for item in words)
    return is_joint or any(item.kind in AS_GROUP for item in read.items[match.start() :])


def _leaders(read: Sentence, match: re.Match[str], group: str) -> tuple[str, ...]:
    places = range(*match.span(group))
    named = (read.items[at].leader for at in places if read.symbols[at] in "PpD")
    return tuple(dict.fromkeys(named))


def _objects(read: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """The objects, without one behind `and` who begins the next clause: `met A and B said`."""
    behind = match.end("o")
    last = read.symbols.rfind("&", *match.span("o"))
    is_last = has(match, "joining") or read.symbols[behind : behind + 1] not in FINITE
    if last < 0 or is_last:
        return _leaders(read, match, "o")
    places = range(match.start("o"), last)
    return tuple(read.items[at].leader for at in places if read.symbols[at] == "P")

"""Recognition: what does one sentence report as held, and who took part?

A plan, a denial, a quotation, another time and somebody's envoy give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final, Literal, NamedTuple

from index.contacts.shapes import shapes
from index.contacts.symbols import Item, Sentence

# the last two: open, open and weak
Told = Literal["call", "meeting", "message", "talk", "exchange"]

FINITE: Final = frozenset("FSUMHC")
SAID: Final = frozenset("FU")
AFTER: Final = 10  # words behind a contact that may put it into another time

_AUDIENCE: Final = re.compile("[otTVziafy]{0,8}w[oaf&]{0,8}[XD]|[oatTVzfi]{0,5}X")
_OBJECT: Final = re.compile("[otTVzyi]{0,4}w[otaf]{0,6}P")
_NAMED: Final = re.compile("[aoq]")  # `called Putin a killer`
_CALLED: Final = re.compile("[af]*(?:[,;&wi]|$|t|T)|.{0,3}t")
_INSIDE: Final = re.compile("i[oat]{0,4}G")


class Report(NamedTuple):
    """A contact that a sentence reports: the places of its verb, first and last word are items."""

    told: Told
    video: bool
    leaders: tuple[str, ...]
    verb: int
    first: int
    last: int


def reports(read: Sentence) -> Iterator[Report]:
    """The contacts that a sentence reports; a verb reports once."""
    verbs: set[int] = set()
    for match in (match for shape in shapes() for match in shape.finditer(read.symbols)):
        verb = match.start("v")
        if verb in verbs or not _is_held(read, match):
            continue
        if groups := _groups(read, match):
            verbs.add(verb)
            told, video = _told(read, match)
            for leaders in groups:
                yield Report(told, video, leaders, verb, match.start(), _end(match))


def clause(read: Sentence, report: Report) -> tuple[Item, ...]:
    """The words around a contact up to the next breaks: these may date it."""
    begin = read.symbols.rfind(";", 0, report.first + 1) + 1
    return read.items[begin : _until(read.symbols, report.last, ";")]


def _has(match: re.Match[str], group: str) -> bool:
    return group in match.re.groupindex


def _end(match: re.Match[str]) -> int:
    return max(match.end(group) for group in "onv" if _has(match, group))


def _until(symbols: str, place: int, marks: str) -> int:
    """Where the next of some marks stands from a place on."""
    return next((at for at in range(place, len(symbols)) if symbols[at] in marks), len(symbols))


def _is_held(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it was: no plan, denial, other time, quotation or audience stands in the sentence."""
    symbols = read.symbols
    verb, end = match.start("v"), _end(match)
    begin = min(symbols.rfind(";", 0, verb) + 1, match.start())
    stop = min(_until(symbols, end, ";P"), end + AFTER)
    # what was said of a contact may be that it is still to come
    until = stop if match["v"] in SAID and _has(match, "n") else end
    is_old = "Y" in symbols[max(0, begin - 2) : verb] or "y" in symbols[begin:stop]
    is_other = is_old or "n" in symbols or "x" in symbols[begin:until] or _is_object(read, match)
    is_quoted = symbols[:verb].count("q") % 2 == 1
    return not (is_other or is_quoted or _is_to_others(match) or _is_naming(read, match))


def _is_object(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who stands before the verb is with somebody: `before the meeting with A met B C`."""
    if not _has(match, "s") or match.start("s") > match.start("v"):
        return False
    return read.symbols[: match.start("s")].rstrip("af").endswith("w")


def _is_to_others(match: re.Match[str]) -> bool:
    """Whether they acted towards others (`spoke to reporters`), or another shape has the object."""
    if not _has(match, "rest"):
        return False
    rest = match["rest"]
    return bool(_AUDIENCE.match(rest) or _OBJECT.match(rest))


def _is_naming(read: Sentence, match: re.Match[str]) -> bool:
    """Whether `called` gives a name and is no call."""
    if not _has(match, "tail") or read.items[match.start("v")].kind != "call":
        return False
    return bool(_NAMED.match(match["tail"])) and not _CALLED.match(match["tail"])


def _groups(read: Sentence, match: re.Match[str]) -> list[tuple[str, ...]]:
    """Who was in contact with whom, a group a contact."""
    subjects = _leaders(read, match, "s") if _has(match, "s") else _subject(read, match)
    if not _has(match, "o"):
        return [subjects] if len(subjects) > 1 else []
    objects = _objects(read, match)
    around = read.symbols[max(0, match.start() - 2) : match.end() + 2]
    if len(subjects) > 1 and len(objects) == 1 and objects[0] not in subjects and "z" not in around:
        return [(*subjects, *objects)]
    pairs = (pair for pair in product(subjects, objects) if pair[0] != pair[1])
    return list(dict.fromkeys(pairs))


def _leaders(read: Sentence, match: re.Match[str], group: str) -> tuple[str, ...]:
    places = range(*match.span(group))
    named = (read.items[at].leader for at in places if read.symbols[at] in "Pp")
    return tuple(dict.fromkeys(named))


def _objects(read: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """The objects, without one behind `and` who begins the next clause: `met A and B said`."""
    end = match.end("o")
    last = read.symbols.rfind("&", *match.span("o"))
    if last < 0 or read.symbols[end : end + 1] not in FINITE:
        return _leaders(read, match, "o")
    places = range(match.start("o"), last)
    return tuple(read.items[at].leader for at in places if read.symbols[at] == "P")


def _subject(read: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """The subject of a clause that names none: the only one so far, or the one who acted first."""
    before = read.symbols[: match.start()]
    own = before[before.rfind(";") + 1 :]
    if own.count("P") == 1 and not set(own) & set("XD"):
        return (read.items[before.rfind("P")].leader,)
    first = before.find("P")
    if first < 0 or "X" in before[:first] or not set(before[first:]) & FINITE:
        return ()
    last = max(before.rfind(";", 0, len(before) - 1), 0)
    return () if last > first and "P" in before[last:] else (read.items[first].leader,)


def _told(read: Sentence, match: re.Match[str]) -> tuple[Told, bool]:
    """By which kind of word it is told, and whether by video."""
    words = read.symbols[match.start() : _until(read.symbols, _end(match), ";")]
    verb, noun = match["v"], match["n"] if _has(match, "n") else ""
    video = "V" in words
    if "L" in noun:
        return "message", False
    if "T" in words or "N" in noun or verb == "C" or (verb == "S" and "N" in words):
        return "call", video
    if "G" in noun or verb in "MR" or (verb == "S" and _INSIDE.search(words)):
        return "meeting", video
    if video or set("TN") & set(read.symbols):
        return "call", video
    is_weak = read.items[match.start("v")].kind == "discuss"
    return ("exchange" if is_weak else "talk"), video

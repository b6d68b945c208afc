"""Kinds: is what a sentence reports a call, a meeting or a message, or left open?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final, Literal

from index.contacts.group_classes import HOUSES, LENGTHS
from index.contacts.items import Item
from index.contacts.matches import end, has, is_in_house, noun_group, until, verb_kind
from index.contacts.symbols import Sentence

# the last two: open, open and weak
Told = Literal["call", "meeting", "message", "talk", "exchange"]
GOING: Final = frozenset({"arrive", "arrived", "be-there", "go", "leave", "visited"})
IN_PERSON: Final = frozenset(
    {"abreast", "chat", "chat-many", "face", "sidelines", "together", "visitor"}
)
# `after welcoming C` says so of C alone
MEETING: Final = frozenset({"flanked", "gerund-meet", "gerund-met"})
CHATS: Final = frozenset({"chat", "chat-many"})  # on a screen too
# groups of shapes whose words are said of those who are in one place
SEEN: Final = frozenset(
    {"awaiting", "brought", "chair", "courtesy", "grouped", "guest", "home", "honour", "hours"}
    | {"beside", "hosting", "long", "saw", "seated", "see", "shaking", "there", "town", "trip"}
    | {"awaited", "visiting"}
)
_INSIDE: Final = re.compile("i[oat]{0,4}G")
_NEXT_VERB: Final = re.compile("(?<!P)&[otTV]{0,3}[SMCRQH]|(?<=P),?&[ot]{0,2}[SMCHRUFm]")
_NEXT: Final = re.compile("(?<=P)&(?=S)")  # what they talked about: `and discussed talks`
_BEFORE: Final = re.compile("i[oa]{0,4}G?[otiaf]{0,8},?")
_BY_WIRE: Final = re.compile("[ot]{0,3}[TV][ot]{0,2}")  # with which a sentence begins
# `in talks held in Rome`
_HELD_THERE: Final = re.compile("i[oat]{0,4}[Gd][KH][otia]{0,8},[af]*P")
_PLACE: Final = re.compile(
    "(?:(?P<one>o)(?=i)|(?:[tz]|o(?=t)|f[oa]{1,2}|(?P<long>[ot]{2,4})(?=i))*),?(?:i[oa]{1,3}){1,3}"
)


def kind_of(read: Sentence, match: re.Match[str]) -> tuple[Told, bool]:
    """By which kind of word it is told, and whether by video."""
    begin = match.start("then") if has(match, "then") else match.start()
    begin = 0 if _BY_WIRE.fullmatch(read.symbols, 0, begin) else begin
    verb, kind = match["v"], verb_kind(read.items, match)
    words = _own_words(read.symbols[begin : _until_next_verb(read.symbols, end(match))], verb)
    noun = match[noun_group(match)]
    kinds = {item.kind for item in read.items[begin : begin + len(words)]}
    video = "V" in words or "video-call" in kinds
    is_spoken = verb == "U" and "T" in match[0]  # `expressed by phone condolences to B`
    if ("L" in noun and not is_spoken) or verb == "W" or has(match, "wrote"):
        return "message", False
    is_called = verb == "C" or kind == "gerund-called"
    if "T" in words or "N" in noun or is_called or (verb == "S" and "N" in words):
        return "call", video
    inside = verb == "S" and _INSIDE.search(_NEXT.split(words, maxsplit=1)[0])
    is_met = verb in "MRQh" or kind in MEETING
    is_met |= any(has(match, group) for group in SEEN)
    is_in_person = kinds & (IN_PERSON - CHATS if video else IN_PERSON)
    if "G" in noun or is_met or inside or is_in_person:
        return "meeting", video
    if video or set("TN") & set(read.symbols):
        return "call", video
    is_long = "long" in kinds
    if is_long or _is_in_place(read, match) or _is_over_dinner(read, match):
        return "meeting", video
    return ("exchange" if kind.startswith("discuss") else "talk"), video


def _own_words(words: str, verb: str) -> str:
    """The words of who received somebody, without what his guest did: `, who spoke by video`."""
    return words.split(",r", maxsplit=1)[0] if verb in "RQ" else words


def _until_next_verb(symbols: str, place: int) -> int:
    """Where the clause of a contact ends: `met A in Rome and spoke by phone with B`."""
    stop = until(symbols, place, ";")
    following = _NEXT_VERB.search(symbols, place, stop)
    return following.start() if following else stop


def _is_in_place(read: Sentence, match: re.Match[str]) -> bool:
    """Whether they were where the words say: `talked at the Kremlin`, `flew to Rome and spoke`."""
    verb = match.start("v")
    is_spent = not has(match, "o") and "h" in read.symbols[match.start() : verb]
    if is_spent or any(item.kind in GOING or item.symbol == "Q" for item in read.items[:verb]):
        return True  # `spent the day on the farm and talked`
    if any(at.kind == "visit" and of.symbol == "i" for of, at in pairwise(read.items[:verb])):
        return True  # `during his visit to Rome he spoke with B`
    if any(item.kind == "where" for item in read.items[max(0, match.start() - 1) : verb]):
        return True
    begin = read.symbols.rfind(";", 0, match.start()) + 1
    if any(_is_there(read, at) for at in range(begin, match.start())):
        return True
    if _goes_on_in_house(read, verb):
        return True
    ends = {verb + 1, end(match), *(match.end(group) for group in "on" if has(match, group))}
    places = [_PLACE.match(read.symbols, at) for at in ends]
    if has(match, "meanwhile"):
        gap = range(match.end("s"), verb)
        places.extend(_PLACE.match(read.symbols, at) for at in gap if read.symbols[at] == "i")
    if not has(match, "o") and has(match, "s") and match.end("s") < verb:
        places.append(_PLACE.match(read.symbols, match.end("s"), verb))
    found = (place for place in places if place and _is_how_long(read, place))
    return any(_is_named(read.items[slice(*place.span())]) for place in found)


def _is_there(read: Sentence, at: int) -> bool:
    """Whether a word is where leaders receive, and not from where somebody spoke."""
    return read.items[at].kind in HOUSES and read.symbols[at - 1 : at] != "f"


def _goes_on_in_house(read: Sentence, verb: int) -> bool:
    """Whether a clause goes on with where leaders receive: `talked until noon in the Kremlin`."""
    stop = until(read.symbols, verb, ";,cx")  # `and agreed to meet at the Kremlin`
    about = next((at for at in range(verb, stop) if read.items[at].kind == "about"), stop)
    return is_in_house(read.symbols, read.items, verb, about)


def _is_how_long(read: Sentence, place: re.Match[str]) -> bool:
    """Whether words between a verb and a place, if any, say how long: `for about an hour in`."""
    group = "one" if place["one"] else "long"
    long = read.items[slice(*place.span(group))] if place[group] else ()
    return not long or any(item.kind in LENGTHS for item in long)


def _is_over_dinner(read: Sentence, match: re.Match[str]) -> bool:
    """Whether all who talked were at a place or a meal: `over dinner in Rome, A and B talked`."""
    if has(match, "o"):
        return False
    begin = read.symbols.rfind(";", 0, match.start()) + 1
    if any(item.kind == "face" for item in read.items[begin : match.start()]):
        return True
    if _HELD_THERE.match(read.symbols, begin, match.start("v")):
        return True
    place = _BEFORE.fullmatch(read.symbols, begin, match.start())
    # `at a meeting in Ankara, A and B`
    is_apart = "," in match[0].partition("P")[0] and not match[0].startswith("e")
    if not place or is_apart:
        return False
    return "G" in place[0] or any(map(_is_name, read.items[begin : match.start()]))


def _is_named(words: Sequence[Item]) -> bool:
    """Whether words behind a verb name a place, and none from which somebody spoke."""
    place = next(at for at, item in enumerate(words) if item.symbol == "i")
    if any(
        item.kind == "from" or (item.kind == "about" and at < place)
        for at, item in enumerate(words)
    ):
        return False
    return any(map(_is_name, takewhile(lambda item: item.kind != "about", words[place:])))


def _is_name(item: Item) -> bool:
    """Whether an item is a name of no leader, or a house of one."""
    return item.kind == "abode" or item.is_name

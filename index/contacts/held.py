"""Held: does a sentence report a contact as held where a shape of its words says that it may?

A plan, a denial, a quotation, another time and those to whom a leader only spoke give nothing.
"""

from __future__ import annotations

import re
from typing import Final

from index.contacts.items import Item
from index.contacts.matches import end, has, is_parted, is_subject_first, until, verb_kind
from index.contacts.symbols import Sentence

OPEN: Final = frozenset("FUo")
NOT: Final = frozenset("xc")
GOVERNING: Final = 5  # words before `that` which say whether what follows is so
BEHIND: Final = 10  # words behind a contact that may put it into another time
_AUDIENCE: Final = re.compile("[otTVziafy]{0,8}w[oaf&]{0,8}[XD]|[oatTVzf]{0,5}X|wo")
_FOR: Final = re.compile("fa?X")
_TOWARDS: Final = re.compile("wa?X")  # `in a call to supporters`
_OBJECT: Final = re.compile("[otTVzyi]{0,4}w[otaf]{0,6}P")
_MET: Final = re.compile("[af]*P|a(?P<whom>a)")  # `met B`, `met the pope`
_SINCE: Final = re.compile("Yo?,?;$")


def is_held(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it was: no plan, denial, other time, quotation or audience stands in the sentence."""
    symbols = read.symbols
    verb, stop = match.start("v"), end(match)
    begin = min(symbols.rfind(";", 0, verb) + 1, match.start())
    named = max(stop, match.end("s") if has(match, "s") else 0)
    behind = min(until(symbols, named, ";P"), named + BEHIND)
    # what was said of a contact may be that it is still to come
    is_told = has(match, "n") and match.start("n") > verb
    last = min(behind, until(symbols, stop, "&")) if match["v"] in OPEN and is_told else stop
    if 0 <= (inside := symbols.find(",ir", stop)) < last:
        last = inside  # `in a letter in which he refused X`
    # behind a day of its own another time is another's: `met today to honour who died a year ago`
    told_until = stop if "t" in symbols[begin:stop] else behind
    is_old = _is_after(symbols, match, begin) or "y" in symbols[begin:told_until]
    own = _opened(symbols, match, begin)
    is_open = (
        bool(NOT & set(_without_purpose(match, own, stop)))
        or _is_to_come(read, stop, last)
        or _is_open(read, begin)
    )
    is_old |= any(item.kind == "recall" for item in read.items[:verb])
    is_old |= "t" not in symbols[begin:behind] and _is_recalled(read, match, begin)
    is_old |= any(item.kind == "soon" for item in read.items[begin : until(symbols, stop, ",;P&B")])
    is_other = is_old or "n" in symbols or is_open or _is_object(read, match)
    is_quoted = symbols[:verb].count("q") % 2 == 1
    return not (is_other or is_quoted or _is_to_others(read, match))


def _opened(symbols: str, match: re.Match[str], begin: int) -> int:
    """Where a report begins: behind what leads to it: `seeking peace, A and B`, `refused after`."""
    if has(match, "then"):
        return match.start("then")
    start = match.start()
    leads = symbols[max(0, start - 1) : start] in {",", "q"} and "P" not in symbols[begin:start]
    return start if leads else begin


def _without_purpose(match: re.Match[str], begin: int, stop: int) -> str:
    """The symbols of a report without what somebody went for: `flew to Rome to see A`."""
    symbols = match.string[begin:stop]
    return symbols.replace("x", "", 1) if has(match, "see") else symbols


def _is_to_come(read: Sentence, begin: int, stop: int) -> bool:
    """Whether what is said of a contact leaves it open; what somebody was asked to do doesn't."""
    behind = read.items[begin:stop]
    return any(item.symbol in NOT and item.kind != "subjunctive" for item in behind)


def _is_open(read: Sentence, begin: int) -> bool:
    """Whether what stands before a clause leaves it open: `did not confirm that A met B`."""
    before = read.symbols[:begin]
    if before.rstrip(",;").endswith(("x", "c")):
        return True
    if not before.endswith(";") or not _is_subordinating(read.items[begin - 1]):
        return False
    if any(item.kind == "hearsay" for item in read.items[len(before.rstrip(";")) : begin]):
        return True
    main = before.rstrip(",;")[-GOVERNING:].rpartition(";")[2]
    words = read.items[begin - 1 - len(main) : begin - 1]
    return bool(set(main) & set("xcy")) or any(item.kind == "nth" for item in words)


def _is_subordinating(item: Item) -> bool:
    """Whether a break begins a clause: a word such as `that`, a Hebrew prefix."""
    kinds = {"break", "hearsay", "pronoun", "they", "when", "where", "after-which"}
    return item.kind in kinds or item.is_prefix


def _is_recalled(read: Sentence, match: re.Match[str], begin: int) -> bool:
    """Whether a clause says of somebody, or of a place, what was there: `the inn where A met B`."""
    verb = match.start("v")
    if read.items[verb].kind.startswith("had-"):
        return read.symbols[:verb].rstrip("ot").endswith("r")
    if not has(match, "s") or match.start("s") < begin:
        return False
    if read.symbols.endswith("oir", 0, match.start()):
        noun = match.start() - 3
    elif begin > 1 and read.items[begin - 1].kind == "where":
        noun = begin - 2
    else:
        return False
    return read.symbols[noun] == "o" and not read.items[noun].kind


def _is_after(symbols: str, match: re.Match[str], begin: int) -> bool:
    """Whether it is what something else came after: `a week after A met B,` C called."""
    place = symbols.rfind("Y", max(0, begin - 2), match.start("v"))
    named = symbols.find("P", match.start())
    if _SINCE.search(symbols[:begin]):
        return True  # `since 2019, when A met B`
    return place >= 0 and "," not in symbols[place : named if named > place else match.start("v")]


def _is_object(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who stands before the verb is with somebody: `before the meeting with A met B C`."""
    if not is_subject_first(match) or is_parted(match, "s"):
        return False  # `after a call with the Kremlin, A met B`: what is before the comma is not A
    return read.symbols[: match.start("s")].rstrip("af").endswith("w")


def _is_to_others(read: Sentence, match: re.Match[str]) -> bool:
    """Whether they acted towards others (`spoke to reporters`), or another shape has the object."""
    if not has(match, "rest"):
        return False
    if match["v"] == "M" and _has_object(read, match):
        return True
    if _is_with_him(read, match):
        return True
    if match["rest"].lstrip("ot").startswith("z"):  # `drank coffee each in his office`
        return True
    return _has_audience(read, match) or bool(_OBJECT.match(match["rest"]))


def _is_with_him(read: Sentence, match: re.Match[str]) -> bool:
    """Whether several did so with somebody named before, as Hebrew says it in one word: עמו."""
    words = read.items[match.start("v") : match.start("rest") + 2]
    return any(item.kind == "him" and item.symbol == "o" for item in words)


def _has_object(read: Sentence, match: re.Match[str]) -> bool:
    """Whether several met somebody else: `A and B met C`, `A and B met the pope`."""
    met = _MET.match(match["rest"])
    if not met or not met["whom"]:
        return bool(met)
    return read.items[match.start("rest") + met.start("whom")].kind == "title"


def _has_audience(read: Sentence, match: re.Match[str]) -> bool:
    audience = _AUDIENCE.match(match["rest"])
    if not audience or (has(match, "o") and _FOR.fullmatch(audience[0])):
        return False  # `thanked B by phone for the hostages`
    if "w" not in audience[0]:
        return not verb_kind(read.items, match).startswith("discuss")  # `discussed hostages`
    towards = read.items[match.start("rest") + audience[0].index("w")]
    if match["v"] == "M" and towards.kind == "to":
        return False  # `met to honour soldiers`
    if audience[0] == "wo":
        return towards.kind == "with"  # `met with farmers`
    if has(match, "n"):
        # `told A in a call to free B's hostages` says what for
        return towards.kind != "to" or bool(_TOWARDS.search(audience[0]))
    return towards.kind != "object-mark" or match["v"] not in "ST"

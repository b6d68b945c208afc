"""Held: does a sentence report a contact as held where a shape of its words says that it may?

A plan, a denial, a quotation, another time and those to whom a leader only spoke give nothing.
"""

from __future__ import annotations

import re
from typing import Final

from index.contacts.items import Item
from index.contacts.symbols import Sentence
from index.contacts.vocabulary import MANY

FINITE: Final = frozenset("FSUMHCQEg")
OPEN: Final = frozenset("FUo")
BARE: Final = frozenset("K,;mE")  # of these the names may stand in any case
GOVERNING: Final = 5  # words before `that` which say whether what follows is so
AFTER: Final = 10  # words behind a contact that may put it into another time
_AUDIENCE: Final = re.compile("[otTVziafy]{0,8}w[oaf&]{0,8}[XD]|[oatTVzf]{0,5}X")
_TOWARDS: Final = re.compile("wa?X")  # `in a call to supporters`
_OBJECT: Final = re.compile("[otTVzyi]{0,4}w[otaf]{0,6}P")
_NAMED: Final = re.compile("[aoq]")  # `called Putin a killer`
_CALLED: Final = re.compile("[af]*(?:[,;&wi]|$|t|T)|.{0,3}t")
_CLAIMED: Final = re.compile("o[fa]*,?P")
_BREAK: Final = re.compile("[;,&]")
_WITH: Final = re.compile("w[af]*P")  # `after the meeting with A met B C`
_BEHIND: Final = re.compile("[af]+,[af]{0,2}P")


def has(match: re.Match[str], group: str) -> bool:
    """Whether a shape has a group of that name."""
    return group in match.re.groupindex


def end(match: re.Match[str]) -> int:
    """Where the last of object, noun and verb ends."""
    return max(match.end(group) for group in "onv" if has(match, group))


def until(symbols: str, place: int, marks: str) -> int:
    """Where the next of some marks stands from a place on."""
    return next((at for at in range(place, len(symbols)) if symbols[at] in marks), len(symbols))


def is_held(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it was: no plan, denial, other time, quotation or audience stands in the sentence."""
    symbols = read.symbols
    verb, stop = match.start("v"), end(match)
    begin = min(symbols.rfind(";", 0, verb) + 1, match.start())
    behind = min(until(symbols, stop, ";P"), stop + AFTER)
    # what was said of a contact may be that it is still to come
    last = behind if match["v"] in OPEN and has(match, "n") else stop
    is_old = _is_after(symbols, match, begin) or "y" in symbols[begin:behind]
    is_open = "x" in symbols[begin:last] or _is_open(read, begin)
    is_other = is_old or "n" in symbols or is_open or _is_object(read, match)
    is_quoted = symbols[:verb].count("q") % 2 == 1
    return not (is_other or is_quoted or _is_to_others(read, match) or _is_not_so(read, match))


def _is_open(read: Sentence, begin: int) -> bool:
    """Whether what stands before a clause leaves it open: `did not confirm that A met B`."""
    before = read.symbols[:begin]
    if before.rstrip(",;").endswith("x"):
        return True
    if not before.endswith(";") or not _is_subordinating(read.items[begin - 1]):
        return False
    main = before.rstrip(",;")[-GOVERNING:].rpartition(";")[2]
    words = read.items[begin - 1 - len(main) : begin - 1]
    return bool(set(main) & set("xy")) or any(item.kind == "nth" for item in words)


def _is_subordinating(item: Item) -> bool:
    """Whether a break begins a clause: a word such as `that`, a Hebrew prefix."""
    return item.kind == "break" or item.start == item.end


def _is_after(symbols: str, match: re.Match[str], begin: int) -> bool:
    """Whether it is what something else came after: `a week after A met B,` C called."""
    place = symbols.rfind("Y", max(0, begin - 2), match.start("v"))
    named = symbols.find("P", match.start())
    return place >= 0 and "," not in symbols[place : named if named > place else match.start("v")]


def _is_not_so(read: Sentence, match: re.Match[str]) -> bool:
    """Whether the words only look like a shape: a name given, a case, a number that is wrong."""
    return any(
        is_wrong(read, match)
        for is_wrong in (
            _is_of_another_kind,
            _is_condition,
            _is_about,
            _acted_before,
            _has_next_subject,
            _is_naming,
            _is_in_no_case,
            _is_carrier,
            _is_claim,
            _is_unmarked,
            _is_of_many,
        )
    )


def _is_of_another_kind(read: Sentence, match: re.Match[str]) -> bool:
    """Whether the verb is not of the kind that its shape needs: in the plural, weak, a colon."""
    kind = read.items[match.start("v")].kind
    is_one = has(match, "plural") and not kind.endswith((MANY, "speak"))
    is_strong = has(match, "weak") and not kind.startswith("discuss")
    return is_one or is_strong or (match["v"] == ";" and bool(kind))


def _is_condition(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it only would have been: `had A met B`, встретились бы."""
    before, behind = match.start() - 1, match.end("v")
    is_inverted = before >= 0 and read.items[before].kind == "had"
    return is_inverted or any(item.kind == "would" for item in read.items[behind : behind + 1])


def _acted_before(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who acted stands before the verb, and who stands behind it is no subject."""
    if match["v"] not in "SMC" or not has(match, "s") or match.start("s") < match.start("v"):
        return False
    if has(match, "dative"):
        return not any(read.items[at].oblique for at in range(*match.span("o")))
    before = _BREAK.split(read.symbols[: match.start("v")])[-1]
    return "P" in _WITH.sub("", before)


def _has_next_subject(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who seems the object begins what follows: `held talks with Britain, Macron said`."""
    if not has(match, "o") or not _BEHIND.fullmatch(match["o"]):
        return False
    return read.symbols[match.end("o") : match.end("o") + 1] in FINITE


def _is_in_no_case(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who should have acted stands in a case in which nobody acts."""
    if not has(match, "s") or match["v"] in BARE:
        return False
    if "r" in read.symbols[match.end("s") : match.start("v")]:
        return False  # `..., who met B`: a relative clause has a subject of its own
    return any(read.items[at].oblique for at in range(*match.span("s")))


def _is_about(read: Sentence, match: re.Match[str]) -> bool:
    """Whether they spoke of a contact of others: `spoke about A's meeting with B`."""
    if not has(match, "o") or match["v"] != "S":
        return False
    places = range(match.start("v"), match.start("o"))
    about = [at for at in places if read.items[at].kind == "about"]
    return any(set(read.symbols[at : match.start("o")]) & set("NGd") for at in about)


def _is_carrier(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a letter is from somebody else than who hands it over."""
    if match["v"] != "m" or not has(match, "s") or match.start("s") > match.start("v"):
        return False
    between = read.items[match.start("v") : match.end()]
    return any(item.kind == "from" for item in between)


def _is_unmarked(read: Sentence, match: re.Match[str]) -> bool:
    """Whether an object lacks the mark that it needs, or the pronoun that stands for it."""
    if has(match, "marked"):
        return read.items[match.start("marked")].kind != "object-mark"
    if not has(match, "him"):
        return False
    verb = match.start("v")
    return {item.kind for item in read.items[verb : verb + 2]}.isdisjoint(("him", "host-him"))


def _is_of_many(read: Sentence, match: re.Match[str]) -> bool:
    """Whether what they did was at a summit, or at somebody's meeting: `at a NATO meeting`."""
    if not has(match, "plain"):
        return False
    before = read.items[slice(*match.span("plain"))]
    named = any(item.symbol == "a" and item.kind != "title" for item in before)
    return named or read.items[match.start("n")].kind == "summit-noun"


def _is_claim(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it is only a claim of somebody else who leads: `according to A, B met C`."""
    places = [at for at, item in enumerate(read.items) if item.kind == "according"]
    claims = (_CLAIMED.match(read.symbols, at) for at in places)
    took_part = range(match.start(), end(match))
    return any(claim and claim.end() - 1 not in took_part for claim in claims)


def _is_object(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who stands before the verb is with somebody: `before the meeting with A met B C`."""
    if not has(match, "s") or match.start("s") > match.start("v"):
        return False
    if _BEHIND.fullmatch(match["s"]):
        return False  # `after a call with the Kremlin, A met B`: what is before the comma is not A
    return read.symbols[: match.start("s")].rstrip("af").endswith("w")


def _is_to_others(read: Sentence, match: re.Match[str]) -> bool:
    """Whether they acted towards others (`spoke to reporters`), or another shape has the object."""
    if not has(match, "rest"):
        return False
    rest = match["rest"]
    audience = _AUDIENCE.match(rest)
    if audience and has(match, "n") and "w" in audience[0]:
        # `told A in a call to free B's hostages` says what for
        towards = read.items[match.start("rest") + audience[0].index("w")]
        is_purpose = towards.kind == "to" and not _TOWARDS.search(audience[0])
        audience = None if is_purpose else audience
    return bool(audience or _OBJECT.match(rest))


def _is_naming(read: Sentence, match: re.Match[str]) -> bool:
    """Whether `called` gives a name and is no call."""
    if not has(match, "tail") or read.items[match.start("v")].kind != "call":
        return False
    return bool(_NAMED.match(match["tail"])) and not _CALLED.match(match["tail"])

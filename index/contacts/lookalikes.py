"""Lookalikes: words that have the shape of a contact and are none.

A name given, a case of objects, a number that is wrong, a claim of somebody else.
"""

from __future__ import annotations

import re
from typing import Final

from index.contacts.matches import (
    FINITE,
    end,
    has,
    is_parted,
    is_subject_first,
    noun_group,
    until,
    verb_kind,
)
from index.contacts.symbols import Sentence

BARE: Final = frozenset("K,;mE")  # of these the names may stand in any case
IN_CASES: Final = ("came", "of", "whose")  # groups of shapes that name all in cases of objects
_NAMED: Final = re.compile("[aoq]")  # `called Putin a killer`
_CALLED: Final = re.compile("[af]*(?:[,;&wi]|$|t|T)|.{0,3}t")
ACCORDING: Final = frozenset({"according", "according-person"})
_CLAIMED: Final = re.compile("o[fa]*,?[PD]")
_ALLEGED: Final = re.compile("q?,q?[oaftXD]{0,6}(?P<by>x)[ot]{0,3}$")  # `A met B, a book claims`
_OWN: Final = re.compile("ao{0,2}[NGd]")  # `called his talks useful`
_SAID_OF: Final = re.compile("(?<=[FUS]);[oat]{0,4}$")  # `said that the talks with B were`
DONE: Final = frozenset("FUHKQRSMC")
_BREAK: Final = re.compile("[;,&]")
_WITH: Final = re.compile("w[af]*P")  # `after the meeting with A met B C`


def is_lookalike(read: Sentence, match: re.Match[str]) -> bool:
    """Whether the words only look like a shape: a name given, a case, a number that is wrong."""
    return any(
        is_wrong(read, match)
        for is_wrong in (
            _is_condition,
            _is_still_to_go,
            _is_about,
            _acted_before,
            _has_next_subject,
            _is_naming,
            _is_in_no_case,
            _is_carrier,
            _is_claim,
            _is_what_is_meant,
            _is_told_as_lasting,
        )
    )


def _is_what_is_meant(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a verb that nobody knows has the contact as its object: `thought of a talk with B`.

    In Romanian `la` is `at` and `of`; where other words part them it says when something was done.
    """
    begin = match.start(noun_group(match))
    at = max((at for at in range(begin + 1) if read.items[at].kind == "at"), default=-1)
    if at < match.start() or at < 1 or set(read.symbols[at + 1 : begin]) - set("oat"):
        return False
    is_thought = match["v"] == "i" and set(read.symbols[match.start() : at]).isdisjoint(DONE)
    return is_thought or read.items[at - 1].kind in {"passive", "past"}


def _is_told_as_lasting(read: Sentence, match: re.Match[str]) -> bool:
    """Whether nothing says that talks are over: `said that the dialogue with B is good`."""
    if not has(match, "n") or not has(match, "o") or match.start("n") < match.start("v"):
        return False
    lead = _SAID_OF.search(read.symbols, match.start("v"), match.start("n"))
    if not lead or read.items[lead.start()].kind != "break":
        return False
    behind = range(match.end("o"), until(read.symbols, match.end("o"), ";P"))
    return not any(read.symbols[at] in DONE or read.items[at].kind == "was" for at in behind)


def _is_condition(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it only would have been: `had A met B`, встретились бы."""
    before, behind = match.start() - 1, match.end("v")
    is_inverted = before >= 0 and read.items[before].kind == "had"
    return is_inverted or any(item.kind == "would" for item in read.items[behind : behind + 1])


def _is_still_to_go(read: Sentence, match: re.Match[str]) -> bool:
    """Whether somebody was only to go to talks: `promised B to come to talks`."""
    return any(item.kind == "to-go" for item in read.items[match.start() : end(match)])


def _acted_before(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who acted stands before the verb, and who stands behind it is no subject."""
    if has(match, "dative") and _is_somebodys(read, match.start("o")):
        return True
    if has(match, "dative") or has(match, "governed"):
        return not any(read.items[at].oblique for at in range(*match.span("o")))
    if match["v"] not in "SMC" or not has(match, "s") or match.start("s") < match.start("v"):
        return False
    before = _BREAK.split(read.symbols[: match.start("v")])[-1]
    return "P" in _WITH.sub("", before)


def _is_somebodys(read: Sentence, place: int) -> bool:
    """Whether a word that no table has stands before a name in a case: `the plane of A`."""
    before = read.items[max(0, place - 1) : place]
    is_place = read.symbols[max(0, place - 2) : place - 1] == "i"
    return any(item.is_unknown for item in before) and not is_place


def _has_next_subject(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who seems the object begins what follows: `held talks with Britain, Macron said`."""
    if not has(match, "o") or not is_parted(match, "o"):
        return False
    return read.symbols[match.end("o") : match.end("o") + 1] in FINITE


def _is_in_no_case(read: Sentence, match: re.Match[str]) -> bool:
    """Whether who should have acted stands in a case in which nobody acts."""
    if not has(match, "s") or match["v"] in BARE or any(has(match, one) for one in IN_CASES):
        return False
    if has(match, "several") and has(match, "o") and not has(match, "governed"):
        return False
    if "r" in read.symbols[match.end("s") : match.start("v")]:
        return False  # `..., who met B`: a relative clause has a subject of its own
    beside = [at for at in range(*match.span("s")) if read.items[at].kind == "together-with"]
    return any(
        read.items[at].oblique
        for at in range(match.start("s"), min(beside, default=match.end("s")))
    )


def _is_about(read: Sentence, match: re.Match[str]) -> bool:
    """Whether others were spoken of: `spoke about A and B`, `thanked B for the letter`."""
    if has(match, "n") and match["n"] == "L" and _is_letter_about(read, match):
        return True
    if (has(match, "gap") and _is_of_another(read, match)) or _has_tie(read, match):
        return True
    if match["v"] != "S":
        return False
    before = read.items[match.end("v") : match.start("s")] if has(match, "s") else ()
    if any(item.kind == "about" for item in before):
        return True
    named = match.start("o") if has(match, "o") else 0
    about = [at for at in range(match.start("v"), named) if read.items[at].kind == "about"]
    return any(set(read.symbols[at:named]) & set("NGd") for at in about)


def _is_letter_about(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a letter is about who seems to get it, or thanks are for one."""
    begin = match.end("v") if match["v"] == "U" else match.end("n")
    about = {"about"} if has(match, "thanks") else {"about", "thanks-for"}
    return any(item.kind in about for item in read.items[begin : end(match)])


def _has_tie(read: Sentence, match: re.Match[str]) -> bool:
    """Whether what stands before `with` is somebody's tie: `talked about the border with B`."""
    before = match.start("o") - 2 if has(match, "o") else -1
    return before > match.start("v") and read.items[before].kind == "tie"


def _is_of_another(read: Sentence, match: re.Match[str]) -> bool:
    """Whether words before `with` have it: `talked about ties with B`, `before talks with B`."""
    gap = read.items[slice(*match.span("gap"))]
    is_noun = bool(gap) and gap[-1].symbol == "G" and gap[-1].kind != "summit-noun"
    parted = (item for item in gap if item.symbol == ";" and item.kind != "after")  # 17:00
    return is_noun or any(parted) or any(item.kind == "about" for item in gap)


def _is_carrier(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a letter is from somebody else than who hands it over."""
    if match["v"] == "R" and not has(match, "n"):  # `received support from B`
        between = read.items[match.end("v") : match.end("o")] if has(match, "o") else ()
        return any(item.symbol == "f" and item.is_prefix for item in between)
    is_letter = match["v"] == "m" or (match["v"] == "U" and has(match, "n") and "L" in match["n"])
    if not is_letter or not is_subject_first(match):
        return False
    between = read.items[match.start("v") : match.end() + 2]
    return any(item.kind == "from" for item in between)


def _is_claim(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it is only a claim of somebody else: `according to A, B met C`, known or not."""
    if any(
        read.items[one.start("by")].kind == "alleged" for one in _ALLEGED.finditer(read.symbols)
    ):
        return True
    places = [at for at, item in enumerate(read.items) if item.kind in ACCORDING]
    claims = (_CLAIMED.match(read.symbols, at) for at in places)
    took_part = range(match.start(), end(match))
    if any(claim and claim.end() - 1 not in took_part for claim in claims):
        return True
    behind = (read.items[at + 1] for at in places[:1] if read.items[at].kind == "according-person")
    return any(item.is_unknown for item in behind)


def _is_naming(read: Sentence, match: re.Match[str]) -> bool:
    """Whether `called` gives a name and is no call."""
    if match["v"] == "C" and _OWN.match(read.symbols, match.end("v")):
        return read.items[match.end("v")].kind == "own"
    if not has(match, "tail") or verb_kind(read.items, match) != "call":
        return False
    return bool(_NAMED.match(match["tail"])) and not _CALLED.match(match["tail"])

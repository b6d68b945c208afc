"""Company: did others take part in a contact than those whom a shape names?

A summit of many, a list of which one is known to no table, a call to somebody else.
"""

from __future__ import annotations

import re
from typing import Final

from index.contacts.matches import has, is_subject_first, noun_group, verb_kind
from index.contacts.symbols import Sentence

TITLES: Final = frozenset({"title", "leaders"})
_TOWARDS: Final = re.compile("[oatiTz]{0,4},?w")
_LETTER: Final = re.compile("^[^U]*L")  # who told another in it does so to him
_LISTED: Final = re.compile(r"(?:^|;)[^FSUMHCRQKgmWEhu;]*P(?:,[^P,]{1,24},)?,?&w?[af]*$")
# `A, C and B met`, where no table has the first or the last
_UNKNOWN_FIRST: Final = re.compile(r"(?P<unknown>(?:^a|(?<=[,;])a|(?<=^o))a{1,2}),a*P")
_UNKNOWN_LAST: Final = re.compile(r"[^;]*,?&(?P<unknown>[af]+),?(?:,[^,;]{1,24},)?[otTi,]{0,8}$")


def has_others(read: Sentence, match: re.Match[str]) -> bool:
    """Whether others took part, or more than are named."""
    return any(
        is_wrong(read, match)
        for is_wrong in (_is_of_many, _is_one_of_many, _is_with_others, _is_rest_of_list)
    )


def _is_with_others(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a call or a letter was with somebody else; `in a call to free C` says what for."""
    if not has(match, "alone"):
        return False
    towards = _TOWARDS.match(read.symbols, match.end("alone"))
    if not towards:
        return False
    if read.items[towards.end() - 1].kind == "object-mark":
        return "L" in match[0] and read.symbols[towards.end() :].startswith("a")  # un mesaj pe X
    is_purpose = read.items[towards.end() - 1].kind == "to" and not _LETTER.search(match[0])
    return not is_purpose or read.symbols[towards.end() : towards.end() + 1] != "o"


def _is_rest_of_list(read: Sentence, match: re.Match[str]) -> bool:
    """Whether more than are read acted: `A, fresh off the train, and B met C`."""
    if not is_subject_first(match):
        return False
    if _LISTED.search(read.symbols[: match.start("s")]):
        return True
    first = _UNKNOWN_FIRST.match(read.symbols, *match.span("s"))
    if first and "&" in match["s"] and not _has_title(read, first):
        return True
    if not has(match, "several") or not has(match, "o"):
        return False
    last = _UNKNOWN_LAST.fullmatch(read.symbols, match.end("o"), match.start("v"))
    return last is not None and len(last["unknown"]) > 1


def _has_title(read: Sentence, found: re.Match[str]) -> bool:
    """Whether words before a comma and a name say who that is: `the president, A`."""
    return any(read.items[at].kind for at in range(*found.span("unknown")))


def _is_of_many(read: Sentence, match: re.Match[str]) -> bool:
    """Whether what they did was at a summit, or at somebody's meeting: `at a NATO meeting`."""
    if verb_kind(read.items, match) == "sidelines":
        return True
    if not has(match, "plain"):
        return False
    before = read.items[slice(*match.span("plain"))]
    if any(item.kind == "their" for item in before):
        return False
    named = any(item.symbol == "a" and item.kind not in TITLES for item in before)
    return named or read.items[match.start(noun_group(match))].kind == "summit-noun"


def _is_one_of_many(read: Sentence, match: re.Match[str]) -> bool:
    """Whether they took part in a summit, where many do."""
    if not verb_kind(read.items, match).startswith("participate") or not has(match, "n"):
        return False
    noun = match.start("n")
    is_joint = any(item.kind in {"as-group", "joint"} for item in read.items[noun : noun + 2])
    return read.items[noun].kind == "summit-noun" and not is_joint

"""Groups: have the words of a shape's groups the classes that the groups need?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.contacts.group_classes import AMONG_WORDS, FACES, LENGTHS, OF_VERBS, OF_WORDS
from index.contacts.matches import has, is_in_house, verb_kind
from index.contacts.symbols import Sentence
from index.contacts.vocabulary import MANY

MARKS: Final = frozenset({"object-mark", "face-mark"})
_HER: Final = re.compile("a(?:[itTw,;&]|ot|$)")
AFTER: Final = frozenset({"after", "after-which"})
# a day, by telephone, in such a place, out of a plane; a guest `who arrived on a visit`
_BETWEEN: Final = re.compile("(?:[tTVy]|i[oa]{0,4}[va](?:fa)?|f[ov]|,?r[oatifvw]{0,7},?)*")
_ASIDE: Final[Mapping[str, str]] = {"arrived": "r", "abode": "v", "adverb": "y", "face": "y"}
# a pronoun that stands for an object, and verbs that bear one
HIM: Final = frozenset({"him", "him-object", "host-him", "call-him", "meet-him"})


def is_of_another_kind(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a word has the symbol that a shape needs, but not the class."""
    return any(
        is_wrong(read, match)
        for is_wrong in (
            _is_of_another_class,
            _has_no_length,
            _lacks_word,
            _lacks_pronoun,
            _is_not_after,
            _is_not_theirs,
            _is_not_bare,
            _is_not_marked,
            _is_nowhere,
            _is_another_object,
            _is_not_there,
        )
    )


def _is_of_another_class(read: Sentence, match: re.Match[str]) -> bool:
    """Whether a word is not of the kind that its shape needs: in the plural, weak, a colon."""
    kind = verb_kind(read.items, match)
    if any(has(match, group) and kind not in own for group, own in OF_VERBS.items()):
        return True
    words = ((group, own) for group, own in OF_WORDS.items() if has(match, group))
    if any(read.items[match.start(group)].kind not in own for group, own in words):
        return True
    is_one = has(match, "plural") and not kind.endswith((MANY, "speak"))
    is_one |= has(match, "several") and not kind.endswith(MANY)
    is_strong = has(match, "weak") and not kind.startswith("discuss")
    return is_one or is_strong or (match["v"] == ";" and bool(kind))


def _has_no_length(read: Sentence, match: re.Match[str]) -> bool:
    """Whether somebody spent with another no hours: `spent money on talks with B`."""
    if not has(match, "length"):
        return False
    spent = read.items[match.end("v") : match.start("o")]
    return {item.kind for item in spent}.isdisjoint(LENGTHS | {"adverb"})


def _lacks_word(read: Sentence, match: re.Match[str]) -> bool:
    """Whether the word is missing that makes it theirs: `at their talks`, `hours together`."""
    groups = ((group, kinds) for group, kinds in AMONG_WORDS.items() if has(match, group))
    return any(
        all(item.kind not in kinds for item in read.items[slice(*match.span(group))])
        for group, kinds in groups
    )


def _lacks_pronoun(read: Sentence, match: re.Match[str]) -> bool:
    """Whether the pronoun is missing that stands for an object."""
    if not has(match, "him"):
        return False
    verb = match.start("v")
    if read.items[verb + 1 : verb + 2] and _is_her(read, verb + 1):
        return False
    return {item.kind for item in read.items[verb : verb + 2]}.isdisjoint(HIM)


def _is_her(read: Sentence, place: int) -> bool:
    """Whether `her` is an object and owns nothing: `called her about X`."""
    if read.items[place].kind != "own":
        return False
    behind = read.items[place + 1 : place + 2]
    return bool(_HER.match(read.symbols, place)) or any(item.kind == "about" for item in behind)


def _is_another_object(read: Sentence, match: re.Match[str]) -> bool:
    """Whether words before a name in a case may govern it: `received the envoy of B`."""
    if not has(match, "between"):
        return False
    between = read.items[slice(*match.span("between"))]
    return not _BETWEEN.fullmatch("".join(_ASIDE.get(item.kind, item.symbol) for item in between))


def _is_not_after(read: Sentence, match: re.Match[str]) -> bool:
    """Whether what they did was not after the talks."""
    return has(match, "after") and read.items[match.start("after") - 1].kind not in AFTER


def _is_not_theirs(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it is not said whose meeting it was: `at their meeting`."""
    if not has(match, "theirs"):
        return False
    words = read.items[match.start("v") : match.end("n")]
    return not any(item.kind.startswith("their") for item in words)


def _is_not_bare(read: Sentence, match: re.Match[str]) -> bool:
    """Whether behind a meeting a word stands that may say of whom: of the cabinet."""
    if not has(match, "bare"):
        return False
    return any(item.is_unknown for item in read.items[slice(*match.span("bare"))])


def _is_not_marked(read: Sentence, match: re.Match[str]) -> bool:
    """Whether an object has no mark, or another than its verb needs: Hebrew `receive the face`."""
    if verb_kind(read.items, match) == "welcome" and not has(match, "hands"):
        between = read.items[match.end("v") : match.start("o")] if has(match, "o") else ()
        return not any(item.kind == "face-mark" for item in between)
    return has(match, "marked") and read.items[match.start("marked")].kind not in MARKS


def _is_not_there(read: Sentence, match: re.Match[str]) -> bool:
    """Whether nothing says that they were in one place: face to face, in the Oval Office."""
    if not has(match, "there"):
        return False
    begin, stop = match.span("there")
    if any(item.kind == "appeal" for item in read.items[match.start() : begin]):
        return True
    if any(item.kind in FACES for item in read.items[begin:stop]):
        return False
    return not is_in_house(read.symbols, read.items, begin, stop)


def _is_nowhere(read: Sentence, match: re.Match[str]) -> bool:
    """Whether what should be the place of a signature has no name of its own."""
    if not has(match, "town"):
        return False
    return not any(item.is_name for item in read.items[slice(*match.span("town"))])

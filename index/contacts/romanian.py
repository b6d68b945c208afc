"""Romanian: what do words that mean several things mean in their sentence?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

# with pronouns of whom something is said or done to
TO_SOMEBODY: Final = ("i-a ", "i-au ", "le-a ", "le-au ", "să-i", "a-i")
IN: Final = ("de la", "din")
ARTICLES: Final = ("ul", "le", "a", "ii", "lui")  # how nouns end that have one
_BEFORE: Final = re.compile("f(?=o)")
_PLACE: Final = re.compile("(?<=[NGd])f(?=[ao])")
_ON: Final = re.compile("[wf](?=t)")
_PARTICIPLE: Final = re.compile(r"\w+(?:[aiuâî]t|[aeiuâptnr]s|pt|rt)(?:-o)?")


# the verb that makes a past tense, alone or behind pronouns: bare, with `-se`, with whom or to whom
PERFECT: Final[Mapping[str, str]] = {
    **dict.fromkeys(("a", "au", "s-a", "s-au", "și-a", "și-au", "si-a", "si-au"), "past"),
    **dict.fromkeys(("l-a", "l-au", "i-a", "i-au", "le-a", "le-au"), "tell"),
}
PARTED: Final = 3  # words up to the day in `a luat joi masa`
HOLD: Final = "hold"  # talks, of which a pronoun may remind: `le-a purtat`, `a inițiat-o`
BEEN: Final = "fost"
LAST: Final = "last"  # `trecut` is a participle too
UNITS: Final = ("ceas", "ceasuri", "minut", "minute", "oră", "ore", "zi", "zile")
BESIDE: Final = ("alături de", "împreună cu")
_LASTING: Final = re.compile("(?<=[NGd])f(?=(o{1,3}(?:fo)?))")
_TO_PLACE: Final = re.compile("w(?=i)")
_TOO: Final = re.compile("(?<=[SMCHR])&(?=t)")  # l-a sunat și joi
_JOINED: Final = re.compile("(?<=[SMCo])&(?=a*P)")
# what may part it from its participle
WITHIN: Final = frozenset({"mai", "tot", "și", "cam", "prea"})


def past(own: Sequence[str], known: Mapping[str, str]) -> tuple[int, str] | None:
    """The length and the class of a past tense that is not in the table as it stands, if any.

    Given words of a sentence from it on: `s-a mai întâlnit` is `s-a întâlnit`, and a verb that
    nobody knows says that something was done, or done to somebody.
    """
    first, *words = own
    if not words:
        return None
    skipped = 1 if words[0] in WITHIN and len(words) > 1 else 0
    rest = words[skipped:]
    for count in range(len(rest) if skipped else 0, 0, -1):
        if kind := known.get(" ".join([first, *rest[:count]])):
            return 1 + skipped + count, kind
    bare = known.get(f"{first.rpartition('-')[2]} {rest[0].removesuffix('-o')}", "")
    if bare.startswith(HOLD):
        return 2 + skipped, bare
    been = 1 if rest[0] == BEEN and len(rest) > 1 else 0  # `was agreed`
    participle = rest[been]
    is_new = known.get(participle) in {None, LAST} and bool(_PARTICIPLE.fullmatch(participle))
    if not is_new:
        return None
    return 2 + skipped + been, "passive" if been else PERFECT[first]


def parted(own: Sequence[str], known: Mapping[str, str]) -> tuple[int, str] | None:
    """The length and the class of a phrase with a word more behind its verb: `a luat joi masa`."""
    phrases = (
        (stop, known.get(" ".join([*own[: PARTED - 1], *own[PARTED:stop]])))
        for stop in range(len(own), PARTED, -1)
    )
    return next(((stop, kind) for stop, kind in phrases if kind), None)


def settled(symbols: str, words: Sequence[str]) -> str:
    """The symbols of a sentence, given its words, where these may mean several things.

    `a` before a participle is the verb that makes a past tense, `pe` or `de` before a day is
    nothing, `de la` before a place says where talks were, and `de` before hours how long.
    """
    past = _BEFORE.sub(lambda found: "o" if _is_past(words, found.start()) else "f", symbols)
    at = _PLACE.sub(lambda found: "i" if words[found.start()] in IN else "f", past)
    at = _LASTING.sub(lambda found: "o" if _is_length(words, found) else "f", at)
    at = _JOINED.sub(lambda found: "w" if words[found.start()] in BESIDE else "&", at)
    return _ON.sub("t", _TOO.sub("t", _TO_PLACE.sub("o", at)))


def _is_length(words: Sequence[str], found: re.Match[str]) -> bool:
    """Whether words behind `de` say how long talks were: `de o oră`, `de 45 de minute`."""
    return any(word.endswith(UNITS) for word in words[found.end() : found.end(1)])


def _is_past(words: Sequence[str], at: int) -> bool:
    return words[at] == "a" and bool(_PARTICIPLE.fullmatch(words[at + 1]))


def is_dative(before: Sequence[str]) -> bool:
    """Whether `lui`, the last word before a name, says to whom: `i-a cerut scuze lui A`.

    Behind a noun with an article it says whose that is: `i-a arătat planul lui A`.
    """
    *others, word, of = before
    if of != "lui" or word.endswith(ARTICLES):
        return False
    return any(words.casefold().startswith(TO_SOMEBODY) for words in (*others, word))

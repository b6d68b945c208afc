"""Russian: what words are by those that stand around them: an eve, a guest, a number of talks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Final

_ATTRIBUTIVE: Final = ("его", "ей", "ем", "ему", "ий", "им", "их", "ую", "ая")
_PAST: Final = tuple(f"вш{ending}{own}" for ending, own in product(_ATTRIBUTIVE, ("", "ся")))
_PRESENT: Final = tuple(
    f"{stem}{ending}{own}"
    for stem, ending, own in product(("ющ", "ащ", "ящ", "ущ"), _ATTRIBUTIVE, ("", "ся"))
)
# a word that becomes another symbol: where it stands, how it ends, which symbol
_EVE: Final = re.compile("(?<!r)B(?=a*P|[,FSUMHCRKQgN])")  # of what is told, and of no summit
_SETTLED: Final = (
    (_EVE, ("накануне",), "t"),
    # `the talks held on Friday`
    (re.compile("(?<=[iwf;])K(?=[oatB]{0,4}(?:i[oa]{1,2})?[GNd])"), _PAST, "o"),
    # `asked B by phone to wait`
    (re.compile("x(?=a*P[ot]{0,3}(?:T|i[oat]{0,3}N))"), ("просил", "просила"), "U"),
    # `in a letter to B A asked to wait`, `having met B, A asked to wait`
    (re.compile("L[oatfw]{0,3}P(?:,?a*P)?t{0,2}x"), ("просил", "просила"), "U"),
    (re.compile("^[jk][otia]{0,8}w?a*P[otia]{0,4},a*Pt{0,2}x"), ("просил", "просила"), "U"),
    (re.compile("(?<=L)X"), ("ам", "ям"), "w"),  # `in a letter to voters`
    (re.compile("(?<=a)e"), "", "o"),  # по инициативе французской стороны
)
# words that belong to a name in their own case: `with the head of Chinese diplomacy B`
_TITLES: Final = (
    (re.compile("(?<=w)a*o{1,4}(?=a*P)"), ("ом", "ем", "ём", "ым", "им", "ой", "ей", "ою", "ею")),
    (re.compile("(?<=C)a*o{1,4}(?=a*P)"), ("у", "ю", "е")),
)
_GUEST: Final = re.compile("o[oatiwB]{0,7}(?=a*P)")  # `who arrived on a visit, A`: all of it his
_OTHER: Final = re.compile("o(?:[at]|i[oa]{1,2}){0,3}(?=a*P)")  # `who was resting in Sochi, A`
_SUBJECTS: Final = ("ий", "ийся", "ая", "аяся")
OBLIQUE: Final = "oblique"  # the class of a name in a case that no subject has
_INFINITIVES: Final = ("ть", "ться", "ти", "чь")
_COUNTED: Final = re.compile("(?<=[HC])y[,;](?=w)")  # `held two talks: with A and B`
# to whom a letter is, behind what it was written for: `sent wishes on his birthday to President A`
_ADDRESSED: Final = re.compile("L[oatif]{2,16}P")
_TO: Final = ("ту", "ру", "лю", "рю", "лаве")
_MEETINGS: Final = ("встречи", "беседы")


def settled(
    symbols: str, words: Sequence[str], kinds: Sequence[str]
) -> tuple[str, dict[int, tuple[str, str]]]:
    """The symbols of a sentence, and those items that get a symbol and class of their own.

    A name in a case of objects has that for its class. The day on which a guest arrived is not
    that of what is told.
    """
    own: dict[int, tuple[str, str]] = {}
    for start, end in _guests(symbols, words, kinds):
        symbols = symbols[:start] + "a" * (end - start) + symbols[end:]
        own.update(dict.fromkeys(range(start + 1, end), ("a", "")))
    own.update((at, ("x", "subjunctive")) for at in _infinitives(words))
    own.update((at, ("a", "source")) for at in _sources(symbols, kinds))
    for pattern, ending, sign in _SETTLED:
        for at in [found.end() - 1 for found in pattern.finditer(symbols)]:
            if words[at].casefold().endswith(ending):
                symbols = symbols[:at] + sign + symbols[at + 1 :]
                own |= {at: ("t", "yesterday")} if pattern is _EVE else {}
    for start, end in _titles(symbols, words, kinds):
        symbols = symbols[:start] + "a" * (end - start) + symbols[end:]
    for at in _addressed(symbols, words, kinds):
        symbols = symbols[:at] + "w" + symbols[at + 1 :]
    return _COUNTED.sub(lambda found: _talks(words[found.start()]), symbols), own


def _guests(symbols: str, words: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where participles stand with what belongs to them before a name in their case."""
    for at, kind in enumerate(kinds):
        is_other = not kind and words[at].endswith(_PAST + _PRESENT)
        guest = (_GUEST if kind == "arrived" else _OTHER).match(symbols, at)
        if not guest or not (kind == "arrived" or is_other):
            continue
        is_oblique = kinds[symbols.index("P", guest.end())] == OBLIQUE
        if not (is_oblique and words[at].endswith(_SUBJECTS)):
            yield guest.span()


def _infinitives(words: Sequence[str]) -> Iterator[int]:
    """Where somebody was asked not to do something."""
    for at, (word, behind) in enumerate(pairwise(words)):
        if word.casefold() == "не" and behind.endswith(_INFINITIVES):
            yield at


def _sources(symbols: str, kinds: Sequence[str]) -> Iterator[int]:
    """Where a residence is who said it: `the Kremlin said`."""
    for at, kind in enumerate(kinds):
        around = {symbols[max(0, at - 2) : at][:1], symbols[at + 1 : at + 2]}
        if kind == "residence" and around & {"F", "U"}:
            yield at


def _titles(symbols: str, words: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words that no table has stand before a name in the case that their verb needs."""
    for titled, case in _TITLES:
        for found in titled.finditer(symbols):
            known = set(kinds[found.start() : found.end()]) - {"", "title"}
            name = words[symbols.index("P", found.end())]
            if not known and name.endswith(case):
                yield found.span()


def _addressed(symbols: str, words: Sequence[str], kinds: Sequence[str]) -> Iterator[int]:
    """Where the word stands before a title in the case of those to whom a letter is."""
    for found in _ADDRESSED.finditer(symbols):
        for at in range(found.start() + 2, found.end() - 1):
            if kinds[at] == "title" and words[at].casefold().endswith(_TO):
                yield at - 1
                break


def _talks(counted: str) -> str:
    """What was counted: meetings or calls, and the mark behind them."""
    return ("G" if counted.casefold().endswith(_MEETINGS) else "N") + "o"

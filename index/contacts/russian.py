"""Russian: what words are by those that stand around them: an eve, a guest, a number of talks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_EVE: Final = re.compile("(?<!r)B(?=a*P|[,FSUMHCRKQgN])")  # of what is told, and of no summit
_GUEST: Final = re.compile("o[oatiwB]{0,7}(?=a*P)")  # `who arrived on a visit, A`: all of it his
_COUNTED: Final = re.compile("(?<=[HC])y[,;](?=w)")  # `held two talks: with A and B`
_READERS: Final = re.compile("(?<=L)X")  # `in a letter to voters`
_HELD: Final = re.compile("(?<=[iwf;])K(?=[otB]{0,3}(?:i[oa]{1,2})?[GNd])")  # `the talks held`
_PARTICIPLE: Final = re.compile(r"\w+(?:вш|ющ|ащ|ящ|ущ)(?:его|ему|им|ую|ей|ий|ая)(?:ся)?")
_PAST: Final = re.compile(r"\w+вш(?:его|ей|ем|их|ую|им)(?:ся)?")
_SIDE: Final = re.compile("(?<=a)e")  # по инициативе французской стороны
_EVES: Final = frozenset({"накануне"})
_DATIVES: Final = ("ам", "ям")
_MEETINGS: Final = ("встречи", "беседы")


def settled(
    symbols: str, words: Sequence[str], kinds: Sequence[str]
) -> tuple[str, dict[int, tuple[str, str]]]:
    """The symbols of a sentence, and those items that get a symbol and class of their own.

    The day on which a guest arrived is not that of what is told.
    """
    signs, own = list(symbols), {}
    for at, kind in enumerate(kinds):
        is_participle = kind == "arrived" or (not kind and _PARTICIPLE.fullmatch(words[at]))
        if is_participle and (guest := _GUEST.match(symbols, at)):
            signs[at : guest.end()] = "a" * len(guest[0])
            own.update(dict.fromkeys(range(at + 1, guest.end()), ("a", "")))
    for found in _HELD.finditer(symbols):
        if _PAST.fullmatch(words[found.start()]):
            signs[found.start()] = "o"
    for found in _EVE.finditer("".join(signs)):
        if words[found.start()].casefold() in _EVES:
            signs[found.start()] = "t"
            own[found.start()] = ("t", "yesterday")
    counted = _COUNTED.sub(lambda found: _talks(words[found.start()]), "".join(signs))
    to_readers = _READERS.sub(lambda found: _readers(words[found.start()]), counted)
    return _SIDE.sub("o", to_readers), own


def _talks(counted: str) -> str:
    """What was counted: meetings or calls, and the mark behind them."""
    return ("G" if counted.casefold().endswith(_MEETINGS) else "N") + "o"


def _readers(people: str) -> str:
    """What people behind a letter are: those to whom it was, or any."""
    return "w" if people.endswith(_DATIVES) else "X"

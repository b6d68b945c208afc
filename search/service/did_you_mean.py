"""Did you mean: what may a reader have meant who typed a word that no article has?

Two mistakes are undone: the keyboard was set to another language (`b,bhvu` for נתניהו), or a letter
or two are wrong. What is offered stands in the index, and is never searched unasked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from search.analysis.normalize import normalize
from search.analysis.tokens import EXACT
from search.engine.matching import distance
from search.engine.port import Engine

# letters of a word whose spelling is doubted; most shorter ones are a letter from many others
SHORTEST_CORRECTED: Final = 4
SHORTEST_LAYOUT: Final = 3  # letters of a word that another keyboard makes of what was typed
TWO_EDITS_FROM: Final = 8  # letters of a word in which two may be wrong
MOST_CANDIDATES: Final = 12  # words of a query that are looked up
MOST_OFFERS: Final = 3  # words that another is looked for: each is several searches
MOST_NEIGHBOURS: Final = 4_000  # words that begin alike and are compared

# What stands between spaces and parentheses, without the quotation marks around it and a minus
# before.
_CHUNK: Final = re.compile(r'[^\s()"“”„«»-][^\s()]*?(?=["“”„«»]*(?:[\s()]|$))')
_PLAIN: Final = re.compile(r"[^:*~=]+")  # fields, beginnings and exact letters are meant
_WORD: Final = re.compile(r"\w(?:[\w'’״׳\"]*\w)?")
_OPERATORS: Final = frozenset({"AND", "OR", "NOT"})

IsThere = Callable[[str], bool]


def did_you_mean(query: str, engine: Engine, is_there: IsThere) -> str | None:
    """The query with what may have been meant by each word that `is_there` denies.

    None without an offer.
    """
    chunks = [found for found in _CHUNK.finditer(query) if _is_doubtful(found[0])][:MOST_CANDIDATES]
    missing = [found for found in chunks if not is_there(found[0])][:MOST_OFFERS]
    offer = query
    for found in reversed(missing):  # from the end, so that the places before stay
        start, end, other = _other(found, engine, is_there)
        offer = offer[:start] + other + offer[end:]
    return None if offer == query else offer


def _is_doubtful(chunk: str) -> bool:
    return bool(_PLAIN.fullmatch(chunk)) and chunk not in _OPERATORS


def _other(found: re.Match[str], engine: Engine, is_there: IsThere) -> tuple[int, int, str]:
    """A place of the query and what to write there.

    What stands there already if nothing is known.
    """
    chunk, words = found[0], list(_WORD.finditer(found[0]))
    retyped = next(filter(is_there, on_other_keyboards(chunk)), None)
    if retyped is not None or not 0 < len(words) <= MOST_CANDIDATES:
        return *found.span(), retyped or chunk
    missing = next((word for word in words if not is_there(word[0])), None)
    if missing is None:  # Putin-Netanyahu, who are never named side by side
        return *found.span(), " ".join(word[0] for word in words)
    near = nearest(normalize(missing[0]), engine) or missing[0]
    return found.start() + missing.start(), found.start() + missing.end(), near


def on_other_keyboards(typed: str) -> Iterator[str]:
    """What the same keys write when the keyboard is set otherwise.

    Latin to any, and any to Latin.
    """
    latin, *others = _layouts()
    for other in others:
        for here, there in ((latin, other), (other, latin)):
            keys = dict(zip(here, there, strict=True))
            written = "".join(keys.get(char, "\0") for char in typed.casefold())
            letters = sum(map(str.isalpha, written))
            if (
                "\0" not in written
                and letters == len(written) >= SHORTEST_LAYOUT
                and written != typed.casefold()
            ):
                yield written


def nearest(word: str, engine: Engine) -> str | None:
    """The word of the index that is fewest letters away.

    Of several, the one that most articles have.
    """
    if len(word) < SHORTEST_CORRECTED:
        return None
    most = 1 + (len(word) >= TWO_EDITS_FROM)
    rows = [(1, -frequency, term) for term, frequency in engine.frequencies(_slips(word)).items()]
    for term, frequency in islice(engine.words(EXACT + word[: _sure(word)]), MOST_NEIGHBOURS):
        if abs(len(term) - len(EXACT) - len(word)) <= most:
            rows.append((distance(word, term.removeprefix(EXACT)), -frequency, term))
    near = [row for row in rows if 0 < row[0] <= most and row[1]]
    return min(near)[2].removeprefix(EXACT) if near else None


def _sure(word: str) -> int:
    """The letters at the start of a word that its neighbours share.

    A mistake in these is looked for letter by letter.
    More of them make fewer neighbours to compare, and more ways to begin otherwise.
    """
    return 2 if len(word) < TWO_EDITS_FROM else 3


def _slips(word: str) -> set[str]:
    """The terms of words with one mistake among the first letters, or two swapped anywhere."""
    letters = _alphabet(word)
    found = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    for at in range(_sure(word)):
        start, rest = word[:at], word[at:]
        found |= {start + rest[1:]}
        found |= {start + letter + end for letter in letters for end in (rest, rest[1:])}
    return {EXACT + other for other in found - {word}}


def _alphabet(word: str) -> Iterable[str]:
    """The letters of the first keyboard that can write a word's first letter."""
    layout = next((keys for keys in _layouts() if word[0] in keys), word)
    return sorted({key for key in layout if key.isalpha()})


@cache
def _layouts() -> tuple[str, ...]:
    """What the keys of each keyboard write, in one order."""
    _, *rows = Path(__file__).with_name("layouts.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(row.split("\t")[2] for row in rows)

"""Appositions: which Russian words before a name are offices of him whom they name?

`with the head of the commission on foreign affairs, foreign minister A`: one person with two
offices, in one case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from search.analysis.lexicon import lexicon_of

OFFICES: Final = frozenset({"title", "minister", "person", "peer"})
OWN: Final = OFFICES - {"person"}  # of those who work for nobody who is named
# offices with what they are offices of, a comma behind each but the last
_CHAIN: Final = re.compile("[aX][aoX]{0,14}(?:,[aoX]{1,15}){1,3}(?=P)")
_BEHIND: Final = re.compile("[aoX],[aoX]{1,15}P")  # the end of any chain
# by its last letters a noun stands in one of these cases, or else as subjects do
_CASES: Final = (
    ("with", re.compile("(?:ом|ем|ём|ым|им|ой|ей)$")),
    ("to", re.compile("(?:ому|ему|у|ю)$")),
    ("of", re.compile("(?:ого|его|а|я|ы)$")),
)
_SURNAME: Final = re.compile("(?:ов|ев|ёв|ин|ын)(?:ым|ом|ой|у|а)?$")
_UNCHANGED: Final = "оиеэ"  # the last letter of a name that has no cases


def appositions(
    symbols: str, words: Sequence[str], kinds: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Where offices stand one behind another before a name, from the first to the last."""
    for found in _CHAIN.finditer(symbols) if _BEHIND.search(symbols) else ():
        start, end = found.span()
        *segments, (last, _) = _segments(symbols, start, end)
        office = next((at for at in range(last, end) if kinds[at] in OFFICES), end)
        case = _case(words[office])
        if office == end or not _fits(words[end], case):
            continue
        if any(_case(words[at]) != case for at in range(last, office)):
            continue  # `with the ambassador, then with minister A`
        heads = [_head(words, kinds, *segment, case) for segment in segments]
        # a segment without an office in that case parts the chain
        broken = max((place for place, head in enumerate(heads) if head < 0), default=-1)
        if broken + 1 < len(heads) and _is_own(kinds, heads[broken + 1], office, end):
            yield heads[broken + 1], end


def _segments(symbols: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words between commas."""
    commas = [at for at in range(start, end) if symbols[at] == ","]
    return list(zip((start, *(at + 1 for at in commas)), (*commas, end), strict=True))


def _is_own(kinds: Sequence[str], head: int, last: int, end: int) -> bool:
    """Whether the last office is that of who is named, and not of one who works for him."""
    return kinds[head] in OWN or (kinds[last] in OWN and "person" not in kinds[last:end])


def _head(words: Sequence[str], kinds: Sequence[str], start: int, end: int, case: str) -> int:
    """Where an office in a case begins; -1 if there is none, or somebody's name stands there."""
    heads = (at for at in range(start, end) if kinds[at] in OFFICES and _case(words[at]) == case)
    head = next(heads, -1)
    is_named = any(_is_name(words[at], kinds[at]) for at in range(head + 1, end))
    return -1 if head < 0 or is_named else head


def _case(word: str) -> str:
    head = word.casefold().partition(" ")[0]
    return next((case for case, ending in _CASES if ending.search(head)), "")


def _fits(name: str, case: str) -> bool:
    """Whether a name may stand in a case: Путина is not with whom somebody met."""
    own = _case(name.rpartition(" ")[2])
    return case in {"", own} or own == "" or name[-1] in _UNCHANGED


def _is_name(word: str, kind: str) -> bool:
    """Whether a word is a name of somebody: with a capital, and in no dictionary or a surname."""
    if kind or not word[:1].isupper() or word.isupper() or " " in word:
        return False
    return lexicon_of("ru").lemma(word.casefold()) is None or bool(_SURNAME.search(word))

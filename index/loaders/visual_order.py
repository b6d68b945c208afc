"""Visual order: in which order is a line read that is known only as it is shown?

Unicode's rules go from reading to showing, and several texts may be shown alike: `Dun's 100` in a
line of Hebrew is one if it was written so, and if the number stood before the name. Here the more
usual one is taken: what goes from the left is read from the left as far as it reaches.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

RIGHT: Final = frozenset({"R", "AL"})  # of Unicode's classes of direction, the letters
NUMBER_KINDS: Final = frozenset({"EN", "AN"})
BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»"}
PAIR_OF: Final = {one: (left, right) for left, right in BRACKETS.items() for one in (left, right)}
AFTER_OPEN: Final = frozenset("\"'“„׳״-–־([{")  # behind these a bracket may open without a space
BEFORE_CLOSED: Final = frozenset(".,;:!?)]}\"'”״׳")


def reading_order(shown: Sequence[str], *, right_to_left: bool) -> list[int]:
    """Which of the letters, given from left to right, comes where when the line is read."""
    kinds = [unicodedata.bidirectional(one[0]) for one in shown]
    if "AL" in kinds:  # in Arabic no sign but a comma, a stop or a slash belongs to a number
        kinds = ["ON" if kind in {"ES", "ET"} else kind for kind in kinds]
    if right_to_left:
        return list(_from_right(shown, kinds, 0, len(shown)))
    order: list[int] = []
    place = 0
    while place < len(shown):
        end = _last(kinds, place, RIGHT, {"L"}) if kinds[place] in RIGHT else place
        order += _from_right(shown, kinds, place, end + 1)
        place = end + 1
    return order


def _from_right(shown: Sequence[str], kinds: Sequence[str], start: int, end: int) -> Iterator[int]:
    """A stretch that is read from the right, but for what in it goes from the left."""
    runs = list(_runs(shown, kinds, start, end))
    place = end - 1
    while place >= start:
        run = runs.pop() if runs and runs[-1][1] == place else (place, place)
        yield from range(run[0], run[1] + 1)
        place = run[0] - 1


def _runs(
    shown: Sequence[str], kinds: Sequence[str], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The first and the last letter of each stretch that goes from the left."""
    place = start
    while place < end:
        if kinds[place] != "L" and kinds[place] not in NUMBER_KINDS:
            has_number = (
                kinds[place] == "ET" and place + 1 < end and kinds[place + 1] in NUMBER_KINDS
            )
            if not has_number:
                place += 1
                continue
        number = _number_end(kinds, place, end)
        last = _last(kinds[:end], place, {"L"} | NUMBER_KINDS, RIGHT)
        if "L" not in kinds[place : last + 1]:
            last = number
        last = max(last, _number_end(kinds, last, end))
        yield place, _closed(shown, place, last, end)
        place = _closed(shown, place, last, end) + 1


def _last(
    kinds: Sequence[str],
    place: int,
    wanted: frozenset[str] | set[str],
    stops: frozenset[str] | set[str],
) -> int:
    """The last letter of some kinds before one of others comes."""
    last = place
    for number in range(place, len(kinds)):
        if kinds[number] in stops:
            break
        if kinds[number] in wanted:
            last = number
    return last


def _number_end(kinds: Sequence[str], place: int, end: int) -> int:
    """Where a number ends that begins here: 1,200.50, 23.10.2016, 25%, ₪5."""
    last = place
    while last + 1 < end:
        following = kinds[last + 1]
        parts = following in {"CS", "ES"} and last + 2 < end and kinds[last + 2] in NUMBER_KINDS
        if following in NUMBER_KINDS or (following == "ET" and kinds[last] != "L") or parts:
            last += 2 if parts else 1
        else:
            break
    return last


def _closed(shown: Sequence[str], first: int, last: int, end: int) -> int:
    """The end of a stretch, with the other one of a pair of brackets if only one is in it."""
    if last + 1 < end and shown[last + 1] in PAIR_OF:
        pair = PAIR_OF[shown[last + 1]]
        if sum(one in pair for one in shown[first : last + 1]) % 2:
            return last + 1
    return last


def bracketed(text: str) -> str:
    """The text with each bracket opening or closing as its place says.

    Some programs keep a bracket as it is meant, some as it is drawn, and PDFium turns some of both.
    """
    out = list(text)
    pending: list[str] = []
    for place, char in enumerate(text):
        if char not in PAIR_OF:
            continue
        left, right = PAIR_OF[char]
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        closes = not after or after.isspace() or after in BEFORE_CLOSED
        opens = not before or before.isspace() or (before in AFTER_OPEN and not closes)
        if opens == closes:
            opens = left not in pending
        if opens:
            pending.append(left)
        elif left in pending:
            pending.remove(left)
        out[place] = left if opens else right
    return "".join(out)

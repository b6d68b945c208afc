"""Passages: which stretches of an article show best why it was found?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from search.engine.highlight import ELLIPSIS, Mark, merged
from search.model.articles import Article, Span
from search.model.line_wrapping import joined, soft_line_ends
from search.model.response import Passage

USUAL: Final = 2  # passages
MOST_PASSAGES: Final = 3
WIDTH: Final = 260  # letters of a passage: three lines of a desktop page
LEAD_LENGTH: Final = 60  # letters before the first mark when a long line is cut
MARGIN: Final = 30  # a line this little longer than a passage is shown whole
_WORD: Final = re.compile(r"\S")
_SPACE: Final = re.compile(r"\s")


class Window(NamedTuple):
    """A stretch of a line with its marks and the numbers of the query's words that they answer."""

    start: int
    end: int
    line: Span
    marks: Sequence[Mark] = ()
    leaves: frozenset[int] = frozenset()


def passages(
    article: Article, found: Sequence[Mark], line_ends: Sequence[int] | None = None
) -> tuple[Passage, ...]:
    """The passages that show the most of the query, in reading order.

    Without marks, how the article begins. The soft line ends of its text are looked for where they
    are not told.
    """
    if line_ends is None:
        line_ends = soft_line_ends(article.text)
    text = joined(article.text, line_ends) if line_ends else article.text
    windows = list(_windows(text, article.searched(), found))
    if not windows:
        return tuple(_opening(text, line) for line in _first_line(text, article.searched()))
    return tuple(_passage(text, window) for window in sorted(_best(windows)))


def _first_line(text: str, searched: Iterable[Span]) -> Iterator[Span]:
    """The first line of the text that is not blank, if there is one."""
    found = (_WORD.search(text, *span) for span in searched)
    for word in islice(filter(None, found), 1):
        first, last = word.pos, word.endpos
        begin = text.rfind("\n", first, word.start()) + 1 or first
        end = text.find("\n", word.start(), last)
        yield begin, last if end < 0 else end


def _windows(text: str, searched: Iterable[Span], found: Sequence[Mark]) -> Iterator[Window]:
    """A stretch of its line around each mark that the window before does not show."""
    for stretch in searched:
        shown, last = (bisect_left(found, (place,)) for place in stretch)
        while shown < last:
            mark = found[shown]
            line = _line(text, mark.start, stretch)
            if mark.end > line[1]:  # a phrase that goes on in the next line
                shown += 1
                continue
            start, end = _around(text, (mark.start, mark.end), line)
            after = bisect_left(found, (end,), shown)
            held = [other for other in found[shown:after] if other.end <= end]
            yield Window(start, end, line, held, frozenset([other.leaf for other in held]))
            shown = after


def _line(text: str, at: int, stretch: Span) -> Span:
    """The line of a stretch of text that a place is in."""
    end = text.find("\n", at, stretch[1])
    return text.rfind("\n", stretch[0], at) + 1 or stretch[0], stretch[1] if end < 0 else end


def _around(text: str, mark: Span, line: Span) -> Span:
    """What is shown around a mark: the whole line if it is short."""
    if line[1] - line[0] <= WIDTH + MARGIN:
        return line
    start = min(mark[0], _word_start(text, max(line[0], mark[0] - LEAD_LENGTH), line))
    return start, max(mark[1], _word_end(text, min(line[1], start + WIDTH), line))


def _opening(text: str, line: Span) -> Passage:
    return _passage(text, Window(*_around(text, (line[0], line[0]), line), line))


def _best(windows: Sequence[Window]) -> Iterator[Window]:
    """The windows that add most words of the query to those shown.

    Of equals the fuller, longer and earlier one.
    Beyond the usual number a window must show a word that no other shows.
    """
    left, seen = list(windows), set[int]()
    for number in range(min(MOST_PASSAGES, len(windows))):
        best = max(
            left,
            key=lambda window: (
                len(window.leaves - seen),
                len(window.marks),
                window.end - window.start,
            ),
        )
        if number >= USUAL and not best.leaves - seen:
            return
        seen |= best.leaves
        left.remove(best)
        yield best


def _passage(text: str, window: Window) -> Passage:
    before = ELLIPSIS if window.start > window.line[0] else ""
    after = ELLIPSIS if window.end < window.line[1] else ""
    shift = len(before) - window.start
    shown = text[window.start : window.end].replace("\t", " ")
    return Passage(
        f"{before}{shown}{after}",
        tuple((start + shift, end + shift) for start, end in merged(window.marks)),
    )


def _word_start(text: str, at: int, line: Span) -> int:
    """The first letter of the first whole word at or after `at`."""
    if at <= line[0] or text[at - 1].isspace():
        return at
    space = _SPACE.search(text, at, line[1])
    return at if space is None else space.end()


def _word_end(text: str, at: int, line: Span) -> int:
    """The end of the last whole word that ends at or before `at`."""
    if at >= line[1] or text[at].isspace():
        return min(at, line[1])
    space = text.rfind(" ", line[0], at)
    return at if space <= line[0] else space

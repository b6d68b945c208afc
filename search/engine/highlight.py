"""Highlighting: which words of an article answer the query, and which passages show them best.

Marks are whole words with their prefixes, and a phrase is marked only where it stands. Which words
stand where, the engine tells: nothing is analysed again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from search.analysis.tokens import EXACT
from search.engine.matching import distance, phrase
from search.engine.nodes import Fuzzy, Group, Node, Phrase, Prefix, leaves
from search.engine.positions import TermOffsets
from search.model.articles import Article, Span
from search.model.line_wrapping import unwrapped
from search.model.response import Passage

USUAL: Final = 2  # passages
MOST_PASSAGES: Final = 3
WIDTH: Final = 260  # letters of a passage: three lines of a desktop page
LEAD_LENGTH: Final = 60  # letters before the first mark when a long line is cut
MARGIN: Final = 30  # a line this little longer than a passage is shown whole
ELLIPSIS: Final = "…"
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_SPACE: Final = re.compile(r"\s")


class Mark(NamedTuple):
    """A marked stretch of text and the number of the query's word that it answers."""

    start: int
    end: int
    leaf: int


class Window(NamedTuple):
    """A stretch of a line with its marks and the numbers of the query's words that they answer."""

    start: int
    end: int
    line: Span
    marks: Sequence[Mark] = ()
    leaves: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in an article's title and in its text, in reading order."""

    title: tuple[Mark, ...]
    text: tuple[Mark, ...]


def marks(offsets: TermOffsets, clauses: Iterable[Node]) -> Marks:
    """Every stretch that a word or phrase of the query matches."""
    title, text = set[Mark](), set[Mark]()
    for number, leaf in enumerate(leaves(clauses)):
        for first, last in _rows(leaf, offsets):
            mark = Mark(offsets.starts[first], offsets.ends[last], number)
            (title if first < offsets.titled else text).add(mark)
    return Marks(tuple(sorted(title)), tuple(sorted(text)))


def in_title(article: Article, found: Marks) -> tuple[Span, ...]:
    """The marks of the title.

    One that was taken from the text shows those of the text's first sentence.
    """
    if article.title_source != "sentence":
        return merged(found.title)
    words = article.title.removesuffix(ELLIPSIS).split()
    whole = re.search(r"\s+".join(map(re.escape, words)), article.text)
    if whole is None:
        return ()
    own = [mark for mark in found.text if whole.start() <= mark.start and mark.end <= whole.end()]
    before = {
        place: article.text[whole.start() : place]
        for mark in own
        for place in (mark.start, mark.end)
    }
    # spaces are single there
    places = {place: len(" ".join(f"{text}|".split())) - 1 for place, text in before.items()}
    return merged(Mark(places[mark.start], places[mark.end], mark.leaf) for mark in own)


def merged(found: Iterable[Mark]) -> tuple[Span, ...]:
    """The marks as spans that do not overlap."""
    spans: list[Span] = []
    for mark in found:
        if spans and mark.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
        else:
            spans.append((mark.start, mark.end))
    return tuple(spans)


def passages(article: Article, found: Sequence[Mark]) -> tuple[Passage, ...]:
    """The passages that show the most of the query, in reading order.

    Without marks, how the article begins.
    """
    text = unwrapped(article.text)
    windows = list(_windows(text, article.searched(), found))
    if not windows:
        return tuple(_opening(text, line) for line in _first_line(text, article.searched()))
    return tuple(_passage(text, window) for window in sorted(_best(windows)))


def _rows(leaf: Group | Phrase | Prefix | Fuzzy, offsets: TermOffsets) -> Iterator[tuple[int, int]]:
    """The first and the last row of each place where a leaf stands."""
    if isinstance(leaf, Phrase):
        for stretch in phrase(leaf, _positions(leaf.groups, offsets)):
            first, last = (bisect_left(offsets.positions, position) for position in stretch)
            yield first, last
        return
    rows = set[int]().union(*(offsets.rows[term] for term in _met(leaf, offsets.rows)))
    yield from zip(rows, rows, strict=True)
    if isinstance(leaf, Group):
        for alternative in leaf.phrases:
            yield from _rows(alternative, offsets)


def _met(leaf: Group | Prefix | Fuzzy, known: Collection[str]) -> Iterable[str]:
    """The terms of an article that a leaf means."""
    if isinstance(leaf, Group):
        return [term for term, _ in leaf.terms if term in known]
    if isinstance(leaf, Prefix):
        return [term for term in known if term.startswith(leaf.stems)]
    return [
        term
        for term in known
        if term[:2] == EXACT and distance(term[2:], leaf.word) <= leaf.distance
    ]


def _positions(groups: Iterable[Group], offsets: TermOffsets) -> dict[str, list[int]]:
    """Where the terms of a phrase stand."""
    met = {term for group in groups for term in _met(group, offsets.rows)}
    return {term: [offsets.positions[row] for row in offsets.rows[term]] for term in met}


def _first_line(text: str, searched: Iterable[Span]) -> Iterator[Span]:
    """The first line of the text that is not blank, if there is one."""
    found = (_LINE.search(text, *span) for span in searched)
    yield from (line.span() for line in islice(filter(None, found), 1))


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

"""Highlighting: which words of an article answer the query, and which passages show them best.

Marks are whole words with their prefixes, and a phrase is marked only where it stands. Which words stand where, the
engine tells: nothing is analysed again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from search.analysis.tokens import EXACT
from search.articles import Article, Span
from search.engine import Fuzzy, Group, Node, Phrase, Prefix, Standing, leaves
from search.matching import distance, phrase
from search.results import Passage

USUAL: Final = 2  # passages
MOST: Final = 3
WIDTH: Final = 260  # letters of a passage: three lines of a desktop page
LEAD: Final = 60  # letters before the first mark when a long paragraph is cut
MARGIN: Final = 30  # a paragraph this little longer than a passage is shown whole
CUT: Final = "…"
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")


class Mark(NamedTuple):
    """A marked stretch of text and the number of the query's word that it answers."""

    start: int
    end: int
    leaf: int


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one paragraph with the marks in it."""

    start: int
    end: int
    paragraph: Span
    marks: tuple[Mark, ...]

    @property
    def leaves(self) -> set[int]:
        """The numbers of the query's words that stand here."""
        return {mark.leaf for mark in self.marks}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in an article's title and in its text, in reading order."""

    title: tuple[Mark, ...]
    text: tuple[Mark, ...]


def marks(standing: Standing, clauses: Iterable[Node]) -> Marks:
    """Every stretch that a word or phrase of the query matches."""
    title, text = set[Mark](), set[Mark]()
    for number, leaf in enumerate(leaves(clauses)):
        for first, last in _rows(leaf, standing):
            mark = Mark(standing.starts[first], standing.ends[last], number)
            (title if first < standing.titled else text).add(mark)
    return Marks(tuple(sorted(title)), tuple(sorted(text)))


def in_title(article: Article, found: Marks) -> tuple[Span, ...]:
    """The marks of the title; one that was taken from the text shows those of the text's first sentence."""
    if article.title_source != "sentence":
        return merged(found.title)
    words = article.title.removesuffix(CUT).split()
    whole = re.search(r"\s+".join(map(re.escape, words)), article.text)
    if whole is None:
        return ()
    own = [mark for mark in found.text if whole.start() <= mark.start and mark.end <= whole.end()]
    before = {place: article.text[whole.start() : place] for mark in own for place in (mark.start, mark.end)}
    places = {place: len(" ".join(f"{text}|".split())) - 1 for place, text in before.items()}  # spaces are single there
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
    """The passages that show the most of the query, in reading order; without marks, how the article begins."""
    windows = [window for line in _lines(article, found) for window in _windows(article.text, line, found)]
    if not windows:
        return tuple(_passage(article.text, _opening(article.text, line)) for line in _first_line(article))
    best = sorted(_best(windows), key=lambda window: window.start)
    return tuple(_passage(article.text, window) for window in best)


def _rows(leaf: Group | Phrase | Prefix | Fuzzy, standing: Standing) -> Iterator[tuple[int, int]]:
    """The first and the last row of each place where a leaf stands."""
    if isinstance(leaf, Phrase):
        for stretch in phrase(leaf, _positions(leaf.groups, standing)):
            first, last = (bisect_left(standing.positions, position) for position in stretch)
            yield first, last
        return
    for term in _met(leaf, standing.rows):
        yield from ((row, row) for row in standing.rows[term])
    if isinstance(leaf, Group):
        for alternative in leaf.phrases:
            yield from _rows(alternative, standing)


def _met(leaf: Group | Prefix | Fuzzy, known: Iterable[str]) -> Iterable[str]:
    """The terms of an article that a leaf means."""
    if isinstance(leaf, Group):
        return {term for term, _ in leaf.terms}.intersection(known)
    if isinstance(leaf, Prefix):
        return [term for term in known if term.startswith(leaf.stems)]
    return [term for term in known if term[:2] == EXACT and distance(term[2:], leaf.word) <= leaf.distance]


def _positions(groups: Iterable[Group], standing: Standing) -> dict[str, list[int]]:
    """Where the terms of a phrase stand."""
    met = {term for group in groups for term in _met(group, standing.rows)}
    return {term: [standing.positions[row] for row in standing.rows[term]] for term in met}


def _lines(article: Article, found: Sequence[Mark]) -> Iterator[Span]:
    """The lines of the text that have a mark."""
    for start, end in article.searched():
        first = start
        for mark in found[bisect_left(found, (start,)) : bisect_left(found, (end,))]:
            if mark.start >= first:
                line = article.text.rfind("\n", start, mark.start) + 1 or start
                first = article.text.find("\n", mark.start, end)
                first = end if first < 0 else first
                yield line, first


def _first_line(article: Article) -> Iterator[Span]:
    """The first line of the text that is not blank, if there is one."""
    found = (_LINE.search(article.text, *span) for span in article.searched())
    yield from (line.span() for line in islice(filter(None, found), 1))


def _windows(text: str, paragraph: Span, found: Sequence[Mark]) -> Iterator[Window]:
    first, last = (bisect_left(found, (place,)) for place in paragraph)
    own = [mark for mark in found[first:last] if mark.end <= paragraph[1]]
    if paragraph[1] - paragraph[0] <= WIDTH + MARGIN:
        if own:
            yield Window(*paragraph, paragraph, tuple(own))
        return
    shown = paragraph[0]
    for number, mark in enumerate(own):
        if mark.start < shown:
            continue
        start = _word_start(text, max(paragraph[0], mark.start - LEAD), paragraph)
        start = min(start, mark.start)
        end = max(_word_end(text, min(paragraph[1], start + WIDTH), paragraph), mark.end)
        held = tuple(other for other in own[number:] if other.end <= end)
        shown = end
        yield Window(start, end, paragraph, held)


def _opening(text: str, paragraph: Span) -> Window:
    start, end = paragraph
    whole = end - start <= WIDTH + MARGIN
    return Window(start, end if whole else _word_end(text, start + WIDTH, paragraph), paragraph, ())


def _best(windows: Sequence[Window]) -> Iterator[Window]:
    """The windows that add most words of the query to those shown; of equals the fuller, longer and earlier one.

    Beyond the usual number a window must show a word that no other shows.
    """
    left, seen = list(windows), set[int]()
    for number in range(min(MOST, len(windows))):
        best = max(left, key=lambda window: (len(window.leaves - seen), len(window.marks), window.end - window.start))
        if number >= USUAL and not best.leaves - seen:
            return
        seen |= best.leaves
        left.remove(best)
        yield best


def _passage(text: str, window: Window) -> Passage:
    before = CUT if window.start > window.paragraph[0] else ""
    after = CUT if window.end < window.paragraph[1] else ""
    shift = len(before) - window.start
    shown = text[window.start : window.end].replace("\t", " ")
    return Passage(
        f"{before}{shown}{after}", tuple((start + shift, end + shift) for start, end in merged(window.marks))
    )


def _word_start(text: str, at: int, paragraph: Span) -> int:
    """The first letter of the first whole word at or after `at`."""
    if at <= paragraph[0] or text[at - 1].isspace():
        return at
    space = next((i for i in range(at, paragraph[1]) if text[i].isspace()), None)
    return at if space is None else space + 1


def _word_end(text: str, at: int, paragraph: Span) -> int:
    """The end of the last whole word that ends at or before `at`."""
    if at >= paragraph[1] or text[at].isspace():
        return min(at, paragraph[1])
    space = text.rfind(" ", paragraph[0], at)
    return at if space <= paragraph[0] else space

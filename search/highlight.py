"""Highlighting: which words of an article answer the query, and which passages show them best.

Marks are whole words with their prefixes, a phrase is marked only where it stands, and everything is decided by
the matching that the memory engine searches with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from search.analysis.tokens import AnalysedText
from search.articles import Article, Span
from search.engine import All, And, FieldIs, Fuzzy, Group, Node, Not, Or, Phrase, Prefix
from search.matching import Stretch, distance, phrase
from search.postings import TITLE
from search.results import Passage

USUAL: Final = 2  # passages
MOST: Final = 3
WIDTH: Final = 260  # letters of a passage: three lines of a desktop page
LEAD: Final = 60  # letters before the first mark when a long paragraph is cut
MARGIN: Final = 30  # a paragraph this little longer than a passage is shown whole
CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Mark:
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
class _Read:
    """A text, and the rows in which each of its terms stands; of a title also as the title's."""

    analysed: AnalysedText
    rows: Mapping[str, Sequence[int]]


def marks(analysed: AnalysedText, clauses: Iterable[Node], *, title: bool = False) -> tuple[Mark, ...]:
    """Every stretch that a word or phrase of the query matches, in reading order."""
    read = _read(analysed, title=title)
    found = {
        Mark(start, end, number) for number, leaf in enumerate(leaves(clauses)) for start, end in _spans(leaf, read)
    }
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.leaf)))


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
    paragraphs = list(_paragraphs(article))
    windows = [window for paragraph in paragraphs for window in _windows(article.text, paragraph, found)]
    if not windows:
        return tuple(_passage(article.text, _opening(article.text, paragraph)) for paragraph in paragraphs[:1])
    best = sorted(_best(windows), key=lambda window: window.start)
    return tuple(_passage(article.text, window) for window in best)


def leaves(nodes: Iterable[Node]) -> Iterator[Group | Phrase | Prefix | Fuzzy]:
    """The words and phrases of a query that an article can show."""
    for node in nodes:
        if isinstance(node, And | Or):
            yield from leaves(node.children)
        elif not isinstance(node, Not | FieldIs | All):
            yield node


def _read(analysed: AnalysedText, *, title: bool) -> _Read:
    rows: dict[str, list[int]] = {}
    for row, terms in enumerate(analysed.terms):
        for term in terms:
            rows.setdefault(term, []).append(row)
    return _Read(analysed, rows | {TITLE + term: found for term, found in rows.items()} if title else rows)


def _spans(leaf: Group | Phrase | Prefix | Fuzzy, read: _Read) -> Iterator[Span]:
    if isinstance(leaf, Phrase):
        yield from _stretched(phrase(leaf, _positions(leaf.groups, read)), read.analysed)
        return
    for row in {row for term in _met(leaf, read.rows) for row in read.rows[term]}:
        yield read.analysed.starts[row], read.analysed.ends[row]
    if isinstance(leaf, Group):
        for alternative in leaf.phrases:
            yield from _spans(alternative, read)


def _met(leaf: Group | Prefix | Fuzzy, known: Iterable[str]) -> Iterable[str]:
    """The terms of a text that a leaf means."""
    if isinstance(leaf, Group):
        return {term for term, _ in leaf.terms}.intersection(known)
    if isinstance(leaf, Prefix):
        return [term for term in known if term.startswith(leaf.stems)]
    return [term for term in known if term[:2] == "x:" and distance(term[2:], leaf.word) <= leaf.distance]


def _positions(groups: Iterable[Group], read: _Read) -> dict[str, list[int]]:
    """Where the terms of a phrase stand."""
    met = {term for group in groups for term in _met(group, read.rows)}
    return {term: [read.analysed.positions[row] for row in read.rows[term]] for term in met}


def _stretched(stretches: Sequence[Stretch], analysed: AnalysedText) -> Iterator[Span]:
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for row, position in enumerate(analysed.positions if stretches else ()):
        starts.setdefault(position, analysed.starts[row])
        ends[position] = min(ends.get(position, analysed.ends[row]), analysed.ends[row])
    for first, last in stretches:
        yield starts[first], ends[last]


def _paragraphs(article: Article) -> Iterator[Span]:
    """The lines of the text that are the article's own."""
    for start, end in article.searched():
        yield from _lines(article.text, start, end)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1


def _windows(text: str, paragraph: Span, found: Sequence[Mark]) -> Iterator[Window]:
    own = [mark for mark in found if paragraph[0] <= mark.start and mark.end <= paragraph[1]]
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

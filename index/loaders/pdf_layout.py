"""The layout of a PDF: which lines are one paragraph, and which belong to no text?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles
from typing import Final

from index.loaders.pdf_lines import SOFT_HYPHENS, PrintedLine

PARAGRAPH_GAP: Final = (
    1.35  # of the usual distance of lines: what is further apart is another paragraph
)
SIZE: Final = 1.2  # times larger or smaller: a heading, a caption
FIRST_LINE_INDENT: Final = (
    0.8  # of a line's height, by which the first line of a paragraph stands in
)
OUTDENT: Final = -4.0  # likewise, by which the second line stands out
EDGE: Final = 2  # lines at the top and at the foot of a page that may be its head or its number
REPEATED: Final = 3  # pages on which a line stands that belongs to none of them
PAGE_NUMBER: Final = re.compile(r"\W*(?:\w+ )?\d+(?:\W+(?:\w+ )?\d+)?\W*")  # - 7 -, page 3 of 8
PAGE_DIGITS: Final = re.compile(r"\d+")
SENTENCE_CLOSERS: Final = tuple('.!?…:;”"»״׳)]')

Page = Sequence[PrintedLine]


def paragraphs(pages: Sequence[Page]) -> Iterator[str]:
    """The paragraphs of a document; the heads of its pages once, and not their numbers."""
    open_lines: list[PrintedLine] = []
    for page in _without_running_heads(pages):
        for number, paragraph in enumerate(_parts(page)):
            if open_lines and (number or not _goes_on(open_lines[-1], paragraph[0])):
                yield _joined(open_lines)
                open_lines = []
            open_lines += paragraph
    if open_lines:
        yield _joined(open_lines)


def _without_running_heads(pages: Sequence[Page]) -> Iterator[Page]:
    running, met = _running(pages), set[tuple[int | None, str]]()
    for page in pages:
        kept = []
        for place, line in enumerate(page):
            key = (_place(page, place), _key(line))
            if key not in running or (key not in met and not PAGE_NUMBER.fullmatch(line.text)):
                kept.append(line)
            met.add(key)
        yield kept


def _running(pages: Sequence[Page]) -> set[tuple[int | None, str]]:
    """What stands in the same line at the edge of several pages, but for its numbers."""
    met = Counter(
        (_place(page, place), _key(one))
        for page in pages
        for place, one in enumerate(page)
        if _place(page, place) is not None
    )
    return {one for one, times in met.items() if times >= max(REPEATED, len(pages) // 3)}


def _place(page: Page, place: int) -> int | None:
    """Which line from the top, or below zero from the foot, a line is; None in between."""
    if len(page) <= 2 * EDGE:
        return None
    if place < EDGE:
        return place
    return place - len(page) if place >= len(page) - EDGE else None


def _key(line: PrintedLine) -> str:
    return PAGE_DIGITS.sub("0", line.text)


def _parts(page: Page) -> Iterator[list[PrintedLine]]:
    """The paragraphs of a page."""
    pitch = _pitch(page)
    for block in _blocks(page, pitch):
        part = block[:1]
        edges = _edges(block)
        for above, line in pairwise(block):
            if _begins(above, line, edges):
                yield part
                part = []
            part.append(line)
        yield part


def _blocks(page: Page, pitch: float) -> Iterator[list[PrintedLine]]:
    """Stretches of lines of one size that stand close below each other."""
    block: list[PrintedLine] = []
    for line in page:
        if block and not _is_below(block[-1], line, pitch):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_below(above: PrintedLine, line: PrintedLine, pitch: float) -> bool:
    """Whether a line stands just below another, in the same column."""
    step = above.bottom - line.bottom
    overlap = min(above.right, line.right) - max(above.left, line.left)
    is_near = 0 < step <= PARAGRAPH_GAP * pitch * line.height
    return is_near and overlap > 0 and _same_size(above, line)


def _pitch(page: Page) -> float:
    """How close lines of a paragraph stand, in heights of theirs."""
    steps = [
        (above.bottom - line.bottom) / line.height
        for above, line in pairwise(page)
        if line.height > 0 and 0 < above.bottom - line.bottom < 4 * line.height
    ]
    return (
        quantiles(steps)[0] if len(steps) > 1 else 1.5
    )  # a quarter is closer: paragraphs may be short


def _edges(block: Page) -> tuple[float, float, float, float]:
    """The edges of a block, and how far from each a line of it may be."""
    left, right = min(one.left for one in block), max(one.right for one in block)
    from_left = max(one.left for one in block) - left
    return left, right, from_left, right - min(one.right for one in block)


def _begins(
    above: PrintedLine, line: PrintedLine, edges: tuple[float, float, float, float]
) -> bool:
    """Whether a paragraph begins with this line of a block."""
    left, right, from_left, from_right = edges
    own, other = (from_right, from_left) if line.is_right_to_left else (from_left, from_right)
    is_aligned_otherwise = own > -OUTDENT * line.height and other < FIRST_LINE_INDENT * line.height
    if line.is_right_to_left is not is_aligned_otherwise:  # lines end on the left
        space, moved = above.left - left, above.right - line.right
    else:
        space, moved = right - above.right, line.left - above.left
    first = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * (len(first) + 1) / len(line.text)
    has_room = space > width + line.height  # for the first word, had it been the same paragraph
    is_cut = above.text[-1:].islower() and line.text[0].islower()
    return (has_room and not is_cut) or not OUTDENT < moved / line.height < FIRST_LINE_INDENT


def _same_size(one: PrintedLine, other: PrintedLine) -> bool:
    small, large = sorted((one.height, other.height))
    return large <= SIZE * small


def _goes_on(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a sentence goes on from the foot of a page or column to the head of the next."""
    return (
        _same_size(above, line)
        and not above.text.endswith(SENTENCE_CLOSERS)
        and not line.text[:1].isupper()
    )


def _joined(part: Sequence[PrintedLine]) -> str:
    """The lines of a paragraph as one."""
    text = ""
    for line in part:
        if text[-1:] in SOFT_HYPHENS:
            text = text[:-1] + line.text
        elif text.endswith("-") and not text.endswith(" -"):
            text += line.text
        else:
            text = f"{text} {line.text}".strip()
    return text.rstrip("".join(SOFT_HYPHENS))

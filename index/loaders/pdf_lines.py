"""Lines of a PDF: which letters stand in each line of a page, in the order in which they are read?

PDFium finds the letters and the lines. What is written from right to left it turns by rules of its
own: names of two words and numbers come out wrong, and brackets as the program liked that wrote
the file. So such a line is taken as it is shown, and read by Unicode's rules backwards.
"""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

import pypdfium2.raw as pdfium

from index.loaders.visual_order import RIGHT, bracketed, reading_order

ROW_ENDS: Final = frozenset("\r\n")
LEAST_HEIGHT: Final = 0.1  # of a line: some files have letters without any
LONGEST_ROW: Final = 2000  # letters; a line of a page has a hundred
SOFT_HYPHENS: Final = frozenset("\x02\xad\ufffe")  # how PDFium marks a word that goes on
BROKEN: Final = "\N{REPLACEMENT CHARACTER}"
LETTER_FORMS: Final = re.compile(
    "[\ufb00-\ufdff\ufe70-\ufefc]"
)  # letters by their shape, and ligatures
WORD_GAP: Final = 0.19  # of a line's height: what is further apart has a space between


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a page, with the box around it; `y` grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    is_made_up: bool = False  # a space that PDFium put between words


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is read, and where it stands."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    is_right_to_left: bool


def lines(page: Any) -> Iterator[PrintedLine]:  # noqa: ANN401 - PDFium's page of text
    """The lines of a page that are not empty, in PDFium's order."""
    rows = [(row, [_side(one.text) for one in row]) for row in _rows(page)]
    right = sum(sides.count("R") for _, sides in rows)
    left = sum(sides.count("L") for _, sides in rows)
    for row, sides in rows:
        if any(not one.text.isspace() for one in row):
            is_turned = "R" in sides and (right >= left or "L" not in sides)
            yield _line(row, mixes="R" in sides, right_to_left=is_turned)


def _rows(page: Any) -> Iterator[list[Letter]]:  # noqa: ANN401
    """The letters of each line."""
    row: list[Letter] = []
    for index in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, index)
        char = chr(code) if 0 < code <= sys.maxunicode else BROKEN
        if char in ROW_ENDS:
            yield row
            row = []
        else:
            is_made_up = pdfium.FPDFText_IsGenerated(page, index) == 1
            row.append(Letter(_plain(char), *_box(page, index, char), is_made_up))
    yield row


def _box(page: Any, index: int, char: str) -> tuple[float, float, float, float]:  # noqa: ANN401
    """The box of a letter: all that it takes in its line; of a point only the ink, to see where."""
    if unicodedata.combining(char):
        edges = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(page, index, *map(ctypes.byref, edges))
        left, right, bottom, top = (edge.value for edge in edges)
        return left, right, bottom, top
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
    return box.left, box.right, box.bottom, box.top


def _plain(char: str) -> str:
    """A letter that is given by its shape as the letters that it stands for."""
    return unicodedata.normalize("NFKC", char) if LETTER_FORMS.match(char) else char


def _whole(text: str) -> str:
    """The text with the halves of letters beyond U+FFFF made one, and single spaces."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(whole.split())


def _line(row: Sequence[Letter], *, mixes: bool, right_to_left: bool) -> PrintedLine:
    """A line, from its letters; one that `mixes` has some that are read from the right."""
    shown = [one for one in row if not one.text.isspace()]
    if mixes and len(row) <= LONGEST_ROW:
        placed = [one for one in row if one.right > one.left or not one.text.isspace()]
        text = _read([one for one in placed if not one.is_made_up], right_to_left=right_to_left)
    else:
        text = "".join(one.text for one in row)
    letters = [one for one in shown if one.text.isalnum()] or shown
    heights = [one.top - one.bottom for one in letters]
    return PrintedLine(
        text=_whole(text),
        left=min(one.left for one in shown),
        right=max(one.right for one in shown),
        bottom=median(one.bottom for one in shown),
        height=max([*heights, LEAST_HEIGHT]),
        is_right_to_left=right_to_left,
    )


def _side(text: str) -> str:
    """On which side the letter's script begins; empty for what is no letter."""
    kind = unicodedata.bidirectional(text[0])
    return "R" if kind in RIGHT else kind if kind == "L" else ""


def _read(shown: Sequence[Letter], *, right_to_left: bool) -> str:
    """A line as it is read, from its letters as they are shown."""
    clusters = list(_spaced(_clusters(shown)))
    order = reading_order(clusters, right_to_left=right_to_left)
    return bracketed("".join(clusters[place] for place in order))


def _clusters(shown: Sequence[Letter]) -> list[Letter]:
    """The letters from left to right, each with the points that stand in, below or above it."""
    bases = sorted(
        (one for one in shown if not unicodedata.combining(one.text[0])),
        key=lambda one: one.left + one.right,
    )
    points = dict.fromkeys(range(len(bases)), "")
    for one in shown:
        if unicodedata.combining(one.text[0]) and bases:
            middle = one.left + one.right
            near = min(points, key=lambda n: abs(bases[n].left + bases[n].right - middle))
            points[near] += one.text
    return [
        Letter(one.text + points[number], one.left, one.right, one.bottom, one.top)
        for number, one in enumerate(bases)
    ]


def _spaced(clusters: Sequence[Letter]) -> Iterator[str]:
    """The clusters, with a space wherever there is a gap as between words."""
    before: Letter | None = None
    height = max((one.top - one.bottom for one in clusters), default=0.0)
    for one in clusters:
        if before is not None and one.left - before.right > WORD_GAP * height:
            yield " "
        yield one.text
        before = one

"""Line wrapping: which line ends of a text did only the width of a page put there?

Wire services and e-mail break lines at 60 to 80 characters. Such a line is full: the first word of
the next would not have gone into it. A text is wrapped if its lines are full, over and over, at one
width; lines of verse, lists, headlines and tables are not. What only the width parted is one
paragraph for passages, pages and sentences; nothing moves, for a space stands in for the line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

WIDTHS: Final = range(45, 101)  # characters in a line of a page: verse has fewer, paragraphs more
USUAL_WIDTHS: Final = range(50, 91)
LONGER: Final = 0.25  # of the lines may be longer: headings, lists, addresses
FULL: Final = 0.7  # of the lines that do not end a sentence are
BEYOND: Final = 8  # characters by which a line may be longer than those of its page
INDENTED: Final = 6  # characters by which the first line of a paragraph may once have stood in
CAPITALS: Final = 0.8  # of the next lines: as many begin with a capital only in verse and in lists
SAMPLE_LINES: Final = 400  # in which a text has shown how wide it is
STOPS: Final = ".!?…:;؟۔"
CLOSING_MARKS: Final = "\"'”“’»״)]"
LIST_ITEM: Final = re.compile(r"\s*(?:[-*•·▪>|+#]|[–—] |\(?\d{1,2}[.)]\s|\(?[^\W\d_][.)]\s)")
COLUMNS: Final = re.compile(r"\t|\S {3,}\S|[-=_*]{4}")
LEADING_SPACE: Final = re.compile(r"\s*")


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip(f"{CLOSING_MARKS} \t")[-1:] in tuple(STOPS)


def goes_on(line: str, following: str) -> bool:
    """Whether a line goes on in the next one, where there are too few to show a width.

    In small letters, or as long as lines of a page are.
    """
    head = following.lstrip(" \t")
    if not line.strip() or not head or head[0] == "\n" or ends_sentence(line):
        return False
    return head[0].islower() or len(line.strip()) in USUAL_WIDTHS


def unwrapped(text: str) -> str:
    """The text with a space for each line end that only a width put there; as long as it was."""
    return joined(text, soft_line_ends(text))


def joined(text: str, line_ends: Sequence[int]) -> str:
    """The text with a space for each of some line ends; as long as it was."""
    begins = [0, *[end + 1 for end in line_ends]]
    return " ".join(map(text.__getitem__, map(slice, begins, (*line_ends, len(text)))))


@lru_cache(maxsize=64)  # a text's title and sentences are looked for, and it is kept
def soft_line_ends(text: str) -> tuple[int, ...]:
    """Where in the text the line ends are that only a width put there, in code points."""
    count = text.count("\n")
    if count == 0 or len(text) > WIDTHS[-1] * (count + 1):  # most texts have a line a paragraph
        return ()
    lines = text.split("\n")
    width = _width(lines)
    if width is None:
        return ()
    ends = tuple(accumulate(len(line) + 1 for line in lines))
    return tuple(ends[number] - 1 for number in _soft_ends(lines, width))


def _width(lines: Sequence[str]) -> int | None:
    """How wide the page was; None if the lines are not wrapped."""
    sample = [line.rstrip() for line in lines[:SAMPLE_LINES]]
    pairs = [pair for pair in pairwise(sample) if _may_go_on(*pair)]
    said = sum(map(bool, sample))
    for width in sorted({len(line) for line in sample if len(line) in WIDTHS}, reverse=True):
        if sum(len(line) > width and " " in line for line in sample) > LONGER * said:
            return None
        full = [pair for pair in pairs if _is_full(*pair, width)]
        # a sentence that ends early ends a paragraph; what else ends early is no wrapped line
        early = sum(not ends_sentence(pair[0]) for pair in pairs) - sum(
            not ends_sentence(pair[0]) for pair in full
        )
        if len(full) > 1 and len(full) >= FULL * (len(full) + early) and _is_prose(full):
            return width
    return None


def _is_prose(full: Sequence[tuple[str, str]]) -> bool:
    """Whether sentences run over the ends of full lines."""
    capitals = sum(following.lstrip()[:1].isupper() for _, following in full)
    stops = sum(ends_sentence(line) for line, _ in full)
    return capitals < CAPITALS * len(full) and stops < len(full) / 2


def _soft_ends(lines: Sequence[str], width: int) -> Iterator[int]:
    """The lines whose ends are not those of paragraphs."""
    for first, last in _blocks(lines):
        full = list(_full(lines[first : last + 1], width))
        is_whole = all(full)  # one paragraph, so a full stop at the end of a line is a chance
        for number, is_full in enumerate(full, first):
            line, following = lines[number], lines[number + 1]
            if _may_go_on(line, following) and len(line) <= width + BEYOND:
                is_open = not ends_sentence(line)
                if (is_full and (is_whole or is_open)) or (is_open and following[:1].islower()):
                    yield number


def _full(lines: Sequence[str], width: int) -> Iterator[bool]:
    """Whether each line of a stretch but its last is full; a first line of a paragraph earlier."""
    begins = True
    for line, following in pairwise(lines):
        yield _is_full(line.rstrip(), following, width - INDENTED if begins else width)
        begins = ends_sentence(line)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each stretch without blank lines."""
    first: int | None = None
    for number, line in enumerate([*lines, ""]):
        if line.strip() and first is None:
            first = number
        elif not line.strip() and first is not None:
            yield first, number - 1
            first = None


def _may_go_on(line: str, following: str) -> bool:
    """Whether a line can be the rest of the one before, by how the two look."""
    if not line.strip() or not following.strip() or LIST_ITEM.match(following):
        return False
    if COLUMNS.search(line.strip()) or COLUMNS.search(following.strip()):
        return False
    return _indent(following) <= _indent(line) + 1 or LIST_ITEM.match(line) is not None


def _indent(line: str) -> int:
    match = LEADING_SPACE.match(line)
    return match.end() if match else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have gone into this one."""
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    return width < len(line) + 1 + len(word) <= width + BEYOND + 1 + len(word)
